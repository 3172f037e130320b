#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace masclet
{

/// The seven items of the daily checklist, in its order.
enum class CheckItem { Window, Size, Integrity, Restore, Counts, Logs, Space };

/// Declared once: command line, files and screens read this table.
struct CheckItemRow {
    CheckItem item;
    const char *id;    ///< stable: "window"
    const char *title; ///< English source text; titleOf() translates it
};

std::span<const CheckItemRow> checkItems();
QString nameOf(CheckItem item);
std::optional<CheckItem> checkItemFromName(const QString &name);
QString titleOf(CheckItem item);

/// NotChecked is shown as "Could not check" and is never green.
enum class CheckResult { Pass, Warn, Fail, NotChecked };
QString nameOf(CheckResult result); ///< "pass", "warn", "fail", "not-checked": stable
std::optional<CheckResult> checkResultFromName(const QString &name);
QString titleOf(CheckResult result);

/// What one item found. Plain data; the sentences are in the language of the run that made them.
struct Check {
    CheckItem item = CheckItem::Window;
    CheckResult result = CheckResult::NotChecked;
    QString finding;
    QString threshold; ///< what would have to hold
    QString command;   ///< what a person can run to see it without this program; lines
    QString figures;   ///< what was measured; lines
    /// A part of the item that could not be checked and does not lower its result ("The band needs 2 more
    /// verified sets."). Shown with a question mark; empty when there is none.
    QString unchecked;
    QString hint; ///< what to do next; may be empty

    friend bool operator==(const Check &, const Check &) = default;
};

/// The worst of the seven: fail, warn, not-checked, pass. An item that is missing counts as not checked.
CheckResult overallResult(const QList<Check> &checks);

QJsonObject toJson(const Check &check);
/// Strict; Verification errors.
Result<Check> checkFromJson(const QJsonObject &object);

} // namespace masclet
