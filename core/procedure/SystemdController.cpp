#include "core/base/Text.h"
#include "core/procedure/Controllers.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

class SystemdController final : public ServiceController
{
public:
    SystemdController(QString systemctl, const Profile::Service &service)
        : m_systemctl(std::move(systemctl))
        , m_service(service)
    {
    }

    Result<ServiceState> state(const std::stop_token &stop) const override;
    Result<> stop(const std::stop_token &stop) const override
    {
        return tell(command(QStringLiteral("stop"), {}), limitOf(m_service), stop);
    }
    Result<> start(const std::stop_token &stop) const override
    {
        return tell(command(QStringLiteral("start"), {}), limitOf(m_service), stop);
    }

private:
    /// Never asks for a password: nobody may be there.
    ToolCommand command(const QString &verb, const QStringList &options) const
    {
        return serviceCommand(m_systemctl, QStringList{QStringLiteral("--no-ask-password"), verb} + options +
                                               QStringList{QStringLiteral("--"), m_service.unit});
    }

    QString m_systemctl;
    Profile::Service m_service;
};

/// The value of a line "Name=value".
QByteArray property(const QByteArray &output, const QByteArray &name)
{
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith(name + '='))
            return line.mid(name.size() + 1);
    }
    return {};
}

Result<ServiceState> SystemdController::state(const std::stop_token &stop) const
{
    // Not is-active: systemd 252 says "inactive" and 3 for a unit that does not exist, too.
    MASCLET_TRY_ASSIGN(
        const QByteArray output,
        ask(command(QStringLiteral("show"), {QStringLiteral("--property=LoadState,ActiveState")}),
            limitOf(m_service), stop));
    const QByteArray loaded = property(output, "LoadState");
    const QByteArray active = property(output, "ActiveState");
    if (loaded != "loaded")
        return fail(
            ErrorKind::Config,
            Tr::tr("The systemd unit %1 cannot be used: %2.").arg(m_service.unit, oneLine(loaded, 60)),
            Tr::tr("Correct its name in the profile, or install it."), oneLine(output));
    if (active == "active" || active == "reloading")
        return ServiceState::Running;
    if (active == "inactive" || active == "failed")
        return ServiceState::Stopped;
    return ServiceState::Changing;
}

} // namespace

std::unique_ptr<ServiceController> systemdController(const QString &systemctl,
                                                     const Profile::Service &service)
{
    return std::make_unique<SystemdController>(systemctl, service);
}

} // namespace masclet
