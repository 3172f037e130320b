#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace masclet
{

// The member format of our .sql.gz, RFC 1952 and nothing a stock gunzip would not read.

/// A member is closed at the next row or statement end behind this many raw bytes.
inline constexpr qint64 memberTarget = 2 * 1024 * 1024;
/// What a buffer for one member keeps when it is used again; one that a long row made larger is let go.
inline constexpr size_t memberCapacity = size_t(memberTarget) + 1024 * 1024;
/// Before the first row of a table a member is closed when it has at least this much, so that large tables
/// mostly begin with a member of their own.
inline constexpr qint64 memberMinimum = 512 * 1024;
/// No member is larger: only a row or statement that is larger itself is cut.
inline constexpr qint64 memberLimit = 8 * 1024 * 1024;

/// Fixed header with one extra subfield "MB" that holds the member's whole stored length (32 bit, little
/// endian), so that a file can be indexed by hopping. No time, no name: same data, same bytes.
inline constexpr qint64 memberHeaderSize = 20;
inline constexpr qint64 memberTrailerSize = 8; ///< CRC-32 and raw length
/// Deflate never needs more: incompressible bytes are stored in blocks of at least 16 KiB, 5 bytes each.
inline constexpr qint64 memberStoredLimit = memberLimit + memberLimit / 1024 + 4096;

using MemberHeader = std::array<unsigned char, size_t(memberHeaderSize)>;
using MemberTrailer = std::array<unsigned char, size_t(memberTrailerSize)>;

MemberHeader memberHeader(qint64 storedLength);
MemberTrailer memberTrailer(quint32 crc, qint64 rawLength);

} // namespace masclet
