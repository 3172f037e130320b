#pragma once

#include "core/server/Connection.h"

#include <QJsonObject>

namespace masclet
{

/// The answer to one question about a server, as text; secrets in it are taken out already.
struct InventoryTable {
    QString name; ///< stable: "settings", "hba_rules", "ident_mappings", "databases", "roles", …
    QStringList columns;
    QList<QList<std::optional<QString>>> rows;
    QString problem; ///< why the server did not answer; empty when it did

    /// A value by its column; empty for NULL and for columns the server's version does not have.
    QString value(qsizetype row, const char *column) const;
    /// {"rows": [{column: text or null, …}, …]}, with "problem" in the rows' place where there is one.
    QJsonObject toJson() const;
};

/// What a server says of itself beyond one database.
struct ServerInventory {
    QList<InventoryTable> tables;
    /// Empty for an unknown name.
    InventoryTable table(const QString &name) const;
};

/// Asks all questions, each for itself: what the role may not know, or the version does not have, is a
/// problem of that table. The session loses the settings that are pinned for others, so it should have been
/// made for this. Errors are those of a lost session, and Stopped.
Result<ServerInventory> readServerInventory(Connection &connection);

} // namespace masclet
