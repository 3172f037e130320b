#include "ui/dialogs/ScheduleDialog.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/forms/ProofFindings.h"
#include "ui/models/RowsModel.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr QSize scheduleSize(1160, 660);
constexpr QSize planSize(860, 520);
constexpr int nightsShown = 7;
constexpr int installedHeight = 110;

QString schedulerText(Scheduler scheduler)
{
    switch (scheduler) {
    case Scheduler::Cron:
        return ScheduleDialog::tr("cron of the machine");
    case Scheduler::System:
        return ScheduleDialog::tr("systemd of the machine");
    case Scheduler::User:
        break;
    }
    return ScheduleDialog::tr("systemd of this user");
}

QList<Cell> rowOf(const ScheduleReport::Part &part)
{
    const QString files = part.installed.files.join(QStringLiteral(", "));
    const bool good = part.isCurrent && part.installed.switchedOn;
    const QString word = !part.installed.switchedOn ? ScheduleDialog::tr("switched off")
                         : part.isCurrent           ? ScheduleDialog::tr("as the profile has it")
                                                    : ScheduleDialog::tr("not as the profile has it now");
    const QString state = oneLine(part.state);
    const bool failed = !part.failure.isEmpty();
    return {{schedulerText(part.installed.scheduler), {}, Tone::Neutral, {}, files},
            {word,
             {},
             good ? Tone::Good : Tone::Warn,
             good ? QStringLiteral("circle-check") : QStringLiteral("triangle-alert")},
            {state.isEmpty() ? QStringLiteral("–") : state,
             {},
             failed ? Tone::Warn : Tone::Neutral,
             failed ? QStringLiteral("triangle-alert") : QString(),
             state}};
}

/// The next ones, and those of the coming year at which the clocks change.
QList<QList<Cell>> rowsOf(const ScheduleReport &report)
{
    QList<PlannedRun> runs = report.next;
    const QDateTime shown = runs.isEmpty() ? QDateTime() : runs.last().start;
    for (const PlannedRun &run : report.clockChanges) {
        if (run.start > shown)
            runs << run;
    }
    QList<QList<Cell>> rows;
    for (const PlannedRun &run : std::as_const(runs)) {
        const QString remark = clockRemark(run);
        rows << QList<Cell>{{momentText(run.start, report.zone), run.start},
                            {momentText(run.start, QTimeZone::utc()), run.start},
                            {remark.isEmpty() ? QStringLiteral("–") : remark, {}, Tone::Neutral, {}, remark}};
    }
    return rows;
}

QWidget *column(std::initializer_list<QWidget *> widgets)
{
    auto *const area = new QWidget;
    auto *const layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return area;
}

} // namespace

ScheduleDialog::ScheduleDialog(const UiContext &context, Profile profile, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_summary(new ToneLabel(ToneLabel::Size::Large))
    , m_problems(plainLabel())
    , m_error(new ErrorPanel)
    , m_installed(new RowsModel({{tr("Started by")}, {tr("Times")}, {tr("What it says itself")}}))
    , m_installedView(
          rowsView(m_installed, QStringLiteral("scheduleInstalled"), tr("What starts backups here")))
    , m_lastRun(mutedLabel())
    , m_next(new RowsModel({{tr("Next run")}, {tr("UTC")}, {tr("Remark")}}))
    , m_nextView(rowsView(m_next, QStringLiteral("scheduleNext"), tr("The next runs")))
    , m_install(new QPushButton(tr("&Install…")))
    , m_remove(new QPushButton(tr("Re&move…")))
    , m_how(new QComboBox)
    , m_prove(new QPushButton(icon(QStringLiteral("calendar-clock")), tr("&Prove tonight's run now")))
    , m_findings(new ProofFindings)
{
    setWindowTitle(tr("Schedule of %1").arg(m_profile.name));
    resize(scheduleSize);
    m_problems->hide();
    auto *const splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(theme::margin);
    splitter->addWidget(makeInstalled());
    splitter->addWidget(makeProof());
    splitter->setSizes({580, 560});
    auto *const buttons = closeBar(this);
    buttons->addButton(
        copyCommandButton(this, [this] { return commandTwin(QStringLiteral("schedule prove"), m_profile); }),
        QDialogButtonBox::ActionRole);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_summary);
    layout->addWidget(m_problems);
    layout->addWidget(m_error);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(m_install, &QPushButton::clicked, this, [this] { plan(true); });
    connect(m_remove, &QPushButton::clicked, this, [this] { plan(false); });
    connect(m_prove, &QPushButton::clicked, this, &ScheduleDialog::prove);
    read();
}

QWidget *ScheduleDialog::makeInstalled()
{
    m_install->setObjectName(QStringLiteral("scheduleInstall"));
    m_install->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("scheduleRemove"));
    m_remove->setAutoDefault(false);
    m_installedView->setFixedHeight(installedHeight);
    auto *const bar = new QWidget;
    auto *const barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(0, 0, 0, 0);
    barLayout->addWidget(m_install);
    barLayout->addWidget(m_remove);
    barLayout->addStretch();
    m_nextView->setSelectionMode(QAbstractItemView::SingleSelection);
    return column({m_installedView, bar, m_lastRun, m_nextView,
                   wholeCellLabel(m_nextView, 2, QStringLiteral("wholeRemark"))});
}

QWidget *ScheduleDialog::makeProof()
{
    m_how->setObjectName(QStringLiteral("scheduleHow"));
    m_how->setAccessibleName(tr("What the proof does with its backup"));
    m_how->addItem(tr("A real backup, kept as at night"), int(Proof::Backup));
    m_how->addItem(tr("A whole backup, thrown away"), int(Proof::NoStore));
    m_how->addItem(tr("Only look at what it needs"), int(Proof::Look));
    m_prove->setObjectName(QStringLiteral("scheduleProve"));
    m_prove->setAutoDefault(false);
    auto *const bar = new QWidget;
    auto *const barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(0, 0, 0, 0);
    barLayout->addWidget(m_how, 1);
    barLayout->addWidget(m_prove);
    return column(
        {mutedLabel(tr("Starts the backup as the scheduler would: same user, no terminal, no session "
                       "and its keychain, a short PATH.")),
         bar, m_findings});
}

void ScheduleDialog::read()
{
    m_summary->show(QStringLiteral("loader"), tr("Looking…"), Tone::Unknown);
    m_context.runner.look(
        this,
        [&services = m_context.services,
         request = scheduleRequest(m_context, m_profile)](JobContext &context) {
            return readSchedule(services, request, nightsShown, context.stopToken());
        },
        [this](const Result<ScheduleReport> &report) {
            if (report)
                return showReport(*report);
            m_summary->show(QStringLiteral("circle-question-mark"), tr("Could not check"), Tone::Unknown);
            m_error->showError(report.error());
        });
}

void ScheduleDialog::showReport(const ScheduleReport &report)
{
    if (report.parts.isEmpty())
        m_summary->show(QStringLiteral("triangle-alert"), tr("Nothing starts backups by itself"), Tone::Warn);
    else if (!report.problems.isEmpty())
        m_summary->show(QStringLiteral("triangle-alert"), tr("Backups may not start by themselves"),
                        Tone::Warn);
    else
        m_summary->show(QStringLiteral("circle-check"), tr("Backups start by themselves"), Tone::Good);
    QStringList lines;
    for (const QString &problem : report.problems) {
        if (!report.parts.isEmpty()) // else the line above says it
            lines << oneLine(problem);
    }
    if (report.isDue)
        lines << tr("A backup is due now.");
    m_problems->setText(lines.join(QChar(u'\n')));
    m_problems->setVisible(!lines.isEmpty());
    QList<QList<Cell>> rows;
    for (const ScheduleReport::Part &part : report.parts)
        rows << rowOf(part);
    m_installed->setRows(rows);
    fitColumns(m_installedView);
    m_remove->setEnabled(!report.parts.isEmpty());
    m_lastRun->setText(report.lastRun ? tr("Last run by a scheduler: %1, %2")
                                            .arg(momentText(report.lastRun->started, report.zone),
                                                 lookOf(report.lastRun->state).word)
                                      : tr("No scheduler has started a run so far."));
    m_next->setRows(rowsOf(report));
    fitColumns(m_nextView);
}

void ScheduleDialog::plan(bool install)
{
    m_error->clear();
    m_context.runner.look(
        this,
        [request = scheduleRequest(m_context, m_profile), install,
         &services = m_context.services](JobContext &context) -> Result<SchedulePlan> {
            if (!install)
                return planRemoval(request);
            MASCLET_TRY_ASSIGN(SchedulePlan plan, planSchedule(request, services.clock.now()));
            MASCLET_TRY(checkUnits(request, plan, context.stopToken()));
            plan.warnings << nightWarnings(services, request, context.stopToken());
            return plan;
        },
        [this, install](const Result<SchedulePlan> &plan) {
            if (plan)
                confirm(*plan, install);
            else
                m_error->showError(plan.error());
        });
}

/// What is written is what was shown.
void ScheduleDialog::confirm(const SchedulePlan &plan, bool install)
{
    auto *const question = new QDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("scheduleConfirm"));
    question->setWindowTitle(install ? tr("Install the schedule") : tr("Remove the schedule"));
    question->resize(planSize);
    auto *const text = new QPlainTextEdit(linesOf(plan).join(QChar(u'\n')));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(tr("What will be changed"));
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Leave it"));
    QPushButton *const go =
        buttons->addButton(install ? tr("Install this") : tr("Remove this"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("scheduleGo"));
    go->setEnabled(!plan.isEmpty());
    auto *const layout = new QVBoxLayout(question);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->setSpacing(theme::gap);
    layout->addWidget(plainLabel(plan.isEmpty() ? tr("Nothing has to be changed.")
                                                : tr("These files and commands, and nothing else:")));
    layout->addWidget(text, 1);
    for (const QString &warning : plan.warnings) {
        auto *const label = new ToneLabel;
        label->setWraps();
        label->show(QStringLiteral("triangle-alert"), oneLine(warning), Tone::Warn);
        layout->addWidget(label);
    }
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, question, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, question, &QDialog::accept);
    connect(question, &QDialog::accepted, this, [this, plan] { carryOutPlan(plan); });
    question->open();
}

void ScheduleDialog::carryOutPlan(const SchedulePlan &plan)
{
    m_install->setEnabled(false);
    m_context.runner.look(
        this, [plan](JobContext &context) { return carryOut(plan, context.stopToken()); },
        [this](const Result<> &done) {
            m_install->setEnabled(true);
            if (!done)
                m_error->showError(done.error());
            read();
            Q_EMIT changed();
        });
}

void ScheduleDialog::prove()
{
    const auto how = Proof(m_how->currentData().toInt());
    m_prove->setEnabled(false);
    m_proving = true;
    m_error->clear();
    m_findings->showRunning();
    m_context.runner.run(
        {tr("Proving the schedule of %1").arg(m_profile.name), tr("Nothing half made stays."),
         m_profile.repository.path},
        this,
        [&services = m_context.services, request = scheduleRequest(m_context, m_profile),
         home = m_context.homeFolder,
         how](JobContext &context) { return proveSchedule(services, request, home, how, context); },
        [this](const Result<ScheduleProof> &proof) { showProof(proof); });
}

void ScheduleDialog::showProof(const Result<ScheduleProof> &proof)
{
    m_proving = false;
    m_prove->setEnabled(true);
    Q_EMIT changed();
    if (proof)
        m_findings->showProof(*proof);
    else
        m_findings->showUnknown();
    if (!proof || proof->failure)
        showFailure(proof ? *proof->failure : proof.error());
    if (m_goesWhenProven)
        deleteLater();
    else if (proof)
        read();
}

void ScheduleDialog::showFailure(const Error &error)
{
    m_error->showError(error);
    Q_EMIT failed(error);
    if (!isVisible())
        Q_EMIT failedUnseen(error);
}

void ScheduleDialog::done(int result)
{
    if (m_proving && testAttribute(Qt::WA_DeleteOnClose)) {
        setAttribute(Qt::WA_DeleteOnClose, false);
        m_goesWhenProven = true;
    }
    QDialog::done(result);
}

} // namespace masclet
