#include "core/checks/DaySet.h"
#include "core/checks/Evaluators.h"
#include "core/checks/PrintedCommands.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

using TableKey = std::pair<QByteArray, QByteArray>;

/// What the comparison found, by how bad it is.
struct Comparison {
    QStringList wrong;
    QStringList notCounted;
    QList<TableRows> critical;
};

/// The critical tables: in the stream and counted by SQL in the dump's own snapshot.
void compareCritical(const QString &wanted, const Manifest &manifest, Comparison &comparison)
{
    const QLocale locale;
    bool found = false;
    for (const ManifestTable &table : manifest.tables) {
        if (!namesTable(wanted, table.schema, table.name))
            continue;
        found = true;
        const QString name = tableText(table.schema, table.name);
        comparison.critical << TableRows{table.schema, table.name, table.rows};
        if (!table.countedRows)
            comparison.notCounted << Tr::tr("The table %1 could not be counted by SQL.").arg(name);
        else if (*table.countedRows != table.rows)
            comparison.wrong << Tr::tr("The table %1 has %2 rows in the dump; SQL counted %3.")
                                    .arg(name, locale.toString(table.rows),
                                         locale.toString(*table.countedRows));
    }
    if (!found)
        comparison.wrong << Tr::tr("The critical table %1 is not in the backup.").arg(wanted);
}

/// Every table of the dump against the restored copy.
void compareRestored(const QList<TableRows> &restored, const Manifest &manifest, Comparison &comparison)
{
    QHash<TableKey, qint64> copy;
    for (const TableRows &table : restored)
        copy.insert({table.schema, table.name}, table.rows);
    const QLocale locale;
    for (const ManifestTable &table : manifest.tables) {
        const auto found = copy.constFind({table.schema, table.name});
        const QString name = tableText(table.schema, table.name);
        if (found == copy.constEnd())
            comparison.wrong << Tr::tr("The table %1 is not in the restored copy.").arg(name);
        else if (*found != table.rows)
            comparison.wrong << Tr::tr("The table %1 has %2 rows in the dump and %3 in the restored copy.")
                                    .arg(name, locale.toString(table.rows), locale.toString(*found));
    }
}

/// A few of many: the rest is in the restore test's report.
QString firstOf(const QStringList &sentences)
{
    constexpr qsizetype most = 5;
    const QString shown = sentences.mid(0, most).join(QChar(u' '));
    return sentences.size() > most
               ? Tr::tr("%1 And %2 more.").arg(shown, QString::number(sentences.size() - most))
               : shown;
}

QString figuresOf(const Comparison &comparison, const Manifest &manifest)
{
    QStringList lines;
    for (const TableRows &table : comparison.critical)
        lines << QStringLiteral("%1  %2").arg(tableText(table.schema, table.name),
                                              QString::number(table.rows));
    lines << Tr::tr("all tables: %1, rows: %2").arg(manifest.tables.size()).arg(manifest.rows());
    return lines.join(QChar(u'\n'));
}

void judge(Check &check, const DayFacts &facts, const Comparison &comparison)
{
    if (!comparison.wrong.isEmpty()) {
        check.result = CheckResult::Fail;
        check.finding = firstOf(comparison.wrong);
        check.hint = Tr::tr("Do not rely on this set; make a backup now and test it.");
    } else if (!comparison.notCounted.isEmpty()) {
        check.finding = firstOf(comparison.notCounted);
        check.hint = Tr::tr("Give the backup's role the right to read these tables, and look for locks.");
    } else if (comparison.critical.isEmpty() && !facts.restored) {
        check.finding = Tr::tr("No critical tables are named and the set was not restored.");
        check.hint = Tr::tr("Name the tables that matter: backup.critical_tables");
    } else {
        check.result = CheckResult::Pass;
        check.finding = facts.restored
                            ? Tr::tr("The rows in the dump, by SQL and in the restored copy agree.")
                            : Tr::tr("The rows in the dump and by SQL agree.");
        if (!facts.restored)
            check.unchecked = Tr::tr("There is no restored copy of this set to compare with.");
        else if (comparison.critical.isEmpty())
            check.unchecked = Tr::tr("No critical tables are named, so SQL counted none.");
    }
}

} // namespace

Check checkCounts(const DayFacts &facts)
{
    Check check;
    check.item = CheckItem::Counts;
    check.threshold =
        Tr::tr("The rows in the dump, those that SQL counts in its snapshot and those restored are equal.");
    if (!findArchive(facts, check))
        return check;
    if (!facts.manifest) {
        check.finding = Tr::tr("The manifest of %1 cannot be read.").arg(facts.set->id);
        return check;
    }
    Comparison comparison;
    for (const QString &wanted : facts.profile.backup.criticalTables)
        compareCritical(wanted, *facts.manifest, comparison);
    if (facts.restored)
        compareRestored(*facts.restored, *facts.manifest, comparison);
    check.command = countCommand(facts.profile, comparison.critical);
    check.figures = figuresOf(comparison, *facts.manifest);
    judge(check, facts, comparison);
    return check;
}

} // namespace masclet
