#include "core/server/ToolSession.h"

#include "core/base/Hash.h"
#include "core/server/ServerQueries.h"

#include <algorithm>

namespace masclet
{

namespace
{

constexpr int endingLimitSeconds = 3;

} // namespace

Result<ConnectionSettings> insideConnection(const ConnectionSettings &ours, Snapshot &snapshot,
                                            const QByteArray &name)
{
    MASCLET_TRY_ASSIGN(const ServerAddress address, snapshot.readAddress());
    ConnectionSettings settings = ours;
    settings.host = address.host;
    settings.port = address.port;
    settings.applicationName = name;
    settings.sslrootcert.clear();
    if (settings.sslmode != QStringLiteral("disable"))
        settings.sslmode = QStringLiteral("prefer");
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
