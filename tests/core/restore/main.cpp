#include "tests/core/restore/tst_Comparison.h"
#include "tests/core/restore/tst_FileUnpacker.h"
#include "tests/core/restore/tst_LoadSelection.h"
#include "tests/core/restore/tst_RoleStatement.h"
#include "tests/core/restore/tst_SandboxLocales.h"
#include "tests/core/restore/tst_ServerStatement.h"
#include "tests/core/restore/tst_TarRules.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_Comparison, tst_FileUnpacker, tst_LoadSelection, tst_RoleStatement,
                                 tst_SandboxLocales, tst_ServerStatement, tst_TarRules>(argc, argv);
}
