#pragma once

#include "tests/support/Program.h"

#include <QObject>

#include <functional>
#include <limits>

/// Processes that die, hang or are told to stop while a backup runs, each at moments spread over the run.
class tst_KillFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledDumpIsNoSet_D01();
    void aScheduledDumpThatDiedIsTriedOnceMore_D01();
    void aDumpThatFailsAfterItsOutputIsNoSet_D06();
    void aKilledRunIsRecoveredByTheNext_D02();
    void aTerminatedSessionIsAFailedDump_D04();
    void aKilledBackendIsAFailedDump_D04();
    void aServerStoppedAtOnceIsAFailedDump_D05();
    void aFrozenDumpIsEnded_D22();
    void aStopEndsInTimeAndLeavesNothing_D23();

private:
    void endSessions(const std::function<void(const QByteArray &backend)> &end);

    qint64 m_whole = std::numeric_limits<qint64>::max(); ///< milliseconds a backup takes
    qint64 m_dump = std::numeric_limits<qint64>::max();  ///< of them those that pg_dump lives
};
