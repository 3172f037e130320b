#pragma once

#include <QString>

namespace masclet
{

/// What a dump is.
enum class DumpFormat {
    PlainSql,
    GzipSql,   ///< the same, compressed by somebody
    Custom,    ///< pg_dump -Fc
    Directory, ///< pg_dump -Fd
    Tar,       ///< pg_dump -Ft
};

/// pg_dump's own names, which are the profile's and the manifest's too: plain, custom, directory, tar.
QString nameOf(DumpFormat format);
/// Whatever is none of those that only pg_restore reads is plain SQL.
DumpFormat dumpFormatNamed(const QString &name);
/// Only pg_restore reads it.
bool needsPgRestore(DumpFormat format);

} // namespace masclet
