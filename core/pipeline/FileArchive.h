#pragma once

#include "core/archive/TarWriter.h"
#include "core/pipeline/DumpTool.h"
#include "core/pipeline/FileWalk.h"

namespace masclet
{

/// What a selection would come to, without reading a file.
struct FileSurvey {
    qint64 files = 0;
    qint64 bytes = 0;
    QList<FileNote> notes;
};
Result<FileSurvey> surveyFiles(const FileSelection &selection, const std::stop_token &stop);

/// A file of an archive that lies on no disk.
struct GeneratedFile {
    QByteArray path; ///< relative
    QByteArray content;
};

/// One archive of files on the disk, synced, not yet published.
struct FileArchive {
    qint64 entries = 0;
    qint64 files = 0;
    QList<FileNote> notes; ///< files that changed while they were read are Remarks
    StoredFigures stored;
    qint64 rawSize = 0;
    QByteArray rawSha256;
};

/// Writes the generated files and then the selected ones as a tar archive into a new file of `directory`.
/// Their paths lose the slash at the start. On any failure the file is gone. What cannot be read is noted
/// and no failure. Runs in the calling thread (plus the codec's own), in constant memory; a limit of size
/// keeps the names of all files it chooses from.
Result<FileArchive> archiveFiles(const QList<GeneratedFile> &generated, const FileSelection &selection,
                                 const Directory &directory, const QByteArray &fileName,
                                 const DumpCodec &codec, JobContext &context);

/// The same with whatever entries `fill` writes; it does not finish the writer. Of the result sizes, hashes
/// and the number of entries are filled.
Result<FileArchive> writeTarFile(const std::function<Result<>(TarWriter &)> &fill, const Directory &directory,
                                 const QByteArray &fileName, const DumpCodec &codec,
                                 const std::stop_token &stop);

} // namespace masclet
