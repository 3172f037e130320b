#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace masclet
{

/// Debian's bubblewrap, which makes the walls.
inline QString bubblewrapProgram()
{
    return QStringLiteral("/usr/bin/bwrap");
}

/// Arguments of bubblewrap behind which a program of PostgreSQL that lies in `toolsFolder` (canonical) runs
/// and reaches nothing else: no network, own process and memory spaces, own /tmp. A list of what may be seen,
/// not of what is hidden: /root, /home, /var, /run with the sockets of other servers, and repositories
/// anywhere stay outside. What it may see besides follows, then the end of the walls.
QList<QByteArray> wallsAround(const QString &toolsFolder);
/// Nothing of the root may be written; the program and its arguments follow.
QList<QByteArray> endOfWalls();

} // namespace masclet
