#include "core/service/StatusService.h"

#include "core/base/LocalTime.h"
#include "core/checks/Evaluators.h"
#include "core/notify/AlarmBook.h"
#include "core/service/DayFactsReader.h"
#include "core/service/ProfileProposal.h"
#include "core/service/RetentionHold.h"

namespace masclet
{

namespace
{

QStringList holdReasons(const QList<JournalRecord> &records, const Profile &profile)
{
    QStringList reasons;
    for (const RetentionHold &hold : holdsOf(records, profile.id))
        reasons << hold.reason;
    return reasons;
}

void takeLevels(const QList<StoredSet> &sets, ProfileStatus &result)
{
    const auto later = [](const QDateTime &a, const QDateTime &b) {
        return !a.isValid() || (b.isValid() && b > a) ? b : a;
    };
    for (const StoredSet &set : sets) {
        if (!set.readable)
            continue;
        const QDateTime read = set.evidence.lastRead();
        if (read.isValid() && (!result.oldestRead.isValid() || read < result.oldestRead))
            result.oldestRead = read;
        result.newestVerified = later(result.newestVerified, set.evidence.verified);
        result.newestRestoreTested = later(result.newestRestoreTested, set.evidence.restoreTested);
    }
}

} // namespace

QDate todayOf(const Profile &profile, const Clock &clock)
{
    return localDay(clock.now(), zoneNamed(profile.schedule.zone));
}

Result<ProfileStatus> readStatus(const ServiceEnvironment &environment, const Profile &profile,
                                 const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(
        const DayMemory memory,
        readDayMemory(repository, profile, todayOf(profile, environment.clock), environment.clock));
    return readStatus(environment, profile, repository, memory, stop);
}

Result<ProfileStatus> readStatus(const ServiceEnvironment &environment, const Profile &profile,
                                 const Repository &repository, const DayMemory &memory,
                                 const std::stop_token &stop)
{
    const DataPlace place =
        isLocalHost(profile.connection.host) ? DataPlace::Unknown : DataPlace::OtherMachine;
    MASCLET_TRY_ASSIGN(const GatheredDay gathered,
                       gatherDay(repository, profile, todayOf(profile, environment.clock), memory, place,
                                 environment.clock, stop));
    const DayFacts &facts = gathered.facts;

    ProfileStatus result;
    result.profile = profile.name;
    result.checks = {checkIntegrity(facts), checkLogs(facts), checkSpace(facts)};
    result.sets = facts.sets.size();
    result.keepLast = profile.retention.keepLast;
    result.now = facts.now;
    takeLevels(facts.sets, result);
    if (!facts.runs.isEmpty())
        result.newestRun = facts.runs.first().started;
    result.holds = holdReasons(memory.acts, profile);
    result.kept = keptDatabases(memory.acts, profile.id);
    MASCLET_TRY_ASSIGN(result.alarms, standingAlarms(repository, profile, memory.acts));
    // What is kept for other people's eyes only is no reason to know nothing.
    result.incidents = AlarmBook::read(environment.stateFolder, profile.id).value_or(QList<Incident>());

    StatusFacts judged;
    judged.profile = profile;
    judged.zone = facts.zone;
    judged.now = facts.now;
    judged.since = facts.since;
    judged.scheduled = isScheduled(environment.schedulePlaces, profile.name, profile.id);
    judged.sets = facts.sets;
    judged.runs = facts.runs;
    judged.checks = result.checks;
    for (const Alarm &alarm : std::as_const(result.alarms))
        judged.alarms << alarm.sentence;
    judged.attention = result.holds;
    result.status = evaluateStatus(judged);
    for (const StoredSet &set : facts.sets) {
        if (set.id == result.status.newestSet)
            result.newestBytes = set.storedBytes;
    }
    return result;
}

} // namespace masclet
