#include "core/server/ToolSession.h"

#include "core/base/Hash.h"
#include "core/process/ToolProcess.h"
#include "core/server/ServerQueries.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ToolSession)
};

constexpr int endingLimitSeconds = 3;
constexpr std::chrono::seconds askingLimit{60};

/// psql's answer from inside.
Result<QByteArray> startSeenBy(const PostgresTools &tools, const ConnectionSettings &settings,
                               const std::stop_token &stop)
{
    ToolCommand psql = tools.command(QStringLiteral("psql"));
    psql.arguments << "--no-psqlrc"
                   << "--no-password"
                   << "--tuples-only"
                   << "--no-align" << QByteArray("--command=") + serverStartQuery
                   << "--dbname=" + conninfo(settings);
    givePassword(psql, settings);
    return runTool(psql, stop, askingLimit, ErrorKind::Connection);
}

Result<> refuseOtherServer(const PostgresTools &tools, const ConnectionSettings &settings, Snapshot &snapshot,
                           const std::stop_token &stop)
{
    const QString container = tools.container->name;
    MASCLET_TRY_ASSIGN(const QByteArray start, snapshot.readServerStart());
    const Result<QByteArray> seen = startSeenBy(tools, settings, stop);
    if (!seen && seen.error().kind == ErrorKind::Stopped)
        return fail(seen.error());
    if (seen && seen->trimmed() == start)
        return {};
    const QString hint = Tr::tr("The container has to be the one that the server runs in.");
    if (seen)
        return fail(ErrorKind::Connection,
                    Tr::tr("In the container %1 another server is reached than from here.").arg(container),
                    hint);
    return fail(ErrorKind::Connection,
                Tr::tr("In the container %1 the client tools do not get into the server.").arg(container),
                hint, seen.error().message + QChar(u' ') + seen.error().detail);
}

} // namespace

void givePassword(ToolCommand &tool, const ConnectionSettings &settings)
{
    if (settings.password.isEmpty())
        tool.environment << "PGPASSFILE=/dev/null/none";
    else
        tool.passEntries << ToolCommand::PassEntry{{}, {}, {}, {}, settings.password};
}

Result<ConnectionSettings> insideConnection(const PostgresTools &tools, const ConnectionSettings &ours,
                                            Snapshot &snapshot, const QByteArray &name,
                                            const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const ServerAddress address, snapshot.readAddress());
    ConnectionSettings settings = ours;
    settings.host = address.host;
    settings.port = address.port;
    settings.applicationName = name;
    settings.sslrootcert.clear();
    if (settings.sslmode != QStringLiteral("disable"))
        settings.sslmode = QStringLiteral("prefer");
    MASCLET_TRY(refuseOtherServer(tools, settings, snapshot, stop));
    return settings;
}

QByteArray toolSessionPrefix(const QByteArray &owner)
{
    // Of a fixed length and in ASCII, whatever the owner is called: the server cuts and rewrites names.
    return "masclet-backup " + Sha256::hexOf(owner).left(16) + ' ';
}

QByteArray newToolSessionName(const QByteArray &owner)
{
    return toolSessionPrefix(owner) + randomHex(8);
}

Result<> endToolSessions(ConnectionSettings settings, const QByteArray &prefix)
{
    settings.connectTimeoutSeconds = std::min(settings.connectTimeoutSeconds, endingLimitSeconds);
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(settings, {}));
    MASCLET_TRY(terminateSessions(connection, prefix));
    return {};
}

} // namespace masclet
