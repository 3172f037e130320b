#include "core/service/RestoreSupport.h"

#include "core/server/ServerQueries.h"
#include "core/service/ProfileProposal.h"

#include <QFile>

namespace masclet
{

Result<QList<QByteArray>> interruptedRuns(const Journal &journal)
{
    JournalWish wish;
    wish.states = {RunState::Interrupted};
    MASCLET_TRY_ASSIGN(const JournalFinds finds, journal.find(wish));
    QList<QByteArray> ids;
    for (const RunRecord &run : finds.runs)
        ids << run.id.toUtf8();
    return ids;
}

Result<QString> localDataFolder(const Profile &server, const ConnectionSettings &settings,
                                const std::stop_token &stop)
{
    if (!isLocalHost(server.connection.host))
        return QString();
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(settings, stop));
    const auto path = readDataFolder(connection);
    return path ? QFile::decodeName(*path) : QString();
}

} // namespace masclet
