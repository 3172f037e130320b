#include "tests/core/service/tst_RestoreGate.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_RestoreGate>(argc, argv);
}
