#include "core/procedure/ServiceSteps.h"

#include "core/base/Text.h"
#include "core/procedure/ServiceController.h"
#include "core/profile/ServiceTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <thread>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

const QString stopKind = QStringLiteral("stop-service");
const QString serviceKey = QStringLiteral("service");
const QString textKey = QStringLiteral("text");
const QString stateKey = QStringLiteral("state");

/// Pauses before the second, third, … attempt to start a service.
constexpr std::chrono::milliseconds pauses[] = {std::chrono::seconds(1), std::chrono::seconds(2)};

QJsonObject parametersOf(const Profile::Service &service)
{
    return {{serviceKey, service.name}, {textKey, serviceText(service)}};
}

/// A service as the profile has it now, ready to be asked.
struct Found {
    Profile::Service service;
    std::unique_ptr<ServiceController> controller;
};

Result<Found> findService(const QString &name, const Profile &profile)
{
    const auto found = std::find_if(profile.services.begin(), profile.services.end(),
                                    [&](const Profile::Service &service) { return service.name == name; });
    if (found == profile.services.end())
        return fail(ErrorKind::Config, Tr::tr("The profile has no service %1.").arg(oneLine(name, 100)));
    MASCLET_TRY_ASSIGN(std::unique_ptr<ServiceController> controller, controllerOf(*found, profile.programs));
    return Found{*found, std::move(controller)};
}

Result<> startIfStopped(const Found &found, const std::stop_token &stop)
{
    // A state that cannot be asked for is no reason not to try.
    const Result<ServiceState> state = found.controller->state(stop);
    if (state && *state == ServiceState::Running)
        return {};
    return bring(*found.controller, found.service, ServiceState::Running, stop);
}

class StopService final : public StepKind
{
public:
    QString name() const override { return stopKind; }
    Undo undoWhen() const override { return Undo::AtTheEnd; }
    StepTexts texts(const QJsonObject &parameters) const override;
    Result<QJsonObject> look(const QJsonObject &parameters, const StepScope &scope) const override;
    Result<> act(const QJsonObject &parameters, const QJsonObject &before,
                 const StepScope &scope) const override;
    Result<> undo(const QJsonObject &parameters, const QJsonObject &before,
                  const StepScope &scope) const override;

private:
    static bool wasRunning(const QJsonObject &before)
    {
        return before[stateKey].toString() == nameOf(ServiceState::Running);
    }
};

StepTexts StopService::texts(const QJsonObject &parameters) const
{
    const QString name = oneLine(parameters[serviceKey].toString(), 100);
    const QString text = oneLine(parameters[textKey].toString(), 300);
    return {Tr::tr("Stop %1 (%2)").arg(name, text), Tr::tr("Start %1 again (%2)").arg(name, text),
            Tr::tr("The service %1 (%2) was stopped and is not running again.").arg(name, text)};
}

Result<QJsonObject> StopService::look(const QJsonObject &parameters, const StepScope &scope) const
{
    MASCLET_TRY_ASSIGN(const Found found, findService(parameters[serviceKey].toString(), scope.profile));
    MASCLET_TRY_ASSIGN(const ServiceState state, settledState(*found.controller, found.service, scope.stop));
    if (state == ServiceState::Changing)
        return fail(ErrorKind::Config,
                    Tr::tr("%1 is neither running nor stopped.").arg(serviceText(found.service)),
                    Tr::tr("Bring it into one of these states first."));
    return QJsonObject{{stateKey, nameOf(state)}};
}

Result<> StopService::act(const QJsonObject &parameters, const QJsonObject &before,
                          const StepScope &scope) const
{
    const QString name = parameters[serviceKey].toString();
    if (!wasRunning(before)) {
        scope.job.log().info(Tr::tr("%1 is stopped already and will stay so.").arg(name));
        return {};
    }
    MASCLET_TRY_ASSIGN(const Found found, findService(name, scope.profile));
    return bring(*found.controller, found.service, ServiceState::Stopped, scope.stop);
}

Result<> StopService::undo(const QJsonObject &parameters, const QJsonObject &before,
                           const StepScope &scope) const
{
    if (!wasRunning(before))
        return {};
    const QString name = parameters[serviceKey].toString();
    scope.job.phase(texts(parameters).undo);
    MASCLET_TRY_ASSIGN(const Found found, findService(name, scope.profile));
    Result<> started = startIfStopped(found, scope.stop);
    for (const std::chrono::milliseconds pause : pauses) {
        if (started)
            break;
        scope.job.log().warning(
            Tr::tr("%1 did not start: %2")
                .arg(name, started.error().message + QChar(u' ') + started.error().detail));
        std::this_thread::sleep_for(pause);
        started = startIfStopped(found, scope.stop);
    }
    if (started)
        scope.job.log().info(Tr::tr("%1 is running again.").arg(name));
    return started;
}

} // namespace

std::unique_ptr<const StepKind> stopServiceKind()
{
    return std::make_unique<StopService>();
}

Result<> stopServices(Procedure &procedure, const Profile &profile, ErrorKind failureKind)
{
    for (const Profile::Service &service : profile.services) {
        if (Result<> stopped = procedure.take({stopKind, parametersOf(service)}); !stopped) {
            Error error = std::move(stopped).error();
            if (error.kind != ErrorKind::Stopped) {
                error.kind = failureKind;
                error.message = Tr::tr("The service %1 was not stopped: %2").arg(service.name, error.message);
            }
            return fail(std::move(error));
        }
    }
    return {};
}

ServicePlan planServices(const Profile &profile, JobContext &job)
{
    const StopService kind;
    ServicePlan plan;
    for (const Profile::Service &service : profile.services) {
        const StepTexts texts = kind.texts(parametersOf(service));
        const Result<QJsonObject> before = kind.look(parametersOf(service), {profile, job, job.stopToken()});
        if (before && before->value(stateKey).toString() != nameOf(ServiceState::Running)) {
            plan.down << Tr::tr("Leave %1 (%2) stopped as it is").arg(service.name, serviceText(service));
            continue;
        }
        plan.down << texts.act;
        plan.up.prepend(texts.undo);
        if (!before)
            plan.warnings << before.error().message;
    }
    return plan;
}

} // namespace masclet
