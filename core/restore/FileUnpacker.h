#pragma once

#include "core/archive/TarReader.h"
#include "core/job/JobContext.h"
#include "core/restore/FileAttributes.h"
#include "core/restore/FolderTrail.h"
#include "core/restore/UnpackRecord.h"

#include <QHash>
#include <QSet>

namespace masclet
{

/// Writes the entries of an archive that TarRules has passed below a folder, through descriptors only and
/// never through links. Beside: into an empty folder that the caller removes after a failure. Over: what is
/// there stays until finish(); new files wait under hidden names in the folders they belong to, and what was
/// made goes again when finish() is not called. Folders that were there keep their mode and owner. One
/// thread; everything must outlive it.
class FileUnpacker
{
public:
    using Place = UnpackRecord::Place;
    /// `record` is told of all that Over does, before it is done.
    FileUnpacker(const Directory &root, Place place, FileAttributes &attributes, UnpackRecord &record,
                 JobContext &context);
    ~FileUnpacker();

    /// The entry the reader has just handed out.
    Result<> add(const TarEntry &entry, TarReader &content);
    /// Everything that waits, on the disk with its content.
    Result<> sync() const;
    /// Gives the files that wait their names, the folders their attributes, and syncs.
    Result<> finish();
    /// Whether finish() has begun to replace files.
    bool replacing() const { return m_replacing; }

private:
    using Waiting = UnpackRecord::Waiting;
    /// The folder for an entry, made when missing.
    Result<const Directory *> folderFor(const QByteArray &path);
    Result<> addFolder(const TarEntry &entry);
    Result<> addFile(const Directory &folder, const TarEntry &entry, TarReader &content);
    Result<> addLink(const Directory &folder, const TarEntry &entry);
    Result<> addHardLink(const Directory &folder, const TarEntry &entry);
    Result<> copy(int fd, const TarEntry &entry, TarReader &content);
    /// The name to write it under.
    Result<QByteArray> nameFor(const TarEntry &entry);
    void takeBack();

    const Directory &m_root;
    Place m_place;
    FileAttributes &m_attributes;
    UnpackRecord &m_record;
    JobContext &m_context;
    FolderTrail m_trail;
    QList<QByteArray> m_made;  ///< folders, those above first
    QList<TarEntry> m_folders; ///< of those, what the archive says of them
    QList<Waiting> m_waiting;
    QSet<QByteArray> m_waitIn;                    ///< folders that the record knows of
    QHash<QByteArray, QByteArray> m_waitingNames; ///< by path, for hard links
    bool m_replacing = false;
    bool m_finished = false;
};

} // namespace masclet
