#pragma once

#include "core/pipeline/FileArchive.h"
#include "core/server/DatabaseFacts.h"
#include "core/server/ServerInventory.h"
#include "core/service/MachineInventory.h"

namespace masclet
{

/// The kind `state`: what machine and server were like. A value; no secrets in it.
struct StateInventory {
    QDateTime taken; ///< UTC
    QString machine;
    QString program;
    InventoryFacts facts;   ///< compared when two states are
    InventoryFacts figures; ///< not compared: they move by themselves

    QByteArray toJson() const;
    /// Strict; Verification.
    static Result<StateInventory> parse(const QByteArray &text);

    friend bool operator==(const StateInventory &, const StateInventory &) = default;
};

/// Name of its file in the archive.
QByteArray inventoryPath();

/// Puts together what was found; `server` is null when it was not reached. Pure.
StateInventory makeInventory(const MachineInventory &machine, const DatabaseFacts &database,
                             const ServerInventory *server);

/// Everything of the archive: the inventory as JSON, each program's output, each table of the server's.
QList<GeneratedFile> stateFiles(const StateInventory &inventory, const MachineInventory &machine,
                                const ServerInventory *server);

/// The server's configuration as far as it tells it: settings, access rules, name maps, one file each.
QList<GeneratedFile> configurationFiles(const ServerInventory &server);

} // namespace masclet
