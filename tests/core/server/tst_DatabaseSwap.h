#pragma once

#include "core/server/DatabaseSwap.h"
#include "tests/support/TempCluster.h"

#include <QObject>

class tst_DatabaseSwap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void aTargetIsDescribed_data();
    void aTargetIsDescribed();
    void whatIsNotThereIsNoTarget();
    void sessionsAreNamedAndEnded_R03();
    void aRoleThatSeesLittleFindsTheSessionsOfOthers_R03();
    void autovacuumKeepsNobodyFromEndingSessions();
    void aDatabaseRefusesAndTakesConnectionsAgain();
    void renamingIsAllOrNothing();
    void aSwapChangesNamesAndComments();
    void aBusyDatabaseIsNotRenamed_R03();
    void freeNamesStepAroundTakenOnes();
    void whatStaysBehindIsNamed();
    void aDatabaseIsDroppedWithItsSessions();
    void whatKeepsADatabaseIsNamed();

private:
    masclet::Connection connect(const QByteArray &database = "postgres") const;
    QByteArray ask(const QByteArray &database, const QByteArray &sql) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
