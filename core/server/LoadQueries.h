#pragma once

#include "core/server/Connection.h"

#include <QSet>

namespace masclet
{

/// Questions and settings around the load of a dump into a database of our own.

enum class LoadPlace {
    Server,  ///< shared with others: no parallel index builds, no waiting for the disk at each commit
    Sandbox, ///< ours alone
};
/// Settings that a dump takes for granted and does not set itself; whatever role and database say.
Result<> prepareForLoad(Connection &connection, LoadPlace place, ErrorKind kind);

/// Roles as the loading session sees them.
struct RolesHere {
    QByteArray self;
    bool superuser = false;
    QSet<QByteArray> all;
    QSet<QByteArray> own; ///< those to which objects may be given: member of, or superuser
};
Result<RolesHere> readRoles(Connection &connection, ErrorKind kind);

/// A sequence that would hand out a value its column already holds.
struct SequenceBehind {
    QByteArray schema;
    QByteArray sequence;
    QByteArray table;
    QByteArray column;
    qint64 last = 0; ///< value of the sequence
    qint64 maximum = 0;
};
/// Of the sequences owned by a column. Those whose table may not be read are left out.
Result<QList<SequenceBehind>> readSequencesBehind(Connection &connection, ErrorKind kind);

struct InvalidIndex {
    QByteArray schema;
    QByteArray name;
};
/// Of tables; an index of a partitioned table is valid only with all its parts, as at the source.
Result<QList<InvalidIndex>> readInvalidIndexes(Connection &connection, ErrorKind kind);

} // namespace masclet
