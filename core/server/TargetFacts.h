#pragma once

#include "core/server/Connection.h"
#include "core/server/DatabaseFacts.h"

#include <QStringList>

namespace masclet
{

/// What a server lacks that a database of another one needs. Names are bytes.
struct MissingForRestore {
    QList<QByteArray> roles;
    QList<QByteArray> extensions;
    QList<QByteArray> tablespaces;
    bool locale = false; ///< its collation is not known to the server
    bool mayCreate = true;
};

/// What a database of this server has when nobody said anything else: `encoding`, the locale of template1
/// where that fits the encoding and C otherwise, the role of `admin` as its owner.
Result<DatabaseFacts> readDefaultFacts(Connection &admin, const QByteArray &name, const QByteArray &encoding);

/// Asks the server of `admin` for everything `source` uses. Errors are RestoreUntouched.
Result<MissingForRestore> readMissingForRestore(Connection &admin, const DatabaseFacts &source);

} // namespace masclet
