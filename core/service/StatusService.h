#pragma once

#include "core/checks/Status.h"
#include "core/notify/Ladder.h"
#include "core/service/AlarmService.h"
#include "core/service/DayFactsReader.h"
#include "core/service/KeptDatabaseService.h"

#include <stop_token>

namespace masclet
{

/// The state of one profile as monitoring wants it.
struct ProfileStatus {
    QString profile;
    Status status;
    QList<Check> checks;       ///< integrity, logs and space, as of now
    qint64 sets = 0;           ///< kept at present
    qint64 newestBytes = 0;    ///< stored, of the newest verified set
    qint64 keepLast = 0;       ///< what retention aims at
    QList<Alarm> alarms;       ///< standing ones
    QList<Incident> incidents; ///< what contacts were told of and is not over
    QList<KeptDatabase> kept;  ///< databases that restores set aside, newest first
    QStringList holds;         ///< why retention deletes nothing until a person has looked
    QDateTime newestRun;       ///< UTC; invalid when there was none
    QDateTime now;             ///< UTC; when this was looked at
    // The levels of verification; invalid when no set has got there.
    QDateTime oldestRead;          ///< of the set whose stored bytes nobody has read for longest
    QDateTime newestVerified;      ///< when a set was last read back whole
    QDateTime newestRestoreTested; ///< when one was last restored
};

/// Reads repository, logs and disk; writes nothing and asks no server, so it is quick and cannot be in the
/// way. A repository that cannot be read is an error: monitoring shows UNKNOWN.
Result<ProfileStatus> readStatus(const ServiceEnvironment &environment, const Profile &profile,
                                 const std::stop_token &stop);
/// The same with what was read already about today.
Result<ProfileStatus> readStatus(const ServiceEnvironment &environment, const Profile &profile,
                                 const Repository &repository, const DayMemory &memory,
                                 const std::stop_token &stop);
/// The day that a status is about.
QDate todayOf(const Profile &profile, const Clock &clock);

} // namespace masclet
