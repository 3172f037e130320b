#include "tests/cli/tst_ServerVerbs.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_ServerVerbs>(argc, argv);
}
