#pragma once

#include "core/base/Directory.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace masclet
{

/// Who the server of a sandbox runs as.
struct SandboxUser {
    uid_t uid = 0;
    gid_t gid = 0;
    bool isOther = false; ///< not the user of this program, which then is root
    QString name;
};

/// The folder of one sandbox, locked (flock) while its owner lives and removed by its destructor. Only data/
/// belongs to the server's user, so nothing in it is to be believed. Move only.
///   data/    cluster, locales, server log
///   socket/  where the server's socket is moved, out of the server's reach
///   passwd   makes the server's user known to the programs inside
class SandboxFolder
{
public:
    /// Storage when `base` has not the room for a cluster with `bytes` of data.
    static Result<SandboxFolder> make(const QString &base, const SandboxUser &user, qint64 bytes);
    static Result<int> sweep(const QString &base);
    SandboxFolder(SandboxFolder &&) noexcept = default;
    SandboxFolder &operator=(SandboxFolder &&) = delete;
    ~SandboxFolder();

    QString path() const { return m_self.path(); }
    QString dataPath() const { return m_data.path(); }
    QString clusterPath() const;
    QString localesPath() const;
    QString socketPath() const { return m_socket.path(); }
    QString passwdPath() const;

    /// A file of the cluster, read as foreign: links are not followed, at most `limit` bytes from its end.
    Result<QByteArray> clusterFileTail(const QByteArray &name, qint64 limit) const;
    /// Moves the socket the server has made in data/ to socket/. The server's user could otherwise put a link
    /// to another server's socket in its place, and our session would do there what the dump says.
    Result<> takeSocket();
    /// For a server without namespaces.
    void endServer() const;
    Result<> remove();

private:
    SandboxFolder(Directory base, QByteArray name, Directory self, Directory data, Directory socket);
    static Result<SandboxFolder> lay(Directory base, const QByteArray &name, Directory self,
                                     const SandboxUser &user);

    Directory m_base;
    QByteArray m_name; ///< empty when removed
    Directory m_self;  ///< holds the lock
    Directory m_data;
    Directory m_socket;
};

/// Port of the sandbox' socket name; there is no TCP.
inline constexpr int sandboxPort = 5432;

} // namespace masclet
