#pragma once

#include "core/archive/SqlEvents.h"

#include <optional>

namespace masclet
{

/// What kind of statement begins with `head`. COPY is Other here: only parseCopy() can tell.
SqlKind sqlKindOf(QByteArrayView head);

/// What a COPY statement turns out to be.
enum class SqlCopyForm { NoCopy, FromClient, Elsewhere, Unreadable };
/// Reads a whole statement. `target` is filled for FromClient only.
SqlCopyForm parseSqlCopy(QByteArrayView statement, SqlCopyTarget &target);

/// `SET [SESSION|LOCAL] name TO value` and `SET NAMES value`, name in lower case, value unquoted.
struct SqlSetting {
    QByteArray name;
    QByteArray value;
};
std::optional<SqlSetting> parseSqlSet(QByteArrayView statement);

} // namespace masclet
