#include "core/service/AlarmService.h"

#include "core/base/Text.h"
#include "core/service/KnownSteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Alarm)
};

QList<OpenStep> openStepsOf(const QList<JournalRecord> &records, const Profile &profile)
{
    QList<OpenStep> open = openSteps(records);
    open.removeIf([&](const OpenStep &step) { return step.step.profileId != profile.id; });
    return open;
}

Result<OpenStep> findOpenStep(const Repository &repository, const Profile &profile, const QString &id)
{
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records, repository.journal().recordsOf(openStepTypes()));
    const QList<OpenStep> open = openStepsOf(records, profile);
    const auto found =
        std::find_if(open.begin(), open.end(), [&](const OpenStep &each) { return each.step.id() == id; });
    if (found != open.end())
        return *found;
    return fail(ErrorKind::Usage, Tr::tr("There is no alarm \"%1\".").arg(oneLine(id, 100)),
                Tr::tr("\"masclet-backup alarm list\" shows them."));
}

} // namespace

Result<QList<Alarm>> standingAlarms(const Repository &repository, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records, repository.journal().recordsOf(openStepTypes()));
    return standingAlarms(repository, profile, records);
}

Result<QList<Alarm>> standingAlarms(const Repository &repository, const Profile &profile,
                                    const QList<JournalRecord> &records)
{
    const QList<OpenStep> open = openStepsOf(records, profile);
    if (open.isEmpty())
        return QList<Alarm>();
    MASCLET_TRY_ASSIGN(const bool atWork, RepositoryLock::isHeld(repository.root()));
    const StepKinds kinds = knownSteps({}, {}); // asked for their texts only
    QList<Alarm> alarms;
    for (const OpenStep &each : open) {
        const JournalledStep &step = each.step;
        if (atWork && each.problem.isEmpty())
            continue;
        const StepKind *kind = kinds.find(step.kind);
        alarms << Alarm{step.id(),
                        kind ? kind->texts(step.parameters).alarm
                             : Tr::tr("A step was not undone: %1").arg(oneLine(step.title, 200)),
                        oneLine(each.problem), oneLine(step.machine, 100), each.begun};
    }
    return alarms;
}

Result<> checkAlarm(const Repository &repository, const Profile &profile, const QString &id)
{
    return findOpenStep(repository, profile, id).map([](const OpenStep &) {});
}

Result<> acknowledgeAlarm(const ServiceEnvironment &environment, const Profile &profile, const QString &id,
                          const std::stop_token &stop)
{
    MASCLET_TRY(checkRight(environment, Right::Replace)); // nobody starts that service again any more
    MASCLET_TRY_ASSIGN(Repository repository, Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(const RepositoryLock lock,
                       repository.lock({QStringLiteral("alarm ack"), {}, environment.author},
                                       std::chrono::milliseconds(0), stop));
    MASCLET_TRY_ASSIGN(const OpenStep open, findOpenStep(repository, profile, id));
    return journalAcknowledged(repository.journal(), lock, open.step, environment.author);
}

} // namespace masclet
