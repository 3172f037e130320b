#include "ui/main/KindTile.h"

#include "core/base/Text.h"
#include "core/checks/DaySet.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"

#include <QVBoxLayout>

namespace masclet
{

KindTile::KindTile(const QString &kind, QWidget *parent)
    : QFrame(parent)
    , m_title(new ToneLabel)
    , m_age(titleLabel())
    , m_state(new ToneLabel)
    , m_kind(kind)
{
    setObjectName(QStringLiteral("card"));
    m_title->show(kindIcon(kind), kindText(kind), Tone::Unknown);
    m_age->setWordWrap(false);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin - 4, theme::gap + 2, theme::margin - 4, theme::gap + 2);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_age);
    layout->addWidget(m_state);
    layout->addStretch();
    showNothing();
}

void KindTile::showNothing()
{
    m_age->setText(QStringLiteral("–"));
    m_state->show({}, {}, Tone::Unknown);
    setAccessibleName(kindText(m_kind));
}

void KindTile::showKind(const KindOverview &kind, const QDateTime &now)
{
    if (!kind.wanted && kind.setId.isEmpty()) {
        m_age->setText(tr("Left out"));
        m_state->show(QStringLiteral("circle-minus"), tr("not in the profile"), Tone::Unknown);
    } else if (kind.setId.isEmpty()) {
        m_age->setText(tr("No copy yet"));
        m_state->show(QStringLiteral("circle-minus"), tr("in no set"), Tone::Warn);
    } else {
        const StateLook look = lookOf(kind.state);
        m_age->setText(tr("%1 ago").arg(ageText(kind.newest, now)));
        m_state->show(look.icon, tr("%1, %2").arg(look.word, sizeText(kind.storedBytes)), look.tone);
    }
    setAccessibleName(tr("%1: %2, %3").arg(kindText(m_kind), m_age->text(), m_state->text()));
}

} // namespace masclet
