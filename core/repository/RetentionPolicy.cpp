#include "core/repository/RetentionPolicy.h"

#include "core/base/ExitCode.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Retention)
};

using Item = RetentionDecision::Item;

RetentionReason reason(const char *code, const QString &text)
{
    return {QString::fromLatin1(code), text};
}

bool isVerified(const StoredSet &set)
{
    return set.readable && (set.state == SetState::Verified || set.state == SetState::RestoreTested);
}

QString nameIn(const QString &setId)
{
    return setId.left(setId.lastIndexOf(QChar(u'_')));
}

QString dateIn(const QString &setId)
{
    return setId.mid(setId.lastIndexOf(QChar(u'_')) + 1, 8);
}

/// The profile's own sets, newest first. A set whose manifest is broken goes by its name: the profile's, or
/// one that it had before it was renamed.
QList<StoredSet> ownSets(const RetentionInput &input)
{
    QSet<QString> names{input.profileName};
    QList<StoredSet> own;
    for (const StoredSet &set : input.sets) {
        if (set.readable && set.profileId == input.profileId) {
            own << set;
            names << set.profile;
        }
    }
    std::sort(own.begin(), own.end(),
              [](const StoredSet &a, const StoredSet &b) { return a.sequence > b.sequence; });
    for (const StoredSet &set : input.sets) {
        if (!set.readable && names.contains(nameIn(set.id)))
            own << set;
    }
    return own;
}

QList<StoredSet> newestVerified(const QList<StoredSet> &sets, qint64 count)
{
    QList<StoredSet> list;
    for (const StoredSet &set : sets) {
        if (list.size() < count && isVerified(set))
            list << set;
    }
    return list;
}

/// Whether a damaged set stands among the newest ones that retention relies on (fault T02).
bool damagedAmongKept(const QList<StoredSet> &sets, const QList<StoredSet> &kept)
{
    return std::any_of(sets.begin(), sets.end(), [&](const StoredSet &set) {
        if (set.state != SetState::Damaged)
            return false;
        if (kept.isEmpty())
            return true;
        // Without a readable manifest there is no sequence; the date in the name is what is left.
        return set.readable ? set.sequence > kept.last().sequence : dateIn(set.id) >= dateIn(kept.last().id);
    });
}

/// The newest time that anything in the repository says it happened.
QDateTime newestTime(const RetentionInput &input, const QList<StoredSet> &sets)
{
    QDateTime newest;
    const auto take = [&](const QDateTime &time) {
        if (time.isValid() && (!newest.isValid() || time > newest))
            newest = time;
    };
    for (const StoredSet &set : sets) {
        take(set.started);
        take(set.finished);
    }
    if (input.newestBackup) {
        take(input.newestBackup->started);
        take(input.newestBackup->finished);
    }
    return newest;
}

QList<RetentionReason> holdsOf(const RetentionInput &input, const QList<StoredSet> &sets,
                               const QList<StoredSet> &kept)
{
    QList<RetentionReason> holds;
    for (const QString &text : input.holds)
        holds << reason("hold", text);
    if (input.rules.keepLast < 1)
        holds << reason("rules", Tr::tr("At least one set must be kept; the rules say none."));
    if (input.newestBackup) {
        switch (input.newestBackup->state) {
        case RunState::Failed:
        case RunState::Stopped:
        case RunState::Interrupted:
            holds << reason("newest-run", Tr::tr("The newest backup run did not succeed."));
            break;
        case RunState::Running: // the one that asks
        case RunState::Ok:
        case RunState::Warnings:
            break;
        }
    }
    if (input.newestTest && input.newestTest->exitCode == exitCodeOf(ErrorKind::RestoreTest))
        holds << reason("restore-test", Tr::tr("The newest restore test did not succeed."));
    if (!sets.isEmpty() && sets.first().readable && sets.first().state == SetState::Complete)
        holds << reason("newest-set", Tr::tr("The newest set has not been verified."));
    if (damagedAmongKept(sets, kept))
        holds << reason("damaged", Tr::tr("One of the newest sets is damaged."));
    const QDateTime newest = newestTime(input, sets);
    if (newest.isValid() && input.now < newest)
        holds << reason("clock", Tr::tr("The clock stands before the newest run; it cannot be believed."));
    return holds;
}

/// Keeps the newest verified set of each of the last `count` periods that have one.
void keepTier(QList<Item> &items, qint64 count, const RetentionReason &why,
              const std::function<QString(const StoredSet &)> &periodOf)
{
    QString last;
    for (Item &item : items) {
        const QString period = periodOf(item.set);
        if (count <= 0)
            return;
        if (!isVerified(item.set) || period == last)
            continue;
        last = period;
        --count;
        item.reasons << why;
    }
}

void keepTiers(QList<Item> &items, const RetentionInput &input)
{
    const auto date = [&](const StoredSet &set) {
        return set.started.toTimeZone(input.zone).date();
    };
    keepTier(items, input.rules.keepDaily, reason("daily", Tr::tr("The newest set of its day.")),
             [&](const StoredSet &set) { return date(set).toString(Qt::ISODate); });
    keepTier(items, input.rules.keepWeekly, reason("weekly", Tr::tr("The newest set of its week.")),
             [&](const StoredSet &set) {
                 int year = 0; // of the week, which may differ from the date's
                 const int week = date(set).weekNumber(&year);
                 return QStringLiteral("%1-%2").arg(year).arg(week);
             });
    keepTier(items, input.rules.keepMonthly, reason("monthly", Tr::tr("The newest set of its month.")),
             [&](const StoredSet &set) { return date(set).toString(QStringLiteral("yyyy-MM")); });
    keepTier(items, input.rules.keepYearly, reason("yearly", Tr::tr("The newest set of its year.")),
             [&](const StoredSet &set) { return date(set).toString(QStringLiteral("yyyy")); });
}

void keepForItself(Item &item, const RetentionInput &input)
{
    const StoredSet &set = item.set;
    if (set.evidence.pinned)
        item.reasons << reason("pinned", Tr::tr("A person pinned it."));
    if (set.evidence.unreadable > 0)
        item.reasons << reason("evidence", Tr::tr("Its evidence cannot be read; it may be pinned."));
    if (input.inUse.contains(set.id))
        item.reasons << reason("in-use", Tr::tr("It is being used now."));
    if (input.rules.minimumAge > 0 && set.finished.addMSecs(input.rules.minimumAge) > input.now)
        item.reasons << reason("minimum-age", Tr::tr("It is younger than the minimum age."));
}

/// Why a set that is not verified is left alone.
RetentionReason notConsidered(const StoredSet &set)
{
    if (!set.readable)
        return reason("unreadable", Tr::tr("Its manifest cannot be read."));
    if (set.state == SetState::Damaged)
        return reason("damaged", Tr::tr("It is damaged; a person decides about it."));
    return reason("unverified", Tr::tr("It has not been verified."));
}

void settle(Item &item, const QList<RetentionReason> &holds, qint64 keepLast)
{
    if (!isVerified(item.set)) {
        item.verdict = RetentionVerdict::NotConsidered;
        item.reasons = {notConsidered(item.set)};
    } else if (!item.reasons.isEmpty()) {
        item.verdict = RetentionVerdict::Keep;
    } else if (!holds.isEmpty()) {
        item.verdict = RetentionVerdict::Keep;
        item.reasons << reason("held", Tr::tr("No rule keeps it, but nothing is deleted now."));
    } else {
        item.verdict = RetentionVerdict::Delete;
        item.reasons << reason("beyond",
                               Tr::tr("It is older than the newest %n verified set(s), and no other "
                                      "rule keeps it.",
                                      nullptr, int(std::min<qint64>(keepLast, 1'000'000))));
    }
}

} // namespace

QString nameOf(RetentionVerdict verdict)
{
    switch (verdict) {
    case RetentionVerdict::Keep:
        return QStringLiteral("keep");
    case RetentionVerdict::Delete:
        return QStringLiteral("delete");
    case RetentionVerdict::NotConsidered:
        break;
    }
    return QStringLiteral("not-considered");
}

qint64 RetentionDecision::freedBytes() const
{
    qint64 sum = 0;
    for (const Item &item : items)
        sum += item.verdict == RetentionVerdict::Delete ? item.set.storedBytes : 0;
    return sum;
}

QStringList RetentionDecision::setsToDelete() const
{
    QStringList ids;
    for (const Item &item : items) {
        if (item.verdict == RetentionVerdict::Delete)
            ids.prepend(item.set.id);
    }
    return ids;
}

RetentionDecision decideRetention(const RetentionInput &input)
{
    const QList<StoredSet> sets = ownSets(input);
    const QList<StoredSet> kept = newestVerified(sets, std::max<qint64>(input.rules.keepLast, 1));
    RetentionDecision decision;
    decision.holds = holdsOf(input, sets, kept);
    bool testedSeen = false;
    for (const StoredSet &set : sets) {
        Item item{set, RetentionVerdict::Keep, {}};
        if (std::any_of(kept.begin(), kept.end(), [&](const StoredSet &one) { return one.id == set.id; }))
            item.reasons << reason("keep-last", Tr::tr("One of the newest verified sets."));
        if (!testedSeen && set.readable && set.state == SetState::RestoreTested) {
            testedSeen = true;
            item.reasons << reason("restore-tested", Tr::tr("The newest set that was restored in a test."));
        }
        keepForItself(item, input);
        decision.items << item;
    }
    keepTiers(decision.items, input);
    for (Item &item : decision.items)
        settle(item, decision.holds, input.rules.keepLast);
    return decision;
}

} // namespace masclet
