#include "tests/integration/tst_Alarms.h"
#include "tests/integration/tst_Damage.h"
#include "tests/integration/tst_DatabaseNames.h"
#include "tests/integration/tst_EmptyMachine.h"
#include "tests/integration/tst_Encryption.h"
#include "tests/integration/tst_FileRestore.h"
#include "tests/integration/tst_ForeignFiles.h"
#include "tests/integration/tst_Formats.h"
#include "tests/integration/tst_HardDatabases.h"
#include "tests/integration/tst_HostileArchives.h"
#include "tests/integration/tst_Impact.h"
#include "tests/integration/tst_Inspect.h"
#include "tests/integration/tst_KeptDatabases.h"
#include "tests/integration/tst_Kinds.h"
#include "tests/integration/tst_Memory.h"
#include "tests/integration/tst_OperatorMode.h"
#include "tests/integration/tst_Restore.h"
#include "tests/integration/tst_RestoreCases.h"
#include "tests/integration/tst_RestoreTests.h"
#include "tests/integration/tst_RoundTrip.h"
#include "tests/integration/tst_SeedCommands.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    return masclet::test::runAll<tst_SeedCommands, tst_RoundTrip, tst_RestoreTests, tst_Restore, tst_Kinds,
                                 tst_FileRestore, tst_Inspect, tst_KeptDatabases, tst_ForeignFiles,
                                 tst_HostileArchives, tst_EmptyMachine, tst_Encryption, tst_Formats,
                                 tst_Memory, tst_OperatorMode, tst_HardDatabases, tst_Damage,
                                 tst_DatabaseNames, tst_RestoreCases, tst_Alarms, tst_Impact>(argc, argv);
}
