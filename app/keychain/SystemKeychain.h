#pragma once

#include "core/server/Keychain.h"

#include <chrono>
#include <memory>

namespace masclet
{

/// How long the keychain may take for one call, whatever its service does.
inline constexpr std::chrono::milliseconds keychainLimit{10'000};

/// The keychain of this session (GNOME Keyring, KWallet) through QtKeychain, never its unencrypted fallback.
/// Null when the program was built without. It keeps no connection; what it needs of Qt runs on a thread of
/// its own, which the first call starts, so the caller needs no event loop. `limit` is shorter in tests.
std::shared_ptr<const Keychain> systemKeychain(std::chrono::milliseconds limit = keychainLimit);

} // namespace masclet
