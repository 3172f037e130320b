#pragma once

#include "core/service/ServiceEnvironment.h"

#include <stop_token>

namespace masclet
{

// Addresses that a watchdog somewhere else listens on: it hears of silence, too (fault L08). They return why
// one did not get through, empty when it did or there is none. Blocking, within notify.time_limit.

QString pingStart(const ServiceEnvironment &environment, const Profile &profile, const std::stop_token &stop);

/// `failure` of the backup or of a step after it, nullptr for none. A run that was stopped, or refused since
/// another one is at work, is neither.
QString pingEnd(const ServiceEnvironment &environment, const Profile &profile, const Error *failure,
                const std::stop_token &stop);

} // namespace masclet
