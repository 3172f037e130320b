#include "tests/support/SmallDisk.h"

#include <QFile>
#include <QProcess>

#include <sys/mount.h>

namespace masclet::test
{

namespace
{

void runOrDie(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
}

} // namespace

SmallDisk::SmallDisk(const QString &folder, const char *options)
    : m_folder(folder)
{
    const QString before = folder + QStringLiteral(".before");
    QFile::rename(folder, before);
    runOrDie(QStringLiteral("/bin/mkdir"), {folder});
    if (::mount("tmpfs", qPrintable(folder), "tmpfs", 0, options) != 0)
        qFatal("this test mounts a small tmpfs and needs root: errno %d", errno);
    m_mounted = true;
    runOrDie(QStringLiteral("/bin/cp"), {QStringLiteral("-a"), before + QStringLiteral("/."), folder});
    runOrDie(QStringLiteral("/bin/rm"), {QStringLiteral("-r"), before});
}

void SmallDisk::unmount()
{
    if (m_mounted)
        ::umount2(qPrintable(m_folder), MNT_DETACH);
    m_mounted = false;
}

void SmallDisk::remount(Mode mode) const
{
    const unsigned long readOnly = mode == Mode::ReadOnly ? MS_RDONLY : 0;
    if (::mount(nullptr, qPrintable(m_folder), nullptr, MS_REMOUNT | readOnly, nullptr) != 0)
        qFatal("cannot remount: errno %d", errno);
}

QByteArray SmallDisk::fillCommand(qint64 leave) const
{
    const QByteArray folder = m_folder.toUtf8();
    return "free=$(/usr/bin/df -B1 --output=avail " + folder + " | /usr/bin/tail -1)\n" +
           "/usr/bin/fallocate -l $((free - " + QByteArray::number(leave) + ")) " + filler().toUtf8() + '\n';
}

void SmallDisk::fill(qint64 leave) const
{
    runOrDie(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), QString::fromUtf8(fillCommand(leave))});
}

void SmallDisk::emptyAgain() const
{
    QFile::remove(filler());
}

} // namespace masclet::test
