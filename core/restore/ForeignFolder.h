#pragma once

#include "core/base/Directory.h"

namespace masclet
{

/// Looks into a dump in the directory format that was made elsewhere for what pg_restore lets pass: refuses
/// (Verification, naming it) a table's file that is empty, cut where it is not compressed, or not in
/// `contents`, which is what pg_restore --list wrote.
Result<> checkForeignFolder(const Directory &folder, const QByteArray &contents);

} // namespace masclet
