#pragma once

#include "core/archive/TarEntry.h"
#include "core/base/Result.h"

#include <QHash>

namespace masclet
{

/// Decides whether an archive can be unpacked below a folder without anything of it landing elsewhere. Gets
/// every entry once, in the archive's order, before the first one is written; one refusal refuses the archive
/// (faults SR3, G13). Paths must be plain and relative, nothing may lie behind a link, hard links must name a
/// file of the same archive, devices, pipes and sockets do not belong into a backup. A symbolic link may name
/// any absolute path, as those of /etc do: it is written as it is and never followed; one that climbs above
/// the archive's root is no such link and refused. Keeps all names in memory. A value; one thread.
class TarRules
{
public:
    /// Verification, naming the entry.
    Result<> check(const TarEntry &entry);
    /// False for what the program itself put beside the files of the machine into an archive that was checked
    /// whole: those of the machine come with every folder above them.
    bool isOfMachine(const QByteArray &path) const;

private:
    enum class Seen {
        Folder,
        ImpliedFolder, ///< something lies in it, but it has no entry itself
        File,
        Link,
    };
    Result<> checkFolders(const QByteArray &path);
    Result<> remember(const TarEntry &entry);
    Result<> checkTarget(const TarEntry &entry) const;

    QHash<QByteArray, Seen> m_seen;
};

} // namespace masclet
