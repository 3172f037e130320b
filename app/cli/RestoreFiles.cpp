#include "app/cli/RestoreFiles.h"

#include "app/cli/Commands.h"
#include "core/base/Text.h"
#include "core/service/FileRestoreService.h"
#include "core/service/HistoryService.h"

#include <QCoreApplication>
#include <QDir>
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

using Mode = FileRestoreRequest::Mode;

/// People look at some of them; --json has them all.
constexpr qsizetype replacedShown = 20;

/// Arguments that speak of databases.
constexpr const char *databaseArguments[] = {
    "to",     "file",    "trust",    "replace",          "undo",     "drop-kept", "tables",
    "no-acl", "globals", "role-map", "no-safety-backup", "no-owner", "server-id", "schema-only"};

Result<FileRestoreRequest> filesRequestFrom(const CommandContext &context, const Profile &profile)
{
    const Arguments &arguments = context.arguments();
    for (const char *name : databaseArguments) {
        if (arguments.has(name))
            return fail(
                ErrorKind::Usage,
                Tr::tr("--files restores no database: --%1 does not go with it.").arg(QLatin1String(name)));
    }
    FileRestoreRequest request;
    request.profile = profile;
    request.folder = QDir::cleanPath(QFileInfo(arguments.value("files")).absoluteFilePath());
    request.mode = arguments.has("in-place") ? Mode::InPlace : Mode::Beside;
    for (const QString &list : arguments.values.value("kinds"))
        request.kinds << list.split(QChar(u','), Qt::SkipEmptyParts);
    request.kinds.removeDuplicates();
    if (request.kinds.contains(QStringLiteral("db")))
        return fail(ErrorKind::Usage, Tr::tr("The kind db is a database: restore it with --to NAME."));
    MASCLET_TRY_ASSIGN(const QString wanted, setIdFrom(arguments));
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const StoredSet set, findSet(repository, profile, wanted));
    request.setId = set.id;
    return request;
}

QJsonArray toJson(const QList<RestoredKind> &kinds)
{
    QJsonArray list;
    for (const RestoredKind &kind : kinds)
        list << QJsonObject{{QStringLiteral("kind"), kind.kind},
                            {QStringLiteral("entries"), kind.entries},
                            {QStringLiteral("bytes"), kind.bytes},
                            {QStringLiteral("linksElsewhere"), kind.linksElsewhere}};
    return list;
}

void sayKinds(const QList<RestoredKind> &kinds, CommandContext &context)
{
    for (const RestoredKind &kind : kinds) {
        context.say(Tr::tr("%1: %n file(s), folder(s) and link(s) with %2", nullptr, int(kind.entries))
                        .arg(kind.kind, sizeText(kind.bytes)));
        if (kind.linksElsewhere > 0)
            context.note(
                Tr::tr("%n link(s) of %1 name places outside of the folder and were kept as they are",
                       nullptr, int(kind.linksElsewhere))
                    .arg(kind.kind));
    }
}

void printPlan(const FileRestorePlan &plan, CommandContext &context)
{
    context.say(Tr::tr("Dry run: nothing is written."));
    sayKinds(plan.kinds, context);
    for (const QString &path : plan.replaced.mid(0, replacedShown))
        context.say(Tr::tr("gives way: %1").arg(path));
    if (plan.replaced.size() > replacedShown)
        context.say(Tr::tr("and %n more file(s); --json lists all", nullptr,
                           int(plan.replaced.size() - replacedShown)));
    context.answer({{QStringLiteral("kinds"), toJson(plan.kinds)},
                    {QStringLiteral("replaced"), QJsonArray::fromStringList(plan.replaced)}});
}

void print(const FileRestoreReport &report, CommandContext &context)
{
    context.say(Tr::tr("%1: files restored into %2").arg(report.run.setId, oneLine(report.folder)));
    sayKinds(report.kinds, context);
    if (report.replaced > 0)
        context.say(Tr::tr("%n file(s) were replaced; they are kept in %1", nullptr, int(report.replaced))
                        .arg(oneLine(report.replacedArchive)));
    for (const QString &warning : report.run.warnings)
        context.note(warning);
    context.answer({{QStringLiteral("run"), toJson(report.run)},
                    {QStringLiteral("folder"), report.folder},
                    {QStringLiteral("kinds"), toJson(report.kinds)},
                    {QStringLiteral("replaced"), report.replaced},
                    {QStringLiteral("replacedArchive"), report.replacedArchive}});
}

} // namespace

Result<int> restoreFiles(CommandContext &context)
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const FileRestoreRequest request, filesRequestFrom(context, profile));
    const ServiceEnvironment environment = context.services();
    if (context.dryRun()) {
        MASCLET_TRY_ASSIGN(const FileRestorePlan plan, context.runWork([&](JobContext &job) {
            return FileRestoreService(environment).plan(request, job);
        }));
        printPlan(plan, context);
        return exitOk;
    }
    if (request.mode == Mode::InPlace)
        MASCLET_TRY(context.confirm(
            Tr::tr("The files of %1 replace those below %2.").arg(request.setId, oneLine(request.folder)),
            request.setId));
    MASCLET_TRY_ASSIGN(const FileRestoreReport report, context.runWork([&](JobContext &job) {
        return FileRestoreService(environment).run(request, job);
    }));
    print(report, context);
    if (report.failure)
        return fail(*report.failure);
    return report.run.exitCode;
}

} // namespace masclet
