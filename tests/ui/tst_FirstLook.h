#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

class tst_FirstLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theTestTellsServerToolsAndRights();
    void theTestTellsWhatTheRoleMayNotRead();
    void missingToolsAreToldBesideTheServer();
    void aNewerServersOwnToolsCanBeNamed();
    void checksAreProposedFromWhatWasMeasured();
    void aBackupOfChosenKindsLeadsToItsTest();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
