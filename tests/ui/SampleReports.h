#pragma once

#include "tests/ui/UiDesk.h"
#include "ui/reports/Reports.h"

namespace masclet::test
{

/// A day of this desk, checked, with a verdict and a signature.
ChecklistReport checkedDay(UiDesk &desk);
/// A restore test that went well, or found a row missing.
RestoreTestReport testReport(bool good);
SetReport newestSet(UiDesk &desk);

} // namespace masclet::test
