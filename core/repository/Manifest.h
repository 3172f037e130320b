#pragma once

#include "core/archive/ArchiveIndex.h"
#include "core/base/Result.h"
#include "core/pipeline/DumpMember.h"
#include "core/server/DatabaseFacts.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace masclet
{

/// One stored file of a set.
struct ManifestFile {
    /// Relative to the repository's root: "db/masclet_imperi_20250218.sql.gz". Of the format directory it is
    /// a folder, with size and hash of all its members together.
    QByteArray path;
    QString kind;        ///< db, config, logs, state
    QString role;        ///< "archive", "globals"; "files" of the other kinds
    QString format;      ///< "plain", "custom", "directory", "tar"
    QString compression; ///< "gzip", "none"
    qint64 storedSize = 0;
    QByteArray storedSha256; ///< lower-case hexadecimal
    qint64 rawSize = 0;      ///< of a dump: its SQL, in other formats than plain what pg_restore makes of it
    QByteArray rawSha256;
    QByteArray restrictKey; ///< of the SQL's first and last line; empty when the tool is too old to write one
    /// Of encrypted files: public keys (age), and what the file is once decrypted. Nothing secret.
    struct Encryption {
        QStringList recipients;
        qint64 packedSize = 0;
        QByteArray packedSha256;
    };
    std::optional<Encryption> encryption = {};
    std::optional<ArchiveIndex> index; ///< of dumps: where what is in their SQL
    QList<DumpMember> members;         ///< of the format directory: its files, by name
    std::optional<qint64> entries;     ///< of tar archives: files, folders and links in it
    QStringList notes;                 ///< of tar archives: files that changed while they were read
};

/// Rows of one table: in the stream, and by SQL in the same snapshot where that was counted.
struct ManifestTable {
    quint32 oid = 0; ///< key: counts go by OID (of the partition root where rows were loaded through it)
    QByteArray schema;
    QByteArray name;
    qint64 rows = 0;
    std::optional<qint64> countedRows;
};

/// What is not in the backup, and why: excluded, unlogged or foreign data, skipped subscriptions, kinds left
/// out.
struct ManifestOmission {
    QString what;
    QString reason;
};

/// The JSON that makes a set exist; written last. Parsing is strict (see Manifest::parse).
struct Manifest {
    static constexpr int formatVersion = 1;

    QString setId; ///< "masclet_imperi_20250218-2"; also the file's name
    QString repositoryId;
    QString profile; ///< name at that time
    QString profileId;
    qint64 sequence = 0; ///< rises by one per set of the repository; decides the order, not the clock
    QString parent;      ///< set id before this one of the same profile; may be empty
    QString runId;
    QString trigger; ///< "manual", "schedule"
    QString reason;
    QString author;
    QDateTime started;  ///< UTC
    QDateTime finished; ///< UTC
    QString zone;       ///< IANA zone that named the set
    qint64 durationMs = 0;
    QString program;     ///< "masclet-backup 0.1.0"
    QString dumpTool;    ///< "pg_dump (PostgreSQL) 15.20 (…)"
    QStringList options; ///< pg_dump's arguments as used
    QStringList warnings;
    QString contentHash; ///< over the archive without its random keys: equal means unchanged data
    DatabaseFacts database;
    QList<ManifestFile> files;
    QList<ManifestTable> tables;
    QList<ManifestOmission> omissions;

    qint64 storedBytes() const;
    qint64 storedBytes(const QString &kind) const;
    qint64 rawBytes() const;
    qint64 rows() const;
    bool isEncrypted() const;
    const ManifestFile *file(const QString &kind, const QString &role) const;

    /// One line of JSON with a line end and a checksum of its own over every byte (see SealedJson.h).
    QByteArray serialize() const;
    /// Refuses (Verification): wrong checksum, unknown format, missing or surplus keys, wrong types, numbers
    /// out of range, paths that are not the set's own, duplicates, too large or too deep a text.
    static Result<Manifest> parse(const QByteArray &text);
};

/// "<profile>_<YYYYMMDD>", then "-2", "-3" …: what may name a set and its files.
bool isSetId(const QString &text);
/// db, config, logs, state: each is a folder of the repository as well.
bool isKind(const QString &text);

/// State of a set, best proof last. Damaged stands beside: a later good verification lifts it.
enum class SetState { Complete, Verified, RestoreTested, Damaged };
QString nameOf(SetState state); ///< "complete", "verified", "restore-tested", "damaged"

} // namespace masclet
