// The catalog made equal to what a repository's files say: all of it, or what is new.
#include "core/base/JsonFields.h"
#include "core/catalog/Catalog.h"
#include "core/catalog/Database.h"
#include "core/catalog/SetJson.h"

#include <QHash>
#include <QSet>

namespace masclet
{

/// How far the runs of a repository have been read.
struct Catalog::Source {
    JournalPlace place;
    qint64 runs = 0; ///< rows there were then
    friend bool operator==(const Source &, const Source &) = default;
};

/// Puts runs, as many as there are.
class Catalog::RunWriter
{
public:
    static Result<RunWriter> create(const Database &database, const QString &repositoryId)
    {
        MASCLET_TRY_ASSIGN(
            QSqlQuery query,
            database.prepare(QStringLiteral(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (repository, id) DO UPDATE SET "
                "profile = excluded.profile, started = excluded.started, state = excluded.state, "
                "document = excluded.document WHERE document <> excluded.document OR "
                "state <> excluded.state OR started <> excluded.started OR profile <> excluded.profile")));
        return RunWriter(std::move(query), repositoryId);
    }
    /// Only where it is not there as it is.
    Result<> put(const RunRecord &run)
    {
        return Database::runAgain(m_query, {m_repositoryId, run.id, run.profileId, utcText(run.started),
                                            nameOf(run.state), catalogDocument(toJson(run))});
    }

private:
    RunWriter(QSqlQuery query, QString repositoryId)
        : m_query(std::move(query))
        , m_repositoryId(std::move(repositoryId))
    {
    }
    QSqlQuery m_query;
    QString m_repositoryId;
};

Result<> Catalog::put(const QString &repositoryId, const RunRecord &run)
{
    MASCLET_TRY_ASSIGN(RunWriter writer, RunWriter::create(*m_database, repositoryId));
    return writer.put(run);
}

Result<std::optional<Catalog::Source>> Catalog::sourceOf(const QString &repositoryId) const
{
    std::optional<Source> source;
    MASCLET_TRY(m_database->eachRow(
        QStringLiteral("SELECT journal_end, seal, runs FROM sources WHERE repository = ?"), {repositoryId},
        [&](const QSqlQuery &row) -> Result<> {
            source = Source{{row.value(0).toLongLong(), row.value(1).toString().toLatin1()},
                            row.value(2).toLongLong()};
            return {};
        }));
    return source;
}

Result<qint64> Catalog::countRuns(const QString &repositoryId) const
{
    qint64 count = 0;
    MASCLET_TRY(m_database->eachRow(QStringLiteral("SELECT count(*) FROM runs WHERE repository = ?"),
                                    {repositoryId}, [&](const QSqlQuery &row) -> Result<> {
                                        count = row.value(0).toLongLong();
                                        return {};
                                    }));
    return count;
}

/// The number of runs there are now.
Result<qint64> Catalog::keepSource(const QString &repositoryId, const JournalPlace &place)
{
    MASCLET_TRY_ASSIGN(const qint64 runs, countRuns(repositoryId));
    MASCLET_TRY(m_database->run(QStringLiteral("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?)"),
                                {repositoryId, place.end, QString::fromLatin1(place.seal), runs}));
    return runs;
}

/// Rows that nothing stands for any more go, those that differ or are missing are put.
Result<> Catalog::makeSetsEqual(const QString &repositoryId, const QList<StoredSet> &sets)
{
    QHash<QString, StoredSet> wanted;
    for (const StoredSet &set : sets)
        wanted.insert(set.id, set);
    QStringList surplus;
    const auto compare = [&](const QSqlQuery &row) -> Result<> {
        const auto found = wanted.constFind(row.value(0).toString());
        if (found == wanted.constEnd())
            surplus << row.value(0).toString();
        else if (catalogDocument(toJson(*found)) == row.value(1).toString())
            wanted.erase(found);
        return {};
    };
    MASCLET_TRY(m_database->eachRow(QStringLiteral("SELECT id, document FROM sets WHERE repository = ?"),
                                    {repositoryId}, compare));
    for (const QString &id : std::as_const(surplus))
        MASCLET_TRY(m_database->run(QStringLiteral("DELETE FROM sets WHERE repository = ? AND id = ?"),
                                    {repositoryId, id}));
    for (const StoredSet &set : std::as_const(wanted))
        MASCLET_TRY(put(repositoryId, set));
    return {};
}

/// One run after the other, so that the memory it takes does not depend on how many there are.
Result<> Catalog::makeRunsEqual(const Repository &repository, const std::optional<RunRecord> &ending)
{
    MASCLET_TRY_ASSIGN(RunWriter writer, RunWriter::create(*m_database, repository.id()));
    QSet<QByteArray> known;
    const auto put = [&](const RunRecord &run) -> Result<> {
        known.insert(run.id.toLatin1());
        return writer.put(run);
    };
    const auto putUnlessEnding = [&](const RunRecord &run) {
        return ending && ending->id == run.id ? Result<>() : put(run);
    };
    MASCLET_TRY_ASSIGN(const std::optional<JournalPlace> place,
                       repository.journal().eachRun({}, putUnlessEnding));
    if (ending)
        MASCLET_TRY(put(*ending));
    QStringList surplus;
    const auto compare = [&](const QSqlQuery &row) -> Result<> {
        if (const QString id = row.value(0).toString(); !known.contains(id.toLatin1()))
            surplus << id;
        return {};
    };
    MASCLET_TRY(m_database->eachRow(QStringLiteral("SELECT id FROM runs WHERE repository = ?"),
                                    {repository.id()}, compare));
    for (const QString &id : std::as_const(surplus))
        MASCLET_TRY(m_database->run(QStringLiteral("DELETE FROM runs WHERE repository = ? AND id = ?"),
                                    {repository.id(), id}));
    MASCLET_TRY(keepSource(repository.id(), place.value_or(JournalPlace())));
    return {};
}

Result<qint64> Catalog::rebuild(const Repository &repository, const std::optional<RunRecord> &ending)
{
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    const auto makeBothEqual = [&]() -> Result<> {
        MASCLET_TRY(makeSetsEqual(repository.id(), sets));
        return makeRunsEqual(repository, ending);
    };
    MASCLET_TRY(m_database->transaction(makeBothEqual));
    MASCLET_TRY_ASSIGN(const qint64 runs, countRuns(repository.id()));
    return sets.size() + runs;
}

Result<qint64> Catalog::update(const Repository &repository, const std::optional<RunRecord> &ending)
{
    MASCLET_TRY_ASSIGN(const std::optional<Source> known, sourceOf(repository.id()));
    if (!known)
        return rebuild(repository, ending);
    // Before the transaction: a disk that does not answer must not keep others out of the catalog.
    QList<RunRecord> newer;
    MASCLET_TRY_ASSIGN(const std::optional<JournalPlace> place,
                       repository.journal().eachRun(known->place, [&](const RunRecord &run) {
                           newer << run;
                           return Result<>();
                       }));
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    if (ending)
        newer << *ending;
    std::optional<qint64> runs;
    const auto putWhatIsNew = [&]() -> Result<> {
        // Another program may have been here since, or somebody took rows away.
        MASCLET_TRY_ASSIGN(const std::optional<Source> now, sourceOf(repository.id()));
        MASCLET_TRY_ASSIGN(const qint64 count, countRuns(repository.id()));
        if (now != known || count != known->runs)
            return {};
        MASCLET_TRY_ASSIGN(RunWriter writer, RunWriter::create(*m_database, repository.id()));
        for (const RunRecord &run : std::as_const(newer))
            MASCLET_TRY(writer.put(run));
        MASCLET_TRY(makeSetsEqual(repository.id(), sets));
        MASCLET_TRY_ASSIGN(runs, keepSource(repository.id(), *place));
        return {};
    };
    if (place)
        MASCLET_TRY(m_database->transaction(putWhatIsNew));
    return runs ? Result<qint64>(sets.size() + *runs) : rebuild(repository, ending);
}

} // namespace masclet
