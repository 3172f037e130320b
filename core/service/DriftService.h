#pragma once

#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/repository/Repository.h"
#include "core/service/ServiceEnvironment.h"
#include "core/service/SetKey.h"
#include "core/service/StateInventory.h"

#include <QMap>

#include <optional>

namespace masclet
{

/// A configuration file as it was at some time. Its content is only compared, never shown: it may hold
/// secrets.
struct ConfigFile {
    QString type; ///< "file", "folder", "link"
    int mode = 0;
    QString owner; ///< "root:adm"
    qint64 size = 0;
    QByteArray sha256; ///< of the content; of a link, what it names
    friend bool operator==(const ConfigFile &, const ConfigFile &) = default;
};

/// Configuration and state of one moment, as far as they are known.
struct MachineState {
    QString name;                                       ///< set id, or empty for now
    std::optional<QMap<QByteArray, ConfigFile>> config; ///< nullopt: not in the set
    std::optional<StateInventory> state;
    QStringList remarks; ///< what could not be read
};

struct Drift {
    struct Change {
        QString kind;    ///< "config" or "state"
        QString section; ///< of state: "packages"; empty for config
        QString what;    ///< path, or name
        QString before;  ///< empty: not there
        QString after;
    };
    QList<Change> changes; ///< harmless on one line each
    QStringList remarks;   ///< what was not compared, and why
};

/// What differs between two moments. Figures that move by themselves (sizes, positions) are not compared.
/// Pure.
Drift compareStates(const MachineState &older, const MachineState &newer);

/// Reads config and state of a set, whole: Verification when they are damaged, Credentials when they are
/// encrypted and `key` does not open them. Blocking.
Result<MachineState> readSetState(const Repository &repository, const QString &setId,
                                  const std::optional<SetKey> &key, JobContext &context);

/// The same of this machine and server as they are now, as a backup would archive them. A server that is not
/// reached is a remark. Blocking.
Result<MachineState> readStateNow(const ServiceEnvironment &environment, const Profile &profile,
                                  const Repository &repository, JobContext &context);

} // namespace masclet
