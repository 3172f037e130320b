#pragma once

#include "core/notify/Delivery.h"
#include "core/notify/Ladder.h"
#include "core/service/StatusService.h"

#include <stop_token>

namespace masclet
{

// What is wrong with a profile, as people are told of it: looked at after each run, and by the headless side
// between them (`alarm escalate`, and a scheduled backup that is not due). Blocking.

/// What is known at one moment.
struct WatchFacts {
    Result<ProfileStatus> status; ///< the error why the repository tells nothing
    QList<RunRecord> runs;        ///< of the profile, newest first; also those that wait in the state folder
    QDateTime now;                ///< UTC
};

/// `ended`: a run whose end is not in the journal yet. `repository` null: it cannot be opened.
WatchFacts gatherWatchFacts(const ServiceEnvironment &environment, const Profile &profile,
                            const Repository *repository, const RunRecord *ended,
                            const std::stop_token &stop);

/// What is wrong, out of that: a run that failed and had no good one since, no proven backup for too long,
/// damage, a full disk, a service that is down, a retention hold.
QList<Trouble> troublesOf(const WatchFacts &facts, const Profile &profile);

/// What one look did.
struct WatchReport {
    QList<Incident> open;
    QList<Delivered> delivered;
    QStringList warnings; ///< what could not be delivered, or kept
};

/// Tells whoever is to be told now. What goes into the journal waits in the state folder for handOverNotes().
WatchReport watchAlarms(const ServiceEnvironment &environment, const Profile &profile,
                        const WatchFacts &facts, const std::stop_token &stop);
/// Appends what waits to the journal.
Result<> handOverNotes(const ServiceEnvironment &environment, const Profile &profile, Journal &journal,
                       const RepositoryLock &lock);

/// The whole of it between runs: looks, tells, and writes the journal when no run holds the repository.
WatchReport lookAfterAlarms(const ServiceEnvironment &environment, const Profile &profile,
                            const std::stop_token &stop);

/// What is open. Storage.
Result<QList<Incident>> openIncidents(const ServiceEnvironment &environment, const Profile &profile);
/// The key under which contacts are told of a service that a run left down.
QString troubleKeyOf(const Alarm &alarm);
/// Somebody looks after it: nobody else is told until it is over. Usage when there is no such alarm.
Result<> acknowledgeIncident(const ServiceEnvironment &environment, const Profile &profile, const QString &id,
                             const std::stop_token &stop);

/// A test message to every contact of that role, or to all. Usage when there is nobody to be told.
Result<QList<Delivered>> testContacts(const ServiceEnvironment &environment, const Profile &profile,
                                      const QString &role, const std::stop_token &stop);
/// For the journal: something that no run can say in its record any more.
void noteUndelivered(const ServiceEnvironment &environment, const Profile &profile, const QString &problem,
                     const std::stop_token &stop);
/// Whether any contact has a mail address.
bool mailsAnybody(const Profile &profile);
/// What a person should know about the way messages take; empty when all is well.
QString deliveryRemark(const Profile &profile);

} // namespace masclet
