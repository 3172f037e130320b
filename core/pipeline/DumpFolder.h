#pragma once

#include "core/base/Directory.h"
#include "core/job/JobContext.h"
#include "core/pipeline/DumpTool.h"

namespace masclet
{

using MemberProgress = std::function<Result<>(qint64)>;

/// Reads every file of the folder and refuses (Verification, naming it) one that is missing, surplus, cut,
/// changed, or no plain file. What was found, for stillTheSame().
Result<QList<Directory::Entry>> verifyMembers(const Directory &folder, const QList<DumpMember> &members,
                                              const MemberProgress &progress);
/// Verification when anything in the folder has changed since, or its path leads to another one: pg_restore
/// opens files by their names, so what it has read is what was verified only then (faults R11).
Result<> stillTheSame(const Directory &folder, const QList<Directory::Entry> &verified);

/// dumpToFile() for the directory format: runs pg_dump --format=directory, which writes into the folder
/// `folderName` of `directory` (its command must name it), with its jobs as children of its own. When it has
/// ended well, every file is synced, hashed as it is read back, and all of it is read through pg_restore.
/// `atFirstBytes` is called when the table of contents appears: pg_dump then holds all its locks. On any
/// failure the folder is gone.
Result<DumpedArchive> dumpToFolder(const ToolCommand &command, qint64 stallLimitMs,
                                   const Directory &directory, const QByteArray &folderName,
                                   const PgRestore &reader, const std::function<Result<>()> &atFirstBytes,
                                   JobContext &context);

} // namespace masclet
