#include "core/archive/ArchiveIndex.h"

#include <algorithm>
#include <numeric>

namespace masclet
{

qint64 ArchiveTable::rows() const
{
    return std::accumulate(blocks.cbegin(), blocks.cend(), qint64(0),
                           [](qint64 sum, const CopyBlock &block) { return sum + block.rows; });
}

const ArchiveTable *ArchiveIndex::table(const QByteArray &schema, const QByteArray &name) const
{
    const auto found = std::find_if(tables.cbegin(), tables.cend(), [&](const ArchiveTable &table) {
        return table.name == name && table.schema == schema;
    });
    return found == tables.cend() ? nullptr : &*found;
}

qint64 ArchiveIndex::rows() const
{
    return std::accumulate(tables.cbegin(), tables.cend(), qint64(0),
                           [](qint64 sum, const ArchiveTable &table) { return sum + table.rows(); });
}

} // namespace masclet
