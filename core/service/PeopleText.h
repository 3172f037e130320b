#pragma once

#include "core/repository/Manifest.h"
#include "core/repository/RunRecord.h"

#include <QDateTime>
#include <QString>

namespace masclet
{

/// momentText() in zoneNamed(zone); "never" for an invalid time.
QString whenText(const QDateTime &utc, const QString &zone);

QString stateText(SetState state);
QString stateText(RunState state);
/// In one sentence.
QString loadText(const RunLoad &load);

} // namespace masclet
