#pragma once

#include "core/base/Clock.h"
#include "core/repository/Repository.h"

#include <chrono>
#include <memory>
#include <optional>

namespace masclet
{

/// What a query is about; an empty text means all.
struct CatalogQuery {
    QString repositoryId;
    QString profileId;
    int limit = -1; ///< newest so many; -1: all
};

/// Which rows of the history, and in which order.
struct HistoryQuery {
    QString repositoryId;
    QString profileId;
    QString profileName; ///< sets with a broken manifest go by it
    enum class Show {
        SetsAndProblems, ///< sets, and runs that did not end well or still run
        Sets,
        Problems,
        Everything, ///< every run as well
    };
    Show show = Show::SetsAndProblems;
    QString state; ///< name of a set's or a run's state; empty: any
    QString kind;  ///< sets that hold it; empty: any
    QString text;  ///< part of id, reason, author or message
    enum class Order { Started, What, State, Duration, Stored, Trigger, Reason };
    Order order = Order::Started;
    enum class Direction { Descending, Ascending };
    Direction direction = Direction::Descending;
    int limit = -1; ///< so many rows; -1: all

    friend bool operator==(const HistoryQuery &, const HistoryQuery &) = default;
};

/// One row of the history: a set or a run.
struct HistoryKey {
    QString id;
    bool isSet = false;

    friend bool operator==(const HistoryKey &, const HistoryKey &) = default;
};

/// The row with everything in it.
struct HistoryEntry {
    std::optional<StoredSet> set;
    std::optional<RunRecord> run; ///< when it is no set
    /// Percent that the set is larger than the median of the profile's seven verified ones before it.
    std::optional<double> change;
};

/// The index of sets and runs in SQLite: a cache of what the repositories' files say, so that lists and
/// trends are quick. The files win; losing it loses nothing, and every failure is of kind Catalog and stops
/// no backup. An object belongs to the thread that opened it and has a connection of its own; several
/// processes may use one file.
class Catalog
{
public:
    /// How the file was found. Unless it was Existing, update() fills it.
    enum class Origin {
        Existing,
        Created,
        Replaced, ///< a damaged file was put aside, see setAside()
    };

    /// Makes folder and file (0600) when missing. A file of a newer version is left as it is and refused.
    static Result<Catalog> open(const QString &path, const Clock &clock,
                                std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));
    /// As it stands, without looking for damage; Catalog when there is none of this version. Never writes.
    static Result<Catalog> openForReading(const QString &path);
    Catalog(Catalog &&) noexcept;
    Catalog &operator=(Catalog &&) noexcept;
    ~Catalog();

    Origin origin() const { return m_origin; }
    /// Where the damaged file went.
    const QString &setAside() const { return m_setAside; }

    /// Inserts or replaces.
    Result<> put(const QString &repositoryId, const StoredSet &set);
    Result<> put(const QString &repositoryId, const RunRecord &run);
    /// Makes the rows of this repository equal to its files, in one transaction that writes only what
    /// differs. `ending` is a run whose end the journal does not have yet. The number of sets and runs.
    Result<qint64> rebuild(const Repository &repository, const std::optional<RunRecord> &ending = {});
    /// The same at the price of what is new: the sets, and the runs recorded since the last time. Where the
    /// journal does not go on from there, or rows are gone, it rebuilds.
    Result<qint64> update(const Repository &repository, const std::optional<RunRecord> &ending = {});

    /// Newest first by sequence, those with a broken manifest at the end.
    Result<QList<StoredSet>> sets(const CatalogQuery &query) const;
    /// Newest first by their start, failed ones included.
    Result<QList<RunRecord>> runs(const CatalogQuery &query) const;

    /// The ids of all rows, in order: what a list of any length needs at once.
    Result<QList<HistoryKey>> historyKeys(const HistoryQuery &query) const;
    /// The rows of a part of them; those that are gone meanwhile are empty.
    Result<QList<HistoryEntry>> historyEntries(const QString &repositoryId,
                                               const QList<HistoryKey> &keys) const;

private:
    Result<std::optional<double>> changeOf(const QString &repositoryId, const StoredSet &set) const;
    class Database;
    explicit Catalog(std::unique_ptr<Database> database);
    struct Source;
    class RunWriter;
    Result<std::optional<Source>> sourceOf(const QString &repositoryId) const;
    Result<qint64> keepSource(const QString &repositoryId, const JournalPlace &place);
    Result<qint64> countRuns(const QString &repositoryId) const;
    Result<> makeSetsEqual(const QString &repositoryId, const QList<StoredSet> &sets);
    Result<> makeRunsEqual(const Repository &repository, const std::optional<RunRecord> &ending);

    std::unique_ptr<Database> m_database;
    Origin m_origin = Origin::Existing;
    QString m_setAside;
};

} // namespace masclet
