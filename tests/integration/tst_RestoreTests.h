#pragma once

#include "tests/support/TempServers.h"

#include <QObject>

class tst_RestoreTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everySetIsRestoreTested_data();
    void everySetIsRestoreTested();
    void copiesThatDifferAreNeverTested_data();
    void copiesThatDifferAreNeverTested();
    void damagedArchivesAreFoundWhileLoading();
    void functionsThatNeedASearchPathAreExplained();
    void leftoversOfOursAreDroppedAndOthersStay();
    void aLeftoverThatCannotBeDroppedHindersNothing();
    void rolesMissingOnAnotherServerAreToldApart();
    void olderServersAreRefused();
    void stoppingLeavesNothing_data();
    void stoppingLeavesNothing();
    void killedTestsLeaveNothingAfterTheNext();
    void hostileStatementsReachNothingOutsideTheSandbox();
    void failedTestsKeepRetentionFromDeleting();
    void aPlaceThatIsGoneFailsOnlyTheTest();
    void aServerThatIsDownFailsOnlyTheTest();
    void aDryRunIsTheWholePlan();

private:
    /// Databases with "_test_" in their names.
    QByteArray scratchDatabases() const;

    masclet::test::TempServers m_servers;
    const masclet::test::TempCluster *m_cluster = nullptr; ///< the one of major 15
};
