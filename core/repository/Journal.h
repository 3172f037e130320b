#pragma once

#include "core/base/Clock.h"
#include "core/base/Directory.h"
#include "core/repository/RepositoryLock.h"
#include "core/repository/RunRecord.h"

#include <QJsonObject>
#include <QList>

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
    Result<QByteArray> text() const;
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
