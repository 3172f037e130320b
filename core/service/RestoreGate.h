#pragma once

#include "core/checks/Check.h"
#include "core/restore/RestoreBeside.h"
#include "core/server/DatabaseSwap.h"

namespace masclet
{

/// One thing looked at before a restore changes anything. A failed one keeps the restore from beginning.
struct GateItem {
    QString id;    ///< stable: "server", "part", "version", "roles", …
    QString title; ///< translated
    CheckResult result = CheckResult::NotChecked;
    QString finding;
    QString hint;
    ErrorKind kind = ErrorKind::RestoreUntouched; ///< what a failed one ends with
};

/// What the gate is asked about.
struct GateQuestion {
    const Manifest &manifest;
    const ConnectionSettings &admin; ///< the way to the server, for a look into its other databases
    std::stop_token stop;
    QByteArray target;
    enum class Mode {
        New,    ///< under a name that nobody has
        Replace ///< a database of that name gives way
    };
    Mode mode = Mode::New;
    LoadSelection selection;
    BesideOrder::Globals globals = BesideOrder::Globals::Leave;
    QByteArray acceptedServer; ///< identifier that a person repeated; empty: the set's own server only
    QString localDataFolder;   ///< of the server, when it is this machine; empty: unknown
};

/// What is on the server where the set will go.
struct GateFindings {
    QList<GateItem> items;
    QByteArray systemIdentifier;
    std::optional<TargetDatabase> target;
    QList<DatabaseSession> sessions;

    const GateItem *firstFailure() const;
};

/// Looks at the server of `admin`, changes nothing. Whether the archive is whole is another item, which costs
/// a whole reading (see archiveItem()). Errors: RestoreUntouched, Connection.
Result<GateFindings> passGate(Connection &admin, const GateQuestion &question);

/// The item for the reading of the archive.
GateItem archiveItem(const Manifest &manifest, const Result<> &verified);

} // namespace masclet
