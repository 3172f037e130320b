// inspect: look into backups and dumps without restoring them; compare two.
#include "app/cli/Commands.h"
#include "app/cli/InspectText.h"
#include "core/base/Text.h"
#include "core/service/DriftService.h"
#include "core/service/DumpChanges.h"
#include "core/service/HistoryService.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(InspectCommand)
};

constexpr qint64 rowsByDefault = 10;
constexpr qint64 mostRows = 10'000;

class InspectCommand final : public Command
{
public:
    CommandSpec spec() const override;
    Result<int> run(CommandContext &context) const override;
};

CommandSpec InspectCommand::spec() const
{
    using Kind = ArgumentSpec::Kind;
    return {
        "inspect",
        Tr::tr("look into a backup or a dump without restoring it; compare two"),
        Tr::tr("Shows the tables of a backup of ours (by its id) or of a dump made elsewhere (by its "
               "path). Two of them are compared: which tables appeared, are gone, have fewer rows, or other "
               "columns. --drift compares configuration and state of two backups, or of one with this "
               "machine and server as they are now, and ends with 3 when anything differs."),
        {{Kind::Positional,
          "set",
          Tr::tr("SET|FILE"),
          Tr::tr("id of a backup, or a dump: .sql, .sql.gz, custom or directory format"),
          {},
          {}},
         {Kind::Positional,
          "other",
          Tr::tr("OTHER"),
          Tr::tr("what to compare it with, the newer one"),
          {},
          {}},
         {Kind::Switch, "latest", {}, Tr::tr("the newest backup of the profile"), {}, {}},
         {Kind::Value, "table", Tr::tr("NAME"), Tr::tr("show its structure and first rows"), {}, {}},
         {Kind::Value, "rows", Tr::tr("N"), Tr::tr("how many rows of it (10)"), {}, {}},
         {Kind::Switch, "drift", {}, Tr::tr("compare configuration and state"), {}, {}}},
        {"connection", "encryption.identity", "programs.age"}};
}

/// What was named, with its repository held open.
struct Named {
    std::optional<Profile> profile;
    std::optional<Repository> repository;
    SetAccess access;
    QList<DumpPlace> places;
};

Result<> openRepository(const CommandContext &context, Named &named)
{
    if (named.repository)
        return {};
    MASCLET_TRY_ASSIGN(named.profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(named.repository,
                       Repository::open(named.profile->repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(named.access, findSetAccess(*named.profile, context.services(), {}));
    return {};
}

Result<DumpPlace> setPlace(const CommandContext &context, Named &named, const QString &id)
{
    MASCLET_TRY(openRepository(context, named));
    MASCLET_TRY_ASSIGN(const StoredSet set, findSet(*named.repository, *named.profile, id));
    return DumpPlace{&*named.repository, set.id, {}, named.access};
}

Result<Named> namedBy(const CommandContext &context)
{
    const Arguments &arguments = context.arguments();
    Named named;
    QStringList words;
    for (const char *name : {"set", "other"})
        words << arguments.values.value(name);
    if (arguments.has("latest"))
        words << QString(); // behind one that is named: what has changed since
    if (words.isEmpty() || words.size() > 2)
        return fail(ErrorKind::Usage, Tr::tr("Name a backup or a file, or two to compare."),
                    Tr::tr("\"masclet-backup list\" shows the backups."));
    for (const QString &word : std::as_const(words)) {
        if (word.isEmpty() || isSetId(word)) {
            MASCLET_TRY_ASSIGN(const DumpPlace place, setPlace(context, named, word));
            named.places << place;
        } else {
            named.places << DumpPlace{nullptr,
                                      {},
                                      QFileInfo(word).absoluteFilePath(),
                                      {{}, toolSearch(context.services(), Profile())}};
        }
    }
    // The optional has its final place only now.
    return named;
}

Result<qint64> rowsWanted(const Arguments &arguments)
{
    if (!arguments.has("rows"))
        return rowsByDefault;
    bool good = false;
    const qint64 rows = arguments.value("rows").toLongLong(&good);
    if (!good || rows < 0 || rows > mostRows)
        return fail(ErrorKind::Usage, Tr::tr("\"%1\" is not a number of rows from 0 to %2.")
                                          .arg(oneLine(arguments.value("rows"), 60))
                                          .arg(mostRows));
    return rows;
}

Result<int> showTable(const DumpPlace &place, CommandContext &context)
{
    const QString table = context.arguments().value("table");
    MASCLET_TRY_ASSIGN(const qint64 rows, rowsWanted(context.arguments()));
    MASCLET_TRY_ASSIGN(const InspectedRows found, context.runWork([&](JobContext &job) {
        return inspectTable(place, table, rows, job);
    }));
    context.say(tableReport(found));
    context.answer(document(found));
    return exitOk;
}

Result<int> showDump(const DumpPlace &place, CommandContext &context)
{
    MASCLET_TRY_ASSIGN(const InspectedDump dump, context.runWork([&](JobContext &job) {
        return inspectDump(place, Columns::Leave, job);
    }));
    context.say(dumpReport(dump));
    context.answer(document(dump));
    return exitOk;
}

Result<int> compareTwo(const QList<DumpPlace> &places, CommandContext &context)
{
    QList<InspectedDump> dumps;
    for (const DumpPlace &place : places) {
        MASCLET_TRY_ASSIGN(const InspectedDump dump, context.runWork([&](JobContext &job) {
            return inspectDump(place, Columns::Read, job);
        }));
        dumps << dump;
    }
    const QList<TableChange> changes = compareDumps(dumps[0], dumps[1]);
    context.say(changesReport(dumps[0].name, dumps[1].name, changes));
    context.answer(document(dumps[0].name, dumps[1].name, changes));
    return exitOk;
}

Result<int> showDrift(const Named &named, CommandContext &context)
{
    for (const DumpPlace &place : named.places) {
        if (!place.repository)
            return fail(ErrorKind::Usage,
                        Tr::tr("%1 is no backup: only backups have configuration and state.")
                            .arg(oneLine(place.file)));
    }
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const MachineState older, context.runWork([&](JobContext &job) {
        return readSetState(*named.repository, named.places[0].setId, named.access.key, job);
    }));
    MASCLET_TRY_ASSIGN(const MachineState newer, context.runWork([&](JobContext &job) {
        return named.places.size() == 2
                   ? readSetState(*named.repository, named.places[1].setId, named.access.key, job)
                   : readStateNow(environment, *named.profile, *named.repository, job);
    }));
    const Drift drift = compareStates(older, newer);
    context.say(driftReport(older.name, newer.name, drift));
    for (const QString &remark : drift.remarks)
        context.note(remark);
    context.answer(document(older.name, newer.name, drift));
    return drift.changes.isEmpty() ? exitOk : exitWarnings;
}

Result<int> InspectCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(Named named, namedBy(context));
    for (DumpPlace &place : named.places) // the repository has moved with `named`
        place.repository = place.repository ? &*named.repository : nullptr;
    if (context.arguments().has("drift"))
        return showDrift(named, context);
    const bool tableAsked = context.arguments().has("table");
    if (named.places.size() == 2 && tableAsked)
        return fail(ErrorKind::Usage, Tr::tr("--table looks into one dump."));
    if (named.places.size() == 2)
        return compareTwo(named.places, context);
    return tableAsked ? showTable(named.places.first(), context) : showDump(named.places.first(), context);
}

} // namespace

std::unique_ptr<Command> makeInspectCommand()
{
    return std::make_unique<InspectCommand>();
}

} // namespace masclet
