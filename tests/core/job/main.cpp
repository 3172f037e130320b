#include "tests/core/job/tst_Job.h"
#include "tests/core/job/tst_JobContext.h"
#include "tests/core/job/tst_JobQueue.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_Job, tst_JobContext, tst_JobQueue>(argc, argv);
}
