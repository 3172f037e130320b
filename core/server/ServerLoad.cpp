#include "core/server/ServerLoad.h"

namespace masclet
{

namespace
{

constexpr int roomToLeave = 10; ///< sessions that the server has left for others

constexpr char access[] = R"(
SELECT pg_has_role('pg_read_all_stats', 'USAGE'),
       (SELECT rolconnlimit FROM pg_roles WHERE rolname = session_user) < 0
       AND (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) < 0
       AND current_setting('max_connections')::int - (SELECT count(*) FROM pg_stat_activity) > $1::int)";

/// A statement that waits has been waiting no longer than it runs; when it began to wait only servers from 14
/// on would tell.
constexpr char sample[] = R"(
SELECT count(*) FILTER (WHERE a.state = 'active'),
       coalesce(floor(max(extract(epoch FROM clock_timestamp() - a.query_start))
                      FILTER (WHERE a.state = 'active' AND a.wait_event_type = 'Lock') * 1000), 0)::bigint,
       pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                            ELSE pg_current_wal_lsn() END, '0/0')::bigint
FROM (SELECT * FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        AND application_name NOT IN ('masclet-backup', 'pg_dump', 'pg_dumpall')
        AND NOT starts_with(application_name, 'masclet-backup ')) a)";

} // namespace

Result<LoadAccess> readLoadAccess(Connection &connection)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(access, {QByteArray::number(roomToLeave)}));
    const QueryResult::Row &row = result.rows[0];
    if (row[0] != "t")
        return LoadAccess::NoRight;
    return row[1] == "t" ? LoadAccess::Yes : LoadAccess::NoRoom;
}

Result<LoadSample> readLoad(Connection &connection)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(sample));
    const QueryResult::Row &row = result.rows[0];
    const auto number = [&](qsizetype column) {
        return row[column].value_or(QByteArray()).toLongLong();
    };
    return LoadSample{int(number(0)), number(1), number(2)};
}

} // namespace masclet
