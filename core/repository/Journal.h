#pragma once

#include "core/base/Clock.h"
#include "core/base/Directory.h"
#include "core/repository/RepositoryLock.h"
#include "core/repository/RunRecord.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

#include <functional>
#include <limits>
#include <memory>
#include <optional>

namespace masclet
{

struct JournalRecord {
    qint64 number = 0;
    QDateTime time; ///< UTC
    QString type;   ///< "run-started", "run-finished", "delete", "deleted", …
    QJsonObject data;
};

/// The newest record: with it, all before it are named as well.
struct JournalHead {
    qint64 number = 0;
    QByteArray seal;
    friend bool operator==(const JournalHead &, const JournalHead &) = default;
};

/// What `audit verify` found.
struct JournalAudit {
    qint64 records = 0;
    qint64 firstBadLine = 0; ///< 1 is the first; 0: none
    QString reason;
    int tornLines = 0;     ///< left by crashes and closed by a recovery record: no tampering
    bool openTail = false; ///< half a line at the end, which the next append will close
};

/// Which records somebody needs. A journal grows for ever, and hardly anybody needs more than its newest
/// part; what is wished for is found wherever it stands.
struct JournalWish {
    static constexpr int allRuns = std::numeric_limits<int>::max();

    QString profileId; ///< runs of this one alone; empty: of all
    int newest = 0;    ///< so many of the newest runs,
    QDateTime since;   ///< and every one that began then or later,
    /// and the newest so many of each verb and outcome before that, with the one that ended last,
    int newestOfEach = 0;
    QSet<QString> sets;    ///< and every one about these,
    QSet<RunState> states; ///< and every one in these states,
    QString run;           ///< and the one with this id.
    QSet<QString> acts;    ///< records of these other types
};

struct JournalFinds {
    QList<RunRecord> runs;     ///< with their last known state, newest first
    QList<JournalRecord> acts; ///< oldest first
};

/// What new sets must not take: the journal knows also those that are gone.
struct TakenSets {
    QSet<QString> ids;   ///< that begin as was asked
    qint64 sequence = 0; ///< the highest
};

/// How far a reader has got: behind this line. None at the beginning.
struct JournalPlace {
    qint64 end = 0;  ///< of the line, in bytes of the file
    QByteArray seal; ///< of the line
    friend bool operator==(const JournalPlace &, const JournalPlace &) = default;
};

class LinesBackwards;

/// journal.jsonl: one sealed line per record, each naming the seal of the one before it, synced one by one.
/// It keeps every run and every destructive act for ever. Appending asks for the lock; reading does not. On a
/// full disk the reserve is released for it. One thread at a time.
class Journal
{
public:
    Journal(std::shared_ptr<const Directory> root, const Clock &clock);

    Result<> append(const RepositoryLock &lock, const QString &type, const QJsonObject &data);
    Result<> runStarted(const RepositoryLock &lock, const RunRecord &run);
    Result<> runFinished(const RepositoryLock &lock, const RunRecord &run);

    /// All records that can be read, oldest first; audit() tells about the others.
    Result<QList<JournalRecord>> records() const;
    /// Those of them that are wished for; no others are kept in memory, or even parsed.
    Result<JournalFinds> find(const JournalWish &wish) const;
    /// Those of these types, oldest first.
    Result<QList<JournalRecord>> recordsOf(const QSet<QString> &types) const;
    /// The newest ones, of whatever type, oldest first.
    Result<QList<JournalRecord>> newestRecords(qsizetype most) const;
    /// Sets that any record names.
    Result<TakenSets> takenSets(const QString &idsBeginWith) const;
    /// Hands over every run that was recorded behind `from`, once, with its last known state, in no order
    /// that means something. Where the reader is then; nothing when the journal has no such place any more,
    /// because it is another one or was changed: what was handed over is no answer then.
    Result<std::optional<JournalPlace>> eachRun(const JournalPlace &from,
                                                const std::function<Result<>(const RunRecord &)> &take) const;
    /// `known` is a head seen earlier: a chain that was cut at its end, or written anew from some record on,
    /// is whole in itself.
    Result<JournalAudit> audit(const std::optional<JournalHead> &known = {}) const;
    /// What our last append left; nothing before the first one.
    std::optional<JournalHead> head() const;

private:
    struct End {
        qint64 size = 0;
        qint64 number = 0;
        QByteArray seal;
    };
    static QByteArray fileName();
    Result<QByteArray> text() const;
    /// None when there is no file.
    Result<std::optional<LinesBackwards>> lines() const;
    Result<End> closeTail(const Fd &file);
    /// `size` is the file's size before it.
    Result<> put(const Fd &file, const QByteArray &line, qint64 size);
    Result<> write(const Fd &file, End &end, const QString &type, const QJsonObject &data);

    std::shared_ptr<const Directory> m_root;
    const Clock *m_clock;
    std::optional<End> m_end; ///< where our last append left the file
};

/// Every run the records speak of with its last known state, newest first.
QList<RunRecord> runsOf(const QList<JournalRecord> &records);

} // namespace masclet
