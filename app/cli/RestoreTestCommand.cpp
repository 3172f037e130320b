// restore-test: load a set where nothing depends on it and compare every table.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/Text.h"
#include "core/service/HistoryService.h"
#include "core/service/ReportDocuments.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreTestCommand)
};

class RestoreTestCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        using Kind = ArgumentSpec::Kind;
        return {
            "restore-test",
            Tr::tr("load a backup into a scratch database and compare every table"),
            Tr::tr("Without --sandbox or --on the profile says where. Ends with 0 only when the copy is "
                   "equal: 17 when it is not or could not be made, 16 when the archive is damaged."),
            setArguments() << ArgumentSpec{Kind::Switch,
                                           "sandbox",
                                           {},
                                           Tr::tr("in a throw-away server on this machine, without network"),
                                           {},
                                           {}}
                           << ArgumentSpec{Kind::Value,
                                           "on",
                                           Tr::tr("PROFILE"),
                                           Tr::tr("in a scratch database on that profile's server"),
                                           {},
                                           {}},
            {"connection", "repository", "encryption.identity", "programs.age"}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<RestorePlace> placeFrom(const CommandContext &context, const Profile &profile)
{
    const QString on = context.arguments().value("on");
    if (context.arguments().has("sandbox") && !on.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("Give --sandbox or --on, not both."));
    const QString name = context.arguments().has("sandbox") ? QStringLiteral("sandbox")
                         : on.isEmpty()                     ? profile.schedule.restoreTestOn
                                                            : on;
    return restorePlaceNamed(name, profile, context.app().profiles(), context.app().environment());
}

void print(const RestoreTestReport &report, CommandContext &context)
{
    const QLocale locale;
    TextTable table({Tr::tr("table"), Tr::tr("in the dump"), Tr::tr("restored")},
                    {TextTable::Align::Left, TextTable::Align::Right, TextTable::Align::Right});
    qint64 rows = 0;
    for (const ComparedTable &compared : report.comparison.tables) {
        rows += compared.restored.value_or(0);
        if (!compared.equal())
            table.add({oneLine(compared.schema + '.' + compared.name, 100),
                       locale.toString(compared.expected),
                       compared.restored ? locale.toString(*compared.restored) : Tr::tr("not there")});
    }
    if (report.comparison.equal())
        context.say(Tr::tr("%1: restore-tested, %2 rows in %n table(s) are equal, loaded in %3", nullptr,
                           int(report.comparison.tables.size()))
                        .arg(report.run.setId, locale.toString(rows), durationText(report.loadMs)));
    else
        context.say(table.text());
    for (const QString &difference : report.comparison.differences)
        context.say(QStringLiteral("  ") + difference);
    for (const QString &remark : report.comparison.remarks)
        context.note(remark);
    context.answer(restoreTestDocument(report));
}

Result<int> RestoreTestCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(const QString wanted, setIdFrom(context.arguments()));
    MASCLET_TRY_ASSIGN(const RestorePlace place, placeFrom(context, profile));
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const StoredSet set, findSet(repository, profile, wanted));
    const ServiceEnvironment environment = context.services();
    const RestoreTestRequest request{profile, set.id, place};
    if (context.dryRun()) {
        MASCLET_TRY_ASSIGN(const QStringList steps, RestoreTestService(environment).plan(request));
        context.say(Tr::tr("Dry run: nothing is loaded. The steps:"));
        for (qsizetype i = 0; i < steps.size(); ++i)
            context.say(QStringLiteral("  %1. %2").arg(i + 1).arg(steps[i]));
        context.answer(
            {{QStringLiteral("set"), set.id}, {QStringLiteral("steps"), QJsonArray::fromStringList(steps)}});
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(const RestoreTestReport report, context.runWork([&](JobContext &job) {
        return RestoreTestService(environment).test(request, job);
    }));
    print(report, context);
    if (report.failure)
        return fail(*report.failure);
    return report.run.exitCode;
}

} // namespace

std::unique_ptr<Command> makeRestoreTestCommand()
{
    return std::make_unique<RestoreTestCommand>();
}

} // namespace masclet
