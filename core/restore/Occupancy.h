#pragma once

#include "core/archive/TarEntry.h"
#include "core/restore/FolderTrail.h"

namespace masclet
{

/// Looks what is already there of an archive that is to be unpacked over a folder, before anything is
/// written. One thread; the root must outlive it.
class Occupancy
{
public:
    explicit Occupancy(const Directory &root);

    /// RestoreUntouched when the entry cannot take the place: something else than a folder on the way, a
    /// folder or a device where a file must go.
    Result<> look(const TarEntry &entry);
    /// Files and links that would give way, in the archive's order.
    const QList<QByteArray> &replaced() const { return m_replaced; }

private:
    FolderTrail m_trail;
    QList<QByteArray> m_replaced;
};

} // namespace masclet
