#include "tests/support/Invariants.h"

#include "core/base/ExitCode.h"
#include "core/catalog/Catalog.h"
#include "core/catalog/SetJson.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>
#include <thread>

namespace masclet::test
{

namespace
{

const SystemClock clock;
constexpr int patience = 5'000; ///< milliseconds for what was told to end

QByteArray databaseNames(const TempCluster &cluster)
{
    return cluster.psql("postgres", "SELECT datname FROM pg_catalog.pg_database ORDER BY 1")
        .value_or(QByteArrayLiteral("no server"));
}

QByteArray sessions(const TempCluster &cluster)
{
    return cluster
        .psql("postgres", "SELECT application_name || ': ' || query FROM pg_catalog.pg_stat_activity "
                          "WHERE backend_type = 'client backend' AND pid <> pg_catalog.pg_backend_pid()")
        .value_or(QByteArrayLiteral("no server"));
}

/// Command lines of processes that name one of the folders; the test's own server is none of ours, the one of
/// a sandbox is.
QByteArray processesNaming(const QStringList &folders, const TempCluster &cluster)
{
    const QByteArray ownServer = QByteArrayLiteral("\0-D\0") + cluster.dataFolder().toUtf8() + '\0';
    QByteArray found;
    for (const QString &number : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(number));
        if (number.toInt() <= 0 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        if (line.left(line.indexOf('\0')).endsWith("/postgres") && line.contains(ownServer))
            continue;
        for (const QString &folder : folders) {
            if (line.contains(folder.toUtf8()))
                found += QByteArray(line).replace('\0', ' ') + '\n';
        }
    }
    return found;
}

template <class Look>
void expectNone(const QString &what, const Look &look, QStringList &lines)
{
    QElapsedTimer timer;
    timer.start();
    QByteArray left = look();
    while (!left.isEmpty() && timer.elapsed() < patience) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        left = look();
    }
    if (!left.isEmpty())
        lines << QStringLiteral("I3: %1 left: %2").arg(what, QString::fromUtf8(left.left(500)));
}

template <class T>
QStringList documents(const QList<T> &list)
{
    QStringList texts;
    for (const T &item : list)
        texts << QString::fromUtf8(QJsonDocument(toJson(item)).toJson(QJsonDocument::Compact));
    std::sort(texts.begin(), texts.end());
    return texts;
}

/// What is in one list only.
QString difference(const QStringList &expected, const QStringList &found)
{
    QStringList lines;
    for (const QString &line : expected)
        if (!found.contains(line))
            lines << QStringLiteral("missing ") + line.left(400);
    for (const QString &line : found)
        if (!expected.contains(line))
            lines << QStringLiteral("surplus ") + line.left(400);
    return lines.join(u'\n');
}

QStringList idsOf(const Repository &repository)
{
    QStringList ids;
    for (const StoredSet &set : repository.sets().value_or(QList<StoredSet>()))
        ids << set.id;
    return ids;
}

/// Paths in a checksum file; of an archive that is a folder it lists what is in it.
QStringList listedIn(const QString &checksums)
{
    QStringList paths;
    QFile file(checksums);
    if (!file.open(QIODevice::ReadOnly))
        return paths;
    const QByteArrayList lines = file.readAll().split('\n');
    constexpr qsizetype before = 66; // 64 digits and two blanks
    for (const QByteArray &line : lines) {
        if (line.size() > before)
            paths << QString::fromUtf8(line.mid(before));
    }
    return paths;
}

/// I7: what the newest run of this verb should be in the journal when its program ended like this.
QString disagreement(const Repository &repository, const ProgramOutcome &outcome, const QString &verb)
{
    const auto records = repository.journal().records();
    if (!records)
        return records.error().message;
    const QList<RunRecord> runs = runsOf(*records);
    const auto running = std::find_if(runs.begin(), runs.end(),
                                      [](const RunRecord &run) { return run.state == RunState::Running; });
    if (running != runs.end())
        return QStringLiteral("the run %1 is still running in the journal").arg(running->id);
    if (outcome.exitCode == 128 + 9) // may have been before the first record or after the last
        return {};
    const auto newest =
        std::find_if(runs.begin(), runs.end(), [&](const RunRecord &run) { return run.verb == verb; });
    if (newest == runs.end())
        return QStringLiteral("no run in the journal");
    // 22 of a run that did its work: a service that a dead run stopped is still down.
    const bool alarmed = outcome.exitCode == 22 && newest->state == RunState::Warnings;
    const bool stopped = outcome.exitCode > 128;
    const bool agrees = stopped ? newest->state == RunState::Stopped
                                : newest->exitCode == outcome.exitCode &&
                                      (newest->state == RunState::Failed || alarmed) ==
                                          (outcome.exitCode != exitOk && outcome.exitCode != exitWarnings &&
                                           outcome.exitCode != 19);
    return agrees ? QString()
                  : QStringLiteral("exit code %1, recorded %2 with %3")
                        .arg(outcome.exitCode)
                        .arg(nameOf(newest->state))
                        .arg(newest->exitCode);
}

} // namespace

Invariants::Invariants(const Desk &desk, const TempCluster &cluster)
    : m_desk(desk)
    , m_cluster(cluster)
    , m_databases(databaseNames(cluster))
{
    if (const auto repository = Repository::open(desk.repository(), clock))
        m_sets = idsOf(*repository);
}

QByteArray Invariants::broken(const ProgramOutcome &outcome, const QString &verb) const
{
    QByteArray lines = broken();
    const auto repository = Repository::open(m_desk.repository(), clock);
    const QString problem = repository ? disagreement(*repository, outcome, verb) : QString();
    if (!problem.isEmpty())
        lines += "I7: " + problem.toUtf8() + '\n';
    return lines.isEmpty() ? lines : lines + "after: " + outcome.errorOutput + outcome.output;
}

QByteArray Invariants::broken() const
{
    QStringList lines;
    const ProgramOutcome verified = m_desk.run({QStringLiteral("verify"), QStringLiteral("--all")});
    const auto repository = Repository::open(m_desk.repository(), clock);
    if (!repository)
        return repository.error().message.toUtf8();
    const QStringList ids = idsOf(*repository);
    // Without a set, which is a usage error, "list" does not clean up; "retention" is a run as well.
    const bool good = ids.isEmpty() ? m_desk.run({QStringLiteral("retention"), QStringLiteral("--apply"),
                                                  QStringLiteral("--yes"), QStringLiteral("desk")})
                                              .exitCode != 1
                                    : verified.exitCode == 0;
    if (!good)
        lines << QStringLiteral("I1: verify ended with %1: %2")
                     .arg(verified.exitCode)
                     .arg(QString::fromUtf8(verified.errorOutput + verified.output));
    for (const QString &id : m_sets) {
        if (m_retention == Retention::Off && !ids.contains(id))
            lines << QStringLiteral("I2: %1 is gone").arg(id);
    }
    checkFiles(*repository, lines);
    checkRemains(lines);
    checkCatalog(*repository, lines);
    checkSecret(lines);
    const ProgramOutcome audit = m_desk.run({QStringLiteral("audit"), QStringLiteral("verify")});
    if (audit.exitCode != 0)
        lines << QStringLiteral("I7: audit: %1").arg(QString::fromUtf8(audit.output + audit.errorOutput));
    return lines.join(u'\n').toUtf8();
}

void Invariants::checkFiles(const Repository &repository, QStringList &lines) const
{
    QStringList expected;
    const auto sets = repository.sets();
    if (!sets) {
        lines << QStringLiteral("I1: %1").arg(sets.error().message);
        return;
    }
    for (const StoredSet &set : *sets) {
        for (const StoredSet::File &file : set.files)
            expected << QString::fromUtf8(file.path);
        for (const char *suffix : {".json", ".sha256", ".evidence.jsonl"})
            expected << QStringLiteral("sets/%1%2").arg(set.id, QLatin1String(suffix));
        expected << listedIn(QStringLiteral("%1/sets/%2.sha256").arg(m_desk.repository(), set.id));
        QProcess sums;
        sums.setWorkingDirectory(m_desk.repository());
        sums.start(QStringLiteral("/usr/bin/sha256sum"),
                   {QStringLiteral("-c"), QStringLiteral("--quiet"), QStringLiteral("--strict"),
                    QStringLiteral("sets/%1.sha256").arg(set.id)});
        sums.waitForFinished(-1);
        if (sums.exitCode() != 0)
            lines << QStringLiteral("I1: sha256sum: %1").arg(QString::fromUtf8(sums.readAll()));
    }
    QStringList found;
    for (const char *folder : {"db", "sets", ".staging"}) {
        QDirIterator names(m_desk.repository() + u'/' + QLatin1String(folder),
                           QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (names.hasNext())
            found << QDir(m_desk.repository()).relativeFilePath(names.next());
    }
    if (const QString surplus = difference(expected, found); !surplus.isEmpty())
        lines << QStringLiteral("I1, I3: files: %1").arg(surplus);
}

void Invariants::checkRemains(QStringList &lines) const
{
    expectNone(
        QStringLiteral("process"),
        [&] {
            return processesNaming({m_cluster.socketFolder(), m_desk.home(), m_desk.runtime()}, m_cluster);
        },
        lines);
    expectNone(
        QStringLiteral("temporary file"),
        [&] {
            return QDir(m_desk.runtime())
                .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
                .join(u' ')
                .toUtf8();
        },
        lines);
    expectNone(
        QStringLiteral("session"), [&] { return sessions(m_cluster); }, lines);
    if (const QByteArray now = databaseNames(m_cluster); now != m_databases)
        lines << QStringLiteral("I3: databases: %1").arg(QString::fromUtf8(now));
}

void Invariants::checkCatalog(const Repository &repository, QStringList &lines) const
{
    const auto catalog =
        Catalog::open(m_desk.home() + QStringLiteral("/state/masclet-backup/catalog.sqlite"), clock);
    const auto sets = catalog ? catalog->sets({}) : fail(catalog.error());
    const auto runs = catalog ? catalog->runs({}) : fail(catalog.error());
    const auto records = repository.journal().records();
    if (!sets || !runs || !records) {
        lines << QStringLiteral("I5: catalog or journal cannot be read");
        return;
    }
    const QString setsDiffer =
        difference(documents(repository.sets().value_or(QList<StoredSet>())), documents(*sets));
    const QString runsDiffer = difference(documents(runsOf(*records)), documents(*runs));
    if (!setsDiffer.isEmpty() || !runsDiffer.isEmpty())
        lines << QStringLiteral("I5: %1\n%2").arg(setsDiffer, runsDiffer);
}

void Invariants::checkSecret(QStringList &lines) const
{
    QDirIterator files(m_desk.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(password().toUtf8()))
            lines << QStringLiteral("I6: %1 holds the password").arg(file.fileName());
    }
}

} // namespace masclet::test
