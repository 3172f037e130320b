#pragma once

#include "core/profile/OptionTable.h"

namespace masclet
{

/// One key of a [[services]] table, declared once: profile file, man page and checks walk serviceKeys().
/// Plain data.
struct ServiceKey : OptionForm {
    /// Which controllers know the key; those that do need it, unless it has a default.
    QStringList controllers;
    OptionValue (*get)(const Profile::Service &) = nullptr;
    void (*set)(Profile::Service &, const OptionValue &) = nullptr;

    bool isKnownTo(const QString &controller) const { return controllers.contains(controller); }
};

/// All keys, in the order of the profile file; name and controller come first.
std::span<const ServiceKey> serviceKeys();

/// What one key cannot say by itself: that the controller has the keys it needs and no others, and names
/// that it will take as names. Config, one sentence that names no place.
Result<> checkService(const Profile::Service &service);

/// What a service is, for people: "systemd unit web.service".
QString serviceText(const Profile::Service &service);

} // namespace masclet
