#pragma once

#include "core/profile/OptionTable.h"

namespace masclet
{

/// One key of a [[contacts]] table, declared once: profile file, man page and checks walk contactKeys().
/// Plain data.
struct ContactKey : OptionForm {
    OptionValue (*get)(const Profile::Contact &) = nullptr;
    void (*set)(Profile::Contact &, const OptionValue &) = nullptr;
};

/// All keys, in the order of the profile file.
std::span<const ContactKey> contactKeys();

/// What one key cannot say by itself: who it is, and at least one way to reach that person. Config, one
/// sentence that names no place.
Result<> checkContact(const Profile::Contact &contact);

/// "System administrator", for a role of the ladder.
QString roleTitle(const QString &role);

/// How a contact is reached, for people: mail, phone, host of the webhook, program. A webhook's address may
/// hold a token, so no more than its host is shown.
QString contactText(const Profile::Contact &contact);

/// "https://host/…": what may be shown of an address that may hold a secret.
QString addressForPeople(const QString &url);

} // namespace masclet
