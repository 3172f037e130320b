#pragma once

#include "core/procedure/StepJournal.h"
#include "core/profile/Profile.h"
#include "core/repository/Repository.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// Something a run changed and nobody has put right: a service that is still down.
struct Alarm {
    QString id;       ///< "20250218T010007Z-3f9c2a/1"
    QString sentence; ///< translated
    QString problem;  ///< why putting it right failed; empty: it was not tried yet
    QString machine;
    QDateTime since; ///< UTC
};

/// The standing alarms of a profile, oldest first. Steps of a run that is at work are none.
Result<QList<Alarm>> standingAlarms(const Repository &repository, const Profile &profile);
/// The same from records that were read already, see openStepTypes().
Result<QList<Alarm>> standingAlarms(const Repository &repository, const Profile &profile,
                                    const QList<JournalRecord> &records);

/// Usage when there is no such alarm.
Result<> checkAlarm(const Repository &repository, const Profile &profile, const QString &id);
/// A person has put it right and says so; journalled. Usage when there is no such alarm.
Result<> acknowledgeAlarm(const ServiceEnvironment &environment, const Profile &profile, const QString &id,
                          const std::stop_token &stop);

} // namespace masclet
