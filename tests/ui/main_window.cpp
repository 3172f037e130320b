#include "tests/support/TestMain.h"
#include "tests/ui/tst_RealWindow.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_RealWindow>(argc, argv);
}
