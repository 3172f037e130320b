// status: one line and an exit code as monitoring systems read them.
#include "app/cli/Commands.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"
#include "core/service/ReportDocuments.h"
#include "core/service/StatusService.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StatusCommand)
};

class StatusCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"status",
                Tr::tr("one line for monitoring; without --profile all profiles"),
                Tr::tr("Exit codes here are those of Nagios: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN."),
                {},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
    int exitCodeFor(const Error &) const override { return int(StatusLevel::Unknown); }
};

QJsonObject documentOf(const ProfileStatus &status)
{
    QJsonObject document{{QStringLiteral("profile"), status.profile},
                         {QStringLiteral("level"), nameOf(status.status.level)},
                         {QStringLiteral("line"), status.status.line},
                         {QStringLiteral("others"), QJsonArray::fromStringList(status.status.others)},
                         {QStringLiteral("newestSet"), status.status.newestSet},
                         {QStringLiteral("verified"), utcText(status.status.verified)},
                         {QStringLiteral("proven"), utcText(status.status.proven)},
                         {QStringLiteral("newestRun"), utcText(status.newestRun)},
                         {QStringLiteral("levels"), levelsDocument(status.oldestRead, status.newestVerified,
                                                                   status.newestRestoreTested, status.now)},
                         {QStringLiteral("rotation"),
                          QJsonObject{{QStringLiteral("sets"), status.sets},
                                      {QStringLiteral("keepLast"), status.keepLast},
                                      {QStringLiteral("holds"), QJsonArray::fromStringList(status.holds)}}}};
    QJsonArray alarms;
    for (const Alarm &alarm : status.alarms)
        alarms << QJsonObject{{QStringLiteral("id"), alarm.id},
                              {QStringLiteral("alarm"), alarm.sentence},
                              {QStringLiteral("problem"), alarm.problem},
                              {QStringLiteral("since"), utcText(alarm.since)}};
    document.insert(QStringLiteral("alarms"), alarms);
    QJsonArray kept;
    for (const KeptDatabase &database : status.kept)
        kept << QJsonObject{{QStringLiteral("database"), nameToJson(database.name)},
                            {QStringLiteral("of"), nameToJson(database.database)},
                            {QStringLiteral("since"), utcText(database.time)},
                            {QStringLiteral("until"), utcText(database.time.addDuration(keptFor))}};
    document.insert(QStringLiteral("kept"), kept);
    for (const Check &check : status.checks)
        document.insert(nameOf(check.item), toJson(check));
    return document;
}

/// A profile that cannot be looked at is a line as well: silence would look like health.
ProfileStatus unknown(const QString &profile, const Error &error)
{
    ProfileStatus status;
    status.profile = profile;
    status.status.level = StatusLevel::Unknown;
    status.status.line = error.message;
    if (!error.hint.isEmpty())
        status.status.others << error.hint;
    return status;
}

ProfileStatus statusOf(const CommandContext &context, const QString &named)
{
    const Result<Profile> profile = context.profile(named);
    if (!profile)
        return unknown(named, profile.error());
    const ServiceEnvironment environment = context.services();
    Result<ProfileStatus> status = readStatus(environment, *profile, {});
    return status ? std::move(*status) : unknown(profile->name, status.error());
}

Result<QList<ProfileStatus>> allStatuses(const CommandContext &context)
{
    if (const QString named = context.arguments().value("profile"); !named.isEmpty())
        return QList{statusOf(context, named)};
    MASCLET_TRY_ASSIGN(const QList<ProfileStore::Entry> entries, context.app().profiles().list());
    QList<ProfileStatus> statuses;
    for (const ProfileStore::Entry &entry : entries)
        statuses << statusOf(context, entry.name);
    if (statuses.isEmpty())
        return fail(ErrorKind::Config, Tr::tr("There is no profile yet."),
                    Tr::tr("\"masclet-backup init\" makes one."));
    return statuses;
}

QString lineOf(const ProfileStatus &status)
{
    return QStringLiteral("%1: %2: %3")
        .arg(nameOf(status.status.level), status.profile,
             (QStringList{status.status.line} + status.status.others).join(QChar(u' ')));
}

Result<int> StatusCommand::run(CommandContext &context) const
{
    const Result<QList<ProfileStatus>> statuses = allStatuses(context);
    if (!statuses) {
        // Monitoring reads standard output only.
        context.say(nameOf(StatusLevel::Unknown) + QStringLiteral(": ") + statuses.error().message);
        return fail(statuses.error());
    }
    QList<StatusLevel> levels;
    QJsonArray documents;
    for (const ProfileStatus &status : *statuses) {
        levels << status.status.level;
        documents << documentOf(status);
    }
    const StatusLevel worst = worstOf(levels);
    if (statuses->size() > 1)
        context.say(QStringLiteral("%1: ").arg(nameOf(worst)) +
                    Tr::tr("%n profile(s)", nullptr, int(statuses->size())));
    for (const ProfileStatus &status : *statuses)
        context.say(lineOf(status));
    for (const ProfileStatus &status : *statuses) {
        for (const KeptDatabase &kept : status.kept)
            context.say(
                Tr::tr("Kept aside: %1, until %2")
                    .arg(oneLine(kept.name, 80),
                         QLocale().toString(kept.time.addDuration(keptFor).date(), QLocale::ShortFormat)));
    }
    context.answer({{QStringLiteral("level"), nameOf(worst)},
                    {QStringLiteral("code"), int(worst)},
                    {QStringLiteral("profiles"), documents}});
    return int(worst);
}

} // namespace

std::unique_ptr<Command> makeStatusCommand()
{
    return std::make_unique<StatusCommand>();
}

} // namespace masclet
