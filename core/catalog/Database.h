#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace masclet
{

/// One SQLite connection with our settings and schema: the only place that touches QSqlDatabase.
/// Lives on the thread that made it; closing removes the connection from Qt's list.
class Catalog::Database
{
public:
    enum class Health {
        Good,
        Empty,   ///< no schema yet
        Damaged, ///< not SQLite, fails its own check, or somebody else's tables
        Older,   ///< made by an older version
        Newer,   ///< made by a newer version
    };

    static Result<std::unique_ptr<Database>> open(const QString &path, std::chrono::milliseconds busyTimeout);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<Health> health();
    /// Quick: only that the file is of this version.
    Result<> requireCurrent() const;
    /// Write-ahead log, every commit on the disk.
    Result<> configure();
    /// Tables of an older version go: their rows are in the repositories' files as well.
    Result<> createSchema();

    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    /// Every row of the answer, in its order; also an error that comes between two rows.
    template <class Row>
    Result<> eachRow(const QString &sql, const QVariantList &values, const Row &row) const;
    /// For a statement that is run often.
    Result<QSqlQuery> prepare(const QString &sql) const;
    static Result<> runAgain(QSqlQuery &prepared, const QVariantList &values);
    /// BEGIN IMMEDIATE, `body`, COMMIT; rolled back when the body fails.
    template <class Body>
    Result<> transaction(const Body &body);

private:
    explicit Database(QString name);
    tl::expected<QSqlQuery, QSqlError> prepared(const QString &sql) const;
    tl::expected<QSqlQuery, QSqlError> execute(const QString &sql, const QVariantList &values) const;
    static Result<> endOf(const QSqlQuery &rows);
    /// First column of the first row.
    tl::expected<QVariant, QSqlError> value(const char *sql) const;

    QString m_name; ///< of the connection, unique in the process
    QSqlDatabase m_database;
};

template <class Row>
Result<> Catalog::Database::eachRow(const QString &sql, const QVariantList &values, const Row &row) const
{
    MASCLET_TRY_ASSIGN(QSqlQuery rows, run(sql, values));
    while (rows.next())
        MASCLET_TRY(row(std::as_const(rows)));
    return endOf(rows);
}

template <class Body>
Result<> Catalog::Database::transaction(const Body &body)
{
    MASCLET_TRY(run(QStringLiteral("BEGIN IMMEDIATE")));
    if (Result<> done = body(); !done) {
        const Result<QSqlQuery> undone = run(QStringLiteral("ROLLBACK"));
        Q_UNUSED(undone)
        return done;
    }
    MASCLET_TRY(run(QStringLiteral("COMMIT")));
    return {};
}

} // namespace masclet
