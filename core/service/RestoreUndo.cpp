// The way back: the database that a restore set aside takes its place again.
#include "core/base/Text.h"
#include "core/procedure/CloseDatabaseStep.h"
#include "core/procedure/ServiceSteps.h"
#include "core/service/RestoreLook.h"
#include "core/service/RunProcedure.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreUndo)
};

/// The newest database that was kept for `target` and is really there.
Result<KeptDatabase> newestKept(Connection &admin, const QByteArray &server,
                                const QList<JournalRecord> &records, const QString &profileId,
                                const QByteArray &target)
{
    for (const KeptDatabase &kept : keptDatabases(records, profileId)) {
        if (kept.database != target || kept.systemIdentifier != server)
            continue;
        MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> there, readTarget(admin, kept.name));
        if (there && there->oid == kept.oid)
            return kept;
    }
    return fail(ErrorKind::RestoreUntouched, Tr::tr("No database was kept for %1.").arg(oneLine(target, 80)));
}

/// R01: what comes back is what the person saw and agreed to.
Result<> checkShown(const KeptDatabase &shown, const KeptDatabase &found)
{
    if (found.name == shown.name && found.oid == shown.oid &&
        found.systemIdentifier == shown.systemIdentifier)
        return {};
    return fail(ErrorKind::RestoreUntouched,
                Tr::tr("Another database than %1 would come back.").arg(oneLine(shown.name, 80)),
                Tr::tr("Nothing was changed. Look again which one is kept."));
}

Result<RestoreReport> swapBack(RunScope &run, Procedure &procedure, const QByteArray &target,
                               const std::optional<KeptDatabase> &shown)
{
    const Profile &profile = run.profile();
    const std::stop_token &stop = run.job().stopToken();
    MASCLET_TRY_ASSIGN(const ConnectionSettings settings,
                       adminSettings(run.environment(), profile, target, stop));
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(settings, stop));
    MASCLET_TRY_ASSIGN(const QByteArray server, readSystemIdentifier(admin));
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records, run.journal().recordsOf(keptDatabaseTypes()));
    MASCLET_TRY_ASSIGN(const KeptDatabase kept, newestKept(admin, server, records, profile.id, target));
    if (shown)
        MASCLET_TRY(checkShown(*shown, kept));
    MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> now, readTarget(admin, target));
    RestoreReport report;
    report.database = target;
    QList<DatabaseRename> renames;
    MASCLET_TRY(stopServices(procedure, profile, ErrorKind::RestoreUntouched));
    if (now) {
        MASCLET_TRY(procedure.take(closeDatabaseStep(target)));
        MASCLET_TRY(endSessions(admin, target));
        MASCLET_TRY_ASSIGN(report.kept, freeName(admin, target, "__undone_"));
        MASCLET_TRY(journalKeptDatabase(run.journal(), run.lock(),
                                        {target, report.kept, now->oid, server, {}, profile.id}));
        renames << DatabaseRename{target, report.kept};
    }
    // It was closed when it gave way. Opened by itself, a crash could leave the name with a closed one.
    renames << DatabaseRename{kept.name, target, {}, Connections::Allowed};
    MASCLET_TRY(run.job().proceed());
    // From here to the end of the transaction a stop would leave nobody knowing what happened.
    admin.setStopToken({});
    MASCLET_TRY(renameDatabases(admin, renames));
    // Done. What the journal cannot take any more is told and changes nothing: the end of the procedure tries
    // it again, and a database that has another name by now is never dropped.
    for (const Result<> &written : {procedure.keep(), journalKeptEnded(run.journal(), run.lock(), kept)}) {
        if (!written)
            run.warn(written.error().message);
    }
    return report;
}

} // namespace

Result<RestoreReport> RestoreService::undo(const Profile &profile, const QByteArray &target,
                                           const std::optional<KeptDatabase> &shown,
                                           JobContext &context) const
{
    const RunRequest recordedAs{
        profile, QStringLiteral("restore-undo"), Right::Replace, QStringLiteral("manual"), {}, {}};
    return recorded<RestoreReport>(m_environment, recordedAs, context,
                                   [&](RunScope &run) -> Result<RestoreReport> {
                                       return asProcedure<RestoreReport>(run, [&](Procedure &procedure) {
                                           return swapBack(run, procedure, target, shown);
                                       });
                                   });
}

} // namespace masclet
