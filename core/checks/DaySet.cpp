#include "core/checks/DaySet.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

} // namespace

std::optional<StoredSet> setOfDay(const QList<StoredSet> &newestFirst, const QDate &day,
                                  const QTimeZone &zone)
{
    const auto found = std::find_if(newestFirst.begin(), newestFirst.end(), [&](const StoredSet &set) {
        return set.readable && localDay(set.started, zone) == day;
    });
    return found == newestFirst.end() ? std::nullopt : std::optional(*found);
}

bool isProvenReadable(const StoredSet &set)
{
    return set.readable && set.problem.isEmpty() &&
           (set.state == SetState::Verified || set.state == SetState::RestoreTested);
}

const StoredSet::File *archiveOf(const StoredSet &set)
{
    const auto found = std::find_if(set.files.begin(), set.files.end(), [](const StoredSet::File &file) {
        return file.kind == QStringLiteral("db") && file.role == QStringLiteral("archive");
    });
    return found == set.files.end() ? nullptr : &*found;
}

const StoredSet::File *findArchive(const DayFacts &facts, Check &check)
{
    const StoredSet::File *archive = facts.set ? archiveOf(*facts.set) : nullptr;
    if (!facts.set) {
        check.finding = Tr::tr("There is no set of %1.").arg(dayText(facts.day));
        check.hint = Tr::tr("Make one: %1")
                         .arg(QStringLiteral("masclet-backup backup --profile %1").arg(facts.profile.name));
    } else if (!archive) {
        check.finding = Tr::tr("%1 holds no database.").arg(facts.set->id);
    }
    return archive;
}

std::optional<std::chrono::milliseconds> restorePeriod(const QString &rhythm)
{
    using namespace std::chrono_literals;
    // A day more than the name says: the test follows the first backup after the period.
    if (rhythm == QStringLiteral("weekly"))
        return 8 * 24h;
    if (rhythm == QStringLiteral("monthly"))
        return 32 * 24h;
    return {};
}

QString ageText(const QDateTime &time, const QDateTime &now)
{
    return durationText(std::max<qint64>(time.msecsTo(now), 0));
}

} // namespace masclet
