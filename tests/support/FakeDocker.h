#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace masclet::test
{

/// Stands for docker and one running container, "shop-db": `docker exec` runs a program of this machine as an
/// engine does, in a session of its own that goes on when the client has been ended, its output then read by
/// nobody, with the container's environment alone, and with standard input through a pipe.
class FakeDocker
{
public:
    /// Programs of the container are those in `folder`.
    explicit FakeDocker(const QString &folder);

    QString client() const { return m_folder.filePath(QStringLiteral("docker")); }
    static QString container() { return QStringLiteral("shop-db"); }
    /// For `profile set` and for every verb that takes options of a profile.
    static QStringList tools()
    {
        return {QStringLiteral("--tools"), QStringLiteral("docker:") + container()};
    }

    /// The container is another one, in which `port` leads to another server.
    void leadPort(int port, int elsewhere) const;
    /// Every call of the client with its arguments and its environment, and the environment inside: a line
    /// each.
    QByteArray seen() const;
    /// Programs that run inside at this moment: their numbers.
    QList<qint64> running() const;

private:
    void write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_folder{QStringLiteral("/tmp/fd-XXXXXX")};
};

} // namespace masclet::test
