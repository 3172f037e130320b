#pragma once

#include "core/notify/Ladder.h"
#include "core/repository/Repository.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QTemporaryDir>
#include <QtTest>

namespace masclet::test
{

/// A person's desk without a server: a home, a repository with history, a profile "masclet_imperi", and what
/// windows need. Everything goes with the object.
class UiDesk
{
public:
    enum class History {
        None,    ///< no profile either
        Profile, ///< a profile, and an empty repository
        Month,   ///< thirty days of sets, two failed runs, the newest set restore-tested
    };
    /// `database` is what the profile protects; the profile itself is always "masclet_imperi".
    explicit UiDesk(History history, const QString &database = QStringLiteral("masclet_imperi"));

    const UiContext &context() const { return m_context; }
    WorkRunner &runner() { return m_runner; }
    FakeClock &clock() { return m_clock; }
    const FakeClock &clock() const { return m_clock; }
    Repository &repository() { return *m_repository; }
    QString path(const QString &name) const { return m_home.filePath(name); }
    void setKeychain(std::shared_ptr<const Keychain> keychain)
    {
        m_services.secrets.keychain = std::move(keychain);
    }
    void setSchedulePlaces(const SchedulePlaces &places) { m_services.schedulePlaces = places; }
    /// Lets cron be that of a machine which is a folder; its places.
    SchedulePlaces useOwnCron();
    /// Path of the program that schedulers start.
    void setCommandLine(const QString &path) { m_context.commandLine = path; }
    void setHomeFolder(const QString &path) { m_context.homeFolder = path; }
    StoredProfile stored() const;
    Profile profile() const { return stored().profile; }
    QString newestSet() const { return m_newest; }

    /// A further profile with a repository of its own, which is empty; its file.
    QString addProfile(const QString &name);
    /// A set of that day; `bytes` of archive, which nobody can read as one.
    void addSet(const RepositoryLock &lock, qsizetype bytes, SetState state);
    /// In the place of the alarms that are open.
    void putAlarms(const QList<Incident> &incidents);
    void addFailedRun(const RepositoryLock &lock, const QString &message);

private:
    void makeProfile(const QString &database);
    void makeMonth();
    void addTestRun(const RepositoryLock &lock);
    ServiceEnvironment environment() const;
    RunRecord runRecord(const QString &verb) const;

    QTemporaryDir m_home{QStringLiteral("/tmp/mui-XXXXXX")};
    FakeClock m_clock{QDateTime(QDate(2025, 1, 20), QTime(1, 0, 7), Qt::UTC)};
    std::optional<Repository> m_repository;
    ServiceEnvironment m_services;
    WorkRunner m_runner{m_clock};
    UiContext m_context{m_services, {}, m_runner};
    QString m_newest;
};

} // namespace masclet::test
