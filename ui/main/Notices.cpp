#include "ui/main/Notices.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "ui/support/Labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace masclet
{

Notices::Notices(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_unsigned(makeLine(QStringLiteral("unsignedDays"), tr("Sign…")))
    , m_kept(makeLine(QStringLiteral("keptDatabase"), tr("Go back…")))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::gap);
    connect(m_unsigned.button, &QPushButton::clicked, this, [this] { Q_EMIT dayWanted(m_day); });
    connect(m_kept.button, &QPushButton::clicked, this, [this] {
        if (m_newest)
            Q_EMIT undoWanted(*m_newest);
    });
    clear();
}

Notices::Line Notices::makeLine(const QString &name, const QString &button)
{
    const Line line{card(), new ToneLabel, new QPushButton(button)};
    line.text->setObjectName(name);
    line.button->setObjectName(name + QStringLiteral("Button"));
    line.button->setAutoDefault(false);
    auto *const layout = new QHBoxLayout(line.place);
    layout->setContentsMargins(theme::margin - 4, theme::gap / 2, theme::gap, theme::gap / 2);
    layout->addWidget(line.text, 1);
    layout->addWidget(line.button);
    m_layout->addWidget(line.place, 1);
    return line;
}

void Notices::show(const Line &line, const QString &icon, const QString &text)
{
    line.text->show(icon, text, Tone::Warn);
    line.button->setAccessibleDescription(text);
    line.place->show();
}

void Notices::clear()
{
    m_newest.reset();
    m_unsigned.place->hide();
    m_kept.place->hide();
    hide();
}

void Notices::showOverview(const Overview &overview, const QString &zone)
{
    clear();
    if (!overview.unsignedDays.isEmpty()) {
        m_day = overview.unsignedDays.first();
        show(m_unsigned, QStringLiteral("list-checks"),
             tr("%n day(s) not signed, the first is %1.", nullptr, int(overview.unsignedDays.size()))
                 .arg(dayText(m_day)));
    }
    if (!overview.kept.isEmpty()) {
        m_newest = overview.kept.first();
        show(m_kept, QStringLiteral("undo-2"),
             tr("%1 is kept as %2 until %3.")
                 .arg(oneLine(m_newest->database, 63), oneLine(m_newest->name, 63),
                      momentText(m_newest->time.addDuration(keptFor), zoneNamed(zone))));
    }
    setVisible(!overview.unsignedDays.isEmpty() || m_newest);
}

} // namespace masclet
