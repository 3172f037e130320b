#pragma once

#include "core/process/ToolCommand.h"
#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

/// The promises of ToolProcess kept with PostgreSQL's own programs and a real server.
class tst_RealTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void passwordsReachLibpqThroughThePassFile_K05_data();
    void passwordsReachLibpqThroughThePassFile_K05();
    void workersOfADumpReadThePassFileAsWell();
    void aWrongPasswordIsRefusedWithoutAsking_D21_K07();
    void killingTheLeaderEndsItsWorkersAndSessions_D03();
    void aFrozenDumpEndsWithItsSession_D22();
    void stoppingADumpEndsItsSession_D23();

private:
    masclet::ToolCommand client(const char *name, const QList<QByteArray> &arguments,
                                const QByteArray &password) const;
    int sessions() const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
