#pragma once

#include "tests/support/Desk.h"
#include "tests/support/DumpStub.h"
#include "tests/support/Invariants.h"

namespace masclet::test
{

/// What the fault tests share: one server for the whole program with a database "shop" that takes pg_dump a
/// while, and per test a desk with a profile for it. Every run is given a password that must not turn up in
/// a file.
class FaultDesk
{
public:
    /// Started at the first call, ended by endServer(). On 127.0.0.1 the role "guarded" needs the password.
    static TempCluster &server();
    static void endServer();
    /// Options of init for a database of it.
    static QStringList connectionTo(const QByteArray &database);

    /// `options` are added to the profile.
    explicit FaultDesk(const QStringList &options = {}, const QByteArray &database = "shop",
                       const QString &criticalTables = QStringLiteral("animals,parts"));

    const Desk &desk() const { return *m_desk; }
    QString repository() const { return m_desk->repository(); }
    /// Instead of the password.
    void setEnvironment(const QStringList &variables) { m_desk->setEnvironment(variables); }
    /// Runs from now on see another day ("-9d"; libfaketime, as its package puts it), and get no password.
    void setDay(const QString &offset);
    ProgramOutcome run(const QStringList &arguments) const { return m_desk->run(arguments); }
    /// A backup without retention.
    ProgramOutcome backup(const QStringList &arguments = {}) const;
    ProgramOutcome backupUnder(const QStringList &wrapper, const QStringList &arguments = {}) const;
    std::unique_ptr<QProcess> startBackup(const QStringList &arguments = {}) const;
    /// Ids of the sets, by date and number.
    QStringList sets() const;
    /// The newest run of this verb as `list --runs --json` shows it.
    QJsonObject newestRun(const QString &verb = QStringLiteral("backup")) const;
    Invariants invariants() const { return Invariants(*m_desk, server()); }

private:
    std::unique_ptr<Desk> m_desk;
};

/// How a program left running ended, as runProgram() says it.
ProgramOutcome outcomeOf(QProcess &process);

/// Waits until a running program has said `text` on standard error; what it said.
QByteArray waitForText(QProcess &process, const QByteArray &text);

} // namespace masclet::test
