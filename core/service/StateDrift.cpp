// What differs between two moments; reading them is in DriftService.cpp.
#include "core/base/Text.h"
#include "core/service/DriftService.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DriftService)
};

constexpr qsizetype valueShown = 300;
constexpr qsizetype hashShown = 12;

QString describe(const ConfigFile &file)
{
    if (file.type == QLatin1String("link"))
        return QStringLiteral("→ %1 (%2)").arg(oneLine(file.sha256, valueShown), file.owner);
    const QString rights = QStringLiteral("%1 %2").arg(file.mode, 4, 8, QChar(u'0')).arg(file.owner);
    if (file.type != QLatin1String("file"))
        return rights;
    return Tr::tr("%1, %2, content %3")
        .arg(rights, sizeText(file.size), QString::fromLatin1(file.sha256.left(hashShown)));
}

QString shown(const std::optional<ConfigFile> &file)
{
    return file ? describe(*file) : QString();
}

QString shown(const std::optional<QString> &value)
{
    if (!value)
        return {};
    return value->isEmpty() ? Tr::tr("there") : oneLine(*value, valueShown);
}

template <class Map>
std::optional<typename Map::mapped_type> valueIn(const Map &map, const typename Map::key_type &key)
{
    const auto found = map.constFind(key);
    return found == map.constEnd() ? std::nullopt : std::optional(*found);
}

/// Calls `differs(key, before, after)` for every key whose values are not the same, in order.
template <class Map, class Differs>
void compareMaps(const Map &older, const Map &newer, const Differs &differs)
{
    QList<typename Map::key_type> keys = older.keys() + newer.keys();
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const auto &key : std::as_const(keys)) {
        const auto before = valueIn(older, key);
        const auto after = valueIn(newer, key);
        if (before != after)
            differs(key, before, after);
    }
}

/// Sections that come from the machine; all others need the server.
bool isOfMachine(const QString &section)
{
    static const QStringList sections{QStringLiteral("system"),     QStringLiteral("disks"),
                                      QStringLiteral("mounts"),     QStringLiteral("services"),
                                      QStringLiteral("containers"), QStringLiteral("packages")};
    return sections.contains(section);
}

bool knowsServer(const StateInventory &state)
{
    return state.facts.contains(QStringLiteral("server"));
}

void compareInventories(const StateInventory &older, const StateInventory &newer, Drift &drift)
{
    const bool both = knowsServer(older) && knowsServer(newer);
    QStringList sections = older.facts.keys() + newer.facts.keys();
    sections.removeDuplicates();
    sections.sort();
    for (const QString &section : std::as_const(sections)) {
        if (!both && !isOfMachine(section))
            continue;
        compareMaps(older.facts.value(section), newer.facts.value(section),
                    [&](const QString &name, const auto &before, const auto &after) {
                        drift.changes
                            << Drift::Change{QStringLiteral("state"), section, oneLine(name, valueShown),
                                             shown(before), shown(after)};
                    });
    }
}

template <class T>
bool bothKnow(const std::optional<T> &older, const std::optional<T> &newer, const QString &kind, Drift &drift)
{
    if (older && newer)
        return true;
    drift.remarks << Tr::tr("%1 was not compared: it is not known on both sides.").arg(kind);
    return false;
}

} // namespace

Drift compareStates(const MachineState &older, const MachineState &newer)
{
    Drift drift;
    drift.remarks = older.remarks + newer.remarks;
    if (bothKnow(older.config, newer.config, QStringLiteral("config"), drift))
        compareMaps(
            *older.config, *newer.config, [&](const QByteArray &path, const auto &before, const auto &after) {
                drift.changes << Drift::Change{
                    QStringLiteral("config"), {}, oneLine(path, valueShown), shown(before), shown(after)};
            });
    if (bothKnow(older.state, newer.state, QStringLiteral("state"), drift))
        compareInventories(*older.state, *newer.state, drift);
    return drift;
}

} // namespace masclet
