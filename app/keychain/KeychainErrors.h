#pragma once

#include "core/base/Error.h"

#include <chrono>

namespace masclet
{

// One sentence and one piece of advice for each way in which a keychain does not serve. All are Credentials.
// `detail` is what bus or library said.

Error noSessionBus(const QString &detail);
Error noKeychainService(const QString &detail);
Error keychainLocked(const QString &detail);
Error keychainDenied(const QString &detail);
Error keychainSilent(std::chrono::milliseconds limit);
Error keychainFailed(const QString &detail);
/// What was written is not what is read back, or what was removed is still there.
Error keychainUntrue(const QString &detail);

} // namespace masclet
