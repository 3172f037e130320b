#pragma once

#include "tests/faults/Cable.h"

#include <QObject>

#include <memory>

/// A network that goes, or leads nowhere.
class tst_NetworkFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void aNetworkThatGoesDuringTheDumpFailsInTime_D11();
    void aScheduledRunGetsOverANetworkThatComesBack_D11();
    void aNetworkThatStaysAwayIsNoEndlessRetrying_D11();
    void aServerThatCannotBeReachedIsToldInTime_D12_data();
    void aServerThatCannotBeReachedIsToldInTime_D12();

private:
    std::unique_ptr<masclet::test::Cable> m_cable;
    std::unique_ptr<masclet::test::TempCluster> m_server; ///< at the near end
    std::unique_ptr<masclet::test::Desk> m_desk;          ///< its programs run at the far end
};
