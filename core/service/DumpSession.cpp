#include "core/service/DumpSession.h"

#include "core/base/Text.h"
#include "core/pipeline/DumpFolder.h"
#include "core/restore/RestoreBeside.h"
#include "core/server/Snapshot.h"
#include "core/server/ToolSession.h"
#include "core/service/LoadWatch.h"
#include "core/service/RightsReport.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DumpSession)
};

constexpr std::chrono::seconds countLockLimit{10};
constexpr qsizetype mostHoldersNamed = 5;
constexpr qsizetype mostToolWarnings = 50; ///< a tool that talks without end must fill no manifest (X04)

/// Where the hashes of passwords are not wanted they are left out silently, where they cannot be read with a
/// warning: pg_dumpall would fail on them.
Result<> decideRolePasswords(const DumpRequest &request, Snapshot &snapshot, DumpSource &source)
{
    const QString what = Tr::tr("passwords of roles");
    source.rolePasswords = request.profile.backup.rolePasswords;
    if (!source.rolePasswords) {
        source.omissions << ManifestOmission{what, Tr::tr("the profile leaves them out")};
        return {};
    }
    MASCLET_TRY_ASSIGN(source.rolePasswords, snapshot.mayReadRolePasswords());
    if (!source.rolePasswords) {
        source.omissions << ManifestOmission{what, Tr::tr("the role may not read them")};
        source.warnings << unreadablePasswords(request.connection.user);
    }
    return {};
}

enum class ServerRole { Primary, Standby };

/// How the tools reach the server. pg_dump writes the directory format by itself, and a container has no
/// folder of this machine.
Result<ConnectionSettings> toolConnection(const DumpRequest &request, const PostgresTools &tools,
                                          Snapshot &snapshot, const std::stop_token &stop)
{
    if (!tools.container)
        return request.connection;
    if (dumpFormatNamed(request.profile.backup.format) == DumpFormat::Directory)
        return fail(ErrorKind::Config,
                    Tr::tr("The format directory takes client tools on this machine; those of the container "
                           "%1 cannot write into the repository.")
                        .arg(tools.container->name),
                    Tr::tr("Choose the format plain or custom."));
    return insideConnection(tools, request.connection, snapshot,
                            newToolSessionName(request.profile.id.toUtf8()), stop);
}

/// A tool in a container goes on when its client has been ended. What cannot be ended is said.
Error withToolsEnded(Error error, const DumpRequest &request, const DumpSource &source)
{
    if (!source.tools.container)
        return error;
    if (const auto ended = endToolSessions(request.connection, source.connection.applicationName); !ended)
        error.detail += QChar(u'\n') + Tr::tr("What runs in the container %1 could not be ended: %2")
                                           .arg(source.tools.container->name, ended.error().message);
    return error;
}

/// One look at the server inside a snapshot.
struct Opened {
    Snapshot snapshot;
    DumpSource source;
    ServerRole role = ServerRole::Primary;
};

Result<Opened> openSource(const DumpRequest &request, JobContext &context)
{
    context.phase(Tr::tr("Looking at the database"));
    auto opened = Snapshot::open(request.connection, context.stopToken());
    if (!opened) {
        Error error = std::move(opened).error();
        if (error.kind == ErrorKind::Credentials)
            error.hint = request.refusedHint;
        return fail(std::move(error));
    }
    Opened result{std::move(*opened), {}};
    DumpSource &source = result.source;
    MASCLET_TRY_ASSIGN(const bool standby, result.snapshot.isStandby());
    result.role = standby ? ServerRole::Standby : ServerRole::Primary;
    MASCLET_TRY_ASSIGN(source.facts, result.snapshot.readFacts());
    MASCLET_TRY_ASSIGN(source.tools,
                       findClientTools(request.tools, source.facts.serverVersion, context.stopToken()));
    MASCLET_TRY_ASSIGN(source.connection,
                       toolConnection(request, source.tools, result.snapshot, context.stopToken()));
    source.warnings << missingFixes(source.tools.version, source.facts.serverVersion);
    MASCLET_TRY_ASSIGN(const MissingRights missing, result.snapshot.readMissingRights());
    MASCLET_TRY(refuseMissingRights(missing, request.connection.user));
    MASCLET_TRY(decideRolePasswords(request, result.snapshot, source));
    MASCLET_TRY_ASSIGN(const QList<QByteArray> subscriptions, result.snapshot.readSkippedSubscriptions());
    for (const QByteArray &name : subscriptions)
        source.omissions << ManifestOmission{Tr::tr("subscription %1").arg(oneLine(name)),
                                             Tr::tr("pg_dump leaves it out: the role is no superuser")};
    if (request.profile.backup.rateLimit > 0 &&
        dumpFormatNamed(request.profile.backup.format) == DumpFormat::Directory)
        source.warnings << Tr::tr(
            "The rate limit does not hold for the format directory, which pg_dump writes "
            "by itself.");
    if (source.facts.enabledEventTriggers > 0)
        source.warnings << Tr::tr(
            "%n event trigger(s) are enabled: stock psql may fail on them when it restores.", nullptr,
            int(source.facts.enabledEventTriggers));
    for (const QString &name :
         findCriticalTables(source.facts, request.profile.backup.criticalTables).missing)
        source.warnings
            << Tr::tr("The critical table %1 does not exist in this database.").arg(oneLine(name));
    return result;
}

/// Counts the critical tables by SQL in the same snapshot; what cannot be counted stays so.
Result<> countCritical(const DumpRequest &request, Snapshot &snapshot, DatabaseFacts &facts,
                       QStringList &warnings)
{
    const CriticalTables critical = findCriticalTables(facts, request.profile.backup.criticalTables);
    MASCLET_TRY_ASSIGN(const QList<TableCount> counts,
                       snapshot.countRows(critical.relations, countLockLimit));
    for (const TableCount &count : counts) {
        for (RelationFacts &relation : facts.relations) {
            if (relation.oid == count.oid)
                relation.rows = count.rows;
        }
        if (!count.rows)
            warnings << Tr::tr("A critical table could not be counted: %1").arg(oneLine(count.reason));
    }
    return {};
}

/// Lines that the tool wrote on standard error although it ended well.
QStringList toolWarnings(const DumpedArchive &archive)
{
    QStringList lines;
    for (const QByteArray &line : archive.toolWarnings.split('\n')) {
        if (!line.trimmed().isEmpty())
            lines << oneLine(line.trimmed());
    }
    if (const qsizetype more = lines.size() - mostToolWarnings; more > 0) {
        lines.resize(mostToolWarnings);
        lines << Tr::tr("The tool wrote %n more line(s) like these.", nullptr, int(more));
    }
    return lines;
}

/// What the server does to a dump, and pg_dump cannot tell: its replay ended it, its session is lost,
/// somebody holds a table that pg_dump waited for in vain.
QStringList serverHints(Snapshot &snapshot, ServerRole role)
{
    QStringList hints;
    if (role == ServerRole::Standby)
        hints << Tr::tr(
            "The server is a standby, whose replay ends what stands in its way: allow a backup more "
            "time there (max_standby_streaming_delay, hot_standby_feedback), or back up the "
            "primary.");
    if (!snapshot.isAlive()) {
        hints << Tr::tr(
            "The connection to the server was lost. Sessions of this run may go on there until the "
            "server notices.");
        return hints;
    }
    const auto holders = snapshot.readLockHolders();
    for (const TableLock &holder : holders.value_or(QList<TableLock>()).mid(0, mostHoldersNamed))
        hints << describe(holder);
    return hints;
}

Error explained(Error error, Snapshot &snapshot, ServerRole role)
{
    if (error.kind != ErrorKind::Dump)
        return error;
    QStringList hints = serverHints(snapshot, role);
    if (!error.hint.isEmpty())
        hints.prepend(error.hint);
    error.hint = hints.join(QChar(u' '));
    return error;
}

/// What ended an attempt: a swapped table is worth another one, everything else is not.
struct Attempt {
    bool swapped = false;
};

DumpLimits limitsOf(const Profile &profile)
{
    return {std::chrono::milliseconds(profile.backup.stallLimit), profile.backup.rateLimit};
}

/// pg_dump writes a directory itself and cannot write one nowhere: the custom format holds the same.
DumpFormat formatTo(const Directory *directory, const Profile &profile)
{
    const DumpFormat format = dumpFormatNamed(profile.backup.format);
    return !directory && format == DumpFormat::Directory ? DumpFormat::Custom : format;
}

/// Runs pg_dump in the format of the profile.
Result<DumpedArchive> dumpArchive(const DumpRequest &request, const DumpSource &source,
                                  const ToolCommand &command, const Directory *directory,
                                  const QByteArray &name, const std::function<Result<>()> &atFirstBytes,
                                  JobContext &context)
{
    const DumpLimits limits = limitsOf(request.profile);
    const DumpCodec codec = codecOf(request.profile);
    const DumpFormat format = formatTo(directory, request.profile);
    if (!needsPgRestore(format))
        return dumpToFile(command, limits, directory, name, codec, nullptr, atFirstBytes, context);
    MASCLET_TRY_ASSIGN(const PgRestore reader,
                       PgRestore::create(source.tools, PgRestore::Walls::WherePossible, context.stopToken()));
    if (format == DumpFormat::Directory)
        return dumpToFolder(command, limits.stall.count(), *directory, name, reader, atFirstBytes, context);
    return dumpToFile(command, limits, directory, name, codec, &reader, atFirstBytes, context);
}

Result<DumpedDatabase> dumpOnce(const DumpRequest &request, const Directory *directory,
                                const QByteArray &databaseFile, JobContext &context, Attempt &attempt)
{
    MASCLET_TRY_ASSIGN(Opened opened, openSource(request, context));
    Snapshot &snapshot = opened.snapshot;
    DumpedDatabase dumped;
    dumped.source = std::move(opened.source);
    DumpPlan plan = planOf(request, dumped.source);
    plan.snapshot = snapshot.name();
    plan.format = formatTo(directory, request.profile);
    if (directory)
        plan.folder = directory->path() + u'/' + QString::fromLatin1(databaseFile);
    // Jobs on a standby may meet its replay one by one (D16).
    if (opened.role == ServerRole::Standby)
        plan.jobs = 1;
    const ToolCommand command = plan.databaseCommand();
    const std::optional<ToolContainer> &container = dumped.source.tools.container;
    if (container && directory) // under the repository's lock: what a run left that was killed
        MASCLET_TRY(endToolSessions(request.connection, toolSessionPrefix(request.profile.id.toUtf8())));
    for (const QByteArray &argument : command.arguments)
        dumped.arguments << oneLine(argument);
    context.log().info(command.forLog());
    const qint64 rate = request.profile.backup.rateLimit;
    context.phase(rate == 0 || plan.format == DumpFormat::Directory
                      ? Tr::tr("Dumping the database")
                      : Tr::tr("Dumping the database, at most %1 a second").arg(sizeText(rate)));

    std::optional<LoadWatch> watch;
    auto atFirstBytes = [&]() -> Result<> {
        // Not sooner: a role that may have few sessions needs them for the dump.
        if (request.profile.backup.measureLoad)
            watch.emplace(request.connection);
        Result<> unchanged = snapshot.checkAfterLocks();
        attempt.swapped = !unchanged && snapshot.isAlive();
        if (!unchanged)
            return unchanged;
        return countCritical(request, snapshot, dumped.source.facts, dumped.warnings);
    };
    auto archive =
        dumpArchive(request, dumped.source, command, directory, databaseFile, atFirstBytes, context);
    if (watch)
        dumped.load = watch->end();
    if (!archive)
        return fail(withToolsEnded(explained(std::move(archive).error(), snapshot, opened.role), request,
                                   dumped.source));
    dumped.database = std::move(*archive);
    // From here on the file exists; a failure must take it away again.
    Result<> unchanged = snapshot.checkAfterDump();
    attempt.swapped = !unchanged && snapshot.isAlive();
    Result<SetContent> content = unchanged
                                     ? matchContent(dumped.source.facts, dumped.database.content.sql.index)
                                     : fail(unchanged.error());
    if (!content) {
        if (directory)
            MASCLET_TRY(directory->removeTree(databaseFile));
        return fail(explained(std::move(content).error(), snapshot, opened.role));
    }
    dumped.content = std::move(*content);
    dumped.warnings << toolWarnings(dumped.database);
    return dumped;
}

} // namespace

Result<DumpRequest> dumpRequest(const ServiceEnvironment &environment, const Profile &profile,
                                const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const FoundSecret secret, findSecret(profile, environment.secrets, stop));
    return DumpRequest{profile, connectionOf(profile, profile.connection.dbname.toUtf8(), secret.password),
                       refusedHint(secret), toolSearch(environment, profile)};
}

DumpCodec codecOf(const Profile &profile)
{
    // The option table allows nothing that is not a compression.
    return {compressionFromName(profile.backup.compression).value_or(Compression::Auto),
            int(profile.backup.jobs), Encryption{profile.programs.age, profile.encryption.recipients}};
}

DumpPlan planOf(const DumpRequest &request, const DumpSource &source)
{
    DumpPlan plan;
    plan.connection = source.connection;
    plan.program = source.tools.program(QStringLiteral("pg_dump"));
    plan.container = source.tools.container;
    plan.encoding = source.facts.encoding;
    plan.lockWaitMs = request.profile.backup.lockWait;
    plan.format = dumpFormatNamed(request.profile.backup.format);
    const DumpCodec codec = codecOf(request.profile);
    plan.compression = codec.compression;
    plan.jobs = codecThreads(codec);
    return plan;
}

Result<DumpSource> inspectSource(const DumpRequest &request, JobContext &context)
{
    MASCLET_TRY_ASSIGN(Opened opened, openSource(request, context));
    return std::move(opened.source);
}

Result<DumpedDatabase> dumpDatabase(const DumpRequest &request, const Directory *directory,
                                    const QByteArray &databaseFile, const QByteArray &globalsFile,
                                    JobContext &context)
{
    Attempt attempt;
    auto dumped = dumpOnce(request, directory, databaseFile, context, attempt);
    if (!dumped && attempt.swapped) {
        context.log().warning(dumped.error().message + QChar(u' ') + dumped.error().detail);
        context.log().warning(Tr::tr("A table was swapped while the dump began; trying once more."));
        dumped = dumpOnce(request, directory, databaseFile, context, attempt);
    }
    if (!dumped)
        return dumped;

    DumpPlan plan;
    plan.connection = dumped->source.connection;
    plan.program = dumped->source.tools.program(QStringLiteral("pg_dumpall"));
    plan.container = dumped->source.tools.container;
    plan.rolePasswords = dumped->source.rolePasswords;
    // In the tool's own choice, whose encoding names of roles most often fit, else where pg_dump was let in.
    const auto usual = maintenanceSettings(request.connection, {}, context.stopToken());
    if (!usual)
        plan.globalsDatabase = request.connection.database;
    else if (plan.container) // where a second choice would find no password any more
        plan.globalsDatabase = usual->database;
    const ToolCommand command = plan.globalsCommand();
    context.log().info(command.forLog());
    context.phase(Tr::tr("Dumping roles and tablespaces"));
    auto globals = dumpToFile(command, limitsOf(request.profile), directory, globalsFile,
                              codecOf(request.profile), nullptr, {}, context);
    if (!globals) {
        if (directory)
            MASCLET_TRY(directory->removeTree(databaseFile));
        return fail(withToolsEnded(std::move(globals).error(), request, dumped->source));
    }
    dumped->globals = std::move(*globals);
    dumped->warnings << toolWarnings(dumped->globals);
    return dumped;
}

} // namespace masclet
