#include "ui/dialogs/ChecklistDialog.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/dialogs/ChecklistItemView.h"
#include "ui/reports/ReportExport.h"
#include "ui/reports/Reports.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr int itemsWidth = 376;
constexpr QSize checklistSize(1040, 680);

} // namespace

ChecklistDialog::ChecklistDialog(const UiContext &context, Profile profile, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_overall(new ToneLabel(ToneLabel::Size::Large))
    , m_about(mutedLabel())
    , m_run(new QPushButton(icon(QStringLiteral("refresh-cw")), tr("Check all again")))
    , m_error(new ErrorPanel)
    , m_items(new QListWidget)
    , m_view(new ChecklistItemView)
    , m_name(new QLineEdit)
    , m_note(new QLineEdit)
    , m_sign(new QPushButton(icon(QStringLiteral("pen-line")), tr("Sign the day")))
    , m_signature(new ToneLabel)
    , m_export(exportButton())
{
    setWindowTitle(tr("Checklist of %1").arg(m_profile.name));
    resize(checklistSize);
    m_items->setObjectName(QStringLiteral("checkItems"));
    m_items->setAccessibleName(tr("Items of the checklist"));
    m_items->setFixedWidth(itemsWidth);
    m_items->setIconSize(QSize(18, 18));
    auto *const middle = new QHBoxLayout;
    middle->addWidget(m_items);
    middle->addWidget(m_view, 1);
    auto *const buttons = closeBar(this);
    buttons->addButton(
        copyCommandButton(this, [this] { return commandTwin(QStringLiteral("checklist"), m_profile); }),
        QDialogButtonBox::ActionRole);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->setSpacing(theme::margin - 4);
    layout->addWidget(makeHead());
    layout->addWidget(m_error);
    layout->addLayout(middle, 1);
    layout->addWidget(makeSignBar());
    layout->addWidget(buttons);
    connect(m_run, &QPushButton::clicked, this, &ChecklistDialog::evaluate);
    connect(m_items, &QListWidget::currentRowChanged, this, &ChecklistDialog::showItem);
    connect(m_view, &ChecklistItemView::verdictGiven, this, &ChecklistDialog::setVerdict);
    auto *const reports = new ReportExport(m_context.runner, this);
    connect(reports, &ReportExport::failed, m_error, &ErrorPanel::showError);
    connect(m_export, &QPushButton::clicked, this,
            [this, reports] { reports->start(checklistReport(m_context.services, m_profile, m_report)); });
    evaluate();
}

QWidget *ChecklistDialog::makeHead()
{
    auto *const head = new QWidget;
    auto *const layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_overall);
    texts->addWidget(m_about);
    layout->addLayout(texts, 1);
    m_run->setObjectName(QStringLiteral("checkAll"));
    m_run->setAutoDefault(false);
    layout->addWidget(m_run, 0, Qt::AlignTop);
    return head;
}

QWidget *ChecklistDialog::makeSignBar()
{
    auto *const bar = card();
    auto *const layout = new QVBoxLayout(bar);
    auto *const row = new QHBoxLayout;
    m_name->setObjectName(QStringLiteral("signName"));
    m_name->setPlaceholderText(tr("Your name"));
    m_name->setAccessibleName(tr("Name of who signs"));
    m_note->setObjectName(QStringLiteral("signNote"));
    m_note->setPlaceholderText(tr("Note (may be empty)"));
    m_note->setAccessibleName(tr("Note to the signature"));
    m_sign->setObjectName(QStringLiteral("sign"));
    m_sign->setAutoDefault(false);
    m_sign->setEnabled(false);
    row->addWidget(m_name, 1);
    row->addWidget(m_note, 2);
    row->addWidget(m_sign);
    layout->addWidget(m_signature);
    layout->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, this, [this] { setBusy(Busy::No); });
    connect(m_sign, &QPushButton::clicked, this, &ChecklistDialog::sign);
    return bar;
}

template <class Call>
void ChecklistDialog::ask(Call call)
{
    setBusy(Busy::Yes);
    m_context.runner.look(
        this,
        [&services = m_context.services, call = std::move(call)](JobContext &context) {
            return call(ChecklistService(services), context);
        },
        [this](const Result<ChecklistReport> &report) { take(report); });
}

void ChecklistDialog::evaluate()
{
    m_overall->show(QStringLiteral("loader"), tr("Checking…"), Tone::Busy);
    ask([request = ChecklistRequest{m_profile, {}}](const ChecklistService &service, JobContext &context) {
        return service.evaluate(request, KeepResults::Yes, context);
    });
}

void ChecklistDialog::setVerdict(CheckItem item, Verdict verdict, const QString &note)
{
    const QString name = m_name->text().trimmed();
    const VerdictRequest given{item, verdict, note, name.isEmpty() ? m_context.services.author : name};
    ask([request = ChecklistRequest{m_profile, m_report.day.day}, given](
            const ChecklistService &service, JobContext &) { return service.setVerdicts(request, {given}); });
}

void ChecklistDialog::sign()
{
    ask([request = ChecklistRequest{m_profile, m_report.day.day}, name = m_name->text().trimmed(),
         note = m_note->text().trimmed()](const ChecklistService &service, JobContext &) {
        return service.sign(request, name, note);
    });
}

void ChecklistDialog::take(const Result<ChecklistReport> &report)
{
    if (report) {
        m_error->clear();
        m_report = *report;
        showDay();
        Q_EMIT kept();
    } else {
        m_error->showError(report.error());
    }
    setBusy(Busy::No);
}

void ChecklistDialog::showDay()
{
    const ChecklistDay &day = m_report.day;
    const StateLook look = lookOf(day.overall());
    m_overall->show(look.icon, tr("%1: %2").arg(dayText(day.day), look.word), look.tone);
    m_about->setText(tr("Backup: %1. Checked: %2.")
                         .arg(day.setId.isEmpty() ? tr("none") : day.setId,
                              whenText(day.evaluated, m_profile.schedule.zone)));
    const int row = qMax(0, m_items->currentRow());
    {
        const QSignalBlocker quiet(m_items);
        m_items->clear();
        for (const ChecklistDay::Entry &entry : day.entries) {
            const StateLook item = lookOf(entry.check.result);
            const QString verdict = !entry.verdict          ? tr("no verdict yet")
                                    : entry.verdictOutdated ? tr("verdict is outdated")
                                                            : titleOf(entry.verdict->verdict);
            auto *const line = new QListWidgetItem(
                item.picture(),
                QStringLiteral("%1\n%2 · %3").arg(titleOf(entry.check.item), item.word, verdict), m_items);
            line->setSizeHint(QSize(0, 2 * fontMetrics().height() + theme::margin));
        }
    }
    m_items->setCurrentRow(qMin(row, m_items->count() - 1));
    showItem(m_items->currentRow());
    showSignature();
}

void ChecklistDialog::showItem(int row)
{
    if (row >= 0 && row < m_report.day.entries.size())
        m_view->showEntry(m_report.day.entries[row], m_profile.schedule.zone);
}

void ChecklistDialog::showSignature()
{
    const ChecklistDay &day = m_report.day;
    if (!day.signOff) {
        m_signature->show(QStringLiteral("circle-question-mark"), tr("This day is not signed."),
                          Tone::Unknown);
        return;
    }
    const QString who = oneLine(day.signOff->name);
    const QString when = whenText(day.signOff->time, m_profile.schedule.zone);
    if (day.signOffOutdated)
        m_signature->show(QStringLiteral("triangle-alert"),
                          tr("Signed by %1, %2, but something changed since then.").arg(who, when),
                          Tone::Warn);
    else
        m_signature->show(QStringLiteral("badge-check"), tr("Signed by %1, %2.").arg(who, when), Tone::Good);
}

void ChecklistDialog::setBusy(Busy busy)
{
    m_run->setEnabled(busy == Busy::No);
    m_export->setEnabled(busy == Busy::No && !m_report.day.entries.isEmpty());
    m_view->setEnabled(busy == Busy::No && !m_report.day.entries.isEmpty());
    m_sign->setEnabled(busy == Busy::No && !m_report.day.entries.isEmpty() &&
                       !m_name->text().trimmed().isEmpty());
}

} // namespace masclet
