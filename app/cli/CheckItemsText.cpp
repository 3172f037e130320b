#include "app/cli/CheckItemsText.h"

#include <algorithm>

namespace masclet
{

QJsonArray sayItems(const QList<ProfileCheckItem> &items, const CommandContext &context)
{
    QJsonArray list;
    for (const ProfileCheckItem &item : items) {
        context.say(QStringLiteral("[%1] %2: %3").arg(titleOf(item.result), item.title, item.finding));
        if (!item.hint.isEmpty())
            context.say(QStringLiteral("    ") + item.hint);
        list << QJsonObject{{QStringLiteral("item"), item.id},
                            {QStringLiteral("title"), item.title},
                            {QStringLiteral("result"), nameOf(item.result)},
                            {QStringLiteral("finding"), item.finding},
                            {QStringLiteral("hint"), item.hint}};
    }
    return list;
}

bool allPass(const QList<ProfileCheckItem> &items)
{
    return std::all_of(items.cbegin(), items.cend(),
                       [](const ProfileCheckItem &item) { return item.result == CheckResult::Pass; });
}

} // namespace masclet
