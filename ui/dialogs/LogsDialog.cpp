#include "ui/dialogs/LogsDialog.h"

#include "core/base/Text.h"
#include "core/repository/Repository.h"
#include "core/service/DayFactsReader.h"
#include "core/service/PeopleText.h"
#include "ui/dialogs/JournalView.h"
#include "ui/main/SetDetailsText.h"
#include "ui/models/RowsModel.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr QSize logsSize(1120, 680);
constexpr int runsShown = 500;

QString problemsText(qint64 errors, qint64 warnings)
{
    return LogsDialog::tr("%1, %2", "errors, warnings")
        .arg(LogsDialog::tr("%n error(s)", nullptr, int(errors)),
             LogsDialog::tr("%n warning(s)", nullptr, int(warnings)));
}

} // namespace

LogsDialog::LogsDialog(const UiContext &context, Profile profile, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_error(new ErrorPanel)
    , m_problems(new ToneLabel)
    , m_runs(new RowsModel({{tr("Started")}, {tr("What")}, {tr("State")}, {tr("Run")}}))
    , m_runsView(rowsView(m_runs, QStringLiteral("logRuns"), tr("Runs")))
    , m_level(new QComboBox)
    , m_search(new QLineEdit)
    , m_follow(new QCheckBox(tr("&Follow")))
    , m_count(new QLabel)
    , m_log(new RowsModel({{tr("Time")}, {tr("Level")}, {tr("Text")}}))
    , m_logView(rowsView(m_log, QStringLiteral("logLines"), tr("Log of the run")))
    , m_second(new QTimer(this))
{
    setWindowTitle(tr("Logs of %1").arg(m_profile.name));
    resize(logsSize);
    auto *const splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setContentsMargins(theme::gap, theme::gap, theme::gap, theme::gap);
    splitter->setHandleWidth(theme::gap);
    splitter->addWidget(makeRuns());
    splitter->addWidget(makeLog());
    splitter->setSizes({510, 570});
    splitter->setStretchFactor(1, 1);
    auto *const buttons = closeBar(this);
    buttons->addButton(copyCommandButton(this,
                                         [this] {
                                             const QString run = runId();
                                             return commandTwin(QStringLiteral("logs"), m_profile,
                                                                run.isEmpty() ? QStringList()
                                                                              : QStringList{run});
                                         }),
                       QDialogButtonBox::ActionRole);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    auto *const tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("logTabs"));
    tabs->addTab(splitter, tr("&Runs"));
    tabs->addTab(new JournalView(m_context, m_profile.repository.path, m_profile.schedule.zone),
                 tr("&Journal"));
    m_problems->setObjectName(QStringLiteral("logProblems"));
    layout->setSpacing(theme::gap);
    layout->addWidget(m_problems);
    layout->addWidget(m_error);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    connect(m_second, &QTimer::timeout, this, [this] {
        if (!m_looking)
            lookAtLog(From::Disk);
    });
    readRuns();
    readProblems();
}

QWidget *LogsDialog::makeRuns()
{
    m_runsView->setColumnHidden(3, true); // the id is said by the tool tip and the copied command
    m_runsView->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch); // the last one is hidden
    m_runsView->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_runsView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { lookAtLog(From::Disk); });
    return m_runsView;
}

QWidget *LogsDialog::makeLog()
{
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_level->setAccessibleName(tr("Which lines"));
    m_level->addItem(tr("All lines"), int(LogLevel::Debug));
    m_level->addItem(tr("Warnings and errors"), int(LogLevel::Warning));
    m_level->addItem(tr("Errors"), int(LogLevel::Error));
    m_search->setObjectName(QStringLiteral("logSearch"));
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Tone::Unknown), QLineEdit::LeadingPosition);
    m_count->setObjectName(QStringLiteral("logCount"));
    m_follow->setObjectName(QStringLiteral("logFollow"));
    m_follow->setToolTip(tr("Reads the log again every second"));
    auto *const bar = new QHBoxLayout;
    bar->addWidget(m_level);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_follow);
    auto *const area = new QWidget;
    auto *const layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_count);
    layout->addWidget(m_logView, 1);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] { lookAtLog(From::Memory); });
    connect(m_search, &QLineEdit::textChanged, this, [this] { lookAtLog(From::Memory); });
    connect(m_follow, &QCheckBox::toggled, this, [this](bool follow) {
        if (follow)
            m_second->start(std::chrono::seconds(1));
        else
            m_second->stop();
    });
    return area;
}

void LogsDialog::readRuns()
{
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &) -> Result<QList<RunRecord>> {
            MASCLET_TRY_ASSIGN(const Repository repository,
                               Repository::open(profile.repository.path, services.clock));
            return masclet::readRuns(repository, profile, runsShown);
        },
        [this](const Result<QList<RunRecord>> &runs) {
            if (runs)
                showRuns(*runs);
            else
                m_error->showError(runs.error());
        });
}

void LogsDialog::showRuns(const QList<RunRecord> &runs)
{
    QList<QList<Cell>> rows;
    for (const RunRecord &run : runs) {
        const StateLook look = lookOf(run.state);
        rows << QList<Cell>{
            {whenText(run.started, m_profile.schedule.zone), run.started, Tone::Neutral, {}, run.id},
            {verbText(run.verb)},
            {look.word, int(run.state), look.tone, look.icon},
            {run.id}};
    }
    m_runs->setRows(rows);
    fitColumns(m_runsView);
    m_runsView->selectRow(0);
}

QString LogsDialog::runId() const
{
    const QModelIndexList rows = m_runsView->selectionModel()->selectedRows(3);
    return rows.isEmpty() ? QString() : rows.first().data().toString();
}

void LogsDialog::readProblems()
{
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = m_profile](JobContext &context) -> Result<LogFindings> {
            MASCLET_TRY_ASSIGN(const Repository repository,
                               Repository::open(profile.repository.path, services.clock));
            return logsSinceLastCheck(repository, profile, services.clock, context.stopToken());
        },
        [this](const Result<LogFindings> &found) {
            if (!found)
                return m_problems->show(QStringLiteral("circle-question-mark"),
                                        tr("Errors since the last check could not be counted"),
                                        Tone::Unknown);
            qint64 errors = found->ownErrors;
            for (const LogFileFindings &file : found->files)
                errors += file.matches;
            const QString when = whenText(found->since, m_profile.schedule.zone);
            const QString text = problemsText(errors, found->ownWarnings);
            m_problems->show(errors > 0 ? QStringLiteral("circle-x") : QStringLiteral("circle-check"),
                             tr("Since the last check, %1: %2").arg(when, text),
                             errors > 0 ? Tone::Bad : Tone::Good);
        });
}

void LogsDialog::lookAtLog(From from)
{
    const QString id = runId();
    if (id.isEmpty() || (from == From::Memory && !m_lines))
        return;
    const LogWish wish{LogLevel(m_level->currentData().toInt()), m_search->text().trimmed()};
    const auto read = from == From::Memory ? m_lines : nullptr;
    m_looking = true;
    m_context.runner.look(
        this,
        [&services = m_context.services, path = m_profile.repository.path, zone = m_profile.schedule.zone, id,
         wish, read](JobContext &) -> Result<Shown> {
            Shown shown{read, {}, {}};
            if (!shown.log) {
                MASCLET_TRY_ASSIGN(const Repository repository, Repository::open(path, services.clock));
                MASCLET_TRY_ASSIGN(QList<RunLogLine> lines, readRunLog(repository, id));
                shown.log = std::make_shared<const QList<RunLogLine>>(std::move(lines));
            }
            shown.extract = extractLog(*shown.log, wish);
            shown.rows = logRows(shown.extract.lines, zone);
            return shown;
        },
        [this, id, look = ++m_wanted](const Result<Shown> &shown) {
            if (look != m_wanted)
                return;
            m_looking = false;
            showLog(shown.value_or(Shown()));
            // A log that is gone by now is no failure.
            if (shown || shown.error().kind == ErrorKind::Usage)
                m_error->clear();
            else
                m_error->showError(shown.error());
            if (!shown)
                m_count->setText(tr("This run has no log (any more)"));
        });
}

void LogsDialog::showLog(const Shown &shown)
{
    m_lines = shown.log;
    m_log->setRows(shown.rows);
    fitColumns(m_logView);
    QString text = problemsText(shown.extract.errors, shown.extract.warnings);
    if (const qsizetype count = shown.extract.lines.size(); shown.extract.matching > count)
        text = tr("the newest %1 of %2 lines; %3")
                   .arg(QLocale().toString(count), QLocale().toString(shown.extract.matching), text);
    m_count->setText(text);
    if (m_follow->isChecked())
        m_logView->scrollToBottom();
}

} // namespace masclet
