#pragma once

#include "core/repository/StoredSet.h"

#include <QJsonObject>

namespace masclet
{

/// A set as `list --json` and `show --json` give it; keys are stable.
QJsonObject setDocument(const StoredSet &set);

} // namespace masclet
