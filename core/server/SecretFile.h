#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QString>

namespace masclet
{

/// A file that holds nothing but a secret; one line end at its end does not belong to it. It may be a link:
/// container engines and systemd mount secrets that way, the path is the operator's. `what` it holds is said
/// when it is missing.
Result<Secret> readSecretFile(const QString &path, const QString &what);

/// Credentials when others than its owner may read or change the file.
Result<> checkPrivate(const QString &path);

} // namespace masclet
