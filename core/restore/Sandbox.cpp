#include "core/restore/Sandbox.h"

#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/restore/SandboxCell.h"
#include "core/restore/SandboxFolder.h"
#include "core/restore/SandboxLocales.h"
#include "core/restore/SandboxProcess.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <csignal>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Sandbox)
};

constexpr std::chrono::minutes toolLimit{2};
constexpr std::chrono::seconds startLimit{60};
constexpr std::chrono::milliseconds look{5}; // between two looks at a server that starts
constexpr std::chrono::seconds endLimit{10};
constexpr qint64 stateFileLimit = 4096;
constexpr qint64 tailLimit = 4000;

/// Nothing in the cluster outlives the test, so nothing is synced. As arguments, so that no ALTER SYSTEM of a
/// dump is stronger. Statements stay out of the log: they carry data.
QList<QByteArray> serverArguments(const SandboxOptions &options, const SandboxFolder &folder)
{
    QList<QByteArray> settings = {"listen_addresses=", "unix_socket_permissions=0700", "fsync=off",
                                  "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal",
                                  "max_wal_senders=0", "autovacuum=off", "huge_pages=off",
                                  "jit=off", // a hardened unit lets nobody make code as it runs
                                  // Files of the cluster: the sandbox' /dev/shm is small, and in the
                                  // machine's own nothing may stay.
                                  "dynamic_shared_memory_type=mmap",
                                  "restart_after_crash=off",           // ended is ended
                                  "max_logical_replication_workers=0", // restored subscriptions never run
                                  "logging_collector=on", "log_destination=stderr", "log_directory=.",
                                  "log_filename=server.log", "log_rotation_age=0", "log_rotation_size=0",
                                  "log_line_prefix=", "log_checkpoints=off", "log_min_error_statement=panic"};
    settings << "max_locks_per_transaction=" + QByteArray::number(options.maxLocksPerTransaction);
    for (const QString &setting : options.extraSettings)
        settings << setting.toUtf8();
    QList<QByteArray> arguments = {"-D", QFile::encodeName(folder.clusterPath()),
                                   "-k", QFile::encodeName(folder.dataPath()),
                                   "-p", QByteArray::number(sandboxPort)};
    for (const QByteArray &setting : settings)
        arguments << "-c" << setting;
    return arguments;
}

} // namespace

struct Sandbox::Private {
    SandboxFolder folder;
    SandboxCell cell;
    QString tools;
    std::unique_ptr<ToolProcess> server;
    SandboxProcess leader; ///< bubblewrap, or the server itself
    SandboxProcess walled; ///< first process of the namespaces: with it everything inside ends

    Result<> buildLocales(const QStringList &locales, JobContext &context);
    Result<> initialise(JobContext &context);
    Result<> launch(const SandboxOptions &options, JobContext &context);
    Result<> waitUntilReady(JobContext &context);
    bool isReady() const;
    Error ended() const;
    QByteArray logTail() const;
    void end();
};

Result<> Sandbox::Private::buildLocales(const QStringList &locales, JobContext &context)
{
    QFile list(QString::fromLatin1(supportedLocalesPath));
    const QByteArray supported = list.open(QIODevice::ReadOnly) ? list.readAll() : QByteArray();
    MASCLET_TRY_ASSIGN(const QList<LocaleSource> sources, localesToBuild(locales, supported));
    for (const LocaleSource &source : sources) {
        const QByteArray target = QFile::encodeName(folder.localesPath()) + '/' + source.name;
        MASCLET_TRY(runTool(cell.command(QStringLiteral("/usr/bin/localedef"),
                                         {"-i", source.input, "-f", source.charmap, target}),
                            context.stopToken(), toolLimit, ErrorKind::RestoreTest));
    }
    if (!sources.isEmpty())
        cell.useLocales(folder.localesPath());
    return {};
}

Result<> Sandbox::Private::initialise(JobContext &context)
{
    const ToolCommand initdb =
        cell.command(tools + QStringLiteral("/initdb"),
                     {"-D", QFile::encodeName(folder.clusterPath()), "-U", "postgres", "-A", "trust",
                      "--no-sync", "--locale=C", "--encoding=SQL_ASCII"});
    context.log().debug(initdb.forLog());
    MASCLET_TRY(runTool(initdb, context.stopToken(), toolLimit, ErrorKind::RestoreTest));
    return {};
}

Result<> Sandbox::Private::launch(const SandboxOptions &options, JobContext &context)
{
    const ToolCommand command =
        cell.command(tools + QStringLiteral("/postgres"), serverArguments(options, folder));
    context.log().debug(command.forLog());
    MASCLET_TRY_ASSIGN(server, ToolProcess::start(command, ToolProcess::Output::Discard));
    server->closeInput();
    leader = SandboxProcess(pid_t(server->processId()));
    if (!leader)
        return fail(ended());
    MASCLET_TRY(waitUntilReady(context));
    return folder.takeSocket();
}

Result<> Sandbox::Private::waitUntilReady(JobContext &context)
{
    const QDeadlineTimer limit(startLimit);
    while (!isReady()) {
        MASCLET_TRY(context.proceed());
        if (leader.ended(look))
            return fail(ended());
        if (limit.hasExpired())
            return fail(ErrorKind::RestoreTest, Tr::tr("The server of the sandbox does not get ready."), {},
                        oneLine(logTail()));
    }
    if (cell.isolation().kind == Isolation::Kind::Namespaces)
        walled = SandboxProcess::childOf(pid_t(server->processId()));
    return {};
}

bool Sandbox::Private::isReady() const
{
    // Line 8 of the state file, as pg_ctl reads it (src/include/utils/pidfile.h).
    const auto state = folder.clusterFileTail("postmaster.pid", stateFileLimit);
    return state && state->split('\n').value(7).trimmed() == "ready";
}

QByteArray Sandbox::Private::logTail() const
{
    const auto log = folder.clusterFileTail("server.log", tailLimit);
    return (server ? server->errorOutput().right(tailLimit) : QByteArray()) + log.value_or(QByteArray());
}

Error Sandbox::Private::ended() const
{
    const auto outcome = server->wait(std::stop_token(), endLimit);
    const QString how = !outcome              ? outcome.error().message
                        : outcome->signal > 0 ? QStringLiteral("signal %1").arg(outcome->signal)
                                              : QStringLiteral("exit code %1").arg(outcome->exitCode);
    return Error{ErrorKind::RestoreTest,
                 Tr::tr("The server of the sandbox has ended."),
                 Tr::tr("Look at its log in the details; memory that ran out is a common cause."),
                 how + QStringLiteral(": ") + oneLine(logTail(), tailLimit),
                 {}};
}

void Sandbox::Private::end()
{
    if (!server)
        return;
    if (cell.isolation().kind == Isolation::Kind::Namespaces) {
        // Not SIGQUIT to the server: what a dump has started outside its control has to end as well. The
        // kernel reports the first process of a pid namespace as ended after all others are gone.
        if (!walled && leader && !leader.ended(std::chrono::milliseconds(0)))
            walled = SandboxProcess::childOf(pid_t(server->processId()));
        if (walled) {
            walled.signal(SIGKILL);
            static_cast<void>(walled.ended(endLimit));
        }
    } else {
        folder.endServer();
    }
    server.reset();
}

Sandbox::Sandbox(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Sandbox::~Sandbox()
{
    d->end(); // the folder goes with its member
}

Result<std::unique_ptr<Sandbox>> Sandbox::start(const SandboxOptions &options, JobContext &context)
{
    MASCLET_TRY_ASSIGN(const SandboxUser user, sandboxUser(options.serviceUsers));
    MASCLET_TRY_ASSIGN(SandboxFolder folder, SandboxFolder::make(options.baseFolder, user, options.bytes));
    MASCLET_TRY_ASSIGN(SandboxCell cell, SandboxCell::build(options, user, folder, context));
    std::unique_ptr<Private> priv(new Private{std::move(folder),
                                              std::move(cell),
                                              QFileInfo(options.toolsFolder).canonicalFilePath(),
                                              nullptr,
                                              {},
                                              {}});
    std::unique_ptr<Sandbox> sandbox(new Sandbox(std::move(priv)));
    MASCLET_TRY(sandbox->d->buildLocales(options.locales, context));
    MASCLET_TRY(sandbox->d->initialise(context));
    MASCLET_TRY(sandbox->d->launch(options, context));
    return sandbox;
}

Result<int> Sandbox::sweep(const QString &baseFolder)
{
    return SandboxFolder::sweep(baseFolder);
}

ConnectionSettings Sandbox::settings(const QByteArray &database) const
{
    ConnectionSettings settings;
    settings.host = d->folder.socketPath();
    settings.port = sandboxPort;
    settings.database = database;
    settings.user = "postgres";
    settings.sslmode = QStringLiteral("disable");
    return settings;
}

const Isolation &Sandbox::isolation() const
{
    return d->cell.isolation();
}

Result<> Sandbox::check() const
{
    if (!d->server)
        return fail(ErrorKind::RestoreTest, Tr::tr("The sandbox has been stopped."));
    if (d->leader.ended(std::chrono::milliseconds(0)))
        return fail(d->ended());
    return {};
}

QByteArray Sandbox::logTail() const
{
    return d->logTail();
}

QString Sandbox::folder() const
{
    return d->folder.path();
}

Result<> Sandbox::stop()
{
    d->end();
    return d->folder.remove();
}

} // namespace masclet
