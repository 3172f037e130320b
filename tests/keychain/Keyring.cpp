#include "tests/keychain/Keyring.h"

#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QDeadlineTimer>
#include <QDir>

#include <csignal>

#include <sys/prctl.h>

namespace masclet::test
{

namespace
{

constexpr int startLimit = 15'000; ///< milliseconds
const QString service = QStringLiteral("org.freedesktop.secrets");

} // namespace

Keyring::Keyring(const SessionBus &bus)
    : m_bus(bus)
{
}

Result<std::unique_ptr<Keyring>> Keyring::start(const SessionBus &bus)
{
    std::unique_ptr<Keyring> keyring(new Keyring(bus));
    MASCLET_TRY(keyring->launch());
    return keyring;
}

Result<> Keyring::launch()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("HOME"), m_bus.folder());
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_bus.address());
    for (const auto &[name, folder] :
         {std::pair("XDG_DATA_HOME", "data"), std::pair("XDG_RUNTIME_DIR", "run")}) {
        const QString path = m_bus.folder() + QChar(u'/') + QString::fromLatin1(folder);
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        environment.insert(QString::fromLatin1(name), path);
    }
    m_daemon.setProcessEnvironment(environment);
    m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_daemon.start(
        QStringLiteral("/usr/bin/gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    if (!m_daemon.waitForStarted())
        return fail(ErrorKind::Internal, m_daemon.errorString());
    m_daemon.write("test-password");
    m_daemon.closeWriteChannel();
    const QDeadlineTimer limit(startLimit);
    while (!m_bus.connection().interface()->isServiceRegistered(service).value()) {
        if (limit.hasExpired() || m_daemon.state() == QProcess::NotRunning)
            return fail(ErrorKind::Internal, QStringLiteral("gnome-keyring-daemon did not start"), {},
                        QString::fromUtf8(m_daemon.readAllStandardError()));
        m_daemon.waitForReadyRead(50);
    }
    return {};
}

Keyring::~Keyring()
{
    end();
}

void Keyring::end()
{
    thaw();
    m_daemon.terminate();
    if (!m_daemon.waitForFinished()) {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
}

Result<> Keyring::lock()
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
                                                       QStringLiteral("org.freedesktop.Secret.Service"),
                                                       QStringLiteral("Lock"));
    const QList<QDBusObjectPath> collections{
        QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))};
    call.setArguments({QVariant::fromValue(collections)});
    const QDBusMessage reply = m_bus.connection().call(call);
    if (reply.type() == QDBusMessage::ErrorMessage)
        return fail(ErrorKind::Internal, reply.errorMessage());
    return {};
}

Result<> Keyring::restart()
{
    end();
    return launch();
}

void Keyring::freeze()
{
    ::kill(pid_t(m_daemon.processId()), SIGSTOP);
}

void Keyring::thaw()
{
    if (m_daemon.state() == QProcess::Running)
        ::kill(pid_t(m_daemon.processId()), SIGCONT);
}

} // namespace masclet::test
