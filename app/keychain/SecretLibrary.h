#pragma once

namespace masclet
{

// What QtKeychain does not do about the libraries it loads: looked up in them by name, since it links none of
// them either. Nothing happens where they are not there (KWallet). For the keychain's thread.

/// GLib ends a process whose session bus goes away; a backup must outlive a logout.
void outliveSessionBus();
/// Lets libsecret forget its session with the service.
void forgetSecretService();

} // namespace masclet
