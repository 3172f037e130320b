#pragma once

#include "core/job/JobContext.h"
#include "core/service/ServiceEnvironment.h"

#include <optional>

namespace masclet
{

// The password of a profile: proven, put into a store, taken out again. `secret` and the desk do it alike.
// Blocking; call them from a job.

/// The stores this program writes to; the others belong to systemd or a container engine.
enum class PasswordStore {
    PassFile, ///< where scheduled runs find it
    Keychain, ///< of the session of a person
};
QString nameOf(PasswordStore store); ///< "passfile", "keychain": as the option `secret` has it
std::optional<PasswordStore> passwordStoreFromName(const QString &name);
/// "the pass file /…", "the system keychain".
QString titleOf(PasswordStore store, const Profile &profile);
/// Whether the profile takes its password from there.
bool isRead(PasswordStore store, const Profile &profile);
/// Why a password in that store is no use to the profile; empty when it is read from there.
QString notReadText(PasswordStore store, const Profile &profile);

/// What follows from keeping it there and nowhere else, for a person to know before they choose. `user`: who
/// runs this.
QString consequenceOf(const QList<PasswordStore> &stores, const QString &user);

/// Whether the profile's password is for sessions of people alone: it is in the keychain, and in no store
/// that a scheduler reaches. False as well where the keychain cannot be asked.
bool isForSessionsOnly(const Profile &profile, const SecretSources &sources, const std::stop_token &stop);
/// That, and what to do about it: one sentence each.
Error sessionsOnlyError(const Profile &profile);

/// Connects once with this password. Credentials when the server refuses it, Connection when it is not
/// reached.
Result<> provePassword(const Profile &profile, const Secret &password, JobContext &context);

/// The same before it is stored: fails when the server refuses it, for what is refused is stored nowhere. A
/// server that is away keeps nobody from storing one: then the value is why it was not reached.
Result<std::optional<Error>> proveBeforeStoring(const Profile &profile, const Secret &password,
                                                JobContext &context);

Result<bool> hasPassword(PasswordStore store, const Profile &profile, const SecretSources &sources,
                         const std::stop_token &stop);
/// Puts it there, or changes it there.
Result<> storePassword(PasswordStore store, const Profile &profile, const Secret &password,
                       const SecretSources &sources, const std::stop_token &stop);
/// True when there was one.
Result<bool> removePassword(PasswordStore store, const Profile &profile, const SecretSources &sources,
                            const std::stop_token &stop);

// Any entry of the keychain; the names are in core/server/Keychain.h. Credentials where there is none.
Result<bool> isInKeychain(const QString &entry, const SecretSources &sources, const std::stop_token &stop);
Result<> storeInKeychain(const QString &entry, const Secret &secret, const SecretSources &sources,
                         const std::stop_token &stop);
/// True when there was one.
Result<bool> removeFromKeychain(const QString &entry, const SecretSources &sources,
                                const std::stop_token &stop);

/// The same environment for one look with a password that is in no store yet.
ServiceEnvironment withPassword(const ServiceEnvironment &environment, const Secret &password);

} // namespace masclet
