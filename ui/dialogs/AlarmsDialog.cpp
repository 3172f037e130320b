#include "ui/dialogs/AlarmsDialog.h"

#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr QSize alarmsSize(680, 380);

} // namespace

AlarmsDialog::AlarmsDialog(const UiContext &context, Profile profile, const QList<Alarm> &alarms,
                           QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_error(new ErrorPanel)
    , m_list(new QVBoxLayout)
{
    setWindowTitle(tr("Alarms of %1").arg(m_profile.name));
    resize(alarmsSize);
    auto *const buttons = closeBar(this);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->addWidget(
        mutedLabel(tr("The next run tries to put these right. When you have done it by hand, say "
                      "so: it is kept in the journal who did.")));
    layout->addWidget(m_error);
    layout->addLayout(m_list);
    layout->addStretch();
    layout->addWidget(buttons);
    for (const Alarm &alarm : alarms)
        m_list->addWidget(makeAlarm(alarm));
}

QWidget *AlarmsDialog::makeAlarm(const Alarm &alarm)
{
    auto *const box = card();
    auto *const title = new ToneLabel;
    title->show(QStringLiteral("bell"), oneLine(alarm.sentence), Tone::Bad);
    auto *const done = new QPushButton(tr("It is put right"));
    done->setAutoDefault(false);
    done->setObjectName(QStringLiteral("acknowledge"));
    auto *const texts = new QVBoxLayout;
    texts->addWidget(title);
    if (!alarm.problem.isEmpty())
        texts->addWidget(plainLabel(oneLine(alarm.problem)));
    texts->addWidget(mutedLabel(
        tr("On %1, since %2.").arg(alarm.machine, whenText(alarm.since, m_profile.schedule.zone))));
    auto *const layout = new QHBoxLayout(box);
    layout->addLayout(texts, 1);
    auto *const copy = copyCommandButton(
        box, [this, id = alarm.id] { return commandTwin(QStringLiteral("alarm ack"), m_profile, {id}); });
    layout->addWidget(copy, 0, Qt::AlignTop);
    layout->addWidget(done, 0, Qt::AlignTop);
    connect(done, &QPushButton::clicked, this, [this, id = alarm.id, box] { acknowledge(id, box); });
    return box;
}

void AlarmsDialog::acknowledge(const QString &id, QWidget *shown)
{
    shown->setEnabled(false);
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile, id](JobContext &context) {
            return acknowledgeAlarm(services, profile, id, context.stopToken());
        },
        [this, shown](const Result<> &done) {
            if (!done) {
                shown->setEnabled(true);
                m_error->showError(done.error());
                return;
            }
            shown->hide();
            Q_EMIT acknowledged();
        });
}

} // namespace masclet
