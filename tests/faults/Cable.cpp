#include "tests/faults/Cable.h"

#include <unistd.h>

namespace masclet::test
{

namespace
{

QByteArray ip(const QString &arguments)
{
    QProcess process;
    process.start(QStringLiteral("/usr/sbin/ip"), arguments.split(u' '));
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("ip %s: %s", qPrintable(arguments), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

Cable::Cable()
    : m_name(QStringLiteral("mt%1").arg(::getpid()))
{
    // Documentation's own network (RFC 5737), but some machines are set up with it.
    if (ip(QStringLiteral("-oneline address")).contains(" 198.51.100."))
        qFatal("this machine uses 198.51.100.0/24 itself");
    ip(QStringLiteral("netns add %1").arg(m_name));
    ip(QStringLiteral("link add %1 type veth peer name %2 netns %3").arg(nearName(), farName(), m_name));
    ip(QStringLiteral("address add %1/24 dev %2").arg(nearAddress(), nearName()));
    ip(QStringLiteral("-n %1 address add %2/24 dev %3").arg(m_name, farAddress(), farName()));
    ip(QStringLiteral("-n %1 link set lo up").arg(m_name));
    ip(QStringLiteral("-n %1 link set %2 up").arg(m_name, farName()));
    mend();
}

Cable::~Cable()
{
    ip(QStringLiteral("link delete %1").arg(nearName()));
    ip(QStringLiteral("netns delete %1").arg(m_name));
}

void Cable::cut() const
{
    ip(QStringLiteral("link set %1 down").arg(nearName()));
}

void Cable::mend() const
{
    ip(QStringLiteral("link set %1 up").arg(nearName()));
}

QByteArray Cable::cutCommand() const
{
    return "/usr/bin/nsenter --net=/proc/" + QByteArray::number(::getpid()) +
           "/ns/net /usr/sbin/ip link set " + nearName().toLatin1() + " down\n";
}

QStringList Cable::farEnd() const
{
    return {QStringLiteral("/usr/bin/nsenter"), QStringLiteral("--net=/run/netns/") + m_name};
}

} // namespace masclet::test
