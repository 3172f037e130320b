#pragma once

#include "tests/faults/ServiceDesk.h"

#include <memory>

namespace masclet::test
{

// What the tests of a restore share: a database that lost most of its rows after its backup.

/// Replaces the damaged database by its backup.
inline const QStringList replace = {QStringLiteral("restore"),           QStringLiteral("--latest"),
                                    QStringLiteral("--replace"),         QStringLiteral("--yes"),
                                    QString::fromLatin1(servedDatabase), QStringLiteral("--no-safety-backup"),
                                    QString::fromLatin1(servedDatabase)};
/// And back.
inline const QStringList undo = {QStringLiteral("restore"), QStringLiteral("--undo"), QStringLiteral("--yes"),
                                 QString::fromLatin1(servedDatabase)};

inline QByteArray ask(const QByteArray &sql, const QByteArray &database = servedDatabase)
{
    return FaultDesk::server().psql(database, sql).value_or("does not answer").trimmed();
}

/// "old", "new", or why neither. It asks as any client does: a closed database does not answer.
inline QByteArray serving()
{
    const QByteArray count = ask("SELECT count(*) FROM animals");
    return count == "500" ? QByteArray("new") : count == "7" ? QByteArray("old") : count;
}

/// A desk with one backup of 500 animals, of which seven are left. Without services each run is much faster.
inline std::unique_ptr<ServiceDesk> deskAfterTheAccident(const QByteArray &services = serviceTables)
{
    TempCluster &server = FaultDesk::server();
    auto desk = std::make_unique<ServiceDesk>(services);
    const bool ready = server.psql(servedDatabase, "TRUNCATE animals; INSERT INTO animals SELECT "
                                                   "generate_series(1, 500);") &&
                       desk->desk.backup().exitCode == 0 &&
                       server.psql(servedDatabase, "DELETE FROM animals WHERE id > 7");
    return ready ? std::move(desk) : nullptr;
}

/// The other databases of the restores, one a line.
inline QByteArray keptDatabases()
{
    return ask("SELECT datname FROM pg_database WHERE datname ~ '^small__' ORDER BY 1", "postgres");
}

inline Result<> makeServedDatabase()
{
    TempCluster &server = FaultDesk::server();
    MASCLET_TRY(server.psql("postgres", "DROP DATABASE IF EXISTS " + servedDatabase));
    MASCLET_TRY(server.createDatabase(servedDatabase));
    MASCLET_TRY(server.psql(servedDatabase, "CREATE TABLE animals (id int)"));
    return {};
}

enum class HalfCopies { Leave, Drop };
/// What a restore keeps on purpose. Half a copy, which it does not, is left for the invariants to find, but
/// after a kill that the test ends with: the next restore would drop it.
inline Result<> dropKeptDatabases(HalfCopies halfCopies = HalfCopies::Leave)
{
    for (const QByteArray &name : keptDatabases().split('\n')) {
        if (!name.isEmpty() && (halfCopies == HalfCopies::Drop || !name.contains("__new_")))
            MASCLET_TRY(FaultDesk::server().dropDatabase(name));
    }
    return {};
}

/// strace that lets calls of our program go wrong ("sendto:signal=SIGKILL:when=3"), and its log.
inline QStringList withFault(const QString &injection, const QString &log = QStringLiteral("/dev/null"))
{
    return {QStringLiteral("/usr/bin/strace"),
            QStringLiteral("-f"),
            QStringLiteral("-b"),
            QStringLiteral("execve"),
            QStringLiteral("-qq"),
            QStringLiteral("-o"),
            log,
            QStringLiteral("-e"),
            QStringLiteral("trace=") + injection.section(u':', 0, 0),
            QStringLiteral("-e"),
            QStringLiteral("inject=") + injection};
}

} // namespace masclet::test
