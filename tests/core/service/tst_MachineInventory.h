#pragma once

#include "core/service/MachineInventory.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeTool.h"
#include "tests/support/LogCapture.h"

#include <QObject>

class tst_MachineInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisMachineAnswers();
    void packagesAndServicesBecomeFacts();
    void containersBecomeFactsWithoutTheirSecrets();
    void missingAndFailingProgramsAreTold();
    void aStopEndsIt_D23();

private:
    masclet::Result<masclet::MachineInventory> read(const masclet::MachinePrograms &programs);

    masclet::test::FakeClock m_clock{QDateTime::fromSecsSinceEpoch(1'740'000'000, Qt::UTC)};
    masclet::test::LogCapture m_log;
    std::stop_source m_stop;
};
