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

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr int itemsWidth = 436;
constexpr QSize checklistSize(1100, 680);

} // namespace

ChecklistDialog::ChecklistDialog(const UiContext &context, Profile profile, const QDate &day, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_wanted(day)
    , m_days(new QComboBox)
    , m_overall(new ToneLabel(ToneLabel::Size::Large))
    , m_about(mutedLabel())
    , m_run(new QPushButton(icon(QStringLiteral("refresh-cw")), tr("Check all again")))
    , m_error(new ErrorPanel)
    , m_items(new QTreeWidget)
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
    m_items->setRootIsDecorated(false);
    m_items->setUniformRowHeights(true);
    m_items->setHeaderLabels({tr("Item"), tr("Day before")});
    m_items->header()->setStretchLastSection(false);
    m_items->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_items->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
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
    connect(m_run, &QPushButton::clicked, this, [this] { evaluate({}); });
    connect(m_items, &QTreeWidget::currentItemChanged, this, &ChecklistDialog::showItem);
    connect(m_view, &ChecklistItemView::checkWanted, this, [this](CheckItem item) { evaluate({item}); });
    connect(m_days, &QComboBox::activated, this, [this] {
        m_wanted = m_days->currentData().toDate();
        openDay();
    });
    connect(m_view, &ChecklistItemView::verdictGiven, this, &ChecklistDialog::setVerdict);
    auto *const reports = new ReportExport(m_context.runner, this);
    connect(reports, &ReportExport::failed, m_error, &ErrorPanel::showError);
    connect(m_export, &QPushButton::clicked, this,
            [this, reports] { reports->start(checklistReport(m_context.services, m_profile, m_report)); });
    openDay();
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
    m_days->setObjectName(QStringLiteral("checkDays"));
    m_days->setAccessibleName(tr("Day"));
    m_days->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout->addWidget(m_days, 0, Qt::AlignTop);
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

/// The day before is for comparison: that it cannot be read is told where it is opened itself.
Result<ChecklistDialog::Shown> ChecklistDialog::around(const ChecklistService &service,
                                                       const Profile &profile, ChecklistReport report)
{
    Shown shown;
    if (const Result<ChecklistReport> before = service.look({profile, report.day.day.addDays(-1)}))
        shown.before = before->day.checks();
    MASCLET_TRY_ASSIGN(const ChecklistReport today, service.look({profile, {}}));
    shown.today = today.day.day;
    shown.unsignedDays = today.unsignedDays;
    shown.report = std::move(report);
    return shown;
}

template <class Call>
void ChecklistDialog::ask(Call call)
{
    setBusy(Busy::Yes);
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile,
         call = std::move(call)](JobContext &context) -> Result<Shown> {
            const ChecklistService service(services);
            MASCLET_TRY_ASSIGN(ChecklistReport report, call(service, context));
            return around(service, profile, std::move(report));
        },
        [this](const Result<Shown> &shown) { take(shown); });
}

/// Today is judged when it is opened; a day before stands as it was.
void ChecklistDialog::openDay()
{
    if (!m_wanted.isValid() || m_wanted == m_today)
        return evaluate({});
    ask([request = ChecklistRequest{m_profile, m_wanted}](const ChecklistService &service, JobContext &) {
        return service.look(request);
    });
}

void ChecklistDialog::evaluate(const QList<CheckItem> &items)
{
    m_overall->show(QStringLiteral("loader"), tr("Checking…"), Tone::Busy);
    ask([request = ChecklistRequest{m_profile, {}, items}](const ChecklistService &service,
                                                           JobContext &context) {
        return service.evaluate(request, KeepResults::Yes, context);
    });
}

void ChecklistDialog::setVerdict(CheckItem item, Verdict verdict, const QString &note)
{
    const QString name = m_name->text().trimmed();
    QByteArray seen;
    for (const ChecklistDay::Entry &entry : std::as_const(m_report.day.entries)) {
        if (entry.check.item == item)
            seen = hashOf({entry.check});
    }
    const VerdictRequest given{item, verdict, note, name.isEmpty() ? m_context.services.author : name, seen};
    ask([request = ChecklistRequest{m_profile, m_report.day.day}, given](
            const ChecklistService &service, JobContext &) { return service.setVerdicts(request, {given}); });
}

void ChecklistDialog::sign()
{
    ask([request = ChecklistRequest{m_profile, m_report.day.day}, seen = m_report.day,
         name = m_name->text().trimmed(),
         note = m_note->text().trimmed()](const ChecklistService &service, JobContext &) {
        return service.sign(request, seen, name, note);
    });
}

void ChecklistDialog::take(const Result<Shown> &shown)
{
    if (shown) {
        m_error->clear();
        m_report = shown->report;
        m_before = shown->before;
        m_today = shown->today;
        m_unsigned = shown->unsignedDays;
        m_wanted = m_report.day.day;
        showDays();
        showDay();
        Q_EMIT kept();
    } else {
        m_error->showError(shown.error());
        showDay();
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
    const int row = qMax(0, m_items->indexOfTopLevelItem(m_items->currentItem()));
    {
        const QSignalBlocker quiet(m_items);
        m_items->clear();
        for (const ChecklistDay::Entry &entry : day.entries)
            m_items->addTopLevelItem(makeRow(entry));
        m_items->setCurrentItem(m_items->topLevelItem(qMin(row, m_items->topLevelItemCount() - 1)));
    }
    showItem();
    showSignature();
}

/// Today, the days that nobody signed, and the one that is shown.
void ChecklistDialog::showDays()
{
    const QSignalBlocker quiet(m_days);
    m_days->clear();
    m_days->addItem(tr("Today, %1").arg(dayText(m_today)), m_today);
    for (const QDate &day : std::as_const(m_unsigned))
        m_days->addItem(icon(QStringLiteral("pen-line"), Tone::Warn), tr("%1, not signed").arg(dayText(day)),
                        day);
    if (m_days->findData(m_wanted) < 0)
        m_days->addItem(dayText(m_wanted), m_wanted);
    m_days->setCurrentIndex(m_days->findData(m_wanted));
}

QTreeWidgetItem *ChecklistDialog::makeRow(const ChecklistDay::Entry &entry) const
{
    const StateLook look = lookOf(entry.check.result);
    const QString verdict = !entry.verdict          ? tr("no verdict yet")
                            : entry.verdictOutdated ? tr("verdict is outdated")
                                                    : titleOf(entry.verdict->verdict);
    auto *const row = new QTreeWidgetItem(
        {QStringLiteral("%1\n%2 · %3").arg(titleOf(entry.check.item), look.word, verdict), QString()});
    row->setIcon(0, look.picture());
    row->setSizeHint(0, QSize(0, 2 * fontMetrics().height() + theme::margin));
    const auto before = std::find_if(m_before.begin(), m_before.end(),
                                     [&](const Check &check) { return check.item == entry.check.item; });
    if (before != m_before.end()) {
        row->setIcon(1, lookOf(before->result).picture());
        row->setToolTip(1, lookOf(before->result).word);
        row->setData(1, Qt::AccessibleTextRole, tr("The day before: %1").arg(lookOf(before->result).word));
    } else {
        row->setText(1, QStringLiteral("–"));
    }
    return row;
}

void ChecklistDialog::showItem()
{
    const int row = m_items->indexOfTopLevelItem(m_items->currentItem());
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
    const bool today = m_wanted == m_today || !m_wanted.isValid();
    m_run->setEnabled(busy == Busy::No && today); // a day before cannot be judged any more
    m_view->setCanCheck(today);
    m_days->setEnabled(busy == Busy::No);
    m_export->setEnabled(busy == Busy::No && !m_report.day.entries.isEmpty());
    m_view->setEnabled(busy == Busy::No && !m_report.day.entries.isEmpty());
    m_sign->setEnabled(busy == Busy::No && !m_report.day.entries.isEmpty() &&
                       !m_name->text().trimmed().isEmpty());
}

} // namespace masclet
