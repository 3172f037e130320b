#include "core/service/KeptDatabaseService.h"

#include "core/base/Text.h"
#include "core/service/RestoreLook.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KeptDatabaseService)
};

bool isExpired(const KeptDatabase &kept, const QDateTime &now)
{
    return kept.time.msecsTo(now) >= std::chrono::milliseconds(keptFor).count();
}

/// A session to the server that has `kept`.
Result<Connection> openServer(RunScope &run, const KeptDatabase &kept)
{
    MASCLET_TRY_ASSIGN(const ConnectionSettings settings,
                       adminSettings(run.environment(), run.profile(), kept.name, run.job().stopToken()));
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(settings, run.job().stopToken()));
    MASCLET_TRY_ASSIGN(const QByteArray server, readSystemIdentifier(admin));
    if (server == kept.systemIdentifier)
        return admin;
    return fail(ErrorKind::RestoreUntouched,
                Tr::tr("%1 was kept on another server.").arg(oneLine(kept.name, 80)),
                Tr::tr("The profile reaches a server with another system identifier."));
}

enum class Asked { BySomebody, ByTime };

/// True when it was dropped, false when it was gone already. By time alone none goes that has a slot: whoever
/// reads from it would lose its place without a word.
Result<bool> drop(RunScope &run, const KeptDatabase &kept, Asked asked)
{
    MASCLET_TRY_ASSIGN(Connection admin, openServer(run, kept));
    MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> there, readTarget(admin, kept.name));
    const bool ours = there && there->oid == kept.oid;
    if (ours) {
        MASCLET_TRY_ASSIGN(const QStringList held, readSlots(admin, kept.name));
        const QString slotNames = held.join(QStringLiteral(", "));
        if (!held.isEmpty() && asked == Asked::ByTime)
            return fail(ErrorKind::RestoreUntouched,
                        Tr::tr("It has logical replication slots: %1.").arg(slotNames),
                        Tr::tr("Drop them if nobody needs them, or drop the database with them: restore "
                               "--drop-kept NAME"));
        MASCLET_TRY(journalKeptDrop(run.journal(), run.lock(), kept));
        run.job().log().info(Tr::tr("Dropping %1").arg(oneLine(kept.name, 80)));
        MASCLET_TRY(dropDatabase(admin, kept.name));
        if (!held.isEmpty())
            run.warn(Tr::tr("Its logical replication slots went with it: %1").arg(slotNames));
    }
    MASCLET_TRY(journalKeptEnded(run.journal(), run.lock(), kept));
    return ours;
}

} // namespace

Result<bool> isDropDue(const ServiceEnvironment &environment, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records,
                       repository.journal().recordsOf(keptDatabaseTypes()));
    const QList<KeptDatabase> list = keptDatabases(records, profile.id);
    const QDateTime now = environment.clock.now();
    return std::any_of(list.begin(), list.end(),
                       [&](const KeptDatabase &kept) { return isExpired(kept, now); });
}

Result<DropKeptReport> dropExpiredDatabases(const ServiceEnvironment &environment, const Profile &profile,
                                            const QString &trigger, JobContext &context)
{
    const RunRequest recordedAs{profile, QStringLiteral("drop-kept"), Right::Delete, trigger,
                                {},      std::chrono::minutes(1)};
    return recorded<DropKeptReport>(
        environment, recordedAs, context, [&](RunScope &run) -> Result<DropKeptReport> {
            run.job().phase(Tr::tr("Dropping databases kept aside"));
            MASCLET_TRY_ASSIGN(const QList<JournalRecord> records,
                               run.journal().recordsOf(keptDatabaseTypes()));
            DropKeptReport report;
            for (const KeptDatabase &kept : keptDatabases(records, profile.id)) {
                if (!isExpired(kept, environment.clock.now()))
                    continue;
                MASCLET_TRY(run.job().proceed());
                const Result<bool> dropped = drop(run, kept, Asked::ByTime);
                if (!dropped && dropped.error().kind == ErrorKind::Stopped)
                    return fail(dropped.error());
                if (!dropped)
                    run.warn(Tr::tr("The database %1, kept aside since %2, stays: %3 %4")
                                 .arg(oneLine(kept.name, 80), kept.time.date().toString(Qt::ISODate),
                                      dropped.error().message, dropped.error().hint)
                                 .trimmed());
                else if (*dropped)
                    report.dropped << oneLine(kept.name, 80);
            }
            return report;
        });
}

Result<DropKeptReport> dropKeptDatabase(const ServiceEnvironment &environment, const Profile &profile,
                                        const QByteArray &name, JobContext &context)
{
    const RunRequest recordedAs{
        profile, QStringLiteral("drop-kept"), Right::Delete, QStringLiteral("manual"), {}, {}};
    return recorded<DropKeptReport>(
        environment, recordedAs, context, [&](RunScope &run) -> Result<DropKeptReport> {
            MASCLET_TRY_ASSIGN(const QList<JournalRecord> records,
                               run.journal().recordsOf(keptDatabaseTypes()));
            const QList<KeptDatabase> list = keptDatabases(records, profile.id);
            const auto found = std::find_if(list.begin(), list.end(),
                                            [&](const KeptDatabase &kept) { return kept.name == name; });
            if (found == list.end())
                return fail(ErrorKind::RestoreUntouched,
                            Tr::tr("%1 is no database that a restore kept aside.").arg(oneLine(name, 80)));
            MASCLET_TRY_ASSIGN(const bool dropped, drop(run, *found, Asked::BySomebody));
            DropKeptReport report;
            if (dropped)
                report.dropped << oneLine(name, 80);
            else
                run.warn(Tr::tr("%1 is there no more.").arg(oneLine(name, 80)));
            return report;
        });
}

} // namespace masclet
