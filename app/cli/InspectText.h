#pragma once

#include "core/service/DriftService.h"
#include "core/service/DumpChanges.h"

namespace masclet
{

// What `inspect` says, for people and for programs. Pure.

QString dumpReport(const InspectedDump &dump);
QJsonObject document(const InspectedDump &dump);

QString tableReport(const InspectedRows &table);
QJsonObject document(const InspectedRows &table);

QString changesReport(const QString &older, const QString &newer, const QList<TableChange> &changes);
QJsonObject document(const QString &older, const QString &newer, const QList<TableChange> &changes);

/// `newer` is empty for now.
QString driftReport(const QString &older, const QString &newer, const Drift &drift);
QJsonObject document(const QString &older, const QString &newer, const Drift &drift);

} // namespace masclet
