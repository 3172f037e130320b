#include "tests/support/TestMain.h"
#include "tests/support/tst_DatabaseCompare.h"
#include "tests/support/tst_TempCluster.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_TempCluster, tst_DatabaseCompare>(argc, argv);
}
