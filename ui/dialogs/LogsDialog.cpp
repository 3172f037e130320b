#include "ui/dialogs/LogsDialog.h"

#include "core/base/Text.h"
#include "core/repository/Repository.h"
#include "core/service/PeopleText.h"
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
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr QSize logsSize(1120, 680);
constexpr qsizetype runsShown = 500;

} // namespace

LogsDialog::LogsDialog(const UiContext &context, Profile profile, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_error(new ErrorPanel)
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
    splitter->setHandleWidth(theme::gap);
    splitter->addWidget(makeRuns());
    splitter->addWidget(makeLog());
    splitter->setSizes({430, 650});
    splitter->setStretchFactor(1, 1);
    auto *const buttons = closeBar(this);
    buttons->addButton(
        copyCommandButton(
            this, [this] { return commandTwin(QStringLiteral("logs"), m_profile, QStringList{runId()}); }),
        QDialogButtonBox::ActionRole);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->addWidget(m_error);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(m_second, &QTimer::timeout, this, &LogsDialog::readLog);
    readRuns();
}

QWidget *LogsDialog::makeRuns()
{
    m_runsView->setColumnHidden(3, true); // the id is said by the tool tip and the copied command
    m_runsView->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_runsView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LogsDialog::readLog);
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
    layout->addWidget(m_logView, 1);
    layout->addWidget(m_count);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogsDialog::showLog);
    connect(m_search, &QLineEdit::textChanged, this, &LogsDialog::showLog);
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
            MASCLET_TRY_ASSIGN(const History history, readHistory(repository, profile));
            return history.runs.mid(0, runsShown);
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

void LogsDialog::readLog()
{
    const QString id = runId();
    if (id.isEmpty())
        return;
    m_context.runner.look(
        this,
        [&services = m_context.services, path = m_profile.repository.path,
         id](JobContext &) -> Result<QList<RunLogLine>> {
            MASCLET_TRY_ASSIGN(const Repository repository, Repository::open(path, services.clock));
            return readRunLog(repository, id);
        },
        [this, id](const Result<QList<RunLogLine>> &lines) {
            if (id != runId())
                return;
            m_lines = lines.value_or(QList<RunLogLine>());
            showLog();
            // A log that is gone by now is no failure.
            if (lines || lines.error().kind == ErrorKind::Usage)
                m_error->clear();
            else
                m_error->showError(lines.error());
            if (!lines)
                m_count->setText(tr("This run has no log (any more)"));
        });
}

void LogsDialog::showLog()
{
    const LogLevel level = LogLevel(m_level->currentData().toInt());
    const QString text = m_search->text().trimmed();
    QList<RunLogLine> wanted;
    qsizetype problems = 0;
    for (const RunLogLine &line : std::as_const(m_lines)) {
        problems += line.level >= LogLevel::Warning ? 1 : 0;
        if (line.level >= level && line.text.contains(text, Qt::CaseInsensitive))
            wanted << line;
    }
    m_log->setRows(logRows(wanted, m_profile.schedule.zone));
    fitColumns(m_logView);
    m_count->setText(tr("%n warning(s) and errors", nullptr, int(problems)));
    if (m_follow->isChecked())
        m_logView->scrollToBottom();
}

} // namespace masclet
