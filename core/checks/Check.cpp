#include "core/checks/Check.h"

#include "core/base/JsonFields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

/// The Spanish titles are the seed's own words (its section 7.3).
constexpr std::array itemTable{
    CheckItemRow{CheckItem::Window, "window", QT_TRANSLATE_NOOP("Check", "Backup made in its window")},
    CheckItemRow{CheckItem::Size, "size", QT_TRANSLATE_NOOP("Check", "File size within its normal range")},
    CheckItemRow{CheckItem::Integrity, "integrity", QT_TRANSLATE_NOOP("Check", "Integrity verified")},
    CheckItemRow{CheckItem::Restore, "restore", QT_TRANSLATE_NOOP("Check", "Restored into a test database")},
    CheckItemRow{CheckItem::Counts, "counts", QT_TRANSLATE_NOOP("Check", "Row counts are equal")},
    CheckItemRow{CheckItem::Logs, "logs", QT_TRANSLATE_NOOP("Check", "Logs without errors")},
    CheckItemRow{CheckItem::Space, "space", QT_TRANSLATE_NOOP("Check", "Enough disk space")}};

struct ResultRow {
    CheckResult result;
    const char *id;
    const char *title;
};

/// From best to worst.
constexpr std::array resultTable{
    ResultRow{CheckResult::Pass, "pass", QT_TRANSLATE_NOOP("Check", "Pass")},
    ResultRow{CheckResult::NotChecked, "not-checked", QT_TRANSLATE_NOOP("Check", "Could not check")},
    ResultRow{CheckResult::Warn, "warn", QT_TRANSLATE_NOOP("Check", "Warning")},
    ResultRow{CheckResult::Fail, "fail", QT_TRANSLATE_NOOP("Check", "Fail")}};

auto rowOf(CheckItem item)
{
    return std::find_if(itemTable.begin(), itemTable.end(),
                        [&](const CheckItemRow &row) { return row.item == item; });
}

auto rowOf(CheckResult result)
{
    return std::find_if(resultTable.begin(), resultTable.end(),
                        [&](const ResultRow &row) { return row.result == result; });
}

} // namespace

std::span<const CheckItemRow> checkItems()
{
    return itemTable;
}

QString nameOf(CheckItem item)
{
    return QString::fromLatin1(rowOf(item)->id);
}

QString titleOf(CheckItem item)
{
    return Tr::tr(rowOf(item)->title);
}

std::optional<CheckItem> checkItemFromName(const QString &name)
{
    for (const CheckItemRow &row : itemTable) {
        if (name == QLatin1String(row.id))
            return row.item;
    }
    return {};
}

QString nameOf(CheckResult result)
{
    return QString::fromLatin1(rowOf(result)->id);
}

QString titleOf(CheckResult result)
{
    return Tr::tr(rowOf(result)->title);
}

std::optional<CheckResult> checkResultFromName(const QString &name)
{
    for (const ResultRow &row : resultTable) {
        if (name == QLatin1String(row.id))
            return row.result;
    }
    return {};
}

CheckResult overallResult(const QList<Check> &checks)
{
    auto worst = resultTable.begin();
    for (const CheckItemRow &row : itemTable) {
        const auto check = std::find_if(checks.begin(), checks.end(),
                                        [&](const Check &found) { return found.item == row.item; });
        worst = std::max(worst, rowOf(check == checks.end() ? CheckResult::NotChecked : check->result));
    }
    return worst->result;
}

QJsonObject toJson(const Check &check)
{
    return {{QStringLiteral("item"), nameOf(check.item)},   {QStringLiteral("result"), nameOf(check.result)},
            {QStringLiteral("finding"), check.finding},     {QStringLiteral("threshold"), check.threshold},
            {QStringLiteral("command"), check.command},     {QStringLiteral("figures"), check.figures},
            {QStringLiteral("unchecked"), check.unchecked}, {QStringLiteral("hint"), check.hint}};
}

Result<Check> checkFromJson(const QJsonObject &object)
{
    JsonFields fields(object, Tr::tr("Check result"), ErrorKind::Verification);
    Check check;
    const std::optional<CheckItem> item = checkItemFromName(fields.word("item"));
    const std::optional<CheckResult> result = checkResultFromName(fields.word("result"));
    if (!item)
        fields.refuse("item");
    if (!result)
        fields.refuse("result");
    check.finding = fields.text("finding");
    check.threshold = fields.text("threshold");
    check.command = fields.text("command");
    check.figures = fields.text("figures");
    check.unchecked = fields.text("unchecked");
    check.hint = fields.text("hint");
    MASCLET_TRY(fields.finish());
    check.item = *item;
    check.result = *result;
    return check;
}

} // namespace masclet
