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

class ComposeController final : public ServiceController
{
public:
    ComposeController(QString docker, const Profile::Service &service)
        : m_docker(std::move(docker))
        , m_service(service)
    {
    }

    Result<ServiceState> state(const std::stop_token &stop) const override;
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
        return serviceCommand(m_docker, QStringList{QStringLiteral("compose"), QStringLiteral("--file"),
                                                    m_service.composeFile} +
                                            words +
                                            QStringList{QStringLiteral("--"), m_service.composeService});
    }

    QString m_docker;
    Profile::Service m_service;
};

/// Compose prints states in forms that change with its version; the containers' numbers it has always
/// printed, and docker itself knows their state.
Result<ServiceState> ComposeController::state(const std::stop_token &stop) const
{
    MASCLET_TRY_ASSIGN(const QByteArray printed, ask(command({QStringLiteral("ps"), QStringLiteral("--all"),
                                                              QStringLiteral("--quiet")}),
                                                     limitOf(m_service), stop));
    QStringList containers;
    for (const QByteArray &line : printed.simplified().split(' ')) {
        if (!line.isEmpty())
            containers << QString::fromLatin1(line);
    }
    if (containers.isEmpty())
        return fail(ErrorKind::Config,
                    Tr::tr("The service %1 of %2 has no container.")
                        .arg(m_service.composeService, oneLine(m_service.composeFile, 200)),
                    Tr::tr("Make one with \"docker compose create\", or correct the profile."));
    MASCLET_TRY_ASSIGN(
        const QByteArray states,
        ask(serviceCommand(m_docker, QStringList{QStringLiteral("container"), QStringLiteral("inspect"),
                                                 QStringLiteral("--format"),
                                                 QStringLiteral("{{.State.Status}}"), QStringLiteral("--")} +
                                         containers),
            limitOf(m_service), stop));
    // Of several containers one that runs counts: then the service is at work.
    ServiceState all = ServiceState::Stopped;
    for (const QByteArray &line : states.simplified().split(' ')) {
        const ServiceState state = containerState(line);
        if (state == ServiceState::Running)
            return state;
        if (state == ServiceState::Changing)
            all = state;
    }
    return all;
}

} // namespace

std::unique_ptr<ServiceController> composeController(const QString &docker, const Profile::Service &service)
{
    return std::make_unique<ComposeController>(docker, service);
}

} // namespace masclet
