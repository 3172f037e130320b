#pragma once

#include "core/server/Snapshot.h"
#include "tests/support/TempCluster.h"

#include <QObject>

class tst_Snapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aChangedTableIsNoticed_data();
    void aChangedTableIsNoticed();
    void ordinaryWorkIsNoAlarm();
    void aSchemaThatMayNotBeEnteredIsNoSwap();
    void aSchemaRenamedDuringTheDumpIsNoticed();
    void aDeadExporterIsAFailedDump();
    void countsAreThoseOfTheSnapshot();
    void aLockedTableStaysUncounted();
    void rowSecurityLeavesATableUncounted();
    void aLockedTableDoesNotHoldUpTheFacts();
    void missingRightsAreListed();
    void onlyTheTrustedReadPasswordsOfRoles();
    void pgDumpTakesTheSnapshot();
    void holdersOfExclusiveLocksAreNamed();
    void leftoverSessionsAreEnded();
    void sessionsOfToolsAreEndedByTheirOwner();
    void theWayInIsThatOfTheServer();
    void theDataFolderIsForTheTrusted();
    void byteasThatAreTooLongAreFound_D18();

private:
    masclet::Result<masclet::Snapshot> open(const QByteArray &database, const QByteArray &user = "postgres");
    void run(const QByteArray &database, const QByteArray &sql);
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
