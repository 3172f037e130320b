#pragma once

#include <QByteArray>

namespace masclet
{

/// Whether a symbolic link at `path` of an archive names something above the archive's root, going by its
/// text alone. On a machine the kernel stops at the root and such a link works; unpacked below a folder it
/// leads out of it. So TarWriter takes none, and none is unpacked. Absolute targets are no such links.
bool leadsAboveRoot(const QByteArray &path, const QByteArray &target);

} // namespace masclet
