#include "tests/core/service/tst_ThousandNights.h"

#include "core/checks/DaySet.h"
#include "core/checks/Status.h"
#include "core/repository/RetentionPolicy.h"
#include "core/service/AlarmWatch.h"
#include "core/service/DueBackup.h"
#include "tests/support/Seed.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

namespace
{

constexpr int nights = 1000;
constexpr qint64 halfHour = 30 * 60'000LL;
constexpr qint64 hour = 2 * halfHour;
constexpr qint64 oddMinutes = 7 * 60'000LL; ///< no wrong clock shows a planned time to the second
const QDate firstDay(2026, 12, 1);          // Madrid changes its clocks on 28 March and 31 October 2027

QDate lastSundayOf(int year, int month)
{
    const QDate last(year, month, QDate(year, month, 1).daysInMonth());
    return last.addDays(-(last.dayOfWeek() % 7));
}

/// When 02:00 in Madrid is, by the directive 2000/84/EC and no list of zones: the clocks change at 01:00 UTC.
/// At the spring change there is no 02:00 (the run comes at the change), in autumn the first of two counts.
QDateTime plannedOn(const QDate &local)
{
    const QDate spring = lastSundayOf(local.year(), 3);
    const QDate autumn = lastSundayOf(local.year(), 10);
    const bool summer = local > spring && local <= autumn;
    return QDateTime(local, QTime(summer ? 0 : 1, 0), Qt::UTC);
}

/// What goes wrong with one night.
enum class Fault { None, MachineOff, BackupFails, LateStart, WrongClock, DamagedSet };

struct Night {
    Fault fault = Fault::None;
    QDateTime begin, end; ///< of the fault, real time
    qint64 skew = 0;      ///< milliseconds by which the machine's clock is wrong
};

/// A machine, its clock and its repository.
class World
{
public:
    explicit World(quint32 seed, bool hourly)
        : m_random(seed)
        , m_hourly(hourly)
        , m_since(plannedOn(firstDay).addMSecs(-12 * hour))
    {
        m_profile.name = q("shop");
        m_profile.id = q("p1");
        m_profile.schedule.zone = q("Europe/Madrid");
        Profile::Contact contact;
        contact.role = q("devops");
        contact.name = q("Ana");
        contact.mail = q("ana@example.org");
        m_profile.contacts = {contact};
        for (int number = 0; number < nights; ++number)
            m_nights << draw(firstDay.addDays(number));
    }

    /// Half an hour of real time; what was wrong with it in one sentence, or nothing.
    QString step(const QDateTime &real)
    {
        const bool wasOn = m_isOn;
        m_isOn = true;
        m_skew = 0;
        // No fault lasts for three days.
        const int today = int(firstDay.daysTo(real.date()));
        for (int at = std::max(0, today - 3); at <= std::min(nights - 1, today + 1); ++at) {
            const Night &night = m_nights[at];
            const bool now = night.begin.isValid() && night.begin <= real && real < night.end;
            if (now && night.fault == Fault::MachineOff)
                m_isOn = false;
            if (now && night.fault == Fault::WrongClock)
                m_skew = night.skew;
            if (night.fault == Fault::DamagedSet && night.begin == real && !m_sets.isEmpty())
                damage(m_sets.first(), real);
        }
        if (!m_isOn)
            return {};
        m_now = real.addMSecs(m_skew);
        const Night *night = today >= 0 && today < nights ? &m_nights[today] : nullptr;
        const bool late = night && night->fault == Fault::LateStart;
        const QDateTime start = late ? night->end : plannedOn(real.date());
        const bool starts = !wasOn || real == start || (m_hourly && !late && real.time().minute() == 0);
        if (starts) {
            if (const QString wrong = startRun(real); !wrong.isEmpty())
                return wrong;
        }
        const bool looks = starts || (real.time().minute() == 0 && real.time().hour() % 3 == 0);
        return looks ? lookAfterAlarms() : QString();
    }

    /// Good sets that were really started on that local day's turn.
    int goodRunsOf(const QDate &local) const
    {
        const QDateTime begin = plannedOn(local);
        const QDateTime end = plannedOn(local.addDays(1));
        return int(std::count_if(m_good.begin(), m_good.end(), [&](const QDateTime &started) {
            return begin <= started && started < end;
        }));
    }
    /// No fault of this night, or of another, touches the hours of its run.
    bool isFaultless(const QDate &local) const
    {
        if (m_nights[int(firstDay.daysTo(local))].fault != Fault::None)
            return false;
        const QDateTime begin = plannedOn(local);
        const QDateTime end = plannedOn(local.addDays(1));
        return std::none_of(m_nights.begin(), m_nights.end(), [&](const Night &night) {
            return night.begin.isValid() && night.begin < end && begin < night.end;
        });
    }

    int deleted = 0;
    int told = 0;

private:
    Night draw(const QDate &local)
    {
        const QDateTime planned = plannedOn(local);
        const auto some = [this](int most) {
            return qint64(m_random.bounded(1, most + 1)) * halfHour;
        };
        Night night;
        switch (m_random.bounded(12)) {
        case 0:
            night.fault = Fault::MachineOff;
            night.begin = planned.addMSecs(-some(8));
            night.end = planned.addMSecs(some(100));
            break;
        case 1:
            night.fault = Fault::BackupFails;
            night.begin = planned;
            night.end = planned.addMSecs(some(6));
            break;
        case 2:
            night.fault = Fault::LateStart;
            night.begin = planned;
            night.end = planned.addMSecs(some(6));
            break;
        case 3:
            night.fault = Fault::WrongClock;
            night.begin = planned.addMSecs(some(20));
            night.end = night.begin.addMSecs(some(24));
            night.skew =
                oddMinutes + (m_random.bounded(2) ? 1 : -1) * some(m_random.bounded(2) ? 20 : 10'000);
            break;
        case 4:
            night.fault = Fault::DamagedSet;
            night.begin = planned.addMSecs(some(20));
            night.end = night.begin.addMSecs(halfHour);
            break;
        default:
            break;
        }
        return night;
    }

    static void damage(StoredSet &set, const QDateTime &when)
    {
        set.evidence.damaged = when;
        set.state = SetState::Damaged;
    }

    /// By the machine's clock: the last planned time that has passed, and no good set since.
    bool shouldBeDue() const
    {
        QDate local = m_now.date().addDays(1);
        while (plannedOn(local) > m_now)
            local = local.addDays(-1);
        const QDateTime planned = plannedOn(local);
        const auto settles = [&](const QDateTime &started) {
            return planned <= started && started <= m_now;
        };
        return !settles(m_since) && std::none_of(m_sets.begin(), m_sets.end(), [&](const StoredSet &set) {
            return set.state != SetState::Damaged && settles(set.started);
        });
    }

    QString startRun(const QDateTime &real)
    {
        const bool due = dueBackup(m_sets, m_since, m_profile.schedule, m_now).has_value();
        if (due != shouldBeDue())
            return due ? q("due, but should not be") : q("not due, but should be");
        if (!due)
            return {};
        RunRecord run;
        run.id = q("run%1").arg(++m_number);
        run.verb = q("backup");
        run.profileId = m_profile.id;
        run.trigger = q("schedule");
        run.started = m_now;
        run.finished = m_now.addSecs(60);
        run.state = RunState::Ok;
        const auto fails = std::find_if(m_nights.begin(), m_nights.end(), [&](const Night &night) {
            return night.fault == Fault::BackupFails && night.begin <= real && real < night.end;
        });
        if (fails != m_nights.end()) {
            run.state = RunState::Failed;
            run.exitCode = 14;
            run.message = q("The server was away.");
        }
        m_runs.prepend(run);
        m_runs.resize(std::min<qsizetype>(m_runs.size(), 20));
        if (run.state == RunState::Failed)
            return {};
        StoredSet set;
        set.id = q("shop_%1").arg(m_number);
        set.readable = true;
        set.profile = m_profile.name;
        set.profileId = m_profile.id;
        set.sequence = m_number;
        set.started = run.started;
        set.finished = run.finished;
        set.zone = m_profile.schedule.zone;
        set.state = SetState::RestoreTested;
        set.evidence.verified = set.evidence.restoreTested = run.finished;
        m_sets.prepend(set);
        m_good << real;
        return applyRetention();
    }

    int goodSets() const { return int(std::count_if(m_sets.begin(), m_sets.end(), isProvenReadable)); }

    QString applyRetention()
    {
        RetentionInput input;
        input.sets = m_sets;
        input.profileId = m_profile.id;
        input.profileName = m_profile.name;
        input.rules = m_profile.retention;
        input.zone = QTimeZone("Europe/Madrid");
        input.now = m_runs.first().finished;
        input.newestBackup = m_runs.first();
        const int before = goodSets();
        for (const QString &setId : decideRetention(input).setsToDelete()) {
            m_sets.removeIf([&](const StoredSet &set) { return set.id == setId; });
            ++deleted;
        }
        const int kept = int(m_profile.retention.keepLast);
        if (goodSets() < std::min(before, kept))
            return q("%1 good sets of %2 are left").arg(goodSets()).arg(before);
        if (!isProvenReadable(m_sets.first()))
            return q("the newest set is gone");
        return {};
    }

    /// Alarms go by what is wrong: the run that failed last, the age of what is proven. Each is told at once,
    /// and once, and so is its end.
    QString lookAfterAlarms()
    {
        StatusFacts facts;
        facts.profile = m_profile;
        facts.zone = QTimeZone("Europe/Madrid");
        facts.now = m_now;
        facts.since = m_since;
        facts.scheduled = true;
        facts.sets = m_sets;
        facts.runs = m_runs;
        ProfileStatus status;
        status.status = evaluateStatus(facts);
        const QList<Trouble> troubles = troublesOf({status, m_runs, m_now}, m_profile);
        QSet<QString> keys;
        for (const Trouble &trouble : troubles)
            keys << trouble.key;
        if (m_skew == 0 && !knowsTheFuture()) {
            if (keys.contains(q("run:backup")) !=
                (!m_runs.isEmpty() && m_runs.first().state == RunState::Failed))
                return q("the alarm of the run is wrong");
            if (keys.contains(q("proven")) != isTooOld())
                return q("the alarm of the proven set is wrong");
        }
        int failures = 0;
        int ends = 0;
        const auto tell = [&](const Rung &, const QList<Telling> &tellings) {
            for (const Telling &telling : tellings) {
                failures += telling.event == Event::Failure ? 1 : 0;
                ends += telling.event == Event::Recovery ? 1 : 0;
            }
            return true;
        };
        m_incidents = walkLadder(m_incidents, {troubles, true, m_now}, m_profile, tell);
        const qsizetype fresh = QSet<QString>(keys).subtract(m_wrong).size();
        const qsizetype over = QSet<QString>(m_wrong).subtract(keys).size();
        m_wrong = keys;
        told += failures;
        if (failures != fresh || ends != over)
            return q("told %1 of %2 alarms, and %3 of %4 ends").arg(failures).arg(fresh).arg(ends).arg(over);
        return {};
    }

    bool knowsTheFuture() const
    {
        return std::any_of(m_sets.begin(), m_sets.end(),
                           [&](const StoredSet &set) { return set.finished > m_now.addSecs(60); }) ||
               std::any_of(m_runs.begin(), m_runs.end(),
                           [&](const RunRecord &run) { return run.finished > m_now.addSecs(60); });
    }
    bool isTooOld() const
    {
        const auto newest = std::find_if(m_sets.begin(), m_sets.end(), isProvenReadable);
        const QDateTime since = newest == m_sets.end() ? m_since : newest->started;
        return since.msecsTo(m_now) > 26 * hour;
    }

    QRandomGenerator m_random;
    const bool m_hourly;
    const QDateTime m_since;
    Profile m_profile;
    QList<Night> m_nights;
    QList<StoredSet> m_sets; ///< newest first
    QList<RunRecord> m_runs; ///< newest first
    QList<QDateTime> m_good; ///< real times
    QList<Incident> m_incidents;
    QSet<QString> m_wrong;
    QDateTime m_now; ///< of the machine's clock
    qint64 m_skew = 0;
    int m_number = 0;
    bool m_isOn = true;
};

} // namespace

// L05, L06, T01, T07: the timer of systemd with its catch-up, and the hourly look of a cron in another zone.
void tst_ThousandNights::eachFaultlessDayGetsOneGoodBackup_data()
{
    QTest::addColumn<bool>("hourly");
    QTest::newRow("at the planned times") << false;
    QTest::newRow("every hour") << true;
}

void tst_ThousandNights::eachFaultlessDayGetsOneGoodBackup()
{
    QFETCH(const bool, hourly);
    World world(seed(), hourly);
    const QDateTime begin = plannedOn(firstDay).addMSecs(-2 * hour);
    const QDateTime end = plannedOn(firstDay.addDays(nights));
    for (QDateTime real = begin; real < end; real = real.addMSecs(halfHour)) {
        const QString wrong = world.step(real);
        QVERIFY2(wrong.isEmpty(), qPrintable(real.toString(Qt::ISODate) + q(": ") + wrong));
    }
    int faultless = 0;
    for (QDate local = firstDay; local < firstDay.addDays(nights); local = local.addDays(1)) {
        if (!world.isFaultless(local))
            continue;
        ++faultless;
        QVERIFY2(world.goodRunsOf(local) == 1,
                 qPrintable(q("%1: %2").arg(local.toString(Qt::ISODate)).arg(world.goodRunsOf(local))));
    }
    QVERIFY(faultless > nights / 4);
    QVERIFY(world.deleted > nights / 4);
    QVERIFY(world.told > 50);
}
