#include "core/server/NameReferences.h"

#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(NameReferences)
};

constexpr char connectable[] = "SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate "
                               "ORDER BY datname";

/// A foreign server without a database of its own goes to the one named like the user; nobody can tell which.
constexpr char naming[] = R"(
SELECT s.srvname FROM pg_foreign_server s
WHERE EXISTS (SELECT FROM pg_options_to_table(s.srvoptions) o
              WHERE o.option_name = 'dbname' AND o.option_value = $1)
ORDER BY s.srvname)";
constexpr char allServers[] = "SELECT srvname FROM pg_foreign_server ORDER BY srvname";

constexpr char cronTable[] = R"(
SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'cron' AND c.relname = 'job' AND c.relkind = 'r'
  AND EXISTS (SELECT FROM pg_roles r WHERE r.oid = c.relowner AND r.rolsuper)
  AND EXISTS (SELECT FROM pg_roles r WHERE r.oid = n.nspowner AND r.rolsuper))";
/// Jobs have names since pg_cron 1.3, and then only if somebody gave one.
constexpr char jobsFor[] = R"(
SELECT coalesce(to_jsonb(j) ->> 'jobname', '#' || j.jobid) FROM ONLY cron.job j
WHERE j.database = $1 ORDER BY j.jobid)";
constexpr char allJobs[] = R"(
SELECT coalesce(to_jsonb(j) ->> 'jobname', '#' || j.jobid) FROM ONLY cron.job j ORDER BY j.jobid)";

/// Asks one database, and adds what it says.
class Asked
{
public:
    Asked(Connection &connection, const QByteArray &here, const QByteArray &database)
        : m_connection(connection)
        , m_here(here)
        , m_database(database)
    {
    }
    Result<> addTo(NameReferences &found);

private:
    Result<QStringList> names(const char *all, const char *thoseThatName);
    bool isTheOne() const { return m_here == m_database; }

    Connection &m_connection;
    const QByteArray &m_here;
    const QByteArray &m_database;
};

Result<QStringList> Asked::names(const char *all, const char *thoseThatName)
{
    MASCLET_TRY_ASSIGN(const QueryResult result,
                       isTheOne()
                           ? m_connection.query(all, {}, ErrorKind::RestoreUntouched)
                           : m_connection.query(thoseThatName, {m_database}, ErrorKind::RestoreUntouched));
    QStringList list;
    for (const QueryResult::Row &row : result.rows) {
        const QString name = oneLine(row[0].value_or(QByteArray()), 80);
        list << (isTheOne() ? name : Tr::tr("%1 (in %2)").arg(name, oneLine(m_here, 80)));
    }
    return list;
}

Result<> Asked::addTo(NameReferences &found)
{
    MASCLET_TRY_ASSIGN(const QStringList servers, names(allServers, naming));
    (isTheOne() ? found.ownServers : found.servers) << servers;
    MASCLET_TRY_ASSIGN(const QueryResult cron,
                       m_connection.query(cronTable, {}, ErrorKind::RestoreUntouched));
    if (cron.value() == "0")
        return {};
    MASCLET_TRY_ASSIGN(const QStringList jobs, names(allJobs, jobsFor));
    (isTheOne() ? found.ownJobs : found.jobs) << jobs;
    return {};
}

} // namespace

Result<NameReferences> readNameReferences(Connection &admin, const ConnectionSettings &settings,
                                          const QByteArray &database, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const QueryResult databases,
                       admin.query(connectable, {}, ErrorKind::RestoreUntouched));
    NameReferences found;
    ConnectionSettings inside = settings;
    for (const QueryResult::Row &row : databases.rows) {
        const QByteArray here = row[0].value_or(QByteArray());
        inside.database = here;
        auto asked = [&]() -> Result<> {
            MASCLET_TRY_ASSIGN(Connection connection, Connection::open(inside, stop));
            return Asked(connection, here, database).addTo(found);
        }();
        if (!asked && asked.error().kind == ErrorKind::Stopped)
            return fail(std::move(asked).error());
        // Somebody else's database that keeps us out is no reason not to restore this one.
        if (!asked)
            found.unread << oneLine(here, 80);
    }
    return found;
}

} // namespace masclet
