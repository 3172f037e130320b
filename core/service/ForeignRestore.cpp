#include "core/service/ForeignRestore.h"
#include "core/server/ServerVersion.h"

#include "core/base/Text.h"
#include "core/restore/ForeignSource.h"
#include "core/restore/RestoreBeside.h"
#include "core/restore/RestoreTest.h"
#include "core/server/DatabaseSwap.h"
#include "core/server/TargetFacts.h"
#include "core/server/ToolLocator.h"
#include "core/service/RestoreLook.h"
#include "core/service/RestoreSupport.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ForeignRestore)
};

/// Indexes and free room of a database beside the text of its dump.
constexpr qint64 bytesPerRawByte = 2;

tl::unexpected<Error> untouched(const QString &message, const QString &hint = {})
{
    return fail(ErrorKind::RestoreUntouched, message, hint);
}

/// A file that was read whole, and the server that it will go to.
struct OpenedDump {
    ForeignSource source;
    ForeignDump dump;
    ConnectionSettings admin;
    Manifest manifest; ///< what is known of it, in the words of a set
};

Result<> checkTarget(Connection &admin, const QByteArray &target)
{
    MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> there, readTarget(admin, target));
    if (there)
        return untouched(Tr::tr("There is a database %1 already.").arg(oneLine(target, 80)),
                         Tr::tr("A file from elsewhere goes under a new name only."));
    MASCLET_TRY_ASSIGN(const MissingForRestore missing, readMissingForRestore(admin, DatabaseFacts()));
    if (!missing.mayCreate)
        return untouched(Tr::tr("The role may not create databases."),
                         Tr::tr("ALTER ROLE … CREATEDB lets it."));
    return {};
}

Result<> checkTrust(const ForeignRestoreRequest &request)
{
    if (request.trust == ForeignRestoreRequest::Trust::Given)
        return {};
    return fail(ErrorKind::Usage, Tr::tr("Nobody knows where this file comes from."),
                Tr::tr("A dump is a program that runs on your server. Give --trust if you know who made it; "
                       "it is tried in a sandbox first all the same."));
}

/// The rows that the file's own text promises.
Manifest manifestOf(const ForeignDump &dump, const DatabaseFacts &database)
{
    Manifest manifest;
    manifest.setId = oneLine(database.database, 80);
    manifest.database = database;
    manifest.database.bytes = dump.rawSize * bytesPerRawByte;
    quint32 number = 0;
    for (const ArchiveTable &table : dump.sql.index.tables)
        manifest.tables << ManifestTable{++number, table.schema, table.name, table.rows(), {}};
    ManifestFile file;
    file.rawSize = dump.rawSize;
    manifest.files << file;
    return manifest;
}

Result<OpenedDump> openForeign(const ServiceEnvironment &environment, const ForeignRestoreRequest &request,
                               JobContext &context)
{
    const std::stop_token stop = context.stopToken();
    MASCLET_TRY(checkTrust(request));
    MASCLET_TRY_ASSIGN(const ConnectionSettings settings,
                       adminSettings(environment, request.profile, request.target, stop));
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(settings, stop));
    MASCLET_TRY(checkTarget(admin, request.target));
    const ForeignTools tools{toolSearch(environment, request.profile), admin.serverVersion()};
    MASCLET_TRY_ASSIGN(ForeignSource source, ForeignSource::open(request.path, tools, stop));
    context.phase(Tr::tr("Verifying %1").arg(oneLine(request.path)));
    MASCLET_TRY_ASSIGN(ForeignDump dump, source.check(context));
    const QByteArray &encoding = dump.sql.clientEncoding;
    if (encoding.isEmpty())
        return fail(ErrorKind::Verification, Tr::tr("The dump does not say which encoding its text has."),
                    Tr::tr("A dump made by pg_dump begins with SET client_encoding."));
    MASCLET_TRY_ASSIGN(const DatabaseFacts facts, readDefaultFacts(admin, request.target, encoding));
    Manifest manifest = manifestOf(dump, facts);
    return OpenedDump{std::move(source), std::move(dump), settings, std::move(manifest)};
}

TestedSet sourcesOf(OpenedDump &opened, const std::stop_token &stop)
{
    const auto nothing = []() -> Result<std::span<const std::byte>> {
        return std::span<const std::byte>();
    };
    return {opened.manifest, opened.source.read(stop), nothing, ComparedScope::Objects::Rows};
}

Error differs(const Comparison &comparison)
{
    return {ErrorKind::RestoreUntouched,
            Tr::tr("What was loaded is not what the file holds: %1").arg(comparison.differences.first()),
            Tr::tr("Nothing was changed."),
            comparison.differences.join(QChar(u'\n')),
            {}};
}

/// What the file does, it does here first: no network, no files, no rights of anybody.
Result<> tryOut(RunScope &run, OpenedDump &opened)
{
    const ServiceEnvironment &environment = run.environment();
    const int major = opened.manifest.database.serverVersion / perMajor;
    auto tools = findServerPrograms(toolSearch(environment, run.profile()), major, run.job().stopToken());
    if (!tools)
        return fail(std::move(tools).error().as(ErrorKind::RestoreUntouched));
    SandboxOptions options;
    options.toolsFolder = tools->folder;
    options.baseFolder = environment.runtimeFolder;
    options.weakest = Isolation::Kind::Namespaces;
    const ScratchTag tag{run.repository().id().toUtf8(), run.record().id.toUtf8()};
    auto outcome = testInSandbox(options, sourcesOf(opened, run.job().stopToken()), tag, run.job(),
                                 LoadOptions::Roles::SkipMissing);
    if (!outcome) {
        Error error = std::move(outcome).error();
        if (error.kind == ErrorKind::RestoreTest)
            error.kind = ErrorKind::RestoreUntouched;
        return fail(std::move(error));
    }
    if (!outcome->comparison.equal())
        return fail(differs(outcome->comparison));
    qint64 rows = 0;
    for (const ComparedTable &table : outcome->comparison.tables)
        rows += table.restored.value_or(0);
    run.job().log().info(Tr::tr("The sandbox took it: %1 rows in %2 tables.")
                             .arg(rows)
                             .arg(outcome->comparison.tables.size()));
    return {};
}

Result<> giveName(RunScope &run, const OpenedDump &opened, const BesideCopy &copy, const QByteArray &target)
{
    auto given = [&]() -> Result<> {
        MASCLET_TRY_ASSIGN(Connection admin, Connection::open(opened.admin, run.job().stopToken()));
        MASCLET_TRY(endSessions(admin, copy.name));
        return renameDatabases(admin, {{copy.name, target, QByteArray()}});
    }();
    if (given)
        return given;
    const ScratchTag tag{run.repository().id().toUtf8(), run.record().id.toUtf8()};
    if (auto dropped = dropUnfinished(opened.admin, copy.name, tag); !dropped)
        run.job().log().warning(dropped.error().message);
    return given;
}

/// Who loads it and owns it then; nullopt: the profile's role, which can do nothing but that.
Result<std::optional<LimitedRole>> makeOwner(RunScope &run, const OpenedDump &opened)
{
    MASCLET_TRY_ASSIGN(const QList<QByteArray> dead, interruptedRuns(run.journal()));
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(opened.admin, run.job().stopToken()));
    MASCLET_TRY(LimitedRole::dropLeftovers(admin, dead));
    return LimitedRole::create(admin, opened.admin, run.record().id.toUtf8());
}

/// The copy beside.
Result<BesideCopy> loadBeside(RunScope &run, const ForeignRestoreRequest &request, OpenedDump &opened,
                              const std::optional<LimitedRole> &owner)
{
    const ScratchTag tag{run.repository().id().toUtf8(), run.record().id.toUtf8()};
    MASCLET_TRY_ASSIGN(const QList<QByteArray> dead, interruptedRuns(run.journal()));
    BesideOrder order{request.target, request.selection, opened.manifest.database};
    order.loadAs = owner;
    if (owner)
        order.attributes.owner.clear(); // it is already
    auto copy =
        restoreBeside(opened.admin, sourcesOf(opened, run.job().stopToken()), order, {tag, dead}, run.job());
    if (!copy && owner &&
        (copy.error().kind == ErrorKind::Connection || copy.error().kind == ErrorKind::Credentials))
        copy.error().hint =
            Tr::tr("What is in a file from elsewhere is loaded by a role of its own without rights, and the "
                   "server does not let that in. Use a connection by address and password, or a profile "
                   "whose role is no superuser and owns no database.");
    return copy;
}

Result<> dropOwner(const OpenedDump &opened, const LimitedRole &owner)
{
    MASCLET_TRY_ASSIGN(Connection closing, Connection::open(opened.admin, {}));
    return owner.drop(closing);
}

QString ownerText(const LimitedRole &owner)
{
    return Tr::tr("All of it belongs to the role %1, which has no rights and cannot log in: functions in it "
                  "run with the rights of their owner. REASSIGN OWNED BY %1 gives it to one that you trust "
                  "them with.")
        .arg(oneLine(owner.settings().user, 80));
}

Result<ForeignRestoreReport> restore(RunScope &run, const ForeignRestoreRequest &request)
{
    MASCLET_TRY_ASSIGN(OpenedDump opened, openForeign(run.environment(), request, run.job()));
    run.record().rawBytes = opened.dump.rawSize;
    run.record().rows = opened.dump.sql.index.rows();
    MASCLET_TRY(tryOut(run, opened));
    MASCLET_TRY_ASSIGN(const std::optional<LimitedRole> owner, makeOwner(run, opened));
    auto copy = loadBeside(run, request, opened, owner);
    const Result<> given = copy ? giveName(run, opened, *copy, request.target) : fail(copy.error());
    if (!given) {
        if (const auto dropped = owner ? dropOwner(opened, *owner) : Result<>(); !dropped)
            run.warn(dropped.error().message);
        return fail(given.error());
    }
    for (const QString &warning : copy->outcome.warnings)
        run.warn(warning);
    ForeignRestoreReport report;
    report.dump = opened.dump;
    report.comparison = copy->outcome.comparison;
    if (owner)
        report.comparison.remarks << ownerText(*owner);
    report.database = request.target;
    return report;
}

} // namespace

Result<QStringList> planForeignRestore(const ServiceEnvironment &environment,
                                       const ForeignRestoreRequest &request, JobContext &context)
{
    MASCLET_TRY_ASSIGN(const OpenedDump opened, openForeign(environment, request, context));
    return QStringList{
        Tr::tr("Read %1 to its end: it is whole, %2 rows in %n table(s)", nullptr,
               int(opened.manifest.tables.size()))
            .arg(oneLine(request.path))
            .arg(opened.dump.sql.index.rows()),
        Tr::tr("Load it into a throw-away PostgreSQL %1 without network and files")
            .arg(opened.manifest.database.serverVersion / perMajor),
        Tr::tr("Load it into a new database beside, encoding %1, locale %2, and count every table")
            .arg(oneLine(opened.manifest.database.encoding, 40),
                 oneLine(opened.manifest.database.collate, 80)),
        Tr::tr("Name it %1").arg(oneLine(request.target, 80)),
    };
}

Result<ForeignRestoreReport> restoreForeign(const ServiceEnvironment &environment,
                                            const ForeignRestoreRequest &request, JobContext &context)
{
    const RunRequest recordedAs{
        request.profile, QStringLiteral("restore-file"), Right::Restore, QStringLiteral("manual"), {},
        request.wait};
    return recorded<ForeignRestoreReport>(environment, recordedAs, context,
                                          [&](RunScope &run) { return restore(run, request); });
}

} // namespace masclet
