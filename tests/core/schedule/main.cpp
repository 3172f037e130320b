#include "tests/core/schedule/tst_NextRuns.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_NextRuns>(argc, argv);
}
