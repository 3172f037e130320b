#pragma once

#include "core/checks/DayFacts.h"

namespace masclet::test
{

/// "2025-02-18T02:00" as UTC.
QDateTime utc(const char *iso);

/// Masclet Imperi: /backups, Europe/Madrid, 02:00, critical tables animals and parts.
Profile sampleProfile();

/// A set of 2 MB with an archive of the id's name. Its state decides what its evidence says: verified 5
/// minutes and restored 10 minutes after the start.
StoredSet sampleSet(const QString &id, const char *started, SetState state = SetState::RestoreTested);

/// The run that made it.
RunRecord runOf(const StoredSet &set);

/// animals 347, parts 1500, farms 11; the first two counted by SQL.
Manifest sampleManifest(const StoredSet &set);

/// All rows of a manifest's tables, as an equal copy has them.
QList<TableRows> equalCopy(const Manifest &manifest);

/// 18 February 2025, 09:00 in Madrid, with one restored set of 02:00, seven days of runs before it and
/// plenty of space on another machine: everything passes.
DayFacts goodDay();

/// goodDay() without any set or run.
DayFacts emptyDay();

} // namespace masclet::test
