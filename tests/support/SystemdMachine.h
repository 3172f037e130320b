#pragma once

#include "tests/support/Files.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QProcess>

namespace masclet::test
{

/// A machine of its own as systemd has it: units, the key that credentials are encrypted with, their store.
class SystemdMachine
{
public:
    explicit SystemdMachine(QString folder)
        : m_folder(std::move(folder))
    {
        for (const char *place : {"key", "other-key", "store", "root/etc/systemd/system"})
            QDir().mkpath(m_folder + u'/' + QLatin1String(place));
    }
    QString root() const { return m_folder + q("/root"); }
    /// What comes before a program to run it there. `key`: "key", or that of another machine.
    QStringList wrapper(const QString &key = q("key")) const
    {
        const QString script = q("mount -t tmpfs run /run && mkdir -p /run/systemd/system && "
                                 "cp -a \"$0/store\" /run/credstore.encrypted && "
                                 "mount --bind \"$0/$1\" /var/lib/systemd && "
                                 "mount --bind \"$0/root/etc/systemd/system\" /etc/systemd/system && "
                                 "shift && \"$@\"; code=$?; "
                                 "find /run/masclet* /dev/shm/masclet* 2>/dev/null >\"$0/left\"; exit $code");
        return {q("/usr/bin/unshare"), q("--mount"), q("/bin/sh"), q("-c"), script, m_folder, key};
    }
    /// Encrypts the password as an administrator does. True when systemd-creds did.
    bool enrol(const QString &name, const QByteArray &password, const QString &key = q("key")) const
    {
        const QStringList words =
            wrapper(key) +
            QStringList{q("/usr/bin/systemd-creds"), q("encrypt"), q("--with-key=host"),
                        q("--name=") + name,         q("-"),       m_folder + q("/store/desk")};
        QProcess process;
        process.start(words.first(), words.mid(1));
        process.write(password);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0;
    }
    QByteArray leftBehind() const { return contentOf(m_folder + q("/left")); }

private:
    QString m_folder;
};

} // namespace masclet::test
