#pragma once

#include "core/base/Result.h"

#include <chrono>

namespace masclet
{

/// What the session bus says about an entry. QtKeychain cannot tell a locked entry from a missing one, nor a
/// missing bus from a missing service (libsecret's own answers), so the bus is asked first.
enum class EntryState {
    Unknown, ///< the service speaks another language (KWallet)
    Missing,
    Locked,
    There,
};

/// Whether this session has a keychain at all; starts nothing. The errors are those of KeychainErrors.h.
/// Blocks up to the limit; for the keychain's thread.
Result<> lookForService(std::chrono::milliseconds limit);
/// The same, and how the entry stands. The service is started when it can be.
Result<EntryState> lookForEntry(const QString &service, const QString &entry,
                                std::chrono::milliseconds limit);

} // namespace masclet
