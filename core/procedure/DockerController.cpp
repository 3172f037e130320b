#include "core/procedure/Controllers.h"

namespace masclet
{

namespace
{

class DockerController final : public ServiceController
{
public:
    DockerController(QString docker, const Profile::Service &service)
        : m_docker(std::move(docker))
        , m_service(service)
    {
    }

    Result<ServiceState> state(const std::stop_token &stop) const override
    {
        MASCLET_TRY_ASSIGN(const QByteArray status,
                           ask(command({QStringLiteral("container"), QStringLiteral("inspect"),
                                        QStringLiteral("--format"), QStringLiteral("{{.State.Status}}")}),
                               limitOf(m_service), stop));
        return containerState(status.trimmed());
    }
    /// The container's own time to stop applies before docker kills it.
    Result<> stop(const std::stop_token &stop) const override
    {
        return tell(command({QStringLiteral("stop")}), limitOf(m_service), stop);
    }
    Result<> start(const std::stop_token &stop) const override
    {
        return tell(command({QStringLiteral("start")}), limitOf(m_service), stop);
    }

private:
    ToolCommand command(const QStringList &words) const
    {
        return serviceCommand(m_docker, words + QStringList{QStringLiteral("--"), m_service.container});
    }

    QString m_docker;
    Profile::Service m_service;
};

} // namespace

ServiceState containerState(const QByteArray &status)
{
    if (status == "running")
        return ServiceState::Running;
    if (status == "created" || status == "exited" || status == "dead")
        return ServiceState::Stopped;
    return ServiceState::Changing; // restarting, removing, paused
}

std::unique_ptr<ServiceController> dockerController(const QString &docker, const Profile::Service &service)
{
    return std::make_unique<DockerController>(docker, service);
}

} // namespace masclet
