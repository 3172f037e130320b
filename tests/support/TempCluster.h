#pragma once

#include "core/base/Result.h"
#include "core/server/Connection.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <memory>
#include <optional>

#include <sys/types.h>

namespace masclet::test
{

/// A throw-away PostgreSQL server of its own for tests: data and socket in one short 0700 folder under /tmp,
/// no TCP unless asked for, stopped by its own process id and removed by the destructor; the server also ends
/// when the starting thread dies. Run as root it belongs to the user `postgres` (PostgreSQL refuses root).
/// Major 15 is Debian's, the others lie in $MASCLET_TEST_SERVERS/<major> (packaging/test-servers.sh). A
/// missing PostgreSQL is an error, never a skipped test. Superuser `postgres`, no password (socket: trust).
/// Starting takes about a second; share one between the test functions of a program (initTestCase).
class TempCluster
{
public:
    enum class Listen { SocketOnly, Loopback };
    struct Options {
        int major = 15;
        QByteArray encoding = "UTF8";
        QByteArray locale = "C.UTF-8";
        QStringList settings; ///< further lines of postgresql.conf; fsync is off unless set here
        Listen listen = Listen::SocketOnly;
        QStringList hostRules; ///< lines of pg_hba.conf put before "trust for everybody"
    };
    static Result<std::unique_ptr<TempCluster>> start(const Options &options);
    static Result<std::unique_ptr<TempCluster>> start();
    /// A hot standby that follows `primary`, of major 15, by stock pg_basebackup. `settings` are further
    /// lines of its postgresql.conf.
    static Result<std::unique_ptr<TempCluster>> standbyOf(const TempCluster &primary,
                                                          const QStringList &settings = {});
    /// A server that somebody else started and stops, by the folder of its socket.
    static std::unique_ptr<TempCluster> reach(const QString &socketFolder);
    ~TempCluster();
    TempCluster(const TempCluster &) = delete;
    TempCluster &operator=(const TempCluster &) = delete;

    /// How a program of ours reaches a database of this server through its socket, as the superuser.
    ConnectionSettings settings(const QByteArray &database = "postgres") const;
    QString socketFolder() const { return m_folder; }
    int port() const { return m_port; } ///< of the socket's name, and of 127.0.0.1 with Listen::Loopback
    QString folder() const { return m_folder; }
    QString dataFolder() const;
    QByteArray serverLog() const;
    /// Who the server runs as: the way to run a client tool or a stub as that user.
    uid_t userId() const { return m_uid; }
    gid_t groupId() const { return m_gid; }

    /// Unaligned output of stock psql (-X, ON_ERROR_STOP, tuples only), the script on its standard input.
    Result<QByteArray> psql(const QByteArray &database, const QByteArray &sql) const;
    /// A stock client program ("pg_dump", "psql", …) with PGHOST, PGPORT, PGUSER and PGDATABASE pointing
    /// here, its standard output. A bad end is an error with its standard error as detail.
    Result<QByteArray> tool(const QString &name, const QStringList &arguments,
                            const QByteArray &database = "postgres", const QByteArray &input = {}) const;
    /// From template0. Names are bytes and may hold any character.
    Result<> createDatabase(const QByteArray &name, const QByteArray &encoding = {},
                            const QByteArray &locale = {}) const;
    Result<> dropDatabase(const QByteArray &name) const;
    /// In a folder of that name beside the data.
    Result<> createTablespace(const QByteArray &name) const;

    /// Stops with `signal` (SIGINT fast, SIGQUIT immediate) and waits for the end.
    void stop(int signal);
    /// Starts a stopped server again on the same data.
    Result<> resume();
    qint64 processId() const { return m_server ? m_server->processId() : 0; }

private:
    TempCluster() = default;
    Result<> makeFolder();
    Result<> findPrograms(int major);
    Result<> initialise(const Options &options);
    Result<> copyFrom(const TempCluster &primary);
    Result<> configure(const Options &options);

    QString m_folder;
    QString m_programs; ///< folder with postgres and initdb
    bool m_ours = true; ///< the folder, to be removed
    int m_port = 5432;
    uid_t m_uid = 0;
    gid_t m_gid = 0;
    std::unique_ptr<QProcess> m_server;
};

/// Folder of the stock client programs of major 15.
QString stockPrograms();

} // namespace masclet::test
