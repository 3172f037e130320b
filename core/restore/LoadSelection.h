#pragma once

#include "core/archive/SqlEvents.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <utility>

namespace masclet
{

/// What of a dump is loaded. A value; everything by default.
struct LoadSelection {
    using TableName = std::pair<QByteArray, QByteArray>; ///< schema, name

    enum class Rows {
        All,
        Chosen, ///< the whole structure, and the rows of `tables`
        None,   ///< structure only
    };
    Rows rows = Rows::All;
    QSet<TableName> tables;
    enum class Owners { Keep, Leave };
    Owners owners = Owners::Keep;
    enum class Rights { Keep, Leave };
    Rights rights = Rights::Keep;
    QHash<QByteArray, QByteArray> roles; ///< role of the dump → role to use instead

    bool takesRows(const TableName &table) const;
    /// The statement as it is to be sent; nullopt when it is left out. Besides what was asked to be left out
    /// these are foreign keys from chosen rows to rows that are not there, and whatever belongs to large
    /// objects when no rows are taken. `quote` makes an identifier of a role.
    std::optional<QByteArray> apply(const QByteArray &text, SqlKind kind,
                                    const std::function<QByteArray(const QByteArray &)> &quote) const;
};

} // namespace masclet
