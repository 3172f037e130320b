#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

/// The password that a new profile's scheduled runs need: chosen, stored and proven in the wizard.
class tst_ScheduledPassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void itIsStoredAndProvenByKeyboard();
    void oneThatIsRefusedIsStoredNowhere();
    void oneForThisSessionAloneFailsAtNight();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
