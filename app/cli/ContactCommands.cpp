// alarm contacts, alarm test and alarm escalate: who is told of alarms, and when.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"
#include "core/profile/ContactTable.h"
#include "core/service/AlarmWatch.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ContactCommands)
};

class AlarmContactsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"alarm contacts",
                Tr::tr("show who is told of an alarm, in which order and when"),
                Tr::tr("They stand in the profile's file, a [[contacts]] table each."),
                {},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AlarmContactsCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const QStringList lines = ladderLines(profile);
    for (const QString &line : lines)
        context.say(line);
    if (lines.isEmpty())
        context.say(Tr::tr("The profile names nobody."));
    if (const QString remark = deliveryRemark(profile); !remark.isEmpty())
        context.note(Tr::tr("Warning: %1").arg(remark));
    QJsonArray steps;
    for (const Rung &rung : ladderOf(profile)) {
        QJsonArray contacts;
        for (const Profile::Contact &contact : rung.contacts)
            contacts << QJsonObject{{QStringLiteral("name"), contact.name},
                                    {QStringLiteral("mail"), contact.mail},
                                    {QStringLiteral("phone"), contact.phone},
                                    {QStringLiteral("webhook"), contact.webhook.isEmpty()
                                                                    ? QString()
                                                                    : addressForPeople(contact.webhook)},
                                    {QStringLiteral("command"), QJsonArray::fromStringList(contact.command)}};
        steps << QJsonObject{{QStringLiteral("role"), rung.role},
                             {QStringLiteral("afterMs"), qint64(rung.after.count())},
                             {QStringLiteral("contacts"), contacts}};
    }
    context.answer({{QStringLiteral("ladder"), steps}});
    return exitOk;
}

QJsonArray documentOf(const QList<Delivered> &delivered)
{
    QJsonArray list;
    for (const Delivered &one : delivered)
        list << QJsonObject{
            {QStringLiteral("contact"), one.contact},
            {QStringLiteral("way"), one.way},
            {QStringLiteral("place"), one.place},
            {QStringLiteral("delivered"), one.outcome.has_value()},
            {QStringLiteral("problem"), one.outcome ? QString() : one.outcome.error().message}};
    return list;
}

QString tableOf(const QList<Delivered> &delivered)
{
    TextTable table({Tr::tr("Contact"), Tr::tr("Way"), Tr::tr("Place"), Tr::tr("Outcome")});
    for (const Delivered &one : delivered)
        table.add({oneLine(one.contact, 80), one.way, one.place,
                   one.outcome ? Tr::tr("delivered") : one.outcome.error().message});
    return table.text();
}

class AlarmTestCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"alarm test",
                Tr::tr("send a test message to every contact, or to those of one step"),
                Tr::tr("Ends with the reason of the first one that could not be delivered."),
                {{ArgumentSpec::Kind::Value,
                  "role",
                  QStringLiteral("devops|sysadmin|dba"),
                  Tr::tr("only to this step of the ladder"),
                  {},
                  contactKeys().front().choices}},
                {"notify"}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AlarmTestCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const ServiceEnvironment environment = context.services();
    const QString role = context.arguments().value("role");
    const QStringList &known = contactKeys().front().choices;
    if (!role.isEmpty() && !known.contains(role))
        return fail(ErrorKind::Usage, Tr::tr("\"%1\" is no step of the ladder.").arg(oneLine(role, 60)),
                    Tr::tr("They are: %1").arg(known.join(QStringLiteral(", "))));
    if (const QString remark = deliveryRemark(profile); !remark.isEmpty())
        context.note(Tr::tr("Warning: %1").arg(remark));
    if (context.dryRun()) {
        context.say(Tr::tr("Dry run: nobody is told."));
        QJsonArray names;
        for (const Profile::Contact &contact : profile.contacts) {
            if (role.isEmpty() || contact.role == role)
                names << contact.name;
        }
        context.answer({{QStringLiteral("contacts"), names}, {QStringLiteral("messages"), QJsonArray()}});
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(const QList<Delivered> delivered, context.runWork([&](JobContext &job) {
        return testContacts(environment, profile, role, job.stopToken());
    }));
    context.say(tableOf(delivered));
    context.answer({{QStringLiteral("messages"), documentOf(delivered)}});
    const auto failed =
        std::find_if(delivered.begin(), delivered.end(), [](const Delivered &one) { return !one.outcome; });
    if (failed != delivered.end())
        return fail(failed->outcome.error());
    return exitOk;
}

class AlarmEscalateCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            "alarm escalate",
            Tr::tr("look at what is wrong now, and tell whoever is to be told"),
            Tr::tr("The schedule calls it every few minutes. New alarms go to the first step of the ladder, "
                   "those that nobody answered to the next one, and the end of an alarm to all who were "
                   "told. Says nothing when there is nothing to tell. Ends with 3 when somebody could not "
                   "be told."),
            {{ArgumentSpec::Kind::Switch,
              "scheduled",
              {},
              Tr::tr("started by a scheduler: says only what could not be told"),
              {},
              {}}},
            {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AlarmEscalateCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const ServiceEnvironment environment = context.services();
    if (context.dryRun()) {
        MASCLET_TRY_ASSIGN(const QList<Incident> open, openIncidents(environment, profile));
        context.say(Tr::tr("Dry run: nobody is told."));
        context.answer({{QStringLiteral("open"), open.size()}, {QStringLiteral("messages"), QJsonArray()}});
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(const WatchReport report, context.runWork([&](JobContext &job) -> Result<WatchReport> {
        return lookAfterAlarms(environment, profile, job.stopToken());
    }));
    if (!report.delivered.isEmpty() && !context.arguments().has("scheduled"))
        context.say(tableOf(report.delivered));
    for (const QString &warning : report.warnings)
        context.note(Tr::tr("Warning: %1").arg(warning));
    context.answer({{QStringLiteral("open"), report.open.size()},
                    {QStringLiteral("messages"), documentOf(report.delivered)},
                    {QStringLiteral("warnings"), QJsonArray::fromStringList(report.warnings)}});
    return report.warnings.isEmpty() ? exitOk : exitWarnings;
}

} // namespace

std::unique_ptr<Command> makeAlarmContactsCommand()
{
    return std::make_unique<AlarmContactsCommand>();
}

std::unique_ptr<Command> makeAlarmTestCommand()
{
    return std::make_unique<AlarmTestCommand>();
}

std::unique_ptr<Command> makeAlarmEscalateCommand()
{
    return std::make_unique<AlarmEscalateCommand>();
}

} // namespace masclet
