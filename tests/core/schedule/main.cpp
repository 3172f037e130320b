#include "tests/core/schedule/tst_CronFile.h"
#include "tests/core/schedule/tst_NextRuns.h"
#include "tests/core/schedule/tst_SystemdUnits.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_NextRuns, tst_CronFile, tst_SystemdUnits>(argc, argv);
}
