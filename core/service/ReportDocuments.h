#pragma once

#include "core/service/RestoreTestService.h"
#include "core/service/SetReport.h"

#include <QJsonObject>

namespace masclet
{

// Reports as JSON: what --json prints is what the desk exports. Keys are stable.

/// A set as `list` gives it.
QJsonObject setDocument(const StoredSet &set);
/// All of it, as `show` gives it.
QJsonObject setDocument(const StoredSet &set, const Manifest &manifest, const QList<Evidence> &evidence);
/// When each level of verification was reached, and how long ago that is at `now`: stored bytes read, read
/// back whole, restored. Invalid times give null ages.
QJsonObject levelsDocument(const QDateTime &read, const QDateTime &verified, const QDateTime &restoreTested,
                           const QDateTime &now);
/// As `restore-test` gives it.
QJsonObject restoreTestDocument(const RestoreTestReport &report);

} // namespace masclet
