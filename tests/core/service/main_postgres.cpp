#include "tests/core/service/tst_RestoreGate.h"
#include "tests/core/service/tst_RestoreSafety.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_RestoreGate, tst_RestoreSafety>(argc, argv);
}
