#pragma once

#include "core/service/ChecklistService.h"
#include "core/service/RestoreTestService.h"
#include "core/service/SetReport.h"
#include "ui/reports/Report.h"

namespace masclet
{

// What is exported, in the language that applies. Plain functions.

/// The foot of each page: "masclet-backup 0.1.0 · marta@granja · 18/02/2025 08:12 CET".
QString reportOrigin(const ServiceEnvironment &environment, const Profile &profile);

/// A day: seven items with finding and evidence, verdicts, signature.
Report checklistReport(const ServiceEnvironment &environment, const Profile &profile,
                       const ChecklistReport &checklist);
/// Where a set was tried out and what came of it, table per table.
Report restoreTestReport(const ServiceEnvironment &environment, const Profile &profile,
                         const RestoreTestReport &test, const QString &place);
/// Who is told of an alarm, in which order and how.
Report contactsReport(const ServiceEnvironment &environment, const Profile &profile);
/// Everything known about a set.
Report setReport(const ServiceEnvironment &environment, const Profile &profile, const SetReport &set);

} // namespace masclet
