#include "ui/main/NextRunPanel.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "ui/support/Labels.h"

#include <QVBoxLayout>

namespace masclet
{

namespace
{

/// In UTC as well, where that says something else.
QString dueText(const QDateTime &due, const QTimeZone &zone)
{
    const QString here = momentText(due, zone);
    return zone.offsetFromUtc(due) == 0
               ? here
               : NextRunPanel::tr("%1 (%2)").arg(here, timeText(due, QTimeZone::utc()));
}

} // namespace

NextRunPanel::NextRunPanel(QWidget *parent)
    : QFrame(parent)
    , m_when(titleLabel())
    , m_expected(plainLabel())
    , m_after(mutedLabel())
{
    setObjectName(QStringLiteral("card"));
    auto *const title = new ToneLabel;
    title->show(QStringLiteral("calendar-clock"), tr("Next planned run"), Tone::Unknown);
    m_when->setWordWrap(false);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin - 4, theme::gap + 2, theme::margin - 4, theme::gap + 2);
    layout->setSpacing(2);
    layout->addWidget(title);
    layout->addWidget(m_when);
    layout->addWidget(m_expected);
    layout->addWidget(m_after);
    layout->addStretch();
    showNothing();
}

void NextRunPanel::showNothing()
{
    m_when->setText(QStringLiteral("–"));
    m_expected->clear();
    m_after->clear();
}

void NextRunPanel::showNext(const NextRun &next, const QString &zone)
{
    m_when->setText(next.due.isValid() ? dueText(next.due, zoneNamed(zone)) : tr("No time is planned"));
    m_expected->setText(next.durationMs && next.storedBytes
                            ? tr("About %1 and %2, as the last runs")
                                  .arg(durationText(*next.durationMs), sizeText(*next.storedBytes))
                            : tr("Duration and size are not known before the first run"));
    const qint64 left = next.freeBytes - next.storedBytes.value_or(0);
    const QString room = tr("%1 free after it.").arg(sizeText(qMax<qint64>(0, left)));
    m_after->setText(room + QChar(u' ') +
                     (next.willBeDeleted.isEmpty() ? tr("Retention would delete nothing now.")
                                                   : tr("Retention would delete %n set(s) now.", nullptr,
                                                        int(next.willBeDeleted.size()))));
}

} // namespace masclet
