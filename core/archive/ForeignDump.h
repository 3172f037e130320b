#pragma once

#include "core/archive/DumpFormat.h"
#include "core/archive/SqlScanner.h"
#include "core/archive/StrictGunzip.h"

namespace masclet
{

/// A dump of unknown origin that was read to its end and found whole.
struct ForeignDump {
    DumpFormat format = DumpFormat::PlainSql;
    qint64 storedSize = 0; ///< of plain ones
    qint64 members = 0;    ///< of gzip; several are fine when the dump in them is whole
    qint64 rawSize = 0;
    QByteArray rawSha256; ///< who loads the file later compares what was loaded with this
    SqlReport sql;        ///< complete, strongly or weakly
};

/// Looks at the beginning only. `fd` is a file or a folder. Fails with Verification for what cannot be a
/// dump.
Result<DumpFormat> dumpFormatOf(int fd);

using RawLook = std::function<Result<>(std::span<const std::byte>)>;

/// Reads a plain dump, compressed or not, from the beginning to its end and refuses everything that is not a
/// whole one: cut, damaged, empty, with bytes behind its end, plain text called .gz, UTF-16, a bomb. Formats
/// of pg_restore are refused with the reason. Constant memory. `name` is only looked at for ".gz" at its end;
/// `look` gets the raw bytes in their order, as they are read; its failure ends the reading.
Result<ForeignDump> checkForeignDump(int fd, const QByteArray &name, const std::stop_token &stop,
                                     const RawLook &look, const GunzipLimits &limits = {});

} // namespace masclet
