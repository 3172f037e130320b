#include "app/keychain/SystemKeychain.h"

namespace masclet
{

std::shared_ptr<const Keychain> systemKeychain(std::chrono::milliseconds)
{
    return nullptr;
}

} // namespace masclet
