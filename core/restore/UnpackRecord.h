#pragma once

#include "core/base/Directory.h"
#include "core/base/Log.h"

namespace masclet
{

/// What a restore of files has under way, as a small file in the state folder: should the program be killed,
/// endUnpacking() finds there what it left where. Written before each thing it tells of. The file goes with
/// the object, for whoever comes that far cleans up by itself. Move only; one thread.
class UnpackRecord
{
public:
    enum class Place { Beside, Over };
    struct Start {
        Place place = Place::Beside;
        QString folder; ///< absolute: what is restored lands in it
        bool folderWasThere = true;
    };
    /// A file that waits under another name in the folder it belongs to; `path` is relative to Start::folder.
    struct Waiting {
        QByteArray path;
        QByteArray name;
    };

    static Result<UnpackRecord> begin(const QString &stateFolder, const QString &runId, const Start &start);
    UnpackRecord(UnpackRecord &&other) noexcept = default;
    UnpackRecord &operator=(UnpackRecord &&) = delete;
    ~UnpackRecord();

    /// Files will wait in this folder, all under names that begin with waitingPrefix(runId).
    Result<> waitIn(const QByteArray &folder);
    /// This folder will be made.
    Result<> make(const QByteArray &folder);
    /// All wait, complete and on the disk; from now on they take their places.
    Result<> replace(const QList<Waiting> &waiting);

    const QString &runId() const { return m_runId; }

private:
    UnpackRecord(Directory folder, Fd file, QString runId);
    Result<> append(const QByteArray &lines);

    Directory m_folder;
    Fd m_file;
    QString m_runId;
};

/// Hidden, so that neither cron.d nor an include of *.conf takes a file that waits for a real one.
QByteArray waitingPrefix(const QString &runId);

/// Ends what a killed restore of files left: whatever had not begun to take its place goes, the rest of a
/// swap that had begun is done, for both old and new files are whole. Nothing to do without a record. Safe to
/// repeat.
Result<> endUnpacking(const QString &stateFolder, const QString &runId, Log &log);

} // namespace masclet
