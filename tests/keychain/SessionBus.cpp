#include "tests/keychain/SessionBus.h"

#include <QDBusMessage>
#include <QFile>
#include <QUuid>

#include <csignal>

#include <sys/prctl.h>

namespace masclet::test
{

namespace
{

constexpr int startLimit = 10'000; ///< milliseconds

QByteArray configuration(const QString &address, SessionBus::Policy policy)
{
    const QString denied = policy == SessionBus::Policy::DenySecrets
                               ? QStringLiteral("<deny send_destination=\"org.freedesktop.secrets\"/>")
                               : QString();
    // As Debian's session.conf has it, without folders of services.
    return QStringLiteral("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\""
                          " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                          "<busconfig><type>session</type><listen>%1</listen><policy context=\"default\">"
                          "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                          "<allow own=\"*\"/>%2</policy></busconfig>\n")
        .arg(address, denied)
        .toUtf8();
}

} // namespace

Result<std::unique_ptr<SessionBus>> SessionBus::start(Policy policy)
{
    std::unique_ptr<SessionBus> bus(new SessionBus);
    QFile file(bus->m_folder.filePath(QStringLiteral("bus.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration(bus->address(), policy)) < 0)
        return fail(ErrorKind::Internal, file.errorString());
    file.close();
    bus->m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    bus->m_daemon.start(QStringLiteral("/usr/bin/dbus-daemon"),
                        {QStringLiteral("--config-file=") + file.fileName(), QStringLiteral("--nofork"),
                         QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
    if (!bus->m_daemon.waitForReadyRead(startLimit))
        return fail(ErrorKind::Internal, QStringLiteral("dbus-daemon did not start"), {},
                    QString::fromUtf8(bus->m_daemon.readAllStandardError()));
    bus->m_name = QUuid::createUuid().toString();
    if (!QDBusConnection::connectToBus(bus->address(), bus->m_name).isConnected())
        return fail(ErrorKind::Internal, QStringLiteral("no connection to the test's bus"));
    return bus;
}

SessionBus::~SessionBus()
{
    QDBusConnection::disconnectFromBus(m_name);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

QString SessionBus::address() const
{
    return QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
}

QStringList SessionBus::environment() const
{
    return {QStringLiteral("DBUS_SESSION_BUS_ADDRESS=") + address()};
}

SilentService::SilentService(const SessionBus &bus, const QString &name)
    : m_bus(bus.connection())
    , m_name(name)
{
    m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
    m_bus.registerService(m_name);
}

SilentService::~SilentService()
{
    m_bus.unregisterService(m_name);
    m_bus.unregisterObject(QStringLiteral("/"), QDBusConnection::UnregisterTree);
}

bool SilentService::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    message.setDelayedReply(true);
    return true;
}

} // namespace masclet::test
