#include "core/restore/SandboxCell.h"

#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/process/Walls.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <chrono>
#include <csignal>

#include <pwd.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Sandbox)
};

constexpr std::chrono::seconds probeLimit{20};

/// The server's own folder is all that may be written.
QList<QByteArray> walls(const QString &tools, const SandboxFolder &folder)
{
    const QByteArray data = QFile::encodeName(folder.dataPath());
    QList<QByteArray> list = wallsAround(tools);
    list << "--ro-bind" << QFile::encodeName(folder.passwdPath()) << "/etc/passwd";
    list << "--bind" << data << data << "--chdir" << data;
    return list + endOfWalls();
}

} // namespace

Result<SandboxUser> sandboxUser(const QStringList &serviceUsers)
{
    if (::geteuid() != 0)
        return SandboxUser{::geteuid(), ::getegid(), false, {}};
    for (const QString &name : serviceUsers) {
        std::array<char, 4096> text{};
        passwd entry{};
        passwd *found = nullptr;
        ::getpwnam_r(name.toLocal8Bit().constData(), &entry, text.data(), text.size(), &found);
        if (found != nullptr && found->pw_uid != 0)
            return SandboxUser{found->pw_uid, found->pw_gid, true, name};
    }
    return fail(ErrorKind::Config,
                Tr::tr("PostgreSQL does not run as root, and there is no user for the sandbox (tried: %1).")
                    .arg(serviceUsers.join(QStringLiteral(", "))),
                Tr::tr("Create the system user \"postgres\", or run this as an ordinary user."));
}

SandboxCell::SandboxCell(const SandboxUser &user, const SandboxFolder &folder)
    : m_user(user)
    , m_folder(folder.dataPath())
    , m_environment(cleanEnvironment())
{
}

Result<SandboxCell> SandboxCell::build(const SandboxOptions &options, const SandboxUser &user,
                                       const SandboxFolder &folder, JobContext &context)
{
    const QString tools = QFileInfo(options.toolsFolder).canonicalFilePath();
    const QString server = tools + QStringLiteral("/postgres");
    if (tools.isEmpty() || !QFileInfo(server).isExecutable())
        return fail(ErrorKind::ClientTool,
                    Tr::tr("There is no PostgreSQL server in %1, so no sandbox can be started.")
                        .arg(oneLine(options.toolsFolder)),
                    Tr::tr("Install the server package of that version; it need not run."));
    SandboxCell cell(user, folder);
    cell.m_bubblewrap = options.bubblewrap;
    cell.m_walls = walls(tools, folder);
    cell.m_isolation = {Isolation::Kind::Namespaces,
                        Tr::tr("The sandbox has no network and sees nothing of this machine but programs.")};
    const auto tried =
        runTool(cell.command(server, {"--version"}), context.stopToken(), probeLimit, ErrorKind::ClientTool);
    if (tried)
        return cell;
    MASCLET_TRY(context.proceed());
    if (options.weakest == Isolation::Kind::Namespaces || !user.isOther)
        return fail(ErrorKind::ClientTool,
                    Tr::tr("A sandbox cannot be closed off on this machine, so nothing was started."),
                    Tr::tr("Install bubblewrap and allow user namespaces, or test on a scratch server."),
                    tried.error().message + u' ' + tried.error().detail);
    cell.m_walls.clear();
    cell.m_isolation = {
        Isolation::Kind::OtherUser,
        Tr::tr("The sandbox is kept apart only by its user %1: it has the network and can read what "
               "everybody can read.")
            .arg(user.name)};
    context.log().warning(cell.m_isolation.sentence + u' ' + tried.error().detail);
    return cell;
}

ToolCommand SandboxCell::command(const QString &program, const QList<QByteArray> &arguments) const
{
    ToolCommand command;
    command.program = m_walls.isEmpty() ? program : m_bubblewrap;
    if (!m_walls.isEmpty())
        command.arguments = m_walls + QList<QByteArray>{QFile::encodeName(program)};
    command.arguments += arguments;
    command.environment = m_environment;
    command.workingFolder = m_walls.isEmpty() ? m_folder : QStringLiteral("/");
    // A server without walls would answer SIGTERM by waiting for its clients.
    command.parentDeathSignal = SIGQUIT;
    if (m_user.isOther) {
        command.uid = m_user.uid;
        command.gid = m_user.gid;
    }
    return command;
}

void SandboxCell::useLocales(const QString &path)
{
    m_environment << "LOCPATH=" + QFile::encodeName(path);
}

} // namespace masclet
