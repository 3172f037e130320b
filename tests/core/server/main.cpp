#include "tests/core/server/tst_Conninfo.h"
#include "tests/core/server/tst_DatabaseAttributes.h"
#include "tests/core/server/tst_DatabaseFacts.h"
#include "tests/core/server/tst_Secrets.h"
#include "tests/core/server/tst_TableMatch.h"
#include "tests/core/server/tst_ToolLocator.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_Conninfo, tst_DatabaseAttributes, tst_DatabaseFacts, tst_Secrets,
                                 tst_TableMatch, tst_ToolLocator>(argc, argv);
}
