// init: a first profile and its repository, with the seed's values where nothing else was said.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/profile/ClockChanges.h"
#include "core/service/DatabaseSurvey.h"
#include "core/service/FileKinds.h"
#include "core/service/NewProfile.h"
#include "core/service/PathProposal.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QTimeZone>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(InitCommand)
};

class InitCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"init",
                Tr::tr("make a profile and its repository"),
                Tr::tr("What is not given comes from libpq's variables (PGHOST, …) and from the defaults."),
                {},
                {"", "connection", "repository", "backup", "config", "logs", "encryption", "schedule",
                 "retention", "checks"}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<QString> nameOfNewProfile(const CommandContext &context, const QString &dbname)
{
    QString name = context.arguments().value("profile");
    if (name.isEmpty())
        name = isProfileName(dbname) ? dbname : QStringLiteral("masclet_imperi");
    MASCLET_TRY(checkNewName(context.app().profiles(), name));
    return name;
}

/// Environment and arguments, then proposals for the rest.
Result<StoredProfile> newProfile(const CommandContext &context)
{
    StoredProfile stored;
    MASCLET_TRY(applyEnvironment(stored, context.app().environment()));
    MASCLET_TRY(applyArguments(stored, context.arguments().options));
    MASCLET_TRY_ASSIGN(stored.profile.name, nameOfNewProfile(context, stored.profile.connection.dbname));
    stored.profile.path = context.app().profiles().newPath(stored.profile.name);
    stored.profile.id = QString::fromLatin1(randomHex(16));
    if (stored.profile.connection.dbname.isEmpty())
        stored.give(*optionByPath(QStringLiteral("connection.dbname")), stored.profile.name);
    if (!stored.given.contains(QStringLiteral("repository.path")))
        stored.give(*optionByPath(QStringLiteral("repository.path")), context.app().proposedRepository());
    proposeDefaults(stored, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    proposeFiles(stored, {{}, QDir::currentPath()});
    return stored;
}

/// Kinds that a full set would have and this profile's sets lack.
QStringList missingKinds(const Profile &profile)
{
    QStringList missing;
    for (const ManifestOmission &omission : kindsLeftOut(profile))
        missing << omission.what;
    return missing;
}

QString pathsText(const QStringList &paths)
{
    return paths.isEmpty() ? Tr::tr("none") : oneLine(paths.join(QStringLiteral(", ")));
}

/// What the first look at the database said; without one, why.
struct Looked {
    std::optional<DatabaseSurvey> survey;
    std::optional<Error> problem;

    /// What a backup of a database that was reached would fail on.
    QList<Error> findings() const
    {
        QList<Error> found;
        for (const std::optional<Error> &finding :
             {survey ? survey->toolsProblem : std::nullopt, survey ? survey->rightsProblem : std::nullopt}) {
            if (finding)
                found << *finding;
        }
        return found;
    }
};

Result<Looked> look(const CommandContext &context, const Profile &profile)
{
    const ServiceEnvironment environment = context.services();
    Result<DatabaseSurvey> survey =
        context.runWork([&](JobContext &job) { return surveyDatabase(environment, profile, job); });
    if (survey)
        return Looked{std::move(*survey), {}};
    if (survey.error().kind == ErrorKind::Stopped)
        return fail(std::move(survey).error());
    return Looked{{}, std::move(survey).error()};
}

QString summary(const Profile &profile, const MadeRepository &repository, const Looked &looked)
{
    TextTable table;
    const QString comma = QStringLiteral(", ");
    const Profile::Connection &connection = profile.connection;
    const QStringList critical = profile.backup.criticalTables;
    table.add({Tr::tr("Profile"), Tr::tr("%1, file %2").arg(profile.name, profile.path)});
    table.add({Tr::tr("Database"), Tr::tr("%1 on %2, port %3, as %4")
                                       .arg(connection.dbname, connection.host)
                                       .arg(connection.port)
                                       .arg(connection.user)});
    if (looked.survey)
        table.add({Tr::tr("Server"), Tr::tr("%1, database of %2")
                                         .arg(oneLine(looked.survey->facts.serverVersionText),
                                              sizeText(looked.survey->facts.bytes))});
    table.add({Tr::tr("Repository"), repository.isNew
                                         ? Tr::tr("%1, new").arg(repository.path)
                                         : Tr::tr("%1, was there already").arg(repository.path)});
    table.add({Tr::tr("Kinds"), profile.backup.kinds.join(comma)});
    if (profile.backup.kinds.contains(QStringLiteral("config")))
        table.add({Tr::tr("Configuration"), pathsText(profile.config.paths)});
    if (profile.backup.kinds.contains(QStringLiteral("logs")))
        table.add({Tr::tr("Logs"), pathsText(profile.logs.paths)});
    table.add({Tr::tr("Planned for"),
               Tr::tr("%1, %2").arg(profile.schedule.at.join(comma), profile.schedule.zone)});
    table.add({Tr::tr("Kept"),
               Tr::tr("the newest %n verified backup(s)", nullptr, int(profile.retention.keepLast))});
    table.add({Tr::tr("Minimum size"), exactSizeText(profile.checks.minimumSize)});
    table.add({Tr::tr("Critical tables"), critical.isEmpty() ? Tr::tr("none") : critical.join(comma)});
    return table.text();
}

QJsonObject documentOf(const Profile &profile, const MadeRepository &repository, const Looked &looked,
                       const QStringList &warnings)
{
    return {{QStringLiteral("profile"), profile.name},
            {QStringLiteral("path"), profile.path},
            {QStringLiteral("id"), profile.id},
            {QStringLiteral("repository"), repository.path},
            {QStringLiteral("repositoryId"), repository.id},
            {QStringLiteral("repositoryIsNew"), repository.isNew},
            {QStringLiteral("databaseReached"), looked.survey.has_value()},
            {QStringLiteral("dumpBytes"), looked.survey && looked.survey->dumpBytes
                                              ? QJsonValue(*looked.survey->dumpBytes)
                                              : QJsonValue()},
            {QStringLiteral("minimumSize"), profile.checks.minimumSize},
            {QStringLiteral("criticalTables"), QJsonArray::fromStringList(profile.backup.criticalTables)},
            {QStringLiteral("kinds"), QJsonArray::fromStringList(profile.backup.kinds)},
            {QStringLiteral("configPaths"), QJsonArray::fromStringList(profile.config.paths)},
            {QStringLiteral("logsPaths"), QJsonArray::fromStringList(profile.logs.paths)},
            {QStringLiteral("notInTheBackup"), QJsonArray::fromStringList(missingKinds(profile))},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(warnings)}};
}

QStringList warningsOf(const MadeRepository &repository, const Looked &looked)
{
    QStringList warnings = repository.warnings + (looked.survey ? looked.survey->warnings : QStringList());
    for (const Error &problem : looked.findings())
        warnings << problem.message + QChar(u' ') + problem.hint;
    return warnings;
}

void print(const Profile &profile, const MadeRepository &repository, const Looked &looked,
           CommandContext &context)
{
    const QStringList missing = missingKinds(profile);
    context.say(summary(profile, repository, looked));
    if (!missing.isEmpty())
        context.say(Tr::tr("Not in the backup: %1. Protect these by other means.")
                        .arg(missing.join(QStringLiteral(", "))));
    if (looked.problem)
        context.note(Tr::tr("Warning: the database was not reached, so nothing was measured. %1 %2")
                         .arg(looked.problem->message, looked.problem->hint));
    // What daylight saving does is told; a time that is right all other days is no fault of the profile.
    QStringList warnings = warningsOf(repository, looked);
    for (const ClockConflict &conflict : findClockConflicts(
             profile.schedule.at, zoneNamed(profile.schedule.zone), context.app().clock().now()))
        warnings << describe(conflict);
    for (const QString &warning : warnings)
        context.note(Tr::tr("Warning: %1").arg(warning));
    if (context.dryRun())
        context.say(Tr::tr("Dry run: nothing was made."));
    else
        context.say(Tr::tr("Next: masclet-backup profile check --profile %1").arg(profile.name));
    context.answer(documentOf(profile, repository, looked, warnings));
}

/// A server that cannot be reached today keeps nobody from making a profile.
Result<int> InitCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(StoredProfile stored, newProfile(context));
    MASCLET_TRY_ASSIGN(const Looked looked, look(context, stored.profile));
    proposeFromSurvey(stored, looked.survey ? &*looked.survey : nullptr);
    MadeRepository repository{{}, stored.profile.repository.path, true, {}};
    if (!context.dryRun()) {
        MASCLET_TRY_ASSIGN(repository, createProfile(context.services(), stored));
    }
    print(stored.profile, repository, looked, context);
    return looked.problem || !warningsOf(repository, looked).isEmpty() ? exitWarnings : exitOk;
}

} // namespace

std::unique_ptr<Command> makeInitCommand()
{
    return std::make_unique<InitCommand>();
}

} // namespace masclet
