#pragma once

#include "core/repository/StoredSet.h"

#include <QJsonObject>

namespace masclet
{

/// How the catalog stores a set or a run.
QString catalogDocument(const QJsonObject &object);

/// A listed set as the catalog keeps it.
QJsonObject toJson(const StoredSet &set);
/// Strict; Catalog errors.
Result<StoredSet> storedSetFromJson(const QJsonObject &object);

} // namespace masclet
