#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace masclet
{

/// Part of a plain dump's order: everything before the first row, rows and what belongs to them, the rest.
enum class Section { PreData, Data, PostData };

/// One gzip member: self-contained, so it can be inflated alone. Raw offsets are the sums of rawLength before
/// it.
struct ArchiveMember {
    qint64 offset = 0;       ///< in the stored file
    qint64 storedLength = 0; ///< header and trailer included
    qint64 rawLength = 0;
    qint64 rows = 0; ///< COPY row ends in it
    quint32 crc = 0; ///< CRC-32 of the raw bytes

    friend bool operator==(const ArchiveMember &, const ArchiveMember &) = default;
};

/// One `COPY … FROM stdin;` block as raw byte offsets: statement, first row byte, byte behind the `\.` line.
/// Members never begin inside a row unless that row alone is larger than a member.
struct CopyBlock {
    qint64 statementAt = 0;
    qint64 dataAt = 0;
    qint64 endAt = 0;
    qint64 rows = 0;

    friend bool operator==(const CopyBlock &, const CopyBlock &) = default;
};

/// One table as the stream names it. Later parallel dumps give a table several blocks.
struct ArchiveTable {
    QByteArray schema; ///< unquoted bytes
    QByteArray name;
    QList<QByteArray> columns; ///< unquoted; empty for "no column list"
    QList<CopyBlock> blocks;
    qint64 rows() const;

    friend bool operator==(const ArchiveTable &, const ArchiveTable &) = default;
};

/// What is where in one plain archive. Written by ArchiveWriter, kept in the manifest.
struct ArchiveIndex {
    QList<ArchiveMember> members; ///< empty for compression "none"
    QList<ArchiveTable> tables;   ///< in the order of their first block
    qint64 dataAt = 0;            ///< raw offset where Section::Data begins
    qint64 postDataAt = 0;        ///< where it ends; both are rawLength when there is no data
    qint64 rawLength = 0;
    qint64 largeObjects = 0; ///< lo_create or lo_open statements seen, whichever are more

    /// Looks from the front; to look up many, make a hash of your own.
    const ArchiveTable *table(const QByteArray &schema, const QByteArray &name) const;
    qint64 rows() const;

    friend bool operator==(const ArchiveIndex &, const ArchiveIndex &) = default;
};

/// Members and blocks are flat arrays of numbers (stored length, raw length, rows, CRC; statement, data, end,
/// rows): a large archive has tens of thousands. Offsets of members are sums and not written.
QJsonObject toJson(const ArchiveIndex &index);
/// Strict: sums, order, non-negative numbers and ranges are checked against each other.
Result<ArchiveIndex> archiveIndexFromJson(const QJsonObject &object);

} // namespace masclet
