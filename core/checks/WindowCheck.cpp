#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/checks/DaySet.h"
#include "core/checks/Evaluators.h"
#include "core/checks/PrintedCommands.h"
#include "core/profile/PlannedTimes.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

struct Due {
    enum class State { Ahead, BeforeRepository, Met, Open, Missed };
    QTime wall;
    QDateTime begin;
    QDateTime end;
    State state = State::Ahead;
    QString text; ///< met: the set and its time; missed: why
};

bool within(const Due &due, const QDateTime &time)
{
    return due.begin <= time && time <= due.end;
}

/// Why no verified set stands in a window that is over.
QString reasonOf(const DayFacts &facts, const Due &due)
{
    for (const StoredSet &set : facts.sets) {
        if (set.readable && within(due, set.started))
            return set.state == SetState::Damaged || !set.problem.isEmpty()
                       ? Tr::tr("The set %1 of the window that began at %2 is damaged.")
                             .arg(set.id, timeText(due.begin, facts.zone))
                       : Tr::tr("The set %1 of the window that began at %2 was never verified.")
                             .arg(set.id, timeText(due.begin, facts.zone));
    }
    for (const RunRecord &run : facts.runs) {
        if (run.verb == QStringLiteral("backup") && within(due, run.started) && !run.message.isEmpty())
            return Tr::tr("The backup run at %1 did not succeed: %2")
                .arg(timeText(run.started, facts.zone), oneLine(run.message));
    }
    return Tr::tr("No backup was made in the window that began at %1.").arg(timeText(due.begin, facts.zone));
}

void decide(const DayFacts &facts, Due &due)
{
    if (due.begin > facts.now) {
        due.state = Due::State::Ahead;
        return;
    }
    if (due.begin < facts.since) {
        due.state = Due::State::BeforeRepository;
        return;
    }
    const auto met = std::find_if(facts.sets.begin(), facts.sets.end(), [&](const StoredSet &set) {
        return isProvenReadable(set) && within(due, set.started);
    });
    if (met != facts.sets.end()) {
        due.state = Due::State::Met;
        due.text = Tr::tr("%1 at %2", "set, time").arg(met->id, timeText(met->started, facts.zone));
    } else if (facts.now <= due.end) {
        due.state = Due::State::Open;
    } else {
        due.state = Due::State::Missed;
        due.text = reasonOf(facts, due);
    }
}

QList<Due> dueTimes(const DayFacts &facts)
{
    QList<Due> list;
    for (const QTime &time : plannedTimes(facts.profile.schedule, facts.day)) {
        Due due;
        due.wall = time;
        due.begin = instantOf(facts.day, due.wall, facts.zone);
        due.end = due.begin.addMSecs(facts.profile.schedule.window);
        decide(facts, due);
        list << due;
    }
    std::sort(list.begin(), list.end(), [](const Due &a, const Due &b) { return a.begin < b.begin; });
    return list;
}

QString thresholdOf(const DayFacts &facts, const QList<Due> &dues)
{
    QStringList windows;
    QStringList shifted;
    for (const Due &due : dues) {
        windows << Tr::tr("%1 to %2", "window")
                       .arg(timeText(due.begin, facts.zone), timeText(due.end, facts.zone));
        if (due.begin.toTimeZone(facts.zone).time() != due.wall)
            shifted << Tr::tr("The clocks skip %1 on that day; %2 counts instead.")
                           .arg(due.wall.toString(QStringLiteral("HH:mm")), timeText(due.begin, facts.zone));
    }
    const QString rule = Tr::tr("A verified backup starts within each of these windows: %1.")
                             .arg(windows.join(QStringLiteral(", ")));
    return QStringList{rule}.operator+(shifted).join(QChar(u'\n'));
}

const Due *firstWith(const QList<Due> &dues, Due::State state)
{
    const auto found =
        std::find_if(dues.begin(), dues.end(), [&](const Due &due) { return due.state == state; });
    return found == dues.end() ? nullptr : &*found;
}

/// A verified set of that day; it is outside of every window when nothing was met.
const StoredSet *verifiedOfDay(const DayFacts &facts)
{
    const auto found = std::find_if(facts.sets.begin(), facts.sets.end(), [&](const StoredSet &set) {
        return isProvenReadable(set) && localDay(set.started, facts.zone) == facts.day;
    });
    return found == facts.sets.end() ? nullptr : &*found;
}

void warnOutside(Check &check, const DayFacts &facts, const StoredSet &set)
{
    check.result = CheckResult::Warn;
    check.finding = set.trigger == QStringLiteral("schedule")
                        ? Tr::tr("The scheduled backup %1 started at %2, outside of its window.")
                              .arg(set.id, timeText(set.started, facts.zone))
                        : Tr::tr("The only backup of that day is %1, made by hand at %2.")
                              .arg(set.id, timeText(set.started, facts.zone));
    check.hint = Tr::tr("Look whether the schedule is installed and the machine runs at that time.");
}

void judge(Check &check, const DayFacts &facts, const QList<Due> &dues)
{
    const StoredSet *outside = verifiedOfDay(facts);
    const Due *missed = firstWith(dues, Due::State::Missed);
    const Due *met = firstWith(dues, Due::State::Met);
    const Due *open = firstWith(dues, Due::State::Open);
    const Due *ahead = firstWith(dues, Due::State::Ahead);
    if (missed && outside && !met) {
        warnOutside(check, facts, *outside);
    } else if (missed) {
        check.result = CheckResult::Fail;
        check.finding = missed->text;
        check.hint = Tr::tr("Read the run's log, mend the cause and make a backup now.");
    } else if (met) {
        check.result = CheckResult::Pass;
        check.finding = Tr::tr("Made within its window: %1.").arg(met->text);
        if (open)
            check.unchecked =
                Tr::tr("The window that began at %1 is still open.").arg(timeText(open->begin, facts.zone));
    } else if (open) {
        check.finding = Tr::tr("The window is open until %1 and there is no verified backup in it yet.")
                            .arg(timeText(open->end, facts.zone));
    } else if (outside && !(ahead && !firstWith(dues, Due::State::BeforeRepository))) {
        warnOutside(check, facts, *outside);
    } else if (ahead) {
        check.finding =
            Tr::tr("The first backup of that day is due at %1.").arg(timeText(ahead->begin, facts.zone));
    } else if (!isPlannedDay(facts.profile.schedule, facts.day)) {
        check.finding = Tr::tr("No backup is planned on that day of the week.");
    } else if (dues.isEmpty()) {
        check.finding = Tr::tr("No time is scheduled.");
        check.hint = Tr::tr("Give the profile a time: schedule.at");
    } else {
        check.finding = Tr::tr("The repository is newer than the last due time of that day.");
    }
}

} // namespace

Check checkWindow(const DayFacts &facts)
{
    const QList<Due> dues = dueTimes(facts);
    Check check;
    check.item = CheckItem::Window;
    check.threshold = dues.isEmpty() ? QString() : thresholdOf(facts, dues);
    const StoredSet::File *archive = facts.set ? archiveOf(*facts.set) : nullptr;
    check.command =
        listCommand(facts.profile, archive ? archive->path : expectedArchive(facts.profile, facts.day));
    QStringList figures;
    for (const StoredSet &set : facts.sets) {
        if (set.readable && localDay(set.started, facts.zone) == facts.day)
            figures << QStringLiteral("%1  %2  %3")
                           .arg(set.id, timeText(set.started, facts.zone), nameOf(set.state));
    }
    check.figures = figures.join(QChar(u'\n'));
    judge(check, facts, dues);
    return check;
}

} // namespace masclet
