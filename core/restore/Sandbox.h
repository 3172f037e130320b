#pragma once

#include "core/base/Result.h"
#include "core/job/JobContext.h"
#include "core/process/Walls.h"
#include "core/server/Connection.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace masclet
{

/// How far the server of a sandbox is kept away from this machine.
struct Isolation {
    enum class Kind {
        Namespaces, ///< bubblewrap: no network, own process and memory spaces, sees only programs and its
                    ///< data
        OtherUser,  ///< only another user's rights: network and world-readable files are within its reach
    };
    Kind kind = Kind::Namespaces;
    QString sentence; ///< for people, translated
};

struct SandboxOptions {
    QString toolsFolder; ///< with initdb and postgres, e.g. /usr/lib/postgresql/15/bin
    QString baseFolder;  ///< existing, short, no comma; run as root every user must be able to enter it
    qint64 bytes = 0;    ///< room there that the restored databases need
    /// The lock table takes everything one transaction touches: tables, indexes, sequences (fault V05).
    int maxLocksPerTransaction = 64;
    QStringList locales; ///< what the databases to come need, as the server names them; built when missing
    /// The weakest isolation that is still taken. OtherUser needs root to have another user, and is only for
    /// sets whose origin is known.
    Isolation::Kind weakest = Isolation::Kind::Namespaces;
    QStringList extraSettings; ///< "name=value", over ours
    QString bubblewrap = bubblewrapProgram();
    /// Run as root the server belongs to the first of these that exists; PostgreSQL refuses root. A user with
    /// no rights comes first: without walls a dump could do to a real server of this machine whatever its
    /// owner `postgres` may (peer authentication, data folder).
    QStringList serviceUsers{QStringLiteral("nobody"), QStringLiteral("postgres")};
};

/// A throw-away PostgreSQL server for restore tests: its own user, no TCP, nothing of this machine writable
/// or readable but the programs (see Isolation), all of it gone afterwards. It takes what a hostile dump does
/// as superuser. Starting takes about a second. Use, stop and destroy it on the thread that started it, which
/// must outlive it: the server dies with that thread. A kill of this program leaves at most a folder, which
/// sweep() removes.
class Sandbox
{
public:
    /// Errors: Config (folder, service user), Storage (no room there), ClientTool (a program is missing, or
    /// the isolation is not to be had), RestoreTest (the server or a locale), Stopped. Nothing is left behind
    /// then.
    static Result<std::unique_ptr<Sandbox>> start(const SandboxOptions &options, JobContext &context);
    /// Removes what killed programs of this user left in `baseFolder`; living sandboxes are kept. Returns how
    /// many were removed.
    static Result<int> sweep(const QString &baseFolder);
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    /// Superuser "postgres" through the private socket; the cluster itself is SQL_ASCII with locale C, so
    /// create databases from template0 with encoding and locale of their own.
    ConnectionSettings settings(const QByteArray &database) const;
    const Isolation &isolation() const;
    /// Good while the server runs; else RestoreTest with the end of its log (fault V04).
    Result<> check() const;
    /// Last lines of the server's log, for the details of an error.
    QByteArray logTail() const;
    QString folder() const;
    /// Ends every process of the sandbox at once and removes its folder. The destructor does it too.
    Result<> stop();

private:
    struct Private;
    explicit Sandbox(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace masclet
