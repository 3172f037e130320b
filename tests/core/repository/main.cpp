#include "tests/core/repository/tst_Journal.h"
#include "tests/core/repository/tst_JournalSearch.h"
#include "tests/core/repository/tst_Lock.h"
#include "tests/core/repository/tst_Manifest.h"
#include "tests/core/repository/tst_Pruner.h"
#include "tests/core/repository/tst_Publishing.h"
#include "tests/core/repository/tst_PublishingFaults.h"
#include "tests/core/repository/tst_Recovery.h"
#include "tests/core/repository/tst_Repository.h"
#include "tests/core/repository/tst_RetentionPolicy.h"
#include "tests/core/repository/tst_RunRecord.h"
#include "tests/core/repository/tst_SetList.h"
#include "tests/support/OwnMounts.h"
#include "tests/support/TestMain.h"

int main(int argc, char **argv)
{
    if (!masclet::test::enterOwnMounts()) // some mount small file systems
        qWarning("no mounts of our own: errno %d", errno);
    return masclet::test::runAll<tst_Journal, tst_JournalSearch, tst_Lock, tst_Manifest, tst_Pruner,
                                 tst_Publishing, tst_PublishingFaults, tst_Recovery, tst_Repository,
                                 tst_RetentionPolicy, tst_RunRecord, tst_SetList>(argc, argv);
}
