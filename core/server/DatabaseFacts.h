#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace masclet
{

/// One relation as the dump's own snapshot sees it.
struct RelationFacts {
    quint32 oid = 0;
    QByteArray schema;
    QByteArray name;
    char kind = 'r';           ///< pg_class.relkind
    char persistence = 'p';    ///< pg_class.relpersistence
    quint32 partitionRoot = 0; ///< OID of the topmost partitioned parent; 0 when none
    quint32 extension = 0;     ///< OID of the extension it belongs to; 0 when none
    qint64 bytes = 0;          ///< pg_table_size
    bool rowSecurity = false;
    std::optional<qint64> rows = {}; ///< counted by SQL in the snapshot, for critical tables

    friend bool operator==(const RelationFacts &, const RelationFacts &) = default;
};

/// Which server and database, read once in the dump's snapshot. Names are bytes.
struct DatabaseFacts {
    QByteArray systemIdentifier; ///< decimal; empty when the role may not read it
    int serverVersion = 0;       ///< 150020
    QByteArray serverVersionText;
    QString host;
    int port = 0;
    QByteArray database;
    quint32 databaseOid = 0;
    QByteArray owner;
    QByteArray encoding; ///< "UTF8"
    QByteArray collate, ctype;
    QByteArray localeProvider; ///< "c", "i", "b", "d"
    QByteArray icuLocale;      ///< empty when none
    QByteArray icuRules;
    int connectionLimit = -1;
    QByteArray comment;
    QList<QByteArray> acl; ///< aclitem texts; empty with aclDefault
    bool aclDefault = true;
    QList<QByteArray> settings; ///< "name=value" of ALTER DATABASE … SET
    /// ALTER ROLE … IN DATABASE … SET: role, "name=value".
    QList<std::pair<QByteArray, QByteArray>> roleSettings;
    qint64 bytes = 0;              ///< pg_database_size
    QDateTime snapshotTime;        ///< server's clock, UTC
    QList<QByteArray> extensions;  ///< "name version"
    QList<QByteArray> roles;       ///< roles that own or are granted something in this database
    QList<QByteArray> tablespaces; ///< other than the default, used in this database
    QList<RelationFacts>
        relations; ///< tables, partitioned, foreign, sequences, views, matviews; ordered by schema, name
    qint64 largeObjects = 0;
    qint64 enabledEventTriggers = 0;
    /// Objects by kind as "table", "view", "index", "sequence", "function", "trigger", "constraint", "type",
    /// "policy", "rule", "statistics", "publication", "subscription", "extension", …
    QList<std::pair<QByteArray, qint64>> objectCounts;

    const RelationFacts *relation(quint32 oid) const;
};

/// A name as JSON: a string when it is valid UTF-8, else {"hex":"…"}; and back.
QJsonValue nameToJson(const QByteArray &name);
Result<QByteArray> nameFromJson(const QJsonValue &value);

QJsonObject toJson(const DatabaseFacts &facts);
/// Strict: unknown types, negative counts and missing keys are Verification errors.
Result<DatabaseFacts> databaseFactsFromJson(const QJsonObject &object);

} // namespace masclet
