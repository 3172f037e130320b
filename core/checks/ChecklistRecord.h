#pragma once

#include "core/checks/Check.h"
#include "core/checks/LogFindings.h"

#include <QDateTime>

#include <variant>

namespace masclet
{

/// What a person says about one item.
enum class Verdict { Ok, NotOk, Accepted };
QString nameOf(Verdict verdict); ///< "ok", "not-ok", "accepted": stable
QString titleOf(Verdict verdict);
std::optional<Verdict> verdictFromName(const QString &name);

/// One evaluation, of all items or of some.
struct ChecklistResults {
    QDateTime time; ///< UTC
    QString profileId;
    QString author; ///< user@host
    QString setId;  ///< the set looked at; empty when there was none
    QList<Check> checks;
    QList<LogPosition> logs; ///< where the next day's scan of the log files goes on

    friend bool operator==(const ChecklistResults &, const ChecklistResults &) = default;
};

struct ChecklistVerdict {
    QDateTime time; ///< UTC
    CheckItem item = CheckItem::Window;
    Verdict verdict = Verdict::Ok;
    QString note;
    QString name;
    QByteArray seen; ///< hashOf() the result it speaks of

    friend bool operator==(const ChecklistVerdict &, const ChecklistVerdict &) = default;
};

struct ChecklistSignOff {
    QDateTime time; ///< UTC
    QString name;
    QString note;
    QByteArray seen; ///< hashOf() the results signed

    friend bool operator==(const ChecklistSignOff &, const ChecklistSignOff &) = default;
};

/// One line of a day's file.
using ChecklistRecord = std::variant<ChecklistResults, ChecklistVerdict, ChecklistSignOff>;

/// Sealed (see SealedJson.h), without the line end.
QByteArray toLine(const ChecklistRecord &record);
/// Strict; Verification errors.
Result<ChecklistRecord> checklistRecordFromLine(const QByteArray &line);

/// Lower-case hexadecimal; equal only for equal results.
QByteArray hashOf(const QList<Check> &checks);

} // namespace masclet
