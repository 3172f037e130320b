#pragma once

#include <QByteArray>
#include <QList>

#include <sys/stat.h>

namespace masclet::test
{

/// An entry of an archive as nobody but an attacker would write it.
struct MadeEntry {
    QByteArray path;
    mode_t type = S_IFREG; ///< S_IFLNK, S_IFDIR, S_IFCHR, …
    QByteArray target = {};
    QByteArray content = "evil\n";
    enum class Link { No, Hard } link = Link::No;
};

/// A tar archive of these entries, exactly as given.
QByteArray makeTar(const QList<MadeEntry> &entries);

} // namespace masclet::test
