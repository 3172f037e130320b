#pragma once

#include "core/server/Connection.h"
#include "core/server/Snapshot.h"
#include "core/server/ToolLocator.h"

namespace masclet
{

// Client tools that run inside the server's container: how they get in, and what ends them. Ending the
// engine's client ends nothing inside (moby/moby issue 9098), but a tool whose session is gone ends by
// itself.

/// The server of `snapshot` as `tools` see it from its own container, for a session called `name`: by the
/// address under which the server took us in, and only when psql there reaches the same server, which another
/// container, or another server at that address, does not. What the profile wants of TLS counts for the way
/// to this machine; a connection that does not leave the container takes what the server offers. Connection
/// when they do not get in, or elsewhere.
Result<ConnectionSettings> insideConnection(const PostgresTools &tools, const ConnectionSettings &ours,
                                            Snapshot &snapshot, const QByteArray &name,
                                            const std::stop_token &stop);

/// libpq's environment for a tool that is given `settings`: nothing of this machine's pass files.
void givePassword(ToolCommand &tool, const ConnectionSettings &settings);

/// What names the sessions of the tools that work for `owner` (any text, always the same), without the part
/// that is another one each time.
QByteArray toolSessionPrefix(const QByteArray &owner);
/// A whole name, made anew.
QByteArray newToolSessionName(const QByteArray &owner);

/// Ends this role's sessions whose name begins with `prefix`, by a session of its own that takes at most a
/// few seconds and heeds no stop: it is what a stop asks for.
Result<> endToolSessions(ConnectionSettings settings, const QByteArray &prefix);

} // namespace masclet
