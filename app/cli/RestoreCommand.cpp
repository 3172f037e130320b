// restore: bring a backup back, beside what is there or in its place.
#include "app/cli/Commands.h"
#include "app/cli/RestoreFiles.h"
#include "core/base/Text.h"
#include "core/notify/Message.h"
#include "core/service/ForeignRestore.h"
#include "core/service/HistoryService.h"
#include "core/service/KeptDatabaseService.h"
#include "core/service/RestoreService.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreCommand)
};

class RestoreCommand final : public Command
{
public:
    CommandSpec spec() const override;
    Result<int> run(CommandContext &context) const override;
};

CommandSpec RestoreCommand::spec() const
{
    using Kind = ArgumentSpec::Kind;
    auto flag = [](const char *name, const QString &help) {
        return ArgumentSpec{Kind::Switch, name, {}, help, {}, {}};
    };
    auto value = [](const char *name, const QString &shown, const QString &help) {
        return ArgumentSpec{Kind::Value, name, shown, help, {}, {}};
    };
    return {
        "restore",
        Tr::tr("restore a backup beside what is there, or in its place"),
        Tr::tr(
            "The backup is loaded into a new database and compared; only then it gets its name. With "
            "--replace the database of that name is backed up, closed and kept aside. Ends with 21 when "
            "everything is as it was, with 22 when a person must act. With --files it is the files of the "
            "backup that are restored (configuration, logs, state), not the database: into a folder of each "
            "kind in FOLDER, which must be empty or not exist. With --in-place FOLDER is the root they "
            "belong below (/), the files there give way, and a copy of those is kept. Owners come back only "
            "when root restores."),
        setArguments()
            << value("to", Tr::tr("NAME"), Tr::tr("name of the database to come"))
            << value("file", Tr::tr("PATH"),
                     Tr::tr("restore this dump, made elsewhere, instead of a set; needs --to and --trust"))
            << flag("trust", Tr::tr("whoever made the file may run what is in it on the server"))
            << flag("replace", Tr::tr("swap it with the database of that name (the profile's by default)"))
            << flag("undo", Tr::tr("swap the database that was kept last back"))
            << value("drop-kept", Tr::tr("NAME"),
                     Tr::tr("drop this database, which a restore kept aside; else it goes after 7 days"))
            << value("tables", Tr::tr("LIST"),
                     Tr::tr("the whole structure, but only the rows of these tables"))
            << flag("schema-only", Tr::tr("the structure without rows"))
            << flag("no-owner", Tr::tr("leave owners out")) << flag("no-acl", Tr::tr("leave rights out"))
            << value("role-map", QStringLiteral("OLD=NEW"), Tr::tr("use another role; may be given often"))
            << flag("globals", Tr::tr("make the backup's roles first, those that are missing"))
            << value("server-id", Tr::tr("ID"),
                     Tr::tr("the system identifier shown: this rebuilt server is the right one"))
            << value("no-safety-backup", Tr::tr("NAME"),
                     Tr::tr("do not back up the database of this name before it is replaced"))
            << value("files", Tr::tr("FOLDER"),
                     Tr::tr("restore files instead of the database, into a folder"))
            << value("kinds", Tr::tr("LIST"),
                     Tr::tr("with --files: which of config, logs and state (all; with --in-place config)"))
            << flag("in-place", Tr::tr("with --files: over what is in the folder"))
            << confirmationArgument(
                   Tr::tr("the database to replace, typed again; with --in-place the backup")),
        {"connection", "repository", "encryption.identity", "programs.age"}};
}

/// Nothing that was given is ignored: whoever wrote it takes it for done.
Result<> refuseBeside(const Arguments &arguments, const char *way, const QByteArrayList &others)
{
    for (const QByteArray &other : others) {
        if (arguments.has(other))
            return fail(
                ErrorKind::Usage,
                other == "set"
                    ? Tr::tr("--%1 takes no set.").arg(QLatin1String(way))
                    : Tr::tr("--%1 does not go with --%2.").arg(QLatin1String(other), QLatin1String(way)));
    }
    return {};
}

/// What speaks of how a set is restored, which not every way does.
QByteArrayList restoring()
{
    return {"set",      "latest",  "replace",   "tables",           "schema-only", "no-owner", "no-acl",
            "role-map", "globals", "server-id", "no-safety-backup", "kinds",       "in-place"};
}

Result<LoadSelection> selectionFrom(const Arguments &arguments)
{
    LoadSelection selection;
    if (arguments.has("schema-only"))
        selection.rows = LoadSelection::Rows::None;
    if (arguments.has("no-owner"))
        selection.owners = LoadSelection::Owners::Leave;
    if (arguments.has("no-acl"))
        selection.rights = LoadSelection::Rights::Leave;
    for (const QString &pair : arguments.values.value("role-map")) {
        const qsizetype equals = pair.indexOf(QChar(u'='));
        if (equals < 1 || equals + 1 == pair.size())
            return fail(ErrorKind::Usage, Tr::tr("\"%1\" is not OLD=NEW.").arg(oneLine(pair, 80)));
        selection.roles.insert(pair.left(equals).toUtf8(), pair.mid(equals + 1).toUtf8());
    }
    return selection;
}

Result<RestoreRequest> requestFrom(const CommandContext &context, const Profile &profile)
{
    const Arguments &arguments = context.arguments();
    for (const char *other : {"kinds", "in-place"}) {
        if (arguments.has(other))
            return fail(ErrorKind::Usage, Tr::tr("--%1 goes with --files only.").arg(QLatin1String(other)));
    }
    RestoreRequest request;
    request.profile = profile;
    const bool replace = arguments.has("replace");
    const QString to = arguments.value("to");
    if (to.isEmpty() && !replace)
        return fail(ErrorKind::Usage, Tr::tr("Say where to restore: --to NAME, or --replace."));
    request.target = (to.isEmpty() ? profile.connection.dbname : to).toUtf8();
    request.mode = replace ? GateQuestion::Mode::Replace : GateQuestion::Mode::New;
    MASCLET_TRY_ASSIGN(request.selection, selectionFrom(arguments));
    for (const QString &list : arguments.values.value("tables"))
        request.tables << list.split(QChar(u','), Qt::SkipEmptyParts);
    if (arguments.has("tables") && (request.tables.isEmpty() || arguments.has("schema-only")))
        return fail(ErrorKind::Usage, Tr::tr("Name the tables whose rows you want, or give --schema-only."));
    if (arguments.has("globals"))
        request.globals = BesideOrder::Globals::First;
    request.acceptedServer = arguments.value("server-id").toLatin1();
    const QString unsafe = arguments.value("no-safety-backup");
    if (!unsafe.isEmpty() && unsafe.toUtf8() != request.target)
        return fail(ErrorKind::Usage,
                    Tr::tr("--no-safety-backup names %1, but the database to replace is %2.")
                        .arg(oneLine(unsafe, 80), oneLine(request.target, 80)));
    if (!unsafe.isEmpty())
        request.safetyBackup = RestoreRequest::SafetyBackup::Skip;
    MASCLET_TRY_ASSIGN(const QString wanted, setIdFrom(arguments));
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const StoredSet set, findSet(repository, profile, wanted));
    request.setId = set.id;
    return request;
}

QJsonArray gateToJson(const GateFindings &gate)
{
    QJsonArray items;
    for (const GateItem &item : gate.items)
        items << QJsonObject{{QStringLiteral("item"), item.id},
                             {QStringLiteral("result"), nameOf(item.result)},
                             {QStringLiteral("finding"), item.finding},
                             {QStringLiteral("hint"), item.hint}};
    return items;
}

void printPlan(const RestorePlan &plan, CommandContext &context)
{
    for (const GateItem &item : plan.gate.items) {
        context.note(QStringLiteral("[%1] %2: %3").arg(titleOf(item.result), item.title, item.finding));
        if (!item.hint.isEmpty())
            context.note(QStringLiteral("    ") + item.hint);
    }
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        context.note(QStringLiteral("  %1. %2").arg(i + 1).arg(plan.steps[i]));
    context.note(expectedText(plan));
    if (!plan.contacts.isEmpty())
        context.note(contactsText(plan.contacts));
}

void print(const RestoreReport &report, CommandContext &context)
{
    const QString database = oneLine(report.database, 80);
    if (report.kept.isEmpty())
        context.say(
            Tr::tr("%1: restored as database %2, all counts are equal").arg(report.run.setId, database));
    else
        context.say(Tr::tr("%1 is in its place; the database that was there is kept as %2")
                        .arg(database, oneLine(report.kept, 80)));
    if (!report.safetySet.isEmpty())
        context.say(Tr::tr("Backup made before: %1").arg(report.safetySet));
    for (const QString &remark : report.run.warnings + report.comparison.remarks)
        context.note(remark);
    context.answer({{QStringLiteral("run"), toJson(report.run)},
                    {QStringLiteral("database"), nameToJson(report.database)},
                    {QStringLiteral("remarks"), QJsonArray::fromStringList(report.comparison.remarks)},
                    {QStringLiteral("kept"), nameToJson(report.kept)},
                    {QStringLiteral("safetySet"), report.safetySet},
                    {QStringLiteral("gate"), gateToJson(report.gate)}});
}

Result<int> finish(const RestoreReport &report, CommandContext &context)
{
    print(report, context);
    if (report.failure)
        return fail(*report.failure);
    return report.run.exitCode;
}

Result<int> undo(const Profile &profile, CommandContext &context)
{
    MASCLET_TRY(refuseBeside(context.arguments(), "undo", restoring()));
    const QString to = context.arguments().value("to");
    const QString target = to.isEmpty() ? profile.connection.dbname : to;
    if (context.dryRun()) {
        context.say(
            Tr::tr("Dry run: the database kept last for %1 would be swapped back.").arg(oneLine(target, 80)));
        return exitOk;
    }
    MASCLET_TRY(
        context.confirm(Tr::tr("The database %1 on %2 is set aside and the one kept before takes its place.")
                            .arg(oneLine(target, 80), oneLine(profile.connection.host)),
                        target));
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const RestoreReport report, context.runWork([&](JobContext &job) {
        return RestoreService(environment).undo(profile, target.toUtf8(), {}, job);
    }));
    return finish(report, context);
}

Result<int> dropKept(const Profile &profile, CommandContext &context)
{
    MASCLET_TRY(refuseBeside(context.arguments(), "drop-kept",
                             restoring() << "to"
                                         << "undo"));
    const QString name = context.arguments().value("drop-kept");
    if (context.dryRun()) {
        context.say(Tr::tr("Dry run: the database %1 would be dropped.").arg(oneLine(name, 80)));
        return exitOk;
    }
    MASCLET_TRY(context.confirm(Tr::tr("The database %1 on %2 is dropped for good.")
                                    .arg(oneLine(name, 80), oneLine(profile.connection.host)),
                                name));
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const DropKeptReport report, context.runWork([&](JobContext &job) {
        return dropKeptDatabase(environment, profile, name.toUtf8(), job);
    }));
    for (const QString &dropped : report.dropped)
        context.say(Tr::tr("Dropped: %1").arg(dropped));
    for (const QString &warning : report.run.warnings)
        context.note(warning);
    context.answer({{QStringLiteral("run"), toJson(report.run)},
                    {QStringLiteral("dropped"), QJsonArray::fromStringList(report.dropped)}});
    return report.run.exitCode;
}

Result<ForeignRestoreRequest> foreignRequestFrom(const CommandContext &context, const Profile &profile)
{
    const Arguments &arguments = context.arguments();
    MASCLET_TRY(refuseBeside(arguments, "file",
                             {"set", "replace", "undo", "tables", "schema-only", "globals", "latest",
                              "in-place", "kinds", "server-id", "no-safety-backup", "drop-kept", "yes"}));
    if (arguments.value("to").isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("Give --file PATH, --to NAME, and no set."));
    ForeignRestoreRequest request;
    request.profile = profile;
    request.path = QFileInfo(arguments.value("file")).absoluteFilePath();
    request.target = arguments.value("to").toUtf8();
    MASCLET_TRY_ASSIGN(request.selection, selectionFrom(arguments));
    if (arguments.has("trust"))
        request.trust = ForeignRestoreRequest::Trust::Given;
    return request;
}

Result<int> restoreFile(const Profile &profile, CommandContext &context)
{
    MASCLET_TRY_ASSIGN(const ForeignRestoreRequest request, foreignRequestFrom(context, profile));
    const ServiceEnvironment environment = context.services();
    if (context.dryRun()) {
        MASCLET_TRY_ASSIGN(const QStringList steps, context.runWork([&](JobContext &job) {
            return planForeignRestore(environment, request, job);
        }));
        for (qsizetype i = 0; i < steps.size(); ++i)
            context.say(QStringLiteral("  %1. %2").arg(i + 1).arg(steps[i]));
        context.answer({{QStringLiteral("steps"), QJsonArray::fromStringList(steps)}});
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(const ForeignRestoreReport report, context.runWork([&](JobContext &job) {
        return restoreForeign(environment, request, job);
    }));
    context.say(Tr::tr("%1: restored as database %2, %3 rows in %4 tables")
                    .arg(oneLine(request.path), oneLine(report.database, 80))
                    .arg(report.dump.sql.index.rows())
                    .arg(report.comparison.tables.size()));
    for (const QString &remark : report.comparison.remarks)
        context.note(remark);
    for (const QString &warning : report.run.warnings)
        context.note(warning);
    context.answer({{QStringLiteral("run"), toJson(report.run)},
                    {QStringLiteral("database"), nameToJson(report.database)},
                    {QStringLiteral("rows"), report.dump.sql.index.rows()}});
    return report.run.exitCode;
}

Result<int> RestoreCommand::run(CommandContext &context) const
{
    if (context.arguments().has("files"))
        return restoreFiles(context);
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    if (context.arguments().has("file"))
        return restoreFile(profile, context);
    if (context.arguments().has("trust"))
        return fail(ErrorKind::Usage,
                    Tr::tr("--trust goes with --file only: it is about dumps made elsewhere."));
    if (context.arguments().has("drop-kept"))
        return dropKept(profile, context);
    if (context.arguments().has("undo"))
        return undo(profile, context);
    MASCLET_TRY_ASSIGN(const RestoreRequest request, requestFrom(context, profile));
    const ServiceEnvironment environment = context.services();
    const bool replace = request.mode == GateQuestion::Mode::Replace;
    if (context.dryRun() || replace) {
        // What is refused is recorded like any other run, but nobody is asked and nothing begins.
        MASCLET_TRY_ASSIGN(const RestorePlan plan,
                           context.runWork([&](JobContext &job) -> Result<RestorePlan> {
                               const RestoreService service(environment);
                               Result<RestorePlan> made = service.plan(request, job);
                               const bool stopped = !made && made.error().kind == ErrorKind::Stopped;
                               if (made || stopped || context.dryRun())
                                   return made;
                               return fail(service.refuse(request, made, job));
                           }));
        printPlan(plan, context);
        if (context.dryRun()) {
            context.answer({{QStringLiteral("gate"), gateToJson(plan.gate)},
                            {QStringLiteral("steps"), QJsonArray::fromStringList(plan.steps)},
                            {QStringLiteral("contacts"), QJsonArray::fromStringList(plan.contacts)},
                            {QStringLiteral("expectedMs"), plan.expectedMs},
                            {QStringLiteral("expectedFrom"), plan.expectedFrom}});
            return plan.gate.firstFailure() ? exitCodeOf(plan.gate.firstFailure()->kind) : exitOk;
        }
        const QString name = QString::fromUtf8(request.target);
        if (plan.gate.firstFailure())
            MASCLET_TRY(context.runWork([&](JobContext &job) -> Result<RestoreReport> {
                return fail(RestoreService(environment).refuse(request, plan, job));
            }));
        MASCLET_TRY(context.confirm(
            Tr::tr("The database %1 on %2 is replaced by the backup %3. Its sessions are ended.")
                .arg(oneLine(name, 80), oneLine(profile.connection.host), request.setId),
            name));
    }
    MASCLET_TRY_ASSIGN(const RestoreReport report, context.runWork([&](JobContext &job) {
        return RestoreService(environment).run(request, job);
    }));
    return finish(report, context);
}

} // namespace

std::unique_ptr<Command> makeRestoreCommand()
{
    return std::make_unique<RestoreCommand>();
}

} // namespace masclet
