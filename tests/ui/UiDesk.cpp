#include "tests/ui/UiDesk.h"

#include "core/base/Hash.h"
#include "core/notify/AlarmBook.h"
#include "core/service/OverviewService.h"
#include "core/service/ProfileProposal.h"
#include "tests/support/SampleFacts.h"

#include <QDir>

#include <unistd.h>

namespace masclet::test
{

namespace
{

const QString profileId = QStringLiteral("0123456789abcdef0123456789abcdef");

template <class Result>
void mustWork(const Result &result)
{
    if (!result)
        qFatal("%s", reason(result).constData());
}

QList<ManifestTable> someTables(qint64 day)
{
    QList<ManifestTable> tables;
    const QList<std::pair<QByteArray, qint64>> rows{{"animals", 347 + day * 3},
                                                    {"parts", 1211 + day * 9},
                                                    {"users", 12},
                                                    {"documents", 88 + day},
                                                    {"movements", 20'480 + day * 130}};
    quint32 oid = 16390;
    for (const auto &[name, count] : rows) {
        ManifestTable table;
        table.oid = ++oid;
        table.schema = "public";
        table.name = name;
        table.rows = count;
        if (name == "animals" || name == "parts")
            table.countedRows = count;
        tables << table;
    }
    return tables;
}

} // namespace

UiDesk::UiDesk(History history, const QString &database)
    : m_services(environment())
{
    m_context.proposedRepository = path(QStringLiteral("backups"));
    m_context.workingFolder = m_home.path();
    if (history == History::None)
        return;
    makeProfile(database);
    if (history == History::Month)
        makeMonth();
    mustWork(refreshCatalog(m_services, profile()));
}

ServiceEnvironment UiDesk::environment() const
{
    ProfileLocations places;
    places.userFolder = m_home.filePath(QStringLiteral("config/masclet-backup/profiles"));
    places.systemFolder = m_home.filePath(QStringLiteral("system"));
    return {.clock = m_clock,
            .secrets = {},
            .stateFolder = m_home.filePath(QStringLiteral("state/masclet-backup")),
            .runtimeFolder = QStringLiteral("/tmp"),
            .toolRoots = {},
            .author = QStringLiteral("marta@granja"),
            .who = {::geteuid(), QStringLiteral("marta"), {}},
            .policyFile = {},
            .program = QStringLiteral("masclet-backup test"),
            .machine = QStringLiteral("granja"),
            .profiles = ProfileStore(places, ::geteuid())};
}

void UiDesk::makeProfile(const QString &database)
{
    StoredProfile stored;
    stored.profile.name = QStringLiteral("masclet_imperi");
    stored.profile.id = profileId;
    stored.profile.path = m_services.profiles.newPath(stored.profile.name);
    stored.give(*optionByPath(QStringLiteral("title")), QStringLiteral("Masclet Imperi"));
    stored.give(*optionByPath(QStringLiteral("connection.dbname")), database);
    stored.give(*optionByPath(QStringLiteral("repository.path")), path(QStringLiteral("backups")));
    stored.give(*optionByPath(QStringLiteral("schedule.zone")), QStringLiteral("Europe/Madrid"));
    stored.give(*optionByPath(QStringLiteral("checks.minimum_size")), qint64(16) * 1024);
    stored.give(*optionByPath(QStringLiteral("checks.free_space")), qint64(1024));
    mustWork(m_services.profiles.create(stored));
    Result<Repository> repository = Repository::init(path(QStringLiteral("backups")), m_clock);
    mustWork(repository);
    m_repository = std::move(*repository);
}

QString UiDesk::addProfile(const QString &name)
{
    StoredProfile other = stored();
    other.profile.name = name;
    other.profile.id = QString::fromLatin1(Sha256::hexOf(name.toUtf8()).left(32));
    other.profile.path = m_services.profiles.newPath(name);
    other.give(*optionByPath(QStringLiteral("title")), name);
    other.give(*optionByPath(QStringLiteral("repository.path")), path(name));
    mustWork(m_services.profiles.create(other));
    mustWork(Repository::init(path(name), m_clock));
    return other.profile.path;
}

StoredProfile UiDesk::stored() const
{
    Result<StoredProfile> stored = m_services.profiles.load(QStringLiteral("masclet_imperi"));
    mustWork(stored);
    return *stored;
}

RunRecord UiDesk::runRecord(const QString &verb) const
{
    RunRecord run;
    run.id = newRunId(m_clock);
    run.verb = verb;
    run.profile = QStringLiteral("masclet_imperi");
    run.profileId = profileId;
    run.trigger = QStringLiteral("schedule");
    run.author = QStringLiteral("root@granja");
    run.started = m_clock.now();
    return run;
}

void UiDesk::addSet(const RepositoryLock &lock, qsizetype bytes, SetState state)
{
    RunRecord run = runRecord(QStringLiteral("backup"));
    Result<StagedRun> staged = m_repository->stage(
        lock, {run.id, run.profile, run.profileId, Layout::Flat, QTimeZone("Europe/Madrid")});
    mustWork(staged);
    Manifest manifest = staged->manifest();
    manifest.trigger = run.trigger;
    manifest.author = run.author;
    manifest.durationMs = 9'000 + bytes / 40;
    manifest.dumpTool = QStringLiteral("pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)");
    manifest.database = sampleFacts();
    manifest.tables = someTables(manifest.sequence);
    const QByteArray content(bytes, 'x');
    const StagedFile names = staged->addFile(QStringLiteral("db"), ".sql.gz");
    ManifestFile file;
    file.path = names.path;
    file.kind = QStringLiteral("db");
    file.role = QStringLiteral("archive");
    file.format = QStringLiteral("plain");
    file.compression = QStringLiteral("gzip");
    file.storedSize = file.rawSize = bytes;
    file.storedSha256 = file.rawSha256 = Sha256::hexOf(content);
    mustWork(staged->directory().writeFile(names.name, content));
    manifest.files << file;
    m_clock.advance(std::chrono::milliseconds(manifest.durationMs));
    manifest.finished = m_clock.now();
    mustWork(m_repository->publish(lock, std::move(*staged), manifest));
    m_newest = manifest.setId;
    run.setId = manifest.setId;
    run.sequence = manifest.sequence;
    run.state = RunState::Ok;
    run.finished = m_clock.now();
    run.durationMs = manifest.durationMs;
    run.phases = {{QStringLiteral("Dumping"), 120, 7'400}, {QStringLiteral("Reading back"), 7'520, 2'100}};
    run.storedBytes = run.rawBytes = bytes;
    run.rows = manifest.rows();
    mustWork(m_repository->journal().runFinished(lock, run));
    const auto prove = [&](EvidenceType type) {
        m_clock.advance(std::chrono::seconds(20));
        mustWork(m_repository->appendEvidence(
            lock, manifest.setId, {type, m_clock.now(), run.id, QStringLiteral("root@granja"), {}, {}}));
    };
    if (state != SetState::Complete)
        prove(EvidenceType::Verified);
    if (state == SetState::RestoreTested)
        prove(EvidenceType::RestoreTested);
}

SchedulePlaces UiDesk::useOwnCron()
{
    SchedulePlaces places;
    places.cronFile = path(QStringLiteral("cron.d/masclet-backup"));
    places.systemUnits = path(QStringLiteral("units"));
    places.runFolder = path(QStringLiteral("run"));
    places.userUnits = ::geteuid() == 0 ? QString() : path(QStringLiteral("user-units"));
    for (const char *folder : {"cron.d", "run"}) {
        if (!QDir().mkpath(path(QString::fromLatin1(folder))))
            qFatal("cannot make %s", folder);
    }
    setSchedulePlaces(places);
    return places;
}

void UiDesk::putAlarms(const QList<Incident> &incidents)
{
    Result<AlarmBook> book = AlarmBook::open(m_services.stateFolder, profileId, std::chrono::seconds(1), {});
    mustWork(book);
    book->incidents = incidents;
    mustWork(book->save());
}

/// The run that tested the newest set.
void UiDesk::addTestRun(const RepositoryLock &lock)
{
    RunRecord test = runRecord(QStringLiteral("restore-test"));
    m_clock.advance(std::chrono::seconds(6));
    test.setId = m_newest;
    test.state = RunState::Ok;
    test.finished = m_clock.now();
    test.durationMs = 6000;
    mustWork(m_repository->journal().runFinished(lock, test));
}

void UiDesk::addFailedRun(const RepositoryLock &lock, const QString &message)
{
    RunRecord run = runRecord(QStringLiteral("backup"));
    m_clock.advance(std::chrono::seconds(3));
    run.state = RunState::Failed;
    run.finished = m_clock.now();
    run.durationMs = 3000;
    run.exitCode = 13;
    run.message = message;
    run.hint = QStringLiteral("Look whether the server runs.");
    run.detail = QStringLiteral("could not connect to server: Connection refused");
    mustWork(m_repository->journal().runFinished(lock, run));
}

/// A set each night at 02:00 in Madrid, and this morning 08:12.
void UiDesk::makeMonth()
{
    const Result<RepositoryLock> lock =
        m_repository->lock({QStringLiteral("backup"), {}, QStringLiteral("root@granja")}, {}, {});
    mustWork(lock);
    const QDate first(2025, 1, 20);
    for (int day = 0; day < 30; ++day) {
        m_clock.setWall(QDateTime(first.addDays(day), QTime(1, 0, 7), Qt::UTC));
        if (day == 11 || day == 24)
            addFailedRun(*lock, QStringLiteral("The server at 127.0.0.1, port 5432, does not answer."));
        else
            addSet(*lock, 40'000 + day * 700 + (day % 5) * 1500,
                   day % 7 == 0 || day >= 27 ? SetState::RestoreTested : SetState::Verified);
        if (day % 7 == 0)
            addTestRun(*lock);
    }
    m_clock.setWall(QDateTime(first.addDays(29), QTime(7, 12), Qt::UTC));
}

} // namespace masclet::test
