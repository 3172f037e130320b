#include "core/base/Text.h"
#include "core/notify/Message.h"
#include "core/service/PeopleText.h"
#include "core/service/ReportDocuments.h"
#include "ui/main/SetDetailsText.h"
#include "ui/reports/Reports.h"
#include "ui/support/StateLook.h"

#include <QCoreApplication>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SetPages)
};

using Column = Report::Table::Column;

/// What the desk shows in its tabs, in print.
Report::Section tableSection(const QString &title, const QList<Column> &columns,
                             const QList<QList<Cell>> &rows)
{
    Report::Table table{columns, {}};
    for (const QList<Cell> &row : rows) {
        QStringList texts;
        for (const Cell &cell : row)
            texts << cell.text;
        table.rows << texts;
    }
    Report::Section section{title};
    section.table = table;
    return section;
}

QString commandsOf(const RestoreCommands &commands)
{
    return QStringList{commands.roles, commands.database, commands.files}.join(QChar(u'\n')).trimmed();
}

} // namespace

Report setReport(const ServiceEnvironment &environment, const Profile &profile, const SetReport &set)
{
    const StateLook look = lookOf(set.set.state);
    Report report;
    report.title = Tr::tr("Backup set %1").arg(set.set.id);
    report.about =
        Tr::tr("Database %1 on %2, port %3")
            .arg(oneLine(set.manifest.database.database, 80), oneLine(set.manifest.database.host, 80))
            .arg(set.manifest.database.port);
    report.verdict = Report::Verdict{look.word, look.tone};
    for (const Fact &fact : factsOf(set))
        report.facts << Report::Fact{fact.label, oneLine(fact.value)};
    const QList<QList<Cell>> proofs = proofRows(set);
    if (!proofs.isEmpty())
        report.sections << tableSection(
            Tr::tr("Proofs"),
            {{Tr::tr("When"), 3}, {Tr::tr("What"), 3}, {Tr::tr("By"), 3}, {Tr::tr("Note"), 4}}, proofs);
    report.sections << tableSection(Tr::tr("Files"),
                                    {{Tr::tr("File"), 6},
                                     {Tr::tr("Kind"), 2},
                                     {Tr::tr("Stored"), 2, Column::Align::Right},
                                     {Tr::tr("Raw"), 2, Column::Align::Right},
                                     {Tr::tr("SHA-256"), 6, Column::Align::Left, Column::Type::Fixed}},
                                    fileRows(set.manifest));
    if (!set.manifest.tables.isEmpty())
        report.sections << tableSection(Tr::tr("Rows per table"),
                                        {{Tr::tr("Table"), 5},
                                         {Tr::tr("Rows"), 2, Column::Align::Right},
                                         {Tr::tr("Counted in the database"), 2, Column::Align::Right}},
                                        tableRows(set.manifest));
    if (set.day)
        report.sections << tableSection(
            Tr::tr("Checklist of the day"),
            {{Tr::tr("Item"), 3}, {Tr::tr("Result"), 2}, {Tr::tr("Verdict"), 2}, {Tr::tr("Finding"), 6}},
            checkRows(*set.day));
    if (!set.phases.isEmpty())
        report.sections << tableSection(Tr::tr("Phases of the run that made it"),
                                        {{Tr::tr("Phase"), 5},
                                         {Tr::tr("Started"), 2},
                                         {Tr::tr("Took"), 2, Column::Align::Right},
                                         {Tr::tr("Share"), 1, Column::Align::Right}},
                                        phaseRows(set.phases, set.set.started, set.set.zone));
    if (const QString commands = commandsOf(set.commands); !commands.isEmpty()) {
        Report::Section section{Tr::tr("Restore without this program")};
        section.paragraphs << Tr::tr(
            "These commands load the set into a test database. They need PostgreSQL's "
            "own programs only.");
        section.commands = commands;
        report.sections << section;
    }
    if (const QStringList ladder = ladderLines(profile); !ladder.isEmpty()) {
        Report::Section section{Tr::tr("Contacts")};
        section.paragraphs = ladder;
        report.sections << section;
    }
    report.origin = reportOrigin(environment, profile);
    report.fileName = set.set.id;
    report.document = setDocument(set.set, set.manifest, set.evidence);
    return report;
}

} // namespace masclet
