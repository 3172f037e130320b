#include "core/checks/Evaluators.h"

namespace masclet
{

Check evaluate(CheckItem item, const DayFacts &facts)
{
    switch (item) {
    case CheckItem::Window:
        return checkWindow(facts);
    case CheckItem::Size:
        return checkSize(facts);
    case CheckItem::Integrity:
        return checkIntegrity(facts);
    case CheckItem::Restore:
        return checkRestore(facts);
    case CheckItem::Counts:
        return checkCounts(facts);
    case CheckItem::Logs:
        return checkLogs(facts);
    case CheckItem::Space:
        break;
    }
    return checkSpace(facts);
}

QList<Check> evaluateAll(const DayFacts &facts)
{
    QList<Check> checks;
    for (const CheckItemRow &row : checkItems())
        checks << evaluate(row.item, facts);
    return checks;
}

} // namespace masclet
