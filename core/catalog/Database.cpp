#include "core/catalog/Database.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

constexpr int schemaVersion = 2;

/// The columns are what lists filter and sort by; `document` is the whole value. Two processes may both find
/// an empty file, hence IF NOT EXISTS.
constexpr std::array tableDefinitions{
    "CREATE TABLE IF NOT EXISTS sets (repository TEXT NOT NULL, id TEXT NOT NULL, profile TEXT NOT NULL,"
    " sequence INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (repository, id)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS sets_by_sequence ON sets (repository, profile, sequence)",
    "CREATE TABLE IF NOT EXISTS runs (repository TEXT NOT NULL, id TEXT NOT NULL, profile TEXT NOT NULL,"
    " started TEXT NOT NULL, state TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (repository, id))"
    " WITHOUT ROWID",
    // With all that the history's first page goes by.
    "CREATE INDEX IF NOT EXISTS runs_by_start ON runs (repository, profile, started, id, state)",
    // How far the journal of a repository was read, and how many runs it had until there.
    "CREATE TABLE IF NOT EXISTS sources (repository TEXT NOT NULL PRIMARY KEY, journal_end INTEGER NOT NULL,"
    " seal TEXT NOT NULL, runs INTEGER NOT NULL) WITHOUT ROWID",
};

/// By SQLite's primary result codes (sqlite.org/rescode.html). Making the file anew helps where it is broken,
/// not where it cannot be written.
QString remedyFor(const QString &code)
{
    if (code == QLatin1String("5") || code == QLatin1String("6")) // BUSY, LOCKED
        return Tr::tr(
            "Another program holds it. Backups go on without it; the next run brings it up to date.");
    for (const char *place : {"8", "10", "13", "14"}) { // READONLY, IOERR, FULL, CANTOPEN
        if (code == QLatin1String(place))
            return Tr::tr("Backups go on without it. Look at rights and space of its folder.");
    }
    return Tr::tr("Backups go on without it. \"masclet-backup catalog rebuild\" makes it anew.");
}

tl::unexpected<Error> failed(const QSqlError &error)
{
    // Extended codes have the primary one in their lowest byte.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return fail(ErrorKind::Catalog, Tr::tr("The catalog of runs and sets cannot be used."),
                remedyFor(QString::number(code)), oneLine(error.text()));
}

bool bindAndRun(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype at = 0; at < values.size(); ++at) {
        // Qt binds a null QString as NULL; to us it is an empty text.
        const QVariant &value = values[at];
        const bool nullText = value.metaType() == QMetaType::fromType<QString>() && value.toString().isNull();
        query.bindValue(int(at), nullText ? QVariant(QStringLiteral("")) : value);
    }
    return query.exec();
}

} // namespace

Catalog::Database::Database(QString name)
    : m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
}

Catalog::Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase(); // Qt warns about connections that are removed while somebody holds them
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Catalog::Database>> Catalog::Database::open(const QString &path,
                                                                   std::chrono::milliseconds busyTimeout)
{
    std::unique_ptr<Database> self(
        new Database(QStringLiteral("catalog-") + QString::fromLatin1(randomHex(8))));
    QSqlDatabase &database = self->m_database;
    database.setDatabaseName(path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout.count()));
    if (!database.open())
        return failed(database.lastError());
    return self;
}

tl::expected<QSqlQuery, QSqlError> Catalog::Database::prepared(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(query.lastError());
    return query;
}

tl::expected<QSqlQuery, QSqlError> Catalog::Database::execute(const QString &sql,
                                                              const QVariantList &values) const
{
    tl::expected<QSqlQuery, QSqlError> query = prepared(sql);
    if (query && !bindAndRun(*query, values))
        return tl::unexpected(query->lastError());
    return query;
}

Result<QSqlQuery> Catalog::Database::prepare(const QString &sql) const
{
    tl::expected<QSqlQuery, QSqlError> query = prepared(sql);
    if (!query)
        return failed(query.error());
    return std::move(*query);
}

Result<> Catalog::Database::runAgain(QSqlQuery &prepared, const QVariantList &values)
{
    if (!bindAndRun(prepared, values))
        return failed(prepared.lastError());
    return {};
}

tl::expected<QVariant, QSqlError> Catalog::Database::value(const char *sql) const
{
    tl::expected<QSqlQuery, QSqlError> query = execute(QString::fromLatin1(sql), {});
    if (!query)
        return tl::unexpected(query.error());
    if (query->next())
        return query->value(0);
    if (query->lastError().isValid())
        return tl::unexpected(query->lastError());
    return QVariant();
}

Result<> Catalog::Database::endOf(const QSqlQuery &rows)
{
    if (rows.lastError().isValid())
        return failed(rows.lastError());
    return {};
}

Result<QSqlQuery> Catalog::Database::run(const QString &sql, const QVariantList &values) const
{
    tl::expected<QSqlQuery, QSqlError> query = execute(sql, values);
    if (!query)
        return failed(query.error());
    return std::move(*query);
}

Result<Catalog::Database::Health> Catalog::Database::health()
{
    const auto version = value("PRAGMA user_version");
    const auto tables = value("SELECT count(*) FROM sqlite_master");
    const auto ours =
        value("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('sets', 'runs')");
    if (version && version->toInt() > schemaVersion)
        return Health::Newer;
    const auto check = value("PRAGMA quick_check(1)");
    for (const auto *answer : {&version, &tables, &ours, &check}) {
        if (*answer)
            continue;
        // SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html); anything else may pass: a lock, rights.
        const QString code = answer->error().nativeErrorCode();
        if (code == QLatin1String("11") || code == QLatin1String("26"))
            return Health::Damaged;
        return failed(answer->error());
    }
    if (check->toString() != QLatin1String("ok"))
        return Health::Damaged;
    if (version->toInt() == 0 && tables->toInt() == 0)
        return Health::Empty;
    if (ours->toInt() != 2)
        return Health::Damaged;
    return version->toInt() == schemaVersion ? Health::Good : Health::Older;
}

Result<> Catalog::Database::requireCurrent() const
{
    const auto version = value("PRAGMA user_version");
    if (!version)
        return failed(version.error());
    if (version->toInt() != schemaVersion)
        return fail(ErrorKind::Catalog, Tr::tr("The catalog is of another version of this program."));
    return {};
}

Result<> Catalog::Database::configure()
{
    MASCLET_TRY(run(QStringLiteral("PRAGMA journal_mode = WAL")));
    MASCLET_TRY(run(QStringLiteral("PRAGMA synchronous = FULL")));
    return {};
}

Result<> Catalog::Database::createSchema()
{
    return transaction([this]() -> Result<> {
        for (const char *statement : {"DROP TABLE IF EXISTS runs", "DROP TABLE IF EXISTS sets"})
            MASCLET_TRY(run(QString::fromLatin1(statement)));
        for (const char *statement : tableDefinitions)
            MASCLET_TRY(run(QString::fromLatin1(statement)));
        MASCLET_TRY(run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)));
        return {};
    });
}

} // namespace masclet
