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

constexpr int schemaVersion = 1;

/// The columns are what lists filter and sort by; `document` is the whole value. Two processes may both find
/// an empty file, hence IF NOT EXISTS.
constexpr std::array tableDefinitions{
    "CREATE TABLE IF NOT EXISTS sets (repository TEXT NOT NULL, id TEXT NOT NULL, profile TEXT NOT NULL,"
    " sequence INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (repository, id)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS sets_by_sequence ON sets (repository, profile, sequence)",
    "CREATE TABLE IF NOT EXISTS runs (repository TEXT NOT NULL, id TEXT NOT NULL, profile TEXT NOT NULL,"
    " started TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (repository, id)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS runs_by_start ON runs (repository, profile, started)",
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

tl::expected<QSqlQuery, QSqlError> Catalog::Database::execute(const QString &sql,
                                                              const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(query.lastError());
    for (const QVariant &value : values) {
        // Qt binds a null QString as NULL; to us it is an empty text.
        const bool nullText = value.metaType() == QMetaType::fromType<QString>() && value.toString().isNull();
        query.addBindValue(nullText ? QVariant(QStringLiteral("")) : value);
    }
    if (!query.exec())
        return tl::unexpected(query.lastError());
    return query;
}

tl::expected<QVariant, QSqlError> Catalog::Database::value(const char *sql) const
{
    tl::expected<QSqlQuery, QSqlError> query = execute(QString::fromLatin1(sql), {});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0) : QVariant();
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
    return version->toInt() == schemaVersion && ours->toInt() == 2 ? Health::Good : Health::Damaged;
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
        for (const char *statement : tableDefinitions)
            MASCLET_TRY(run(QString::fromLatin1(statement)));
        MASCLET_TRY(run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)));
        return {};
    });
}

} // namespace masclet
