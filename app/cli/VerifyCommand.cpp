// verify: read sets back whole.
#include "app/cli/Commands.h"
#include "core/base/Text.h"
#include "core/service/HistoryService.h"
#include "core/service/VerifyService.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)
};

class VerifyCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            "verify",
            Tr::tr("read backups back and compare every byte, count and hash"),
            Tr::tr("Ends with 16 when anything is damaged. With --file no profile is needed."),
            setArguments()
                << ArgumentSpec{ArgumentSpec::Kind::Switch,
                                "all",
                                {},
                                Tr::tr("all backups of the profile, newest first"),
                                {},
                                {}}
                << ArgumentSpec{ArgumentSpec::Kind::Value,
                                "file",
                                Tr::tr("PATH"),
                                Tr::tr("a dump made elsewhere: .sql, .sql.gz, custom or directory format"),
                                {},
                                {}},
            {"encryption.identity", "programs.age"}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<QStringList> wantedSets(const CommandContext &context, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    if (!context.arguments().has("all")) {
        MASCLET_TRY_ASSIGN(const QString setId, setIdFrom(context.arguments()));
        MASCLET_TRY_ASSIGN(const StoredSet set, findSet(repository, profile, setId));
        return QStringList{set.id};
    }
    MASCLET_TRY_ASSIGN(const QList<StoredSet> stored, readSets(repository, profile));
    QStringList ids;
    for (const StoredSet &set : stored)
        ids << set.id;
    if (ids.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("There is no set yet."));
    return ids;
}

void print(const VerifyReport &report, CommandContext &context)
{
    QJsonArray items;
    for (const VerifyReport::Item &item : report.items) {
        context.say(item.problem.isEmpty()
                        ? Tr::tr("%1: verified, %2 rows, %3 raw")
                              .arg(item.setId, QLocale().toString(item.rows), sizeText(item.rawBytes))
                        : Tr::tr("%1: DAMAGED. %2").arg(item.setId, oneLine(item.problem)));
        if (item.storedOnly && item.problem.isEmpty())
            context.say(
                Tr::tr("  It is encrypted and there is no key here: only its stored bytes were read."));
        items << QJsonObject{{QStringLiteral("set"), item.setId},
                             {QStringLiteral("good"), item.problem.isEmpty()},
                             {QStringLiteral("rows"), item.rows},
                             {QStringLiteral("rawBytes"), item.rawBytes},
                             {QStringLiteral("storedOnly"), item.storedOnly},
                             {QStringLiteral("problem"), item.problem}};
    }
    context.answer({{QStringLiteral("run"), toJson(report.run)}, {QStringLiteral("items"), items}});
}

/// A dump of unknown origin: looked at, not recorded.
Result<int> verifyFile(const QString &path, CommandContext &context)
{
    if (context.arguments().has("all") || context.arguments().has("latest") || context.arguments().has("set"))
        return fail(ErrorKind::Usage, Tr::tr("Give either a set or --file."));
    const ServiceEnvironment environment = context.services();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    MASCLET_TRY_ASSIGN(const ForeignDump dump, context.runWork([&](JobContext &job) {
        return verifyForeignFile(environment, absolute, job);
    }));
    const bool strong = dump.sql.completeness.level == Completeness::Level::Strong;
    const qint64 rows = dump.sql.index.rows();
    const qsizetype tables = dump.sql.index.tables.size();
    context.say(Tr::tr("%1: whole, %2 rows in %n table(s), %3 raw", nullptr, int(tables))
                    .arg(oneLine(path), QLocale().toString(rows), sizeText(dump.rawSize)));
    if (!strong)
        context.note(Tr::tr("The dump has no keys at its ends (it was made before August 2025): the end "
                            "mark is there, but only a restore test proves it whole."));
    if (dump.sql.command)
        context.note(Tr::tr("Line %1 holds a command for psql (%2): a restore here will refuse it.")
                         .arg(dump.sql.command->line)
                         .arg(oneLine(dump.sql.command->text, 80)));
    const bool translated = needsPgRestore(dump.format);
    if (translated)
        context.note(Tr::tr("pg_restore has read all of it. The format holds no checksums or counts: only a "
                            "restore proves more."));
    context.answer({{QStringLiteral("file"), path},
                    {QStringLiteral("whole"), true},
                    {QStringLiteral("format"), nameOf(dump.format)},
                    {QStringLiteral("proof"), translated ? QStringLiteral("pg_restore")
                                              : strong   ? QStringLiteral("keys")
                                                         : QStringLiteral("end mark")},
                    {QStringLiteral("rows"), rows},
                    {QStringLiteral("tables"), tables},
                    {QStringLiteral("rawBytes"), dump.rawSize},
                    {QStringLiteral("rawSha256"), QString::fromLatin1(dump.rawSha256)}});
    return strong && !dump.sql.command ? exitOk : exitWarnings;
}

Result<int> VerifyCommand::run(CommandContext &context) const
{
    if (context.arguments().has("file"))
        return verifyFile(context.arguments().value("file"), context);
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const QStringList setIds, wantedSets(context, profile));
    if (context.dryRun()) {
        context.say(Tr::tr("Dry run: would be verified: %1").arg(setIds.join(QStringLiteral(", "))));
        context.answer({{QStringLiteral("sets"), QJsonArray::fromStringList(setIds)}});
        return exitOk;
    }
    const ServiceEnvironment environment = context.services();
    const VerifyRequest request{.profile = profile, .setIds = setIds};
    MASCLET_TRY_ASSIGN(const VerifyReport report, context.runWork([&](JobContext &job) {
        return VerifyService(environment).verify(request, job);
    }));
    print(report, context);
    if (report.failure)
        return fail(*report.failure);
    return report.run.exitCode;
}

} // namespace

std::unique_ptr<Command> makeVerifyCommand()
{
    return std::make_unique<VerifyCommand>();
}

} // namespace masclet
