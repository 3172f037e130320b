#include "core/service/RestoreRun.h"

#include "core/base/Text.h"
#include "core/procedure/CloseDatabaseStep.h"
#include "core/procedure/ServiceSteps.h"
#include "core/server/FactsQueries.h"
#include "core/service/OpenSet.h"
#include "core/service/RestoreSupport.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreRun)
};

/// A failure in the middle is told apart from one before anything was done.
Error asUntouched(Error error)
{
    if (error.kind == ErrorKind::Internal || error.kind == ErrorKind::RestoreTest)
        error.kind = ErrorKind::RestoreUntouched;
    return error;
}

} // namespace

Result<RestoreReport> RestoreRun::go()
{
    m_run.record().setId = m_request.setId;
    MASCLET_TRY_ASSIGN(SetAccess access,
                       findSetAccess(m_request.profile, m_run.environment(), job().stopToken()));
    MASCLET_TRY_ASSIGN(const OpenSet set, OpenSet::open(m_run.repository(), m_request.setId,
                                                        std::move(access), job().stopToken()));
    m_run.record().sequence = set.manifest().sequence;
    MASCLET_TRY(set.checkReadable());
    MASCLET_TRY_ASSIGN(m_looked, look(m_run.environment(), m_request, set.manifest(), job()));
    for (const GateItem &item : std::as_const(m_looked.gate.items))
        job().log().info(QStringLiteral("[%1] %2: %3").arg(titleOf(item.result), item.title, item.finding));
    if (m_looked.gate.firstFailure())
        return fail(gateError(m_looked.gate));
    MASCLET_TRY(checkSafety());
    m_report.database = m_request.target;
    if (replaces())
        MASCLET_TRY(stopServices(m_procedure, m_request.profile, ErrorKind::RestoreUntouched));
    MASCLET_TRY(
        m_procedure.perform(Tr::tr("Validate %1").arg(m_request.setId), [&] { return set.verify(job()); }));
    BesideCopy copy;
    MASCLET_TRY(m_procedure.perform(Tr::tr("Restore beside and compare"), [&]() -> Result<> {
        MASCLET_TRY_ASSIGN(const BesideOrder order, orderOf(set.manifest()));
        MASCLET_TRY_ASSIGN(const QList<QByteArray> dead, interruptedRuns(m_run.journal()));
        const ScratchTag tag{m_run.repository().id().toUtf8(), m_run.record().id.toUtf8()};
        MASCLET_TRY_ASSIGN(const TestedSet sources, set.sources());
        MASCLET_TRY_ASSIGN(copy, restoreBeside(m_looked.admin, sources, order, {tag, dead}, job()));
        if (auto given = give(copy.name, order.attributes.comment); !given)
            return fail(namingRoles(std::move(given).error(), copy.rolesMade));
        return {};
    }));
    for (const QString &warning : std::as_const(copy.outcome.warnings))
        m_run.warn(warning);
    for (const QString &remark : std::as_const(copy.outcome.comparison.remarks))
        job().log().info(remark);
    m_run.record().rawBytes = set.manifest().rawBytes();
    m_run.record().rows = set.manifest().rows();
    m_report.gate = m_looked.gate;
    m_report.comparison = copy.outcome.comparison;
    return std::move(m_report);
}

/// Whether there was a database to back up was asked before this run began, and may have been answered wrong.
Result<> RestoreRun::checkSafety() const
{
    if (!replaces() || m_request.safetyBackup == RestoreRequest::SafetyBackup::Skip ||
        !m_report.safetySet.isEmpty())
        return {};
    return fail(ErrorKind::RestoreUntouched,
                Tr::tr("No backup of %1 was made, and it would give way.").arg(oneLine(m_request.target, 80)),
                Tr::tr("Begin again: the server did not answer when it was asked whether one is needed."));
}

/// A replaced database hands on its own tablespace, owner, rights and settings; a new one gets those of the
/// set.
Result<BesideOrder> RestoreRun::orderOf(const Manifest &manifest)
{
    BesideOrder order{m_request.target,
                      m_looked.selection,
                      chosenAttributes(manifest.database, m_looked.selection),
                      {},
                      m_request.globals};
    if (!replaces())
        return order;
    order.tablespace = m_looked.gate.target->tablespace;
    ConnectionSettings inside = m_looked.admin;
    inside.database = m_request.target;
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(inside, job().stopToken()));
    MASCLET_TRY(connection.execute("BEGIN", ErrorKind::RestoreUntouched));
    MASCLET_TRY_ASSIGN(order.attributes, readDatabaseFacts(connection, ErrorKind::RestoreUntouched));
    return order;
}

/// Gives the finished copy its name. Whatever fails before takes the copy away again, but not before the
/// database is open and the programs are back: a server can be long about dropping.
Result<> RestoreRun::give(const QByteArray &copy, const QByteArray &comment)
{
    auto given = [&]() -> Result<> {
        if (replaces())
            return swap(copy, comment);
        MASCLET_TRY_ASSIGN(Connection admin, Connection::open(m_looked.admin, job().stopToken()));
        MASCLET_TRY(endSessions(admin, copy));
        MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> made, readTarget(admin, copy));
        admin.setStopToken({});
        return rename(
            admin, {{copy, m_request.target, comment}}, {m_request.target, made ? made->oid : 0},
            Tr::tr("If there is a database %1, it is the restored one.").arg(oneLine(m_request.target, 80)));
    }();
    if (given || m_swapped)
        return given;
    const std::optional<Error> alarm = m_procedure.end(Procedure::Outcome::Failed);
    const ScratchTag tag{m_run.repository().id().toUtf8(), m_run.record().id.toUtf8()};
    if (auto dropped = dropUnfinished(m_looked.admin, copy, tag); !dropped)
        job().log().warning(dropped.error().message);
    return fail(alarm ? withCause(*alarm, &given.error()) : asUntouched(std::move(given).error()));
}

Result<> RestoreRun::swap(const QByteArray &copy, const QByteArray &comment)
{
    job().phase(Tr::tr("Swapping the databases"));
    MASCLET_TRY(m_procedure.take(closeDatabaseStep(m_request.target)));
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(m_looked.admin, job().stopToken()));
    MASCLET_TRY(endSessions(admin, m_request.target));
    MASCLET_TRY(endSessions(admin, copy));
    MASCLET_TRY(checkIdentity(admin));
    MASCLET_TRY(job().proceed());
    MASCLET_TRY_ASSIGN(m_report.kept, freeName(admin, m_request.target, "__old_"));
    const KeptDatabase kept{
        m_request.target,    m_report.kept, m_looked.gate.target->oid, m_looked.gate.systemIdentifier, {},
        m_request.profile.id};
    MASCLET_TRY(journalKeptDatabase(m_run.journal(), m_run.lock(), kept));
    // From here to the end of the transaction a stop would leave nobody knowing what happened.
    admin.setStopToken({});
    MASCLET_TRY(
        rename(admin, {{kept.database, kept.name}, {copy, kept.database, comment}}, {kept.name, kept.oid},
               Tr::tr("If there is a database %1, that is the old one, and the restored one is in its "
                      "place.")
                   .arg(oneLine(kept.name, 80))));
    m_swapped = true;
    m_report.wayBack = kept;
    // Another database has the name now, so undoing would do nothing; the end of the procedure tries again.
    noteFailure(m_procedure.keep());
    if (const Result<> healthy = checkHealth(); !healthy)
        return fail(swapBack(healthy.error(), kept));
    job().log().info(Tr::tr("%1 is the restored one; the old one is kept as %2")
                         .arg(oneLine(m_request.target, 80), oneLine(m_report.kept, 80)));
    return {};
}

/// A connection that breaks may take the answer with it, and not what it would have said. Done when `sign`
/// has its name.
Result<> RestoreRun::rename(Connection &admin, const QList<DatabaseRename> &renames,
                            const NamedDatabase &sign, const QString &unknown)
{
    const qint64 session = admin.serverProcess();
    auto renamed = renameDatabases(admin, renames);
    if (renamed || renamed.error().kind != ErrorKind::Connection)
        return renamed;
    const Result<bool> done = wasRenamed(session, sign);
    if (done)
        return *done ? Result<>() : renamed;
    return fail(Error{ErrorKind::RestoreActionNeeded,
                      Tr::tr("Nobody knows whether %1 was restored: the server does not answer any more.")
                          .arg(oneLine(m_request.target, 80)),
                      unknown,
                      QStringList{renamed.error().message, done.error().message}.join(QChar(u'\n')),
                      {}});
}

/// The session that did it is ended first: what it has not done by now it will not do after the look.
Result<bool> RestoreRun::wasRenamed(qint64 lostSession, const NamedDatabase &sign) const
{
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(m_looked.admin, {}));
    MASCLET_TRY(endOwnSession(admin, lostSession));
    MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> there, readTarget(admin, sign.name));
    return there && there->oid == sign.oid;
}

/// R01: what a person saw and agreed to is what is there now.
Result<> RestoreRun::checkIdentity(Connection &admin)
{
    MASCLET_TRY_ASSIGN(const QByteArray server, readSystemIdentifier(admin));
    MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> target, readTarget(admin, m_request.target));
    if (server == m_looked.gate.systemIdentifier && target && target->oid == m_looked.gate.target->oid)
        return {};
    return fail(ErrorKind::RestoreUntouched,
                Tr::tr("The server or the database changed while the copy was made."),
                Tr::tr("Look what happened, and begin again."));
}

Result<> RestoreRun::checkHealth()
{
    ConnectionSettings inside = m_looked.admin;
    inside.database = m_request.target;
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(inside, {}));
    MASCLET_TRY(connection.query("SELECT 1", {}, ErrorKind::RestoreUntouched));
    return {};
}

/// R12: the restored one does not answer. What cannot be swapped back needs a person. No stop ends it, and no
/// journal that cannot be written.
Error RestoreRun::swapBack(const Error &why, const KeptDatabase &old)
{
    const PutsBack putsBack(job());
    QByteArray undone;
    const Result<> back = [&]() -> Result<> {
        MASCLET_TRY_ASSIGN(Connection admin, Connection::open(m_looked.admin, {}));
        MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> restored, readTarget(admin, old.database));
        MASCLET_TRY_ASSIGN(undone, freeName(admin, old.database, "__undone_"));
        KeptDatabase aside = old;
        aside.name = undone;
        aside.oid = restored ? restored->oid : 0;
        noteFailure(journalKeptDatabase(m_run.journal(), m_run.lock(), aside));
        MASCLET_TRY(giveBack(admin, old, undone));
        noteFailure(journalKeptEnded(m_run.journal(), m_run.lock(), old));
        return {};
    }();
    const QString name = oneLine(old.database, 80);
    if (back) {
        m_report.kept.clear();
        m_report.wayBack.reset();
        return {ErrorKind::RestoreUntouched,
                Tr::tr("The restored database did not answer. The one before serves again as %1.").arg(name),
                Tr::tr("The restored one is kept aside as %1.").arg(oneLine(undone, 80)),
                why.message + QChar(u'\n') + why.detail,
                {}};
    }
    return {
        ErrorKind::RestoreActionNeeded,
        Tr::tr("The restored database %1 did not answer, and the one before could not be put back.")
            .arg(name),
        Tr::tr("The one before is %1. Look which of them serves, and rename them by hand if need be.")
            .arg(oneLine(old.name, 80)),
        QStringList{why.message, why.detail, back.error().message, back.error().detail}.join(QChar(u'\n')),
        {}};
}

/// In one transaction, so that no crash leaves the name with a database that nobody may enter. Programs come
/// back between the end of their sessions and the renaming: they are ended again.
Result<> RestoreRun::giveBack(Connection &admin, const KeptDatabase &old, const QByteArray &undone)
{
    constexpr int attempts = 3;
    const QList<DatabaseRename> renames{{old.database, undone, {}, Connections::Refused},
                                        {old.name, old.database, {}, Connections::Allowed}};
    for (int attempt = 1;; ++attempt) {
        MASCLET_TRY(endSessions(admin, old.database));
        Result<> renamed = renameDatabases(admin, renames);
        if (renamed || attempt == attempts)
            return renamed;
    }
}

/// What was done stays done, whether the journal can take it or not.
void RestoreRun::noteFailure(const Result<> &written)
{
    if (!written)
        m_run.warn(written.error().message);
}

} // namespace masclet
