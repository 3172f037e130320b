#include "ui/wizards/LeftOutNote.h"

#include "core/service/FileKinds.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"

#include <QVBoxLayout>

namespace masclet
{

LeftOutNote::LeftOutNote(QWidget *parent)
    : QWidget(parent)
    , m_kinds(mutedLabel())
{
    m_kinds->setObjectName(QStringLiteral("leftOut"));
    auto *const title = new ToneLabel;
    title->show(QStringLiteral("triangle-alert"), tr("This is not a full backup"), Tone::Warn);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap / 2);
    layout->addWidget(title);
    layout->addWidget(m_kinds);
    hide();
}

void LeftOutNote::showFor(const Profile &profile)
{
    QStringList lines;
    for (const ManifestOmission &omission : kindsLeftOut(profile))
        lines << tr("%1: %2", "kind, why it is left out").arg(kindText(omission.what), omission.reason);
    m_kinds->setText(lines.join(QChar(u'\n')));
    setVisible(!lines.isEmpty());
}

} // namespace masclet
