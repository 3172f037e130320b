#include "core/service/HistoryService.h"

#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// As large as RunLog lets them grow, and a little.
constexpr qint64 logLimit = 80LL * 1024 * 1024;

bool belongsTo(const StoredSet &set, const Profile &profile)
{
    if (profile.id.isEmpty())
        return true;
    return set.readable ? set.profileId == profile.id : set.id.startsWith(profile.name + QChar(u'_'));
}

LogLevel levelFromName(const QString &name)
{
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Error}) {
        if (name == nameOf(level))
            return level;
    }
    return LogLevel::Warning;
}

RunLogLine readLine(const QByteArray &line)
{
    const Result<QJsonObject> object = parseJsonObject(line, ErrorKind::Storage);
    if (!object)
        return {{}, LogLevel::Warning, oneLine(line)};
    JsonFields fields(*object, QStringLiteral("log"), ErrorKind::Storage);
    return {fields.utc("t"), levelFromName(fields.text("level")), fields.text("text")};
}

/// Date and number of "<profile>_<YYYYMMDD>-<number>": what a set with a broken manifest still tells.
std::pair<QString, int> placeInTime(const QString &setId)
{
    const QString tail = setId.section(QChar(u'_'), -1);
    return {tail.section(QChar(u'-'), 0, 0), qMax(1, tail.section(QChar(u'-'), 1).toInt())};
}

/// A broken newest set must not be passed over in silence.
bool isNewerByName(const QString &setId, const QString &other)
{
    return placeInTime(setId) > placeInTime(other);
}

} // namespace

QList<StoredSet> setsOf(const QList<StoredSet> &all, const Profile &profile)
{
    QList<StoredSet> sets;
    std::copy_if(all.begin(), all.end(), std::back_inserter(sets),
                 [&](const StoredSet &set) { return belongsTo(set, profile); });
    return sets;
}

Result<QList<StoredSet>> readSets(const Repository &repository, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const QList<StoredSet> all, repository.sets());
    return setsOf(all, profile);
}

Result<QList<RunRecord>> readRuns(const Repository &repository, const Profile &profile, int most)
{
    JournalWish wish;
    wish.profileId = profile.id;
    wish.newest = most;
    MASCLET_TRY_ASSIGN(JournalFinds finds, repository.journal().find(wish));
    return std::move(finds.runs);
}

Result<std::optional<RunRecord>> runThatMade(const Repository &repository, const StoredSet &set)
{
    JournalWish wish;
    wish.run = set.runId;
    MASCLET_TRY_ASSIGN(const JournalFinds finds, repository.journal().find(wish));
    if (set.runId.isEmpty() || finds.runs.isEmpty())
        return std::optional<RunRecord>();
    return finds.runs.first();
}

Result<StoredSet> findSet(const Repository &repository, const Profile &profile, const QString &setId)
{
    if (!setId.isEmpty())
        return repository.set(setId);
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    const StoredSet *newest = nullptr;
    for (const StoredSet &set : sets) { // newest first, the broken ones at the end
        if (belongsTo(set, profile) && (!newest || (!set.readable && isNewerByName(set.id, newest->id))))
            newest = &set;
    }
    if (newest)
        return *newest;
    return fail(ErrorKind::Usage, Tr::tr("There is no set yet."),
                Tr::tr("\"masclet-backup backup\" makes one."));
}

Result<QList<RunLogLine>> readRunLog(const Repository &repository, const QString &runId)
{
    if (!isRunId(runId))
        return fail(ErrorKind::Usage, Tr::tr("\"%1\" is not the id of a run.").arg(oneLine(runId, 100)),
                    Tr::tr("\"masclet-backup list --runs\" shows them."));
    MASCLET_TRY_ASSIGN(const Directory folder, repository.root().openChild("runs"));
    const QByteArray name = runId.toLatin1() + ".log";
    MASCLET_TRY_ASSIGN(const bool there, folder.exists(name));
    if (!there)
        return fail(ErrorKind::Usage, Tr::tr("There is no log of the run %1.").arg(runId),
                    Tr::tr("Logs are deleted after 400 days; the run itself stays in the journal."));
    MASCLET_TRY_ASSIGN(const QByteArray text, folder.readFile(name, logLimit));
    QList<RunLogLine> lines;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty())
            lines << readLine(line);
    }
    return lines;
}

LogExtract extractLog(const QList<RunLogLine> &log, const LogWish &wish)
{
    LogExtract extract;
    for (const RunLogLine &line : log) {
        extract.errors += line.level == LogLevel::Error ? 1 : 0;
        extract.warnings += line.level == LogLevel::Warning ? 1 : 0;
        if (line.level < wish.level || !line.text.contains(wish.text, Qt::CaseInsensitive))
            continue;
        ++extract.matching;
        extract.lines << line;
        if (extract.lines.size() > wish.most)
            extract.lines.removeFirst();
    }
    return extract;
}

Result<> changePin(const ServiceEnvironment &environment, const QString &repositoryPath, const QString &setId,
                   Pin pin, const QString &note, const std::stop_token &stop)
{
    // A set without its pin is the next retention's to delete.
    if (pin == Pin::Lift)
        MASCLET_TRY(checkRight(environment, Right::Delete));
    MASCLET_TRY_ASSIGN(Repository repository, Repository::open(repositoryPath, environment.clock));
    const QString verb = pin == Pin::Set ? QStringLiteral("pin") : QStringLiteral("unpin");
    MASCLET_TRY_ASSIGN(const RepositoryLock lock,
                       repository.lock({verb, {}, environment.author}, std::chrono::milliseconds(0), stop));
    MASCLET_TRY(repository.set(setId));
    const EvidenceType type = pin == Pin::Set ? EvidenceType::Pinned : EvidenceType::Unpinned;
    const QString &author = environment.author;
    MASCLET_TRY(repository.journal().append(lock, nameOf(type),
                                            {{QStringLiteral("set"), setId},
                                             {QStringLiteral("author"), author},
                                             {QStringLiteral("note"), note}}));
    return repository.appendEvidence(lock, setId, {type, environment.clock.now(), {}, author, note, {}});
}

} // namespace masclet
