#include "core/procedure/Controllers.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

/// Programs of the profile's own, without a shell.
class CommandController final : public ServiceController
{
public:
    explicit CommandController(const Profile::Service &service)
        : m_service(service)
    {
    }

    Result<ServiceState> state(const std::stop_token &stop) const override;
    Result<> stop(const std::stop_token &stop) const override
    {
        return tell(command(m_service.stop), limitOf(m_service), stop);
    }
    Result<> start(const std::stop_token &stop) const override
    {
        return tell(command(m_service.start), limitOf(m_service), stop);
    }

private:
    static ToolCommand command(const QStringList &words)
    {
        return serviceCommand(words.first(), words.mid(1));
    }

    Profile::Service m_service;
};

/// Exit codes as init scripts have them (Linux Standard Base 5.0, 22.2): 0 running, 1 and 2 dead but
/// something was left, 3 not running, 4 and more unknown.
Result<ServiceState> CommandController::state(const std::stop_token &stop) const
{
    const ToolCommand status = command(m_service.status);
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, endOf(status, limitOf(m_service), stop));
    if (outcome.good())
        return ServiceState::Running;
    if (outcome.signal == 0 && outcome.exitCode <= 3)
        return ServiceState::Stopped;
    Error error = describe(status, outcome, ErrorKind::Config);
    error.hint = Tr::tr("0 means running, 1 to 3 stopped; anything else is a failure.");
    return fail(std::move(error));
}

} // namespace

std::unique_ptr<ServiceController> commandController(const Profile::Service &service)
{
    return std::make_unique<CommandController>(service);
}

} // namespace masclet
