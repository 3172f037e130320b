#pragma once

#include "core/archive/SqlEvents.h"

namespace masclet
{

/// A statement of a dump, for messages.
struct LoadedStatement {
    QByteArray text; ///< its first bytes
    qint64 line = 0;
    SqlKind kind = SqlKind::Other;
};

/// The server's refusal of a statement, with the object, its line in the dump, and the cure where the cause
/// is known: a missing extension (faults C07), a function that depends on search_path (C03), a setting of a
/// newer server (R09).
Error explainRefusal(Error error, const LoadedStatement &statement);

} // namespace masclet
