#pragma once

#include "core/server/Connection.h"
#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

class tst_Connection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void databasesWithOddNamesAreReached_data();
    void databasesWithOddNamesAreReached();
    void namesStayBytesInEveryEncoding();
    void trapsInPublicAreNotTouched();
    void settingsOfRoleAndDatabaseDoNotReachUs();
    void wrongAndMissingPasswordsAreCredentials();
    void aMissingDatabaseIsConfiguration();
    void stoppingCancelsTheRunningQuery();
    void aTerminatedSessionIsReportedAsLost();
    void parametersKeepNullAndQuotes();
    void oneStringIsOneTransaction();
    void statementsThatBeginACopyAreRefused();
    void copyReportsTheServersCount();
    void aBadRowFailsTheCopy();
    void aCancelledCopyLeavesNothing();
    void stoppingDuringCopyLeavesNothing();
    void noticesAreKeptWithinALimit();

private:
    masclet::Connection connect(const QByteArray &database = "postgres");
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
