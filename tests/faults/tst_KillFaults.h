#pragma once

#include "tests/support/Program.h"

#include <QObject>

/// Processes that die, hang or are told to stop while a backup runs, each at moments spread over the run.
class tst_KillFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledDumpIsNoSet_D01();
    void aDumpThatFailsAfterItsOutputIsNoSet_D06();
    void aKilledRunIsRecoveredByTheNext_D02();
    void aTerminatedSessionIsAFailedDump_D04();
    void aKilledBackendIsAFailedDump_D04();
    void aServerStoppedAtOnceIsAFailedDump_D05();
    void aFrozenDumpIsEnded_D22();
    void aStopEndsInTimeAndLeavesNothing_D23();

private:
    int momentWithin(qint64 milliseconds) const;

    qint64 m_whole = 0; ///< milliseconds a backup takes
    qint64 m_dump = 0;  ///< of them those behind "Dumping the database"
};
