#include "tests/faults/FaultDesk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace masclet::test
{

namespace
{

std::unique_ptr<TempCluster> sharedServer;
const QStringList backupOnly{QStringLiteral("backup"), QStringLiteral("--no-retention")};

/// About 5 MB of dump: some tenths of a second, so that a fault at a random moment finds something to hit.
constexpr char shop[] = "CREATE TABLE public.animals AS SELECT n AS id, md5(n::text) AS nom, "
                        "repeat(md5(n::text), 4) AS note FROM generate_series(1, 30000) AS n;"
                        "CREATE TABLE public.parts AS SELECT n AS id FROM generate_series(1, 1000) AS n;";

template <class T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(*result);
}

} // namespace

TempCluster &FaultDesk::server()
{
    if (!sharedServer) {
        TempCluster::Options options;
        options.listen = TempCluster::Listen::Loopback;
        options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256")};
        sharedServer = orDie(TempCluster::start(options));
        if (!sharedServer->createDatabase("shop"))
            qFatal("no database");
        orDie(sharedServer->psql("shop", shop));
        orDie(sharedServer->psql("shop", "CREATE ROLE guarded SUPERUSER LOGIN PASSWORD '" +
                                             Invariants::password().toUtf8() + "'"));
    }
    return *sharedServer;
}

QStringList FaultDesk::connectionTo(const QByteArray &database)
{
    return {QStringLiteral("--host"),         server().socketFolder(),    QStringLiteral("--port"),
            QString::number(server().port()), QStringLiteral("--dbname"), QString::fromUtf8(database),
            QStringLiteral("--user"),         QStringLiteral("postgres")};
}

void FaultDesk::endServer()
{
    sharedServer.reset();
}

FaultDesk::FaultDesk(const QStringList &options, const QByteArray &database, const QString &criticalTables)
    : m_desk(orDie(Desk::make(server(), database,
                              QStringList{QStringLiteral("--restore-test"), QStringLiteral("never"),
                                          QStringLiteral("--critical-tables"), criticalTables} +
                                  options)))
{
    m_desk->setEnvironment({QStringLiteral("PGPASSWORD=") + Invariants::password()});
}

void FaultDesk::setDay(const QString &offset)
{
    setEnvironment({QStringLiteral("LD_PRELOAD=/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
                    QStringLiteral("FAKETIME=") + offset, QStringLiteral("DONT_FAKE_MONOTONIC=1")});
}

ProgramOutcome FaultDesk::backup(const QStringList &arguments) const
{
    return run(backupOnly + arguments);
}

ProgramOutcome FaultDesk::backupUnder(const QStringList &wrapper, const QStringList &arguments) const
{
    return m_desk->runUnder(wrapper, backupOnly + arguments);
}

std::unique_ptr<QProcess> FaultDesk::startBackup(const QStringList &arguments) const
{
    return m_desk->start(backupOnly + arguments);
}

QStringList FaultDesk::sets() const
{
    QStringList ids =
        QDir(repository() + QStringLiteral("/sets")).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (QString &id : ids)
        id.chop(5);
    // The first of a day has no number.
    const auto when = [](const QString &id) {
        return qMakePair(id.section(u'-', 0, 0), id.section(u'-', 1).toInt());
    };
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) { return when(a) < when(b); });
    return ids;
}

QJsonObject FaultDesk::newestRun(const QString &verb) const
{
    const ProgramOutcome listed =
        run({QStringLiteral("list"), QStringLiteral("--runs"), QStringLiteral("--json")});
    const QJsonArray runs =
        QJsonDocument::fromJson(listed.output).object().value(QStringLiteral("runs")).toArray();
    for (const QJsonValue &run : runs) { // newest first
        if (run[QStringLiteral("verb")].toString() == verb)
            return run.toObject();
    }
    return {};
}

ProgramOutcome outcomeOf(QProcess &process)
{
    process.waitForFinished(120'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode(),
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray waitForText(QProcess &process, const QByteArray &text)
{
    QElapsedTimer timer;
    timer.start();
    process.setReadChannel(QProcess::StandardError);
    QByteArray said;
    while (!said.contains(text) && timer.elapsed() < 30'000 && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(100);
        said += process.readAllStandardError();
    }
    return said;
}

} // namespace masclet::test
