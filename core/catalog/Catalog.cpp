#include "core/catalog/Catalog.h"

#include "core/base/Fd.h"
#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"
#include "core/catalog/Database.h"
#include "core/catalog/SetJson.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <thread>

#include <fcntl.h>
#include <sys/file.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

/// Folder and file with our rights; SQLite would follow the umask.
Result<> prepareFile(const QString &path)
{
    const QFileInfo info(path);
    Result<Directory> folder = Directory::openOrMake(info.path());
    if (!folder)
        return fail(std::move(folder).error().as(ErrorKind::Catalog));
    const QByteArray name = info.fileName().toUtf8();
    const Result<bool> there = folder->exists(name);
    if (there && *there)
        return {};
    Result<Fd> file = folder->createFile(name);
    const Result<bool> madeByAnother = folder->exists(name);
    if (!file && !(madeByAnother && *madeByAnother))
        return fail(std::move(file).error().as(ErrorKind::Catalog));
    return {};
}

/// Renames the damaged file and what SQLite keeps beside it; the new name.
Result<QString> putAside(const QString &path, const QDateTime &now)
{
    const QFileInfo info(path);
    Result<Directory> folder = Directory::open(info.path());
    if (!folder)
        return fail(std::move(folder).error().as(ErrorKind::Catalog));
    const QByteArray name = info.fileName().toUtf8();
    const QByteArray suffix =
        ".bad-" + now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
    for (const QByteArray &beside : {QByteArray("-wal"), QByteArray("-shm"), QByteArray()}) {
        const Result<bool> there = folder->exists(name + beside);
        if (there && !*there)
            continue;
        Result<> moved = folder->replace(name + beside, name + suffix + beside);
        if (!moved)
            return fail(std::move(moved).error().as(ErrorKind::Catalog));
    }
    return path + QString::fromLatin1(suffix);
}

/// One at a time: a catalog half made by another program looks damaged, and would be put aside under its
/// feet. The lock is the folder's, so no file is left; who cannot have it in time goes on, as before.
Fd waitForTurn(const QString &path, std::chrono::milliseconds limit)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    Fd turn(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const QDeadlineTimer deadline(limit);
    while (turn && ::flock(turn.get(), LOCK_EX | LOCK_NB) != 0 && !deadline.hasExpired())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return turn;
}

/// WHERE and LIMIT for both tables.
QString conditions(const CatalogQuery &query, const QString &order, QVariantList &values)
{
    QStringList where{QStringLiteral("1")};
    if (!query.repositoryId.isEmpty()) {
        where << QStringLiteral("repository = ?");
        values << query.repositoryId;
    }
    if (!query.profileId.isEmpty()) {
        where << QStringLiteral("profile = ?");
        values << query.profileId;
    }
    values << query.limit;
    return QStringLiteral(" WHERE %1 ORDER BY %2 LIMIT ?").arg(where.join(QStringLiteral(" AND ")), order);
}

Result<QJsonObject> documentOf(const QSqlQuery &row)
{
    return parseJsonObject(row.value(0).toString().toUtf8(), ErrorKind::Catalog);
}

} // namespace

Catalog::Catalog(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Catalog::Catalog(Catalog &&) noexcept = default;
Catalog &Catalog::operator=(Catalog &&) noexcept = default;
Catalog::~Catalog() = default;

Result<Catalog> Catalog::open(const QString &path, const Clock &clock, std::chrono::milliseconds busyTimeout)
{
    MASCLET_TRY(prepareFile(path));
    const Fd turn = waitForTurn(path, busyTimeout);
    MASCLET_TRY_ASSIGN(std::unique_ptr<Database> database, Database::open(path, busyTimeout));
    MASCLET_TRY_ASSIGN(Database::Health health, database->health());
    QString aside;
    if (health == Database::Health::Damaged) {
        database.reset();
        MASCLET_TRY_ASSIGN(aside, putAside(path, clock.now()));
        MASCLET_TRY(prepareFile(path));
        MASCLET_TRY_ASSIGN(database, Database::open(path, busyTimeout));
        health = Database::Health::Empty;
    }
    if (health == Database::Health::Newer)
        return fail(ErrorKind::Catalog,
                    Tr::tr("The catalog %1 was made by a newer version of this program.").arg(oneLine(path)),
                    Tr::tr("Backups go on without it. Update this program."));
    MASCLET_TRY(database->configure());
    const bool empty = health == Database::Health::Empty || health == Database::Health::Older;
    if (empty)
        MASCLET_TRY(database->createSchema());
    Catalog catalog(std::move(database));
    catalog.m_origin = !aside.isEmpty() ? Origin::Replaced : empty ? Origin::Created : Origin::Existing;
    catalog.m_setAside = aside;
    return catalog;
}

Result<Catalog> Catalog::openForReading(const QString &path)
{
    // SQLite would make the file.
    if (!QFileInfo::exists(path))
        return fail(ErrorKind::Catalog, Tr::tr("There is no catalog yet."));
    MASCLET_TRY_ASSIGN(std::unique_ptr<Database> database, Database::open(path, std::chrono::seconds(5)));
    MASCLET_TRY(database->requireCurrent());
    return Catalog(std::move(database));
}

Result<> Catalog::put(const QString &repositoryId, const StoredSet &set)
{
    MASCLET_TRY(
        m_database->run(QStringLiteral("INSERT OR REPLACE INTO sets VALUES (?, ?, ?, ?, ?)"),
                        {repositoryId, set.id, set.profileId, set.sequence, catalogDocument(toJson(set))}));
    return {};
}

Result<QList<StoredSet>> Catalog::sets(const CatalogQuery &query) const
{
    QVariantList values;
    const QString where = conditions(query, QStringLiteral("sequence DESC, id"), values);
    QList<StoredSet> list;
    MASCLET_TRY(m_database->eachRow(QStringLiteral("SELECT document FROM sets") + where, values,
                                    [&](const QSqlQuery &row) -> Result<> {
                                        MASCLET_TRY_ASSIGN(const QJsonObject object, documentOf(row));
                                        MASCLET_TRY_ASSIGN(StoredSet set, storedSetFromJson(object));
                                        list << std::move(set);
                                        return {};
                                    }));
    return list;
}

Result<QList<RunRecord>> Catalog::runs(const CatalogQuery &query) const
{
    QVariantList values;
    const QString where = conditions(query, QStringLiteral("started DESC, id DESC"), values);
    QList<RunRecord> list;
    MASCLET_TRY(m_database->eachRow(QStringLiteral("SELECT document FROM runs") + where, values,
                                    [&](const QSqlQuery &row) -> Result<> {
                                        MASCLET_TRY_ASSIGN(const QJsonObject object, documentOf(row));
                                        Result<RunRecord> run = runRecordFromJson(object);
                                        if (!run)
                                            return fail(std::move(run).error().as(ErrorKind::Catalog));
                                        list << std::move(*run);
                                        return {};
                                    }));
    return list;
}

} // namespace masclet
