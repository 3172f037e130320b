#include "tests/core/server/tst_Connection.h"
#include "tests/core/server/tst_DatabaseSwap.h"
#include "tests/core/server/tst_Facts.h"
#include "tests/core/server/tst_Scratch.h"
#include "tests/core/server/tst_ServerInventory.h"
#include "tests/core/server/tst_Snapshot.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_Connection, tst_DatabaseSwap, tst_Facts, tst_Scratch,
                                 tst_ServerInventory, tst_Snapshot>(argc, argv);
}
