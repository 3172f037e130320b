#pragma once

#include "core/restore/Comparison.h"

class QTableView;

namespace masclet
{

/// Table per table: rows at the dump, rows restored, difference; what differs comes first.
QTableView *comparisonTable(const Comparison &comparison);

} // namespace masclet
