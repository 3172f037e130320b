#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

/// Backups from a hot standby.
class tst_StandbyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aStandbyIsBackedUpAndTestedInASandbox_D16();
    void jobsAreOneOnAStandby_D16();
    void replayThatEndsTheDumpIsExplained_D16_data();
    void replayThatEndsTheDumpIsExplained_D16();
    void aStandbyIsNoPlaceForARestoreTest_D16();

private:
    /// What the primary has is on the standby as well.
    void waitForReplay() const;

    std::unique_ptr<masclet::test::TempCluster> m_primary;
    std::unique_ptr<masclet::test::TempCluster> m_standby;
};
