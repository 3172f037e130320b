#include "core/procedure/ServiceController.h"

#include "core/base/Text.h"
#include "core/procedure/Controllers.h"
#include "core/process/ToolProcess.h"
#include "core/profile/ServiceTable.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <thread>

#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

/// A program that runs with our rights must not be another one tomorrow because somebody else wrote it.
Result<> checkProgram(const QString &path)
{
    struct stat info = {};
    const QByteArray file = QFile::encodeName(path);
    if (::stat(file.constData(), &info) != 0)
        return fail(ErrorKind::Config, Tr::tr("The program %1 was not found.").arg(oneLine(path)),
                    Tr::tr("Install it, or name its path in the profile."));
    if (!S_ISREG(info.st_mode) || ::access(file.constData(), X_OK) != 0)
        return fail(ErrorKind::Config, Tr::tr("%1 cannot be executed.").arg(oneLine(path)),
                    Tr::tr("Name another program in the profile, or allow it with chmod +x."));
    if ((info.st_mode & S_IWOTH) != 0 || (info.st_uid != 0 && info.st_uid != ::geteuid()))
        return fail(ErrorKind::Config, Tr::tr("%1 can be changed by other users.").arg(oneLine(path)),
                    Tr::tr("It must belong to root or to you, and not be writable for everybody."));
    return {};
}

Result<> checkPrograms(const QStringList &paths)
{
    for (const QString &path : paths)
        MASCLET_TRY(checkProgram(path));
    return {};
}

/// Faults of a child are told as faults of the profile; being stopped stays what it is.
template <class T>
Result<T> asConfig(Result<T> result)
{
    if (!result && result.error().kind != ErrorKind::Stopped)
        result.error().kind = ErrorKind::Config;
    return result;
}

Result<> waitToLookAgain(const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    return {};
}

} // namespace

QString nameOf(ServiceState state)
{
    switch (state) {
    case ServiceState::Running:
        return QStringLiteral("running");
    case ServiceState::Stopped:
        return QStringLiteral("stopped");
    case ServiceState::Changing:
        break;
    }
    return QStringLiteral("changing");
}

ToolCommand serviceCommand(const QString &program, const QStringList &arguments)
{
    ToolCommand command;
    command.program = program;
    for (const QString &argument : arguments)
        command.arguments << argument.toUtf8();
    command.environment = cleanEnvironment();
    return command;
}

Result<QByteArray> ask(const ToolCommand &command, std::chrono::milliseconds limit,
                       const std::stop_token &stop)
{
    constexpr qint64 outputLimit = 1024 * 1024;
    return asConfig(runTool(command, stop, limit, ErrorKind::Config, outputLimit));
}

Result<ToolOutcome> endOf(const ToolCommand &command, std::chrono::milliseconds limit,
                          const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> tool,
                       asConfig(ToolProcess::start(command, ToolProcess::Output::Discard)));
    return asConfig(tool->wait(stop, limit));
}

Result<> tell(const ToolCommand &command, std::chrono::milliseconds limit, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, endOf(command, limit, stop));
    return outcome.good() ? Result<>() : fail(describe(command, outcome, ErrorKind::Config));
}

Result<std::unique_ptr<ServiceController>> controllerOf(const Profile::Service &service,
                                                        const Profile::Programs &programs)
{
    MASCLET_TRY(checkService(service));
    if (service.controller == QStringLiteral("command")) {
        MASCLET_TRY(checkPrograms({service.stop[0], service.start[0], service.status[0]}));
        return commandController(service);
    }
    if (service.controller == QStringLiteral("systemd")) {
        MASCLET_TRY(checkProgram(programs.systemctl));
        return systemdController(programs.systemctl, service);
    }
    MASCLET_TRY(checkProgram(programs.docker));
    if (service.controller == QStringLiteral("compose"))
        return composeController(programs.docker, service);
    return dockerController(programs.docker, service);
}

Result<ServiceState> settledState(const ServiceController &controller, const Profile::Service &service,
                                  const std::stop_token &stop)
{
    const QDeadlineTimer deadline(limitOf(service));
    for (;;) {
        MASCLET_TRY_ASSIGN(const ServiceState state, controller.state(stop));
        if (state != ServiceState::Changing || deadline.hasExpired())
            return state;
        MASCLET_TRY(waitToLookAgain(stop));
    }
}

Result<> bring(const ServiceController &controller, const Profile::Service &service, ServiceState wanted,
               const std::stop_token &stop)
{
    MASCLET_TRY(wanted == ServiceState::Stopped ? controller.stop(stop) : controller.start(stop));
    const QDeadlineTimer deadline(limitOf(service));
    for (;;) {
        MASCLET_TRY_ASSIGN(const ServiceState state, controller.state(stop));
        if (state == wanted)
            return {};
        if (deadline.hasExpired())
            break;
        MASCLET_TRY(waitToLookAgain(stop));
    }
    const QString limit = durationText(service.timeLimit);
    if (wanted == ServiceState::Stopped)
        return fail(ErrorKind::Config, Tr::tr("%1 did not stop within %2.").arg(serviceText(service), limit),
                    Tr::tr("Its time limit is an option of the profile."));
    return fail(ErrorKind::Config,
                Tr::tr("%1 was started but is not running after %2.").arg(serviceText(service), limit),
                Tr::tr("Look in its own log. An own command must leave the service detached from itself."));
}

} // namespace masclet
