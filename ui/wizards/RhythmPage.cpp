#include "ui/wizards/RhythmPage.h"

#include "core/profile/ClockChanges.h"
#include "ui/forms/OptionsForm.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

const QString timesOption = QStringLiteral("schedule.at");
const QString zoneOption = QStringLiteral("schedule.zone");

} // namespace

RhythmPage::RhythmPage(const UiContext &context, StoredProfile &stored, QWidget *parent)
    : FormPage(stored,
               {timesOption, zoneOption, QStringLiteral("schedule.restore_test"),
                QStringLiteral("schedule.restore_test_on"), QStringLiteral("retention.keep_last"),
                QStringLiteral("retention.keep_daily"), QStringLiteral("retention.keep_weekly"),
                QStringLiteral("retention.keep_monthly")},
               parent)
    , m_context(context)
    , m_warning(new ToneLabel)
    , m_reasons(mutedLabel())
    , m_better(new QPushButton)
{
    setTitle(tr("When, and how long are sets kept?"));
    setSubTitle(tr("The newest proven set is never deleted, whatever these rules say."));
    m_warning->show(QStringLiteral("triangle-alert"), tr("The clocks change at that hour"), Tone::Warn);
    m_reasons->setObjectName(QStringLiteral("clockWarning"));
    m_better->setObjectName(QStringLiteral("takeBetterTime"));
    m_better->setAutoDefault(false);
    auto *const row = new QWidget;
    auto *const layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_warning);
    layout->addWidget(m_reasons);
    layout->addWidget(m_better, 0, Qt::AlignLeft);
    form().insertBehind(zoneOption, QString(), row);
    connect(&form(), &OptionsForm::changed, this, &RhythmPage::check);
    connect(m_better, &QPushButton::clicked, this, &RhythmPage::takeBetter);
}

void RhythmPage::initializePage()
{
    FormPage::initializePage();
    check();
}

void RhythmPage::check()
{
    const Result<OptionValue> times = form().field(timesOption)->value();
    const Result<OptionValue> zone = form().field(zoneOption)->value();
    QStringList sentences;
    m_betterTimes.clear();
    if (times && zone) {
        m_betterTimes = std::get<QStringList>(*times);
        const QList<ClockConflict> conflicts = findClockConflicts(
            m_betterTimes, zoneNamed(std::get<QString>(*zone)), m_context.services.clock.now());
        for (const ClockConflict &conflict : conflicts) {
            sentences << describe(conflict);
            if (!conflict.better.isEmpty())
                m_betterTimes.replace(m_betterTimes.indexOf(conflict.at), conflict.better);
        }
        m_betterTimes.removeDuplicates();
    }
    m_reasons->setText(sentences.join(QChar(u'\n')));
    m_better->setText(tr("&Use %1").arg(m_betterTimes.join(QStringLiteral(", "))));
    m_warning->parentWidget()->setVisible(!sentences.isEmpty());
}

void RhythmPage::takeBetter()
{
    auto *const times = qobject_cast<QLineEdit *>(form().field(timesOption)->editor());
    times->setText(m_betterTimes.join(QChar(u',')));
    times->setFocus();
}

} // namespace masclet
