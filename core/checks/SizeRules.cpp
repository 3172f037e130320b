#include "core/checks/SizeRules.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

qint64 medianOf(QList<qint64> sizes)
{
    std::sort(sizes.begin(), sizes.end());
    const qsizetype middle = sizes.size() / 2;
    return sizes.size() % 2 == 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2;
}

qint64 rowsOf(const RowFigures &figures, const TableRows &wanted)
{
    for (const TableRows &table : figures.tables) {
        if (table.schema == wanted.schema && table.name == wanted.name)
            return table.rows;
    }
    return 0;
}

bool shrank(qint64 before, qint64 now, qint64 percent)
{
    return before > 0 && (before - now) * 100 >= percent * before;
}

} // namespace

SizeBand sizeBand(const QList<RunRecord> &runs, qint64 sequence, const Profile::Checks &limits)
{
    QList<qint64> sizes;
    for (const RunRecord &run : runs) {
        // A backup run ends good only when its set was verified.
        const bool verified = run.verb == QStringLiteral("backup") && !run.setId.isEmpty() &&
                              (run.state == RunState::Ok || run.state == RunState::Warnings);
        if (verified && run.sequence < sequence)
            sizes << run.databaseBytes;
        if (sizes.size() == SizeBand::mostSets)
            break;
    }
    SizeBand band;
    band.sets = int(sizes.size());
    if (!sizes.isEmpty())
        band.median = medianOf(sizes);
    band.low = band.median / 100 * limits.bandLow + band.median % 100 * limits.bandLow / 100;
    band.high = band.median / 100 * limits.bandHigh + band.median % 100 * limits.bandHigh / 100;
    return band;
}

QStringList shrinkAlarms(qint64 databaseBytes, const SizeBand &band, const RowFigures &now,
                         const std::optional<RowFigures> &before, const Profile &profile)
{
    QStringList alarms;
    if (band.isKnown() && databaseBytes < band.low)
        alarms << Tr::tr("The database has only %1 in the set; the median of the sets before is %2.")
                      .arg(sizeText(databaseBytes), sizeText(band.median));
    if (!before)
        return alarms;
    const QLocale locale;
    const qint64 percent = profile.checks.shrinkRows;
    if (shrank(before->total, now.total, percent))
        alarms << Tr::tr("The database has %1 rows; it had %2 in %3.")
                      .arg(locale.toString(now.total), locale.toString(before->total), before->setId);
    for (const TableRows &table : before->tables) {
        const bool critical =
            std::any_of(profile.backup.criticalTables.begin(), profile.backup.criticalTables.end(),
                        [&](const QString &name) { return namesTable(name, table.schema, table.name); });
        if (!critical)
            continue;
        const qint64 rows = rowsOf(now, table);
        if (shrank(table.rows, rows, percent))
            alarms << Tr::tr("The table %1 has %2 rows; it had %3 in %4.")
                          .arg(tableText(table.schema, table.name), locale.toString(rows),
                               locale.toString(table.rows), before->setId);
    }
    return alarms;
}

} // namespace masclet
