#include "app/cli/ScheduleText.h"

#include "app/cli/CheckItemsText.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScheduleCommands)
};

QJsonArray commandsDocument(const QList<ToolCommand> &commands)
{
    QJsonArray list;
    for (const ToolCommand &command : commands)
        list << command.forLog();
    return list;
}

QJsonObject documentOf(const SchedulePlan &plan, bool done)
{
    QJsonArray files;
    for (const ScheduleFile &file : plan.files)
        files << QJsonObject{{QStringLiteral("path"), file.path},
                             {QStringLiteral("content"),
                              file.after ? QJsonValue(QString::fromUtf8(*file.after)) : QJsonValue()}};
    return {{QStringLiteral("done"), done},
            {QStringLiteral("files"), files},
            {QStringLiteral("commandsBefore"), commandsDocument(plan.before)},
            {QStringLiteral("commandsAfter"), commandsDocument(plan.after)},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(plan.warnings)}};
}

} // namespace

ArgumentSpec rootArgument()
{
    return {ArgumentSpec::Kind::Value,
            "root",
            QStringLiteral("DIR"),
            Tr::tr("of another system, such as an image, below this folder"),
            {},
            {}};
}

Result<ScheduleRequest> scheduleRequest(const CommandContext &context)
{
    MASCLET_TRY_ASSIGN(const StoredProfile stored, context.storedProfile());
    MASCLET_TRY(checkComplete(stored.profile));
    ScheduleRequest request =
        ownSchedule(context.services(), stored.profile, QCoreApplication::applicationFilePath(),
                    QLocale().language() == QLocale::Spanish ? QStringLiteral("es") : QStringLiteral("en"),
                    context.app().homeFolder());
    if (const QString root = context.arguments().value("root"); !root.isEmpty()) {
        request.places = placesBelow(QDir::current().absoluteFilePath(root), request.places);
        request.caller.user = request.mailTo = QStringLiteral("root"); // whoever builds that system
        request.scheduler = usualScheduler(request.places);
    }
    return request;
}

Result<int> proveAndSay(const ScheduleRequest &request, Proof how, const QJsonObject &more,
                        CommandContext &context)
{
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const ScheduleProof proof, context.runWork([&](JobContext &job) {
        return proveSchedule(environment, request, context.app().homeFolder(), how, job);
    }));
    QJsonObject answer = more;
    answer.insert(QStringLiteral("items"), sayItems(proof.items, context));
    answer.insert(QStringLiteral("set"), proof.setId);
    context.answer(answer);
    if (proof.failure)
        return fail(*proof.failure);
    return allPass(proof.items) ? exitOk : exitWarnings;
}

Result<int> showAndCarryOut(const SchedulePlan &plan, CommandContext &context)
{
    for (const QString &line : linesOf(plan))
        context.say(line);
    if (!context.dryRun())
        MASCLET_TRY(context.runWork([&](JobContext &job) -> Result<bool> {
            return carryOut(plan, job.stopToken()).map([] { return true; });
        }));
    context.say(context.dryRun() ? Tr::tr("Dry run: nothing was changed.") : Tr::tr("Done."));
    for (const QString &warning : plan.warnings)
        context.note(Tr::tr("Warning: %1").arg(warning));
    context.answer(documentOf(plan, !context.dryRun()));
    return plan.warnings.isEmpty() ? exitOk : exitWarnings;
}

} // namespace masclet
