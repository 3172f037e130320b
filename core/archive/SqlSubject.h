#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace masclet
{

/// A name in a statement, unquoted. The schema is empty where the statement has none.
struct SqlName {
    QByteArray schema;
    QByteArray name;
    friend bool operator==(const SqlName &, const SqlName &) = default;
    friend size_t qHash(const SqlName &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.schema, key.name);
    }
};

/// The tables, views and sequences that a statement makes or changes, as pg_dump writes them: CREATE, ALTER,
/// COMMENT, GRANT and the like, also what hangs on a table (index, trigger, policy, rule, statistics). Two
/// where one becomes a partition of another, or a sequence is owned. Empty for everything else. It reads
/// names, nothing more: for showing, not for deciding.
QList<SqlName> sqlSubjectsOf(QByteArrayView statement);

/// A column of CREATE TABLE with all that is said of it.
struct SqlColumn {
    QByteArray name;
    QByteArray definition; ///< "integer NOT NULL", blanks folded
    friend bool operator==(const SqlColumn &, const SqlColumn &) = default;
};
/// Empty for every statement but CREATE TABLE, and for tables without columns of their own.
QList<SqlColumn> sqlColumnsOf(QByteArrayView statement);

/// Whether it is CREATE SEQUENCE.
bool makesSequence(QByteArrayView statement);

} // namespace masclet
