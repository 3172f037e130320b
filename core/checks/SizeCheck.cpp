#include "core/base/Text.h"
#include "core/checks/DaySet.h"
#include "core/checks/Evaluators.h"
#include "core/checks/PrintedCommands.h"
#include "core/checks/SizeRules.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

/// Half the measured size in whole kB, as init proposes it for a small database.
QString fittingMinimum(qint64 archiveSize)
{
    return QStringLiteral("%1 kB").arg(std::max<qint64>(archiveSize / 2048, 1));
}

enum class Minimum { Held, Small, Missed };

/// A small database is forgiven its size by a restore test of this very set, unless the band says that it
/// used to be another size.
Minimum judgeMinimum(const DayFacts &facts, const StoredSet &set, qint64 archiveSize, const SizeBand &band)
{
    if (archiveSize > facts.profile.checks.minimumSize)
        return Minimum::Held;
    const bool inBand =
        !band.isKnown() || (set.databaseBytes() >= band.low && set.databaseBytes() <= band.high);
    return set.state == SetState::RestoreTested && inBand ? Minimum::Small : Minimum::Missed;
}

QString thresholdOf(const Profile::Checks &limits, const SizeBand &band)
{
    const QString minimum = Tr::tr("The archive is larger than %1.").arg(sizeText(limits.minimumSize));
    if (!band.isKnown())
        return minimum;
    return minimum + QChar(u'\n') +
           Tr::tr("The database has %1 to %2: %3 % to %4 % of %5, the median of the last verified sets.")
               .arg(sizeText(band.low), sizeText(band.high), QString::number(limits.bandLow),
                    QString::number(limits.bandHigh), sizeText(band.median));
}

QString figuresOf(const StoredSet &set, const StoredSet::File &archive, const SizeBand &band)
{
    QStringList lines{QStringLiteral("%1  %2 B").arg(QString::fromUtf8(archive.path)).arg(archive.storedSize),
                      QStringLiteral("%1  %2 B").arg(set.id).arg(set.storedBytes)};
    if (band.sets > 0)
        lines << QStringLiteral("median(%1)  %2 B").arg(band.sets).arg(band.median);
    return lines.join(QChar(u'\n'));
}

} // namespace

Check checkSize(const DayFacts &facts)
{
    Check check;
    check.item = CheckItem::Size;
    const StoredSet::File *archive = findArchive(facts, check);
    if (!archive)
        return check;
    const StoredSet &set = *facts.set;
    const SizeBand band = sizeBand(facts.runs, set.sequence, facts.profile.checks);
    const QString archiveText = sizeText(archive->storedSize);
    check.threshold = thresholdOf(facts.profile.checks, band);
    check.command = sizeCommand(facts.profile, archive->path);
    check.figures = figuresOf(set, *archive, band);

    QStringList problems;
    const Minimum minimum = judgeMinimum(facts, set, archive->storedSize, band);
    if (minimum != Minimum::Held) {
        problems << (minimum == Minimum::Small
                         ? Tr::tr("The archive has only %1, but it was restored and compared equal.")
                         : Tr::tr("The archive has only %1."))
                        .arg(archiveText);
        check.hint = Tr::tr("If the database is this small, set a fitting minimum: %1")
                         .arg(QStringLiteral("masclet-backup profile set --profile %1 --minimum-size \"%2\"")
                                  .arg(facts.profile.name, fittingMinimum(archive->storedSize)));
    }
    if (band.isKnown() && set.databaseBytes() > band.high)
        problems << Tr::tr("The database has %1 in the set; the median of the sets before is %2.")
                        .arg(sizeText(set.databaseBytes()), sizeText(band.median));
    const QStringList alarms =
        shrinkAlarms(set.databaseBytes(), band, facts.manifest ? rowFiguresOf(*facts.manifest) : RowFigures{},
                     facts.manifest ? facts.before : std::nullopt, facts.profile);
    if (!alarms.isEmpty())
        check.hint =
            Tr::tr("Find out what removed the data. Retention deletes nothing until you accept it: %1")
                .arg(QStringLiteral("masclet-backup profile check --profile %1 --accept-server")
                         .arg(facts.profile.name));
    problems << alarms;

    check.result = minimum == Minimum::Missed ? CheckResult::Fail
                   : problems.isEmpty()       ? CheckResult::Pass
                                              : CheckResult::Warn;
    check.finding =
        problems.isEmpty()
            ? Tr::tr("The archive has %1, the whole set %2.").arg(archiveText, sizeText(set.storedBytes))
            : problems.join(QChar(u' '));
    if (!band.isKnown())
        check.unchecked = Tr::tr("The usual size is not known yet; it needs %1 more verified sets.")
                              .arg(SizeBand::fewestSets - band.sets);
    return check;
}

} // namespace masclet
