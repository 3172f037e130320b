#pragma once

#include "app/cli/CommandContext.h"
#include "core/service/ProfileCheck.h"

#include <QJsonArray>

namespace masclet
{

/// A line for each, and one more for its hint; the same for --json.
QJsonArray sayItems(const QList<ProfileCheckItem> &items, const CommandContext &context);
bool allPass(const QList<ProfileCheckItem> &items);

} // namespace masclet
