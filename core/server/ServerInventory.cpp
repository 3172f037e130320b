#include "core/server/ServerInventory.h"

#include "core/base/Redact.h"
#include "core/base/Text.h"
#include "core/server/ServerError.h"

#include <QJsonArray>

namespace masclet
{

namespace
{

struct Question {
    const char *name;
    const char *sql;
};

constexpr qsizetype longestValue = 20'000;

/// Order by the key, so that two inventories of an unchanged server are equal. Passwords of roles and the
/// connection strings of subscriptions are not asked for at all.
constexpr Question questions[] = {
    {"settings", "SELECT name, setting, unit, context, source, sourcefile, sourceline, boot_val, "
                 "pending_restart FROM pg_settings ORDER BY name"},
    {"hba_rules", "SELECT * FROM pg_hba_file_rules ORDER BY 1, 2"},
    {"ident_mappings", "SELECT * FROM pg_ident_file_mappings ORDER BY 1, 2"},
    {"databases", "SELECT d.datname, pg_get_userbyid(d.datdba) AS owner, "
                  "pg_encoding_to_char(d.encoding) AS encoding, d.datcollate, d.datctype, d.datallowconn, "
                  "d.datconnlimit, CASE WHEN has_database_privilege(d.oid, 'CONNECT') "
                  "THEN pg_database_size(d.oid) END AS bytes FROM pg_database d ORDER BY 1"},
    {"roles",
     "SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, "
     "rolbypassrls, rolconnlimit, rolvaliduntil FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1"},
    {"memberships",
     "SELECT r.rolname AS role, m.rolname AS member, a.admin_option FROM pg_auth_members a "
     "JOIN pg_roles r ON r.oid = a.roleid JOIN pg_roles m ON m.oid = a.member ORDER BY 1, 2, 3"},
    {"tablespaces", "SELECT spcname, pg_get_userbyid(spcowner) AS owner, pg_tablespace_location(oid) AS "
                    "location FROM pg_tablespace ORDER BY 1"},
    {"extensions", "SELECT extname, extversion FROM pg_extension ORDER BY 1"},
    {"replication", "SELECT application_name, client_addr, state, sync_state, sent_lsn, replay_lsn "
                    "FROM pg_stat_replication ORDER BY 1, 2"},
    {"slots", "SELECT slot_name, plugin, slot_type, database, temporary, active, restart_lsn "
              "FROM pg_replication_slots ORDER BY 1"},
    {"publications", "SELECT pubname, pg_get_userbyid(pubowner) AS owner, puballtables FROM pg_publication "
                     "ORDER BY 1"},
    {"subscriptions", "SELECT subname, pg_get_userbyid(subowner) AS owner, subenabled, subpublications "
                      "FROM pg_subscription ORDER BY 1"},
    {"archiver", "SELECT archived_count, last_archived_wal, last_archived_time, failed_count, "
                 "last_failed_wal, last_failed_time FROM pg_stat_archiver"},
};

/// A setting called like a secret, or one whose text holds one (primary_conninfo, archive_command).
QString settingValue(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return value;
    return namesSecret(name) || name == QLatin1String("ssl_passphrase_command") ? redactedMark()
                                                                                : redacted(value);
}

InventoryTable tableFrom(const Question &question, const QueryResult &result)
{
    InventoryTable table;
    table.name = QLatin1String(question.name);
    for (const QByteArray &column : result.columns)
        table.columns << QString::fromUtf8(column);
    const bool settings = table.name == QLatin1String("settings");
    for (const QueryResult::Row &row : result.rows) {
        QList<std::optional<QString>> values;
        const QString name = oneLine(row.value(0).value_or(QByteArray()));
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (!row[i]) {
                values << std::nullopt;
                continue;
            }
            const QString text = oneLine(*row[i], longestValue);
            values << (settings && i > 0 ? settingValue(name, text) : redacted(text));
        }
        table.rows << values;
    }
    return table;
}

} // namespace

QString InventoryTable::value(qsizetype row, const char *column) const
{
    const qsizetype at = columns.indexOf(QLatin1String(column));
    return at < 0 ? QString() : rows[row].value(at).value_or(QString());
}

QJsonObject InventoryTable::toJson() const
{
    if (!problem.isEmpty())
        return {{QStringLiteral("problem"), problem}};
    QJsonArray list;
    for (const QList<std::optional<QString>> &row : rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < columns.size(); ++i)
            object.insert(columns[i], row[i] ? QJsonValue(*row[i]) : QJsonValue());
        list << object;
    }
    return {{QStringLiteral("rows"), list}};
}

InventoryTable ServerInventory::table(const QString &name) const
{
    for (const InventoryTable &table : tables) {
        if (table.name == name)
            return table;
    }
    return {};
}

Result<ServerInventory> readServerInventory(Connection &connection)
{
    ServerInventory inventory;
    // What our sessions pin would look like the server's own settings.
    MASCLET_TRY(connection.execute("RESET ALL; SET search_path = pg_catalog, pg_temp"));
    for (const Question &question : questions) {
        const Result<QueryResult> result = connection.query(question.sql);
        if (result) {
            inventory.tables << tableFrom(question, *result);
            continue;
        }
        if (sqlStateOf(result.error()).isEmpty()) // not the server's answer
            return fail(result.error());
        InventoryTable table;
        table.name = QLatin1String(question.name);
        table.problem = oneLine(result.error().detail);
        inventory.tables << table;
    }
    return inventory;
}

} // namespace masclet
