#include "ui/models/HistoryText.h"

#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/models/HistoryModel.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HistoryText)
};

const QString dash = QStringLiteral("–");

QStringList kindsOf(const StoredSet &set)
{
    QStringList kinds;
    for (const StoredSet::File &file : set.files) {
        const QString text = kindText(file.kind);
        if (!kinds.contains(text))
            kinds << text;
    }
    return kinds;
}

QString testText(const StoredSet &set, const QString &zone)
{
    const QDateTime &tested = set.evidence.restoreTested;
    return tested.isValid() ? Tr::tr("tested %1").arg(whenText(tested, zone)) : Tr::tr("never restored");
}

QString changeText(const std::optional<double> &change)
{
    if (!change)
        return dash;
    const double rounded = std::round(*change) + 0.0; // a small loss would be "-0"
    const QString number = QLocale().toString(rounded, 'f', 0);
    return rounded > 0 ? QStringLiteral("+%1 %").arg(number) : QStringLiteral("%1 %").arg(number);
}

QString setText(const HistoryEntry &entry, int column, const QString &zone)
{
    const StoredSet &set = *entry.set;
    switch (column) {
    case HistoryModel::Started:
        return set.readable ? whenText(set.started, zone) : set.id;
    case HistoryModel::What:
        return set.readable ? kindsOf(set).value(0, dash) : Tr::tr("Set that cannot be read");
    case HistoryModel::State:
        return historyLook(entry).word;
    case HistoryModel::Duration:
        return set.readable ? durationText(set.durationMs) : dash;
    case HistoryModel::Stored:
        return set.readable ? sizeText(set.storedBytes) : dash;
    case HistoryModel::Change:
        return changeText(entry.change);
    case HistoryModel::Trigger:
        return triggerText(set.trigger);
    default:
        return oneLine(!set.problem.isEmpty()           ? set.problem
                       : !set.evidence.damage.isEmpty() ? set.evidence.damage
                                                        : set.reason,
                       300);
    }
}

QString runText(const RunRecord &run, int column, const QString &zone)
{
    switch (column) {
    case HistoryModel::Started:
        return whenText(run.started, zone);
    case HistoryModel::What:
        return verbText(run.verb);
    case HistoryModel::State:
        return lookOf(run.state).word;
    case HistoryModel::Duration:
        return run.state == RunState::Running ? dash : durationText(run.durationMs);
    case HistoryModel::Stored:
        return run.storedBytes > 0 ? sizeText(run.storedBytes) : dash;
    case HistoryModel::Change:
        return dash;
    case HistoryModel::Trigger:
        return triggerText(run.trigger);
    default:
        return oneLine(run.message.isEmpty() ? run.reason : run.message, 300);
    }
}

} // namespace

StateLook historyLook(const HistoryEntry &entry)
{
    if (entry.run)
        return lookOf(entry.run->state);
    if (!entry.set->readable)
        return {Tone::Bad, QStringLiteral("shield-x"), Tr::tr("unusable")};
    return lookOf(entry.set->problem.isEmpty() ? entry.set->state : SetState::Damaged);
}

QString historyText(const HistoryEntry &entry, int column, const QString &zone)
{
    return entry.set ? setText(entry, column, zone) : runText(*entry.run, column, zone);
}

QString historySecondLine(const HistoryEntry &entry, int column, const QString &zone)
{
    switch (column) {
    case HistoryModel::Started:
        return entry.set ? entry.set->id : entry.run->id;
    case HistoryModel::What:
        return entry.set ? kindsOf(*entry.set).mid(1).join(QStringLiteral(", ")) : QString();
    case HistoryModel::State:
        return entry.set && entry.set->readable ? testText(*entry.set, zone) : QString();
    case HistoryModel::Stored:
        return entry.set && entry.set->readable ? Tr::tr("%1 raw").arg(sizeText(entry.set->rawBytes))
                                                : QString();
    case HistoryModel::Trigger:
        return oneLine(entry.set ? entry.set->author : entry.run->author, 200);
    default:
        return {};
    }
}

QString historyToolTip(const HistoryEntry &entry, int column, const QString &zone)
{
    if (column == HistoryModel::State && entry.set)
        return Tr::tr("Verified: %1").arg(whenText(entry.set->evidence.verified, zone));
    QStringList lines{historyText(entry, column, zone), historySecondLine(entry, column, zone)};
    return lines.join(QChar(u'\n')).trimmed().toHtmlEscaped();
}

} // namespace masclet
