#include "core/procedure/CloseDatabaseStep.h"

#include "core/base/Text.h"
#include "core/procedure/Procedure.h"
#include "core/restore/RestoreBeside.h"
#include "core/server/DatabaseSwap.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CloseDatabaseStep)
};

const QString closeKind = QStringLiteral("close-database");
const QString databaseKey = QStringLiteral("database");
const QString openKey = QStringLiteral("open");
const QString oidKey = QStringLiteral("oid");

QByteArray databaseOf(const QJsonObject &parameters)
{
    return QByteArray::fromHex(parameters[databaseKey].toString().toLatin1());
}

class CloseDatabase final : public StepKind
{
public:
    explicit CloseDatabase(SecretSources secrets)
        : m_secrets(std::move(secrets))
    {
    }

    QString name() const override { return closeKind; }
    Undo undoWhen() const override { return Undo::AfterFailure; }
    StepTexts texts(const QJsonObject &parameters) const override
    {
        const QString database = oneLine(databaseOf(parameters), 80);
        return {Tr::tr("Close the database %1 to new connections").arg(database),
                Tr::tr("Open the database %1 again").arg(database),
                Tr::tr("The database %1 is closed to connections.").arg(database)};
    }
    Result<QJsonObject> look(const QJsonObject &parameters, const StepScope &scope) const override;
    Result<> act(const QJsonObject &parameters, const QJsonObject &before,
                 const StepScope &scope) const override;
    Result<> undo(const QJsonObject &parameters, const QJsonObject &before,
                  const StepScope &scope) const override;

private:
    Result<Connection> connect(const QJsonObject &parameters, const StepScope &scope) const
    {
        MASCLET_TRY_ASSIGN(const FoundSecret secret, findSecret(scope.profile, m_secrets, scope.stop));
        MASCLET_TRY_ASSIGN(const ConnectionSettings settings,
                           maintenanceSettings(connectionOf(scope.profile, {}, secret.password),
                                               databaseOf(parameters), scope.stop));
        return Connection::open(settings, scope.stop);
    }

    const SecretSources m_secrets;
};

Result<QJsonObject> CloseDatabase::look(const QJsonObject &parameters, const StepScope &scope) const
{
    MASCLET_TRY_ASSIGN(Connection admin, connect(parameters, scope));
    MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> database,
                       readTarget(admin, databaseOf(parameters)));
    if (!database)
        return fail(
            ErrorKind::RestoreUntouched,
            Tr::tr("The database %1 is not there any more.").arg(oneLine(databaseOf(parameters), 80)));
    return QJsonObject{{openKey, database->acceptsConnections}, {oidKey, qint64(database->oid)}};
}

Result<> CloseDatabase::act(const QJsonObject &parameters, const QJsonObject &, const StepScope &scope) const
{
    MASCLET_TRY_ASSIGN(Connection admin, connect(parameters, scope));
    return setConnections(admin, databaseOf(parameters), Connections::Refused);
}

/// Only the very database that was closed: after a swap another one has its name.
Result<> CloseDatabase::undo(const QJsonObject &parameters, const QJsonObject &before,
                             const StepScope &scope) const
{
    if (!before[openKey].toBool())
        return {};
    MASCLET_TRY_ASSIGN(Connection admin, connect(parameters, scope));
    const QByteArray name = databaseOf(parameters);
    MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> database, readTarget(admin, name));
    if (!database || qint64(database->oid) != before[oidKey].toInteger())
        return {};
    return setConnections(admin, name, Connections::Allowed);
}

} // namespace

std::unique_ptr<const StepKind> closeDatabaseKind(SecretSources secrets)
{
    return std::make_unique<CloseDatabase>(std::move(secrets));
}

ProcedureStep closeDatabaseStep(const QByteArray &database)
{
    return {closeKind, {{databaseKey, QString::fromLatin1(database.toHex())}}};
}

} // namespace masclet
