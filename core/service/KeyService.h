#pragma once

#include "core/base/Secret.h"
#include "core/pipeline/Age.h"

namespace masclet
{

/// A pair of keys that was made.
struct CreatedKey {
    QString recipient; ///< public, for the profile of the machine that makes backups
    Secret secret;     ///< the file's content, to be printed for the safe when a person asks
};

/// Lets age-keygen make a pair and writes the secret one into a new file, 0600. A file that is there is never
/// written over (Config): with it goes everything that was encrypted to it. `program` is age's path.
Result<CreatedKey> createKey(const QString &path, const QString &program, const std::stop_token &stop);

} // namespace masclet
