#include "ui/dialogs/AlarmsDialog.h"

#include "core/base/Text.h"
#include "core/service/AlarmText.h"
#include "core/service/AlarmWatch.h"
#include "core/service/PeopleText.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace masclet
{

namespace
{

constexpr QSize alarmsSize(860, 480);

} // namespace

AlarmsDialog::AlarmsDialog(const UiContext &context, Profile profile, QList<Alarm> alarms, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_alarms(std::move(alarms))
    , m_error(new ErrorPanel)
    , m_list(new QVBoxLayout)
{
    setWindowTitle(tr("Alarms of %1").arg(m_profile.name));
    resize(alarmsSize);
    auto *const content = new QWidget;
    content->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(theme::gap);
    auto *const scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *const buttons = closeBar(this);
    m_close = buttons->button(QDialogButtonBox::Close);
    auto *const contacts = new QPushButton(icon(QStringLiteral("users")), tr("C&ontacts…"));
    contacts->setObjectName(QStringLiteral("showContacts"));
    contacts->setAutoDefault(false);
    buttons->addButton(contacts, QDialogButtonBox::ActionRole);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->setSpacing(theme::gap);
    layout->addWidget(mutedLabel(
        tr("Once somebody looks after an alarm, nobody else is told of it until it is over; of a service "
           "that was put right by hand, the next run does not try again. What you say here is kept as said "
           "by %1.")
            .arg(oneLine(m_context.services.author, 80))));
    layout->addWidget(m_error);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    connect(contacts, &QPushButton::clicked, this, &AlarmsDialog::contactsWanted);
    showAll();
    read();
}

void AlarmsDialog::read()
{
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &) {
            return openIncidents(services, profile);
        },
        [this](const Result<QList<Incident>> &incidents) {
            if (incidents)
                m_incidents = *incidents;
            else
                m_error->showError(incidents.error());
            showAll();
            moveKeyboard();
        });
}

void AlarmsDialog::showAll()
{
    while (QLayoutItem *const item = m_list->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide(); // it may be what was pressed: not deleted yet
            item->widget()->deleteLater();
        }
        delete item;
    }
    QStringList shown;
    for (const Alarm &alarm : std::as_const(m_alarms)) {
        const QString key = troubleKeyOf(alarm);
        const auto told = std::find_if(m_incidents.begin(), m_incidents.end(),
                                       [&](const Incident &incident) { return incident.trouble.key == key; });
        add(&alarm, told == m_incidents.end() ? nullptr : &*told);
        shown << key;
    }
    for (const Incident &incident : std::as_const(m_incidents)) {
        if (!shown.contains(incident.trouble.key))
            add(nullptr, &incident);
    }
    if (m_list->count() == 0)
        m_list->addWidget(plainLabel(tr("There is no alarm.")));
    m_list->addStretch();
}

void AlarmsDialog::moveKeyboard()
{
    for (QPushButton *button : findChildren<QPushButton *>(QStringLiteral("lookAfter"))) {
        if (button->isVisibleTo(this) && button->isEnabled())
            return button->setFocus();
    }
    m_close->setFocus();
}

/// One of the two may be missing: a service of which nobody was told yet, or an alarm that is no service.
void AlarmsDialog::add(const Alarm *alarm, const Incident *incident)
{
    const bool answered = incident && incident->isAcknowledged();
    const QString zone = m_profile.schedule.zone;
    auto *const box = card();
    auto *const title = new ToneLabel;
    title->setWraps();
    title->show(QStringLiteral("bell"), oneLine(alarm ? alarm->sentence : incident->trouble.sentence),
                answered ? Tone::Neutral : Tone::Bad);
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(theme::gap / 2);
    texts->addWidget(title);
    if (const QString more = alarm ? alarm->problem : incident->trouble.hint; !more.isEmpty())
        texts->addWidget(plainLabel(oneLine(more)));
    texts->addWidget(mutedLabel(
        alarm ? tr("On %1, since %2.").arg(oneLine(alarm->machine, 100), whenText(alarm->since, zone))
              : tr("Since %1.").arg(whenText(incident->since, zone))));
    if (incident) {
        QString told = toldText(*incident);
        if (answered) {
            told = tr("%1, since %2.").arg(told, whenText(incident->acknowledgedAt, zone));
        } else {
            told[0] = told[0].toUpper();
            told +=
                QStringLiteral(". ") + nextTellingText(*incident, m_profile, m_context.services.clock.now());
        }
        auto *const ladder = plainLabel(told);
        ladder->setObjectName(QStringLiteral("ladder"));
        texts->addWidget(ladder);
    }
    auto *const layout = new QHBoxLayout(box);
    layout->setSpacing(theme::margin);
    layout->addLayout(texts, 1);
    layout->addLayout(makeButtons(alarm, incident, box));
    m_list->addWidget(box);
    box->show(); // at once: the keys go there
}

QBoxLayout *AlarmsDialog::makeButtons(const Alarm *alarm, const Incident *incident, QWidget *card)
{
    auto *const layout = new QVBoxLayout;
    layout->setSpacing(theme::gap / 2);
    const auto put = [&](const char *name, const QString &text) {
        auto *const button = new QPushButton(text, card);
        button->setObjectName(QString::fromLatin1(name));
        button->setAccessibleDescription(oneLine(alarm ? alarm->sentence : incident->trouble.sentence));
        button->setAutoDefault(false);
        layout->addWidget(button);
        return button;
    };
    if (incident && !incident->isAcknowledged())
        connect(put("lookAfter", tr("I look after it")), &QPushButton::clicked, this,
                [this, id = incident->id, card] { answer(id, card); });
    if (alarm)
        connect(put("acknowledge", tr("It is put right")), &QPushButton::clicked, this,
                [this, id = alarm->id, card] { putRight(id, card); });
    layout->addWidget(copyCommandButton(card, [this, id = alarm ? alarm->id : incident->id] {
        return commandTwin(QStringLiteral("alarm ack"), m_profile, {id});
    }));
    layout->addStretch();
    return layout;
}

void AlarmsDialog::putRight(const QString &id, QWidget *card)
{
    card->setEnabled(false);
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile, id](JobContext &context) {
            return acknowledgeAlarm(services, profile, id, context.stopToken());
        },
        [this, id, card = QPointer<QWidget>(card)](const Result<> &done) {
            if (done)
                m_alarms.removeIf([&](const Alarm &alarm) { return alarm.id == id; });
            showOutcome(done, card);
        });
}

void AlarmsDialog::answer(const QString &id, QWidget *card)
{
    card->setEnabled(false);
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile, id](JobContext &context) {
            return acknowledgeIncident(services, profile, id, context.stopToken());
        },
        [this, card = QPointer<QWidget>(card)](const Result<> &done) { showOutcome(done, card); });
}

void AlarmsDialog::showOutcome(const Result<> &done, QWidget *card)
{
    if (!done) {
        if (card)
            card->setEnabled(true);
        m_error->showError(done.error());
        return;
    }
    m_error->clear();
    read();
    Q_EMIT acknowledged();
}

} // namespace masclet
