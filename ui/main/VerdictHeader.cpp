#include "ui/main/VerdictHeader.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/AlarmText.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace masclet
{

namespace
{

struct RemedyButton {
    QString text;
    QString icon;
};

RemedyButton buttonOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::BackUp:
        return {VerdictHeader::tr("Back up now…"), QStringLiteral("play")};
    case Remedy::Verify:
        return {VerdictHeader::tr("Verify it now"), QStringLiteral("file-check")};
    case Remedy::RestoreTest:
        return {VerdictHeader::tr("Test restore…"), QStringLiteral("flask-conical")};
    case Remedy::ShowAlarms:
        return {VerdictHeader::tr("Show alarms…"), QStringLiteral("bell")};
    case Remedy::ShowRun:
        return {VerdictHeader::tr("Show what happened"), QStringLiteral("file-text")};
    case Remedy::ShowChecklist:
        return {VerdictHeader::tr("Checklist…"), QStringLiteral("list-checks")};
    case Remedy::ShowSchedule:
        return {VerdictHeader::tr("Schedule…"), QStringLiteral("calendar-clock")};
    case Remedy::AcceptServer:
        break;
    }
    return {VerdictHeader::tr("Look at it…"), QStringLiteral("search")};
}

} // namespace

VerdictHeader::VerdictHeader(QWidget *parent)
    : QFrame(parent)
    , m_word(new ToneLabel(ToneLabel::Size::Large))
    , m_sentence(plainLabel())
    , m_rest(mutedLabel())
    , m_button(new QPushButton)
    , m_alarms(new QWidget)
    , m_alarmsText(new ToneLabel)
    , m_alarmsButton(new QPushButton(tr("Alarms…")))
{
    setObjectName(QStringLiteral("card"));
    m_word->setObjectName(QStringLiteral("verdictWord"));
    m_sentence->setObjectName(QStringLiteral("verdict"));
    m_button->setObjectName(QStringLiteral("remedy"));
    m_button->setDefault(true);
    m_word->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_sentence);
    texts->addWidget(m_rest);
    texts->addStretch();
    auto *const verdict = new QHBoxLayout;
    verdict->setSpacing(theme::margin + theme::gap);
    verdict->addWidget(m_word);
    verdict->addLayout(texts, 1);
    verdict->addWidget(m_button);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin - 4, theme::margin, theme::margin - 4);
    layout->setSpacing(theme::gap);
    layout->addLayout(verdict);
    layout->addWidget(makeAlarms());
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_press)
            m_press();
    });
    showWaiting();
}

QWidget *VerdictHeader::makeAlarms()
{
    m_alarmsText->setObjectName(QStringLiteral("openAlarms"));
    m_alarmsText->setWraps();
    m_alarmsButton->setObjectName(QStringLiteral("showAlarms"));
    auto *const layout = new QHBoxLayout(m_alarms);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_alarmsText, 1, Qt::AlignVCenter);
    layout->addWidget(m_alarmsButton);
    connect(m_alarmsButton, &QPushButton::clicked, this, &VerdictHeader::alarmsWanted);
    m_alarms->hide();
    return m_alarms;
}

void VerdictHeader::showIncidents(const QList<Incident> &incidents, const Profile &profile)
{
    m_alarms->setVisible(!incidents.isEmpty());
    const bool answered = std::all_of(incidents.begin(), incidents.end(),
                                      [](const Incident &incident) { return incident.isAcknowledged(); });
    const QString text = openAlarmsText(incidents, profile);
    m_alarmsText->show(QStringLiteral("bell"), text, answered ? Tone::Neutral : Tone::Bad);
    m_alarmsButton->setAccessibleDescription(text);
}

void VerdictHeader::showIncidentsUnknown(const Error &error)
{
    m_alarms->show();
    m_alarmsText->show(QStringLiteral("circle-question-mark"),
                       tr("Whether an alarm is open could not be checked: %1").arg(error.message),
                       Tone::Unknown);
}

void VerdictHeader::show(const QString &iconName, const QString &word, Tone tone, const QString &sentence,
                         const QString &rest)
{
    m_word->show(iconName, word, tone);
    m_sentence->setText(oneLine(sentence));
    m_rest->setText(oneLine(rest));
    m_rest->setVisible(!rest.isEmpty());
    m_sentence->setAccessibleName(word + QStringLiteral(": ") + m_sentence->text());
}

void VerdictHeader::setButton(const QString &text, const QString &iconName)
{
    m_button->setVisible(!text.isEmpty());
    m_button->setText(text);
    m_button->setIcon(iconName.isEmpty() ? QIcon() : icon(iconName, Tone::OnAccent));
}

void VerdictHeader::showOverview(const Overview &overview, const QString &zone)
{
    const Status &status = overview.status.status;
    const StateLook look = lookOf(status.level);
    QStringList rest = status.others;
    if (overview.protectedUntil.isValid())
        rest << tr("Work since %1 is in no copy yet.")
                    .arg(momentText(overview.protectedUntil, zoneNamed(zone)));
    show(look.icon, look.word, look.tone, status.line, rest.join(QChar(u' ')));
    const RemedyButton button = buttonOf(status.remedy);
    setButton(button.text, button.icon);
    m_press = [this, remedy = status.remedy, run = status.run] {
        Q_EMIT remedyWanted(remedy, run);
    };
}

void VerdictHeader::showError(const Error &error)
{
    const StateLook look = lookOf(StatusLevel::Unknown);
    show(look.icon, look.word, look.tone, error.message, error.hint);
    setButton(tr("Try again"), QStringLiteral("refresh-cw"));
    m_press = [this] {
        Q_EMIT tryAgainWanted();
    };
}

void VerdictHeader::showWaiting()
{
    show(QStringLiteral("loader"), tr("Looking…"), Tone::Unknown, tr("The repository is being read."), {});
    setButton({}, {});
    m_alarms->hide();
}

} // namespace masclet
