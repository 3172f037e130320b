#pragma once

#include "core/repository/StoredSet.h"

#include <QJsonObject>

namespace masclet
{

/// A listed set as the catalog keeps it.
QJsonObject toJson(const StoredSet &set);
/// Strict; Catalog errors.
Result<StoredSet> storedSetFromJson(const QJsonObject &object);

} // namespace masclet
