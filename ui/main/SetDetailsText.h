#pragma once

#include "core/service/SetReport.h"
#include "ui/models/RowsModel.h"

namespace masclet
{

// What the details of a set or run say. Pure.

struct Fact {
    QString label;
    QString value;
};
QList<Fact> factsOf(const SetReport &report);
QList<Fact> factsOf(const RunRecord &run, const QString &zone);
/// Two columns of text for a label; everything is escaped.
QString factsTable(const QList<Fact> &facts);

QList<QList<Cell>> tableRows(const Manifest &manifest);
QList<QList<Cell>> fileRows(const Manifest &manifest);
/// Evidence, and runs that looked at the set.
QList<QList<Cell>> proofRows(const SetReport &report);
/// `started` is the run's start.
QList<QList<Cell>> phaseRows(const QList<RunPhase> &phases, const QDateTime &started, const QString &zone);
/// The items of a checklist day.
QList<QList<Cell>> checkRows(const ChecklistDay &day);
QList<QList<Cell>> logRows(const QList<RunLogLine> &log, const QString &zone);

} // namespace masclet
