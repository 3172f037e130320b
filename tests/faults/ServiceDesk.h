#pragma once

#include "core/procedure/StepJournal.h"
#include "core/repository/Repository.h"
#include "tests/faults/FaultDesk.h"
#include "tests/support/FakeServices.h"

#include <QFile>

#include <csignal>

namespace masclet::test
{

inline const QString web = QStringLiteral("web.service");
inline const QString queue = QStringLiteral("queue");
inline const QString stopFlag = QStringLiteral("--stop-services");
/// The database of a ServiceDesk; its tests make it.
inline const QByteArray servedDatabase = "small";

inline constexpr char serviceTables[] = R"(
[[services]]
name = "web"
controller = "systemd"
unit = "web.service"
time_limit = "30s"
[[services]]
name = "queue"
controller = "docker"
container = "queue"
time_limit = "30s"
)";

/// A desk whose profile has two services, both running: web (systemd) and queue (docker).
struct ServiceDesk {
    explicit ServiceDesk(const QByteArray &services = serviceTables)
        : desk({QStringLiteral("--systemctl"), fake.path("systemctl"), QStringLiteral("--docker"),
                fake.path("docker")},
               servedDatabase, {})
    {
        QFile profile(desk.desk().home() + QStringLiteral("/config/masclet-backup/profiles/desk.toml"));
        if (!profile.open(QIODevice::Append) || profile.write(services) < 0)
            qFatal("cannot write the profile");
        startAll();
    }
    void startAll() const
    {
        fake.set(web, FakeServices::State::Running);
        fake.set(queue, FakeServices::State::Running);
        fake.forgetCalls();
    }
    bool bothRun() const { return fake.isRunning(web) && fake.isRunning(queue); }
    QList<JournalRecord> records() const
    {
        const auto repository = Repository::open(desk.repository(), m_clock);
        return repository ? repository->journal().records().value_or(QList<JournalRecord>())
                          : QList<JournalRecord>();
    }
    QList<OpenStep> open() const { return openSteps(records()); }
    ProgramOutcome backup(const QStringList &arguments = {}) const
    {
        return desk.backup(QStringList{stopFlag} + arguments);
    }
    ProgramOutcome status() const { return desk.run({QStringLiteral("status")}); }
    ProgramOutcome verify() const { return desk.run({QStringLiteral("verify"), QStringLiteral("--all")}); }

    FakeServices fake;
    FaultDesk desk;

private:
    SystemClock m_clock;
};

inline constexpr int critical = 2; // as Nagios counts
inline constexpr int actionNeeded = 22;
inline constexpr int killed = 128 + SIGKILL;

} // namespace masclet::test
