#include "core/restore/RestoreBeside.h"

#include "core/base/Text.h"
#include "core/server/DatabaseAttributes.h"
#include "core/server/DatabaseSwap.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreBeside)
};

/// Scratch databases and the loader speak of tests; here the same means that nothing was touched.
Error asRestore(Error error)
{
    if (error.kind == ErrorKind::RestoreTest || error.kind == ErrorKind::ClientTool)
        error.kind = ErrorKind::RestoreUntouched;
    return error;
}

Result<> makeRoles(const ConnectionSettings &admin, const TestedSet &set, BesideCopy &copy,
                   JobContext &context)
{
    context.phase(Tr::tr("Restoring roles"));
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(admin, context.stopToken()));
    GlobalsReport report;
    const auto loaded = loadGlobals(connection, set.globals, report, context);
    copy.rolesMade = report.created;
    MASCLET_TRY(loaded);
    for (const QString &line : report.leftOut)
        copy.outcome.warnings << Tr::tr("Left out of the globals: %1").arg(line);
    for (const QByteArray &role : report.withoutPassword)
        copy.outcome.warnings
            << Tr::tr("The role %1 has no password in the set and cannot log in.").arg(oneLine(role, 80));
    return {};
}

/// With whose rights the functions in it are run.
ConnectionSettings loaderOf(const ConnectionSettings &inside, const BesideOrder &order)
{
    if (!order.loadAs)
        return inside;
    ConnectionSettings limited = order.loadAs->settings();
    limited.database = inside.database;
    return limited;
}

/// Loads as who shall load.
Result<CopyOutcome> load(const ConnectionSettings &inside, const TestedSet &set, const BesideOrder &order,
                         JobContext &context)
{
    LoadOptions options{LoadPlace::Server, LoadOptions::Roles::MustExist, ErrorKind::RestoreUntouched,
                        order.selection};
    // Who leaves both out has no use for a policy or user mapping of a role that is missing either.
    if (order.loadAs || (order.selection.owners == LoadSelection::Owners::Leave &&
                         order.selection.rights == LoadSelection::Rights::Leave))
        options.roles = LoadOptions::Roles::SkipMissing;
    if (!order.loadAs)
        return loadAndCompare(inside, set, options, context);
    MASCLET_TRY_ASSIGN(Connection owner, Connection::open(inside, context.stopToken()));
    MASCLET_TRY(order.loadAs->own(owner, inside.database));
    return loadAndCompare(loaderOf(inside, order), set, options, context);
}

Result<CopyOutcome> fill(const ConnectionSettings &admin, const QByteArray &name, const TestedSet &set,
                         const BesideOrder &order, JobContext &context)
{
    ConnectionSettings inside = admin;
    inside.database = name;
    MASCLET_TRY_ASSIGN(CopyOutcome outcome, load(inside, set, order, context));
    if (!outcome.comparison.equal())
        return fail(Error{ErrorKind::RestoreUntouched,
                          Tr::tr("The restored copy is not equal to what was backed up: %1")
                              .arg(outcome.comparison.differences.first()),
                          Tr::tr("It was dropped. Use another set."),
                          outcome.comparison.differences.join(QChar(u'\n')),
                          {}});
    context.phase(Tr::tr("Analysing"));
    MASCLET_TRY_ASSIGN(Connection analyst, Connection::open(loaderOf(inside, order), context.stopToken()));
    MASCLET_TRY(analyst.execute("ANALYZE", ErrorKind::RestoreUntouched));
    context.phase(Tr::tr("Owner, rights and settings"));
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(admin, context.stopToken()));
    MASCLET_TRY_ASSIGN(const QStringList refused,
                       applyDatabaseAttributes(connection, name, order.attributes));
    if (order.loadAs)
        MASCLET_TRY(order.loadAs->retire(connection));
    for (const QString &line : refused)
        outcome.warnings << Tr::tr("Not taken over: %1").arg(line);
    return outcome;
}

} // namespace

Error namingRoles(Error error, const QList<QByteArray> &made)
{
    if (made.isEmpty())
        return error;
    QStringList names;
    for (const QByteArray &role : made)
        names << oneLine(role, 80);
    const QString sentence =
        Tr::tr("These roles were made on the server and stay: %1").arg(names.join(QStringLiteral(", ")));
    error.hint = error.hint.isEmpty() ? sentence : QStringLiteral("%1 %2").arg(error.hint, sentence);
    return error;
}

DatabaseFacts chosenAttributes(const DatabaseFacts &facts, const LoadSelection &selection)
{
    DatabaseFacts chosen = withRoles(facts, selection.roles);
    if (selection.owners == LoadSelection::Owners::Leave)
        chosen.owner.clear();
    if (selection.rights == LoadSelection::Rights::Leave) {
        chosen.acl.clear();
        chosen.aclDefault = true;
    }
    return chosen;
}

Result<ConnectionSettings> maintenanceSettings(ConnectionSettings settings, const QByteArray &target,
                                               const std::stop_token &stop)
{
    std::optional<Error> refused;
    for (const QByteArray database : {"postgres", "template1"}) {
        if (database == target)
            continue;
        settings.database = database;
        auto connection = Connection::open(settings, stop);
        if (connection)
            return settings;
        refused = std::move(connection).error();
    }
    return fail(std::move(*refused));
}

Result<BesideCopy> restoreBeside(const ConnectionSettings &settings, const TestedSet &set,
                                 const BesideOrder &order, const TestRun &run, JobContext &context)
{
    BesideCopy copy{unfinishedName(order.target, run.tag.runId), {}, {}};
    QStringList warnings;
    auto make = [&]() -> Result<> {
        context.phase(Tr::tr("Making the database"));
        MASCLET_TRY_ASSIGN(Connection admin, Connection::open(settings, context.stopToken()));
        MASCLET_TRY_ASSIGN(warnings, dropLeftovers(admin, settings, run, context));
        if (order.globals == BesideOrder::Globals::First) {
            MASCLET_TRY(makeRoles(settings, set, copy, context));
            warnings << copy.outcome.warnings;
        }
        return createScratch(admin, copy.name, set.manifest.database, run.tag, context.stopToken(),
                             order.tablespace);
    };
    if (auto made = make(); !made)
        return fail(namingRoles(asRestore(std::move(made).error()), copy.rolesMade));
    auto filled = fill(settings, copy.name, set, order, context);
    if (filled) {
        copy.outcome = std::move(*filled);
        copy.outcome.warnings = warnings + copy.outcome.warnings;
        return copy;
    }
    if (auto dropped = dropUnfinished(settings, copy.name, run.tag); !dropped)
        context.log().warning(Tr::tr("The unfinished database %1 could not be dropped and is tried again by "
                                     "the next restore: %2")
                                  .arg(oneLine(copy.name, 80), dropped.error().message));
    return fail(namingRoles(asRestore(std::move(filled).error()), copy.rolesMade));
}

} // namespace masclet
