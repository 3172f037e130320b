#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "core/service/ReportDocuments.h"
#include "ui/reports/Reports.h"
#include "ui/support/StateLook.h"

#include <QCoreApplication>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreTestReport)
};

using Column = Report::Table::Column;

QString differenceText(const ComparedTable &table)
{
    if (!table.restored)
        return Tr::tr("missing");
    if (table.equal())
        return Tr::tr("equal");
    return QLocale().toString(*table.restored - table.expected);
}

Report::Section tablesSection(const Comparison &comparison)
{
    const QLocale locale;
    Report::Section section{Tr::tr("Rows of each table")};
    Report::Table table;
    table.columns = {{Tr::tr("Table"), 5},
                     {Tr::tr("Rows at the dump"), 2, Column::Align::Right},
                     {Tr::tr("Rows restored"), 2, Column::Align::Right},
                     {Tr::tr("Difference"), 2}};
    QList<QStringList> equal;
    for (const ComparedTable &one : comparison.tables) {
        const QStringList row{oneLine(one.schema + '.' + one.name, 200), locale.toString(one.expected),
                              one.restored ? locale.toString(*one.restored) : QStringLiteral("–"),
                              differenceText(one)};
        (one.equal() ? equal : table.rows) << row; // what differs comes first
    }
    table.rows += equal;
    section.table = table;
    return section;
}

} // namespace

Report restoreTestReport(const ServiceEnvironment &environment, const Profile &profile,
                         const RestoreTestReport &test, const QString &place)
{
    const RunRecord &run = test.run;
    const QString &zone = profile.schedule.zone;
    const bool good = !test.failure;
    Report report;
    report.title = Tr::tr("Restore test of %1").arg(run.setId);
    report.about =
        Tr::tr("%1: database %2 on %3, port %4")
            .arg(profile.name, oneLine(profile.connection.dbname, 80), oneLine(profile.connection.host, 80))
            .arg(profile.connection.port);
    report.verdict = good ? Report::Verdict{Tr::tr("Restored and compared: every table is equal"), Tone::Good}
                          : Report::Verdict{Tr::tr("The restored copy is not equal"), Tone::Bad};
    qint64 rows = 0;
    for (const ComparedTable &table : test.comparison.tables)
        rows += table.restored.value_or(0);
    report.facts = {
        {Tr::tr("Set"), run.setId},
        {Tr::tr("Restored in"), oneLine(place)},
        {Tr::tr("Started"), whenText(run.started, zone)},
        {Tr::tr("Took"),
         Tr::tr("%1, of these loading %2").arg(durationText(run.durationMs), durationText(test.loadMs))},
        {Tr::tr("Compared"), Tr::tr("%1 rows in %n table(s)", nullptr, int(test.comparison.tables.size()))
                                 .arg(QLocale().toString(rows))},
        {Tr::tr("By"), Tr::tr("%1, %2").arg(oneLine(run.author), triggerText(run.trigger))},
        {Tr::tr("Run"), run.id},
        {Tr::tr("Result"), lookOf(run.state).word}};
    if (test.failure) {
        Report::Section failure{Tr::tr("What is wrong")};
        failure.paragraphs << oneLine(test.failure->message) << oneLine(test.failure->hint);
        for (const QString &difference : test.comparison.differences)
            failure.remarks << oneLine(difference);
        report.sections << failure;
    }
    report.sections << tablesSection(test.comparison);
    QStringList remarks;
    for (const QString &remark : test.comparison.remarks + run.warnings)
        remarks << oneLine(remark);
    if (!remarks.isEmpty())
        report.sections << Report::Section{Tr::tr("Remarks"), {}, {}, {}, {}, {}, remarks};
    report.signature = Tr::tr("Place, date, signature");
    report.origin = reportOrigin(environment, profile);
    report.fileName = run.setId + QStringLiteral("_restore-test");
    report.document = restoreTestDocument(test);
    return report;
}

} // namespace masclet
