#include "tests/core/restore/tst_ForeignSource.h"
#include "tests/core/restore/tst_Loader.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_Loader, tst_ForeignSource>(argc, argv);
}
