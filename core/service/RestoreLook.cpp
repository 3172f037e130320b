#include "core/service/RestoreLook.h"

#include "core/server/TableMatch.h"
#include "core/service/RestoreSupport.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreLook)
};

/// The tables a person named, as the set has them.
Result<LoadSelection> selectionOf(const RestoreRequest &request, const Manifest &manifest)
{
    LoadSelection selection = request.selection;
    if (request.tables.isEmpty())
        return selection;
    selection.rows = LoadSelection::Rows::Chosen;
    for (const QString &name : request.tables) {
        MASCLET_TRY_ASSIGN(const RelationFacts *table, matchTable(manifest.database, name));
        selection.tables.insert({table->schema, table->name});
        // Rows of partitions stand under their own names.
        for (const RelationFacts &part : manifest.database.relations) {
            if (part.partitionRoot == table->oid)
                selection.tables.insert({part.schema, part.name});
        }
    }
    return selection;
}

} // namespace

Result<ConnectionSettings> adminSettings(const ServiceEnvironment &environment, const Profile &profile,
                                         const QByteArray &target, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const FoundSecret secret, findSecret(profile, environment.secrets, stop));
    return maintenanceSettings(connectionOf(profile, {}, secret.password), target, stop);
}

Result<Looked> look(const ServiceEnvironment &environment, const RestoreRequest &request,
                    const Manifest &manifest, JobContext &context)
{
    context.phase(Tr::tr("Looking at the server"));
    Looked looked;
    MASCLET_TRY_ASSIGN(looked.selection, selectionOf(request, manifest));
    MASCLET_TRY_ASSIGN(looked.admin,
                       adminSettings(environment, request.profile, request.target, context.stopToken()));
    MASCLET_TRY_ASSIGN(const QString folder,
                       localDataFolder(request.profile, looked.admin, context.stopToken()));
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(looked.admin, context.stopToken()));
    MASCLET_TRY_ASSIGN(looked.gate, passGate(connection, {manifest, looked.admin, context.stopToken(),
                                                          request.target, request.mode, looked.selection,
                                                          request.globals, request.acceptedServer, folder}));
    return looked;
}

Error gateError(const GateFindings &gate)
{
    const GateItem *first = gate.firstFailure();
    QStringList lines;
    for (const GateItem &item : gate.items) {
        if (item.result == CheckResult::Fail)
            lines << QStringLiteral("%1: %2").arg(item.title, item.finding);
    }
    return {first->kind,
            Tr::tr("The restore was not begun: %1").arg(first->finding),
            first->hint,
            lines.join(QChar(u'\n')),
            {}};
}

} // namespace masclet
