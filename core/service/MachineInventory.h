#pragma once

#include "core/job/JobContext.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace masclet
{

/// Section, name, value: "packages", "nginx:amd64", "1.22.1-9".
using InventoryFacts = QMap<QString, QMap<QString, QString>>;

/// Where the programs that are asked lie. A value.
struct MachinePrograms {
    QStringList folders; ///< of everything that has no place of its own
    QString systemctl;   ///< absolute; empty: none
    QString docker;
};

/// What one program said.
struct CommandOutput {
    QString name; ///< stable: "packages"
    QString command;
    QString problem;   ///< why there is no output; empty when there is
    QByteArray output; ///< secrets are taken out already
};

/// What a machine says of itself. `facts` stay as they are until somebody changes something; `figures` move
/// by themselves and are only kept.
struct MachineInventory {
    QList<CommandOutput> commands;
    InventoryFacts facts;   ///< "system", "disks", "mounts", "services", "containers", "packages"
    InventoryFacts figures; ///< "disks", "services", "containers"
};

/// Asks all programs one after the other; one that is missing, fails or hangs is a problem of its output.
/// Environment variables of containers keep their names only. The only error is Stopped.
Result<MachineInventory> readMachine(const MachinePrograms &programs, JobContext &context);

} // namespace masclet
