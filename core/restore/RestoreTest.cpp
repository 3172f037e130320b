#include "core/restore/RestoreTest.h"
#include "core/server/ServerVersion.h"

#include "core/base/Text.h"
#include "core/server/ServerQueries.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreTest)
};

ConnectionSettings at(ConnectionSettings settings, const QByteArray &database)
{
    settings.database = database;
    return settings;
}

/// A dump of a newer server may use what an older one does not know (faults R09).
Result<> checkMajor(const Connection &admin, const Manifest &manifest)
{
    if (admin.serverVersion() / perMajor >= manifest.database.serverVersion / perMajor)
        return {};
    return fail(ErrorKind::RestoreTest,
                Tr::tr("The set comes from PostgreSQL %1 and the server for the test is %2, which is older.")
                    .arg(manifest.database.serverVersion / perMajor)
                    .arg(admin.serverVersion() / perMajor),
                Tr::tr("Test on a server of at least that version, or in a sandbox."));
}

/// D16
Result<> checkWritable(Connection &admin)
{
    MASCLET_TRY_ASSIGN(const bool standby, readIsStandby(admin));
    if (!standby)
        return {};
    return fail(ErrorKind::RestoreTest, Tr::tr("The server is a standby, where no database can be made."),
                Tr::tr("Test on its primary or another server, or in a sandbox."));
}

Result<GlobalsReport> loadRoles(const Sandbox &sandbox, const TestedSet &set, JobContext &context)
{
    context.phase(Tr::tr("Loading roles"));
    MASCLET_TRY_ASSIGN(Connection connection,
                       Connection::open(sandbox.settings("postgres"), context.stopToken()));
    GlobalsReport report;
    MASCLET_TRY(loadGlobals(connection, set.globals, report, context));
    return report;
}

/// Everything a single statement may lock: CREATE TABLE … with its indexes, and what DROP DATABASE never
/// does. The default is far too small for a partitioned table with thousands of partitions (faults V05).
int locksFor(const Manifest &manifest)
{
    constexpr qsizetype least = 64;
    constexpr qsizetype connections = 100; // the table has this many times max_locks_per_transaction
    return int(std::max(least, manifest.database.relations.size() * 4 / connections));
}

} // namespace

Result<CopyOutcome> testOnServer(const ConnectionSettings &settings, const TestedSet &set, const TestRun &run,
                                 JobContext &context)
{
    const ScratchTag &tag = run.tag;
    context.phase(Tr::tr("Making a scratch database"));
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(settings, context.stopToken()));
    MASCLET_TRY(checkMajor(admin, set.manifest));
    MASCLET_TRY(checkWritable(admin));
    MASCLET_TRY_ASSIGN(const QStringList resisting, dropLeftovers(admin, settings, run, context));
    const QByteArray name = scratchName(set.manifest.database.database, tag.runId);
    MASCLET_TRY(createScratch(admin, name, set.manifest.database, tag, context.stopToken()));
    context.log().info(Tr::tr("Scratch database %1").arg(oneLine(name, 80)));
    const LoadOptions options{LoadPlace::Server, LoadOptions::Roles::SkipMissing, ErrorKind::RestoreTest};
    auto outcome = loadAndCompare(at(settings, name), set, options, context);
    if (outcome)
        outcome->warnings << resisting;
    if (auto dropped = dropUnfinished(settings, name, tag); !dropped) {
        const QString stayed =
            Tr::tr("The scratch database %1 could not be dropped and is tried again by the "
                   "next restore test: %2")
                .arg(oneLine(name, 80), dropped.error().message);
        context.log().warning(stayed);
        if (outcome)
            outcome->warnings << stayed;
    }
    return outcome;
}

Result<CopyOutcome> testInSandbox(SandboxOptions options, const TestedSet &set, const ScratchTag &tag,
                                  JobContext &context, LoadOptions::Roles missing)
{
    const DatabaseFacts &source = set.manifest.database;
    context.phase(Tr::tr("Starting a sandbox"));
    options.bytes = source.bytes + source.bytes / 4; // sorts of index builds
    options.locales = {QString::fromUtf8(source.collate), QString::fromUtf8(source.ctype)};
    options.locales.removeDuplicates();
    options.maxLocksPerTransaction = locksFor(set.manifest);
    // What another program left and cannot be removed says nothing about this set.
    if (const auto swept = Sandbox::sweep(options.baseFolder); !swept)
        context.log().warning(swept.error().message + QChar(u' ') + swept.error().detail);
    MASCLET_TRY_ASSIGN(const std::unique_ptr<Sandbox> sandbox, Sandbox::start(options, context));
    auto test = [&]() -> Result<CopyOutcome> {
        MASCLET_TRY_ASSIGN(const GlobalsReport roles, loadRoles(*sandbox, set, context));
        const QByteArray name = scratchName(source.database, tag.runId);
        {
            MASCLET_TRY_ASSIGN(Connection admin,
                               Connection::open(sandbox->settings("postgres"), context.stopToken()));
            MASCLET_TRY(createScratch(admin, name, source, tag, context.stopToken()));
        }
        const LoadOptions load{LoadPlace::Sandbox, missing, ErrorKind::RestoreTest};
        MASCLET_TRY_ASSIGN(CopyOutcome outcome, loadAndCompare(sandbox->settings(name), set, load, context));
        for (const QString &line : roles.leftOut)
            context.log().info(Tr::tr("Left out in the sandbox: %1").arg(line));
        if (sandbox->isolation().kind != Isolation::Kind::Namespaces)
            outcome.warnings << sandbox->isolation().sentence;
        return outcome;
    };
    auto outcome = test();
    if (!outcome && outcome.error().kind != ErrorKind::Stopped) {
        // A server that died explains a lost session better than the session does.
        if (auto alive = sandbox->check(); !alive)
            outcome = fail(std::move(alive).error());
        else if (outcome.error().kind == ErrorKind::Connection ||
                 outcome.error().kind == ErrorKind::ClientTool)
            outcome.error().kind = ErrorKind::RestoreTest;
    }
    if (auto stopped = sandbox->stop(); !stopped && outcome)
        outcome->warnings << stopped.error().message;
    return outcome;
}

} // namespace masclet
