#pragma once

#include "core/base/Result.h"
#include "core/profile/OptionTable.h"

#include <QByteArray>
#include <QSet>

namespace masclet
{

/// A profile as its file has it: the values, and which options the file gives. What it leaves out may come
/// from libpq's variables (see EffectiveProfile.h), so defaults are not written as if they were given.
struct StoredProfile {
    Profile profile;
    QSet<QString> given; ///< Option::path()
    /// Sets a checked value and marks it as given.
    void give(const Option &option, const OptionValue &value);
};

/// Reads the text of a profile file strictly: unknown or double keys, wrong types and values out of range are
/// Config errors that name `place` (the file) and the line. Neither name nor path of the profile are set.
Result<StoredProfile> parseProfile(const QByteArray &text, const QString &place);

/// The text of a profile file: given options as values, the others as comments with their defaults. Reading
/// it back gives the same.
QByteArray profileText(const StoredProfile &stored);

/// Profile ids: what `init` generates (hexadecimal, 32 characters).
bool isProfileId(const QString &id);

} // namespace masclet
