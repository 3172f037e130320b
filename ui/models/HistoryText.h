#pragma once

#include "core/catalog/Catalog.h"
#include "ui/support/StateLook.h"

namespace masclet
{

// What a row of the history says, column by column (HistoryModel::Column). Pure.

QString historyText(const HistoryEntry &entry, int column, const QString &zone);
/// Smaller text below the first line; empty for none.
QString historySecondLine(const HistoryEntry &entry, int column, const QString &zone);
QString historyToolTip(const HistoryEntry &entry, int column, const QString &zone);
StateLook historyLook(const HistoryEntry &entry);

} // namespace masclet
