#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace masclet::test
{

/// The rules of the architecture as pure functions, so that the checker itself can be tested on bad samples.
/// Each returns one line per breach: "path:line: what (why)".

/// Rules about one source file. `path` is relative to the top folder and decides which rules hold.
QStringList sourceBreaches(const QString &path, const QByteArray &content);
/// Rules about every text file of the tree: no paths or hosts of a development machine.
QStringList textBreaches(const QString &path, const QByteArray &content);
/// The top level is closed.
QStringList topLevelBreaches(const QStringList &names);

/// The content with comments and string literals blanked, line numbers kept.
QByteArray withoutCommentsAndStrings(const QByteArray &content);

} // namespace masclet::test
