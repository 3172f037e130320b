// show: everything known about one set.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"
#include "core/notify/Message.h"
#include "core/service/HistoryService.h"
#include "core/service/PeopleText.h"
#include "core/service/ReportDocuments.h"

#include <QCoreApplication>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ShowCommand)
};

using Align = TextTable::Align;

/// People look at the large tables; --json has them all.
constexpr qsizetype tablesShown = 50;

class ShowCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"show",
                Tr::tr("show one backup: files, rows per table, proofs, what is not in it"),
                {},
                setArguments(),
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

QString tableName(const ManifestTable &table)
{
    return oneLine(table.schema + '.' + table.name);
}

QString headText(const StoredSet &set, const Manifest &manifest, const std::optional<RunLoad> &load)
{
    TextTable table;
    const DatabaseFacts &database = manifest.database;
    table.add({Tr::tr("Set"), set.id});
    table.add({Tr::tr("State"), stateText(set.state)});
    if (!set.problem.isEmpty())
        table.add({Tr::tr("Problem"), set.problem});
    if (!set.evidence.damage.isEmpty())
        table.add({Tr::tr("Damage"), set.evidence.damage});
    table.add(
        {Tr::tr("Database"),
         Tr::tr("%1 on %2, port %3").arg(oneLine(database.database), database.host).arg(database.port)});
    table.add({Tr::tr("Server"), oneLine(database.serverVersionText)});
    table.add({Tr::tr("Started"), whenText(set.started, set.zone)});
    table.add({Tr::tr("Took"), durationText(set.durationMs)});
    table.add({Tr::tr("Stored"), sizeText(set.storedBytes)});
    table.add({Tr::tr("Raw"), sizeText(set.rawBytes)});
    table.add({Tr::tr("Rows"),
               Tr::tr("%1 in %n table(s)", nullptr, int(set.tables)).arg(QLocale().toString(set.rows))});
    table.add({Tr::tr("Verified"), whenText(set.evidence.verified, set.zone)});
    table.add({Tr::tr("Last read"), whenText(set.evidence.lastRead(), set.zone)});
    table.add({Tr::tr("Restore test"), whenText(set.evidence.restoreTested, set.zone)});
    if (set.evidence.pinned)
        table.add({Tr::tr("Pinned"), set.evidence.pinNote});
    if (!set.reason.isEmpty())
        table.add({Tr::tr("Reason"), set.reason});
    table.add({Tr::tr("Made by"), set.author});
    table.add({Tr::tr("Made with"), manifest.dumpTool});
    table.add({Tr::tr("Run"), set.runId});
    if (load)
        table.add({Tr::tr("Load on the server"), loadText(*load)});
    return table.text();
}

QString filesText(const Manifest &manifest)
{
    TextTable table({Tr::tr("File"), Tr::tr("Stored"), Tr::tr("Entries"), Tr::tr("SHA-256")},
                    {Align::Left, Align::Right, Align::Right, Align::Left});
    for (const ManifestFile &file : manifest.files)
        table.add({oneLine(file.path), sizeText(file.storedSize),
                   file.entries ? QLocale().toString(*file.entries) : QString(),
                   QString::fromLatin1(file.storedSha256)});
    return table.text();
}

QString tablesText(const Manifest &manifest)
{
    QList<ManifestTable> tables = manifest.tables;
    std::stable_sort(tables.begin(), tables.end(),
                     [](const ManifestTable &a, const ManifestTable &b) { return a.rows > b.rows; });
    TextTable text({Tr::tr("Table"), Tr::tr("Rows"), Tr::tr("Counted in the database")},
                   {Align::Left, Align::Right, Align::Right});
    for (const ManifestTable &table : tables.mid(0, tablesShown))
        text.add({tableName(table), QLocale().toString(table.rows),
                  table.countedRows ? QLocale().toString(*table.countedRows) : QString()});
    if (tables.size() > tablesShown)
        return text.text() + QChar(u'\n') +
               Tr::tr("and %n more table(s); --json lists all", nullptr, int(tables.size() - tablesShown));
    return text.text();
}

QString evidenceText(const QList<Evidence> &records, const QString &zone)
{
    TextTable table({Tr::tr("When"), Tr::tr("Proof"), Tr::tr("By"), Tr::tr("Note")});
    for (const Evidence &record : records)
        table.add({whenText(record.time, zone), nameOf(record.type), record.author, record.note});
    return table.text();
}

/// They work without this program.
QString restoreText(const Profile &profile, const Manifest &manifest)
{
    const RestoreCommands commands = restoreCommandsOf(profile, manifest);
    if (commands.database.isEmpty())
        return {};
    QString text =
        Tr::tr("To load it into a test database without this program:") + QChar(u'\n') + commands.database;
    if (!commands.roles.isEmpty())
        text +=
            QStringLiteral("\n\n") +
            Tr::tr("Before that, on a server without its roles (an error for each that exists is no harm):") +
            QChar(u'\n') + commands.roles;
    if (!commands.files.isEmpty())
        text += QStringLiteral("\n\n") + Tr::tr("To unpack its files without this program:") + QChar(u'\n') +
                commands.files;
    return text;
}

Result<int> ShowCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const QString setId, setIdFrom(context.arguments()));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const StoredSet set, findSet(repository, profile, setId));
    MASCLET_TRY_ASSIGN(const Manifest manifest, repository.manifest(set.id));
    MASCLET_TRY_ASSIGN(const EvidenceFile evidence, repository.evidence(set.id));

    MASCLET_TRY_ASSIGN(const std::optional<RunRecord> run, runThatMade(repository, set));
    const std::optional<RunLoad> load = run ? run->load : std::nullopt;

    const QString gap = QStringLiteral("\n\n");
    QString text = headText(set, manifest, load) + gap + filesText(manifest) + gap + tablesText(manifest);
    if (!evidence.records.isEmpty())
        text += gap + evidenceText(evidence.records, set.zone);
    for (const ManifestOmission &omission : manifest.omissions)
        text += QChar(u'\n') +
                Tr::tr("Not in this backup: %1 (%2)").arg(oneLine(omission.what), oneLine(omission.reason));
    for (const ManifestFile &file : manifest.files) {
        for (const QString &note : file.notes)
            text += QChar(u'\n') + Tr::tr("Remark on %1: %2").arg(file.kind, oneLine(note));
    }
    for (const QString &warning : manifest.warnings)
        text += QChar(u'\n') + Tr::tr("Warning: %1").arg(oneLine(warning));
    text += gap + restoreText(profile, manifest);
    if (const QString contacts = contactsText(ladderLines(profile)); !contacts.isEmpty())
        text += gap + contacts;
    context.say(text);

    QJsonObject document = setDocument(set, manifest, evidence.records);
    document.insert(QStringLiteral("load"), load ? QJsonValue(toJson(*load)) : QJsonValue());
    document.insert(QStringLiteral("levels"),
                    levelsDocument(set.evidence.lastRead(), set.evidence.verified, set.evidence.restoreTested,
                                   context.app().clock().now()));
    context.answer(document);
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeShowCommand()
{
    return std::make_unique<ShowCommand>();
}

} // namespace masclet
