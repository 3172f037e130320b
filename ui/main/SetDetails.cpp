#include "ui/main/SetDetails.h"

#include "ui/main/SetDetailsText.h"
#include "ui/models/RowsModel.h"
#include "ui/reports/ReportExport.h"
#include "ui/reports/Reports.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace masclet
{

SetDetails::SetDetails(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedLayout(this))
    , m_nothing(mutedLabel(tr("Select a row of the history to see what is in it.")))
    , m_tabs(new QTabWidget)
    , m_facts(plainLabel())
    , m_error(new ErrorPanel)
    , m_tables(new RowsModel({{tr("Table")},
                              {tr("Rows"), RowsModel::Kind::Number},
                              {tr("Counted in the database"), RowsModel::Kind::Number},
                              {QString()}}))
    , m_files(new RowsModel({{tr("File")},
                             {tr("Kind")},
                             {tr("Stored"), RowsModel::Kind::Number},
                             {tr("Raw"), RowsModel::Kind::Number},
                             {tr("SHA-256")}}))
    , m_proofs(new RowsModel({{tr("When")}, {tr("What")}, {tr("By")}, {tr("Note")}}))
    , m_phases(new RowsModel({{tr("Phase")},
                              {tr("Started")},
                              {tr("Took"), RowsModel::Kind::Number},
                              {tr("Share"), RowsModel::Kind::Number},
                              {QString()}}))
    , m_checks(new RowsModel({{tr("Item")}, {tr("Result")}, {tr("Verdict")}, {tr("Finding")}}))
    , m_log(new RowsModel({{tr("Time")}, {tr("Level")}, {tr("Text")}}))
    , m_commands(new QPlainTextEdit)
    , m_export(exportButton())
{
    m_nothing->setAlignment(Qt::AlignCenter);
    m_tabs->setObjectName(QStringLiteral("details"));
    m_tabs->setDocumentMode(true);
    m_factsPage = makeFacts();
    m_tablesView = rowsView(m_tables, QStringLiteral("detailTables"), tr("Rows per table"));
    m_filesView = rowsView(m_files, QStringLiteral("detailFiles"), tr("Files with checksums"));
    m_proofsView = rowsView(m_proofs, QStringLiteral("detailProofs"), tr("Proofs"));
    m_phasesView = rowsView(m_phases, QStringLiteral("detailPhases"), tr("Phases with their times"));
    m_checksView = rowsView(m_checks, QStringLiteral("detailChecks"), tr("Checklist of the day"));
    m_logView = rowsView(m_log, QStringLiteral("detailLog"), tr("Log"));
    m_commandsPage = makeCommands();
    // A tab widget owns its pages only while they are in it.
    for (QWidget *page :
         {m_factsPage, static_cast<QWidget *>(m_tablesView), static_cast<QWidget *>(m_filesView),
          static_cast<QWidget *>(m_proofsView), static_cast<QWidget *>(m_phasesView),
          static_cast<QWidget *>(m_checksView), static_cast<QWidget *>(m_logView), m_commandsPage}) {
        page->setParent(this);
        page->hide();
    }
    m_tabs->setCornerWidget(m_export);
    auto *const reports = new ReportExport(m_context.runner, this);
    connect(reports, &ReportExport::failed, m_error, &ErrorPanel::showError);
    connect(m_export, &QPushButton::clicked, this,
            [this, reports] { reports->start(setReport(m_context.services, m_profile, m_report)); });
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_tabs);
}

QWidget *SetDetails::makeFacts()
{
    m_facts->setObjectName(QStringLiteral("detailFacts"));
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_facts->setTextFormat(Qt::RichText); // made by factsTable(), which escapes everything
    auto *const inner = new QWidget;
    auto *const layout = new QVBoxLayout(inner);
    layout->setContentsMargins(theme::gap, theme::gap, theme::gap, theme::gap);
    layout->addWidget(m_error);
    layout->addWidget(m_facts);
    layout->addStretch();
    auto *const scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

QWidget *SetDetails::makeCommands()
{
    m_commands->setReadOnly(true);
    m_commands->setObjectName(QStringLiteral("detailCommands"));
    m_commands->setAccessibleName(tr("Commands that restore the set without this program"));
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commands->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *const copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_commands->toPlainText()); });
    auto *const page = new QWidget;
    auto *const head = new QHBoxLayout;
    head->addWidget(mutedLabel(tr("These commands load the set into a test database. They need PostgreSQL's "
                                  "own programs only.")),
                    1);
    head->addWidget(copy);
    auto *const layout = new QVBoxLayout(page);
    layout->setContentsMargins(theme::gap, theme::gap, theme::gap, theme::gap);
    layout->addLayout(head);
    layout->addWidget(m_commands, 1);
    return page;
}

void SetDetails::clear()
{
    ++m_generation;
    m_stack->setCurrentWidget(m_nothing);
}

void SetDetails::takeKeyboard()
{
    m_tabs->setFocus();
}

void SetDetails::showSet(const Profile &profile, const QString &setId)
{
    const int generation = ++m_generation;
    m_context.runner.look(
        this,
        [&services = m_context.services, profile, setId](JobContext &) {
            return readSetReport(services, profile, setId);
        },
        [this, generation, profile](const Result<SetReport> &report) {
            if (generation != m_generation)
                return;
            if (report)
                takeSet(*report, profile);
            else
                takeError(report.error());
        });
}

void SetDetails::showRun(const Profile &profile, const QString &runId)
{
    const int generation = ++m_generation;
    m_context.runner.look(
        this,
        [&services = m_context.services, profile, runId](JobContext &) {
            return readRunReport(services, profile, runId);
        },
        [this, generation, profile](const Result<RunReport> &report) {
            if (generation != m_generation)
                return;
            if (report)
                takeRun(*report, profile);
            else
                takeError(report.error());
        });
}

void SetDetails::takeSet(const SetReport &report, const Profile &profile)
{
    m_report = report;
    m_profile = profile;
    m_error->clear();
    m_facts->setText(factsTable(factsOf(report)));
    m_tables->setRows(tableRows(report.manifest));
    m_files->setRows(fileRows(report.manifest));
    m_proofs->setRows(proofRows(report));
    showPhases(report.phases, report.set.started, report.set.zone);
    m_checks->setRows(report.day ? checkRows(*report.day) : QList<QList<Cell>>());
    showLog(report.log, profile.schedule.zone);
    const QString commands =
        QStringList{report.commands.roles, report.commands.database, report.commands.files}
            .join(QStringLiteral("\n\n"))
            .trimmed();
    m_commands->setPlainText(commands);
    QList<QWidget *> tabs{m_factsPage, m_tablesView, m_filesView, m_proofsView};
    if (report.day)
        tabs << m_checksView;
    if (!report.phases.isEmpty())
        tabs << m_phasesView;
    tabs << m_logView;
    if (!commands.isEmpty())
        tabs << m_commandsPage;
    showTabs(tabs);
    for (QTableView *view : {m_tablesView, m_filesView, m_proofsView, m_checksView})
        fitColumns(view);
}

void SetDetails::takeRun(const RunReport &report, const Profile &profile)
{
    m_facts->setText(factsTable(factsOf(report.run, profile.schedule.zone)));
    if (report.run.message.isEmpty())
        m_error->clear();
    else
        m_error->showError({report.run.state == RunState::Stopped ? ErrorKind::Stopped : ErrorKind::Internal,
                            report.run.message,
                            report.run.hint,
                            report.run.detail,
                            {}});
    showLog(report.log, profile.schedule.zone);
    showPhases(report.run.phases, report.run.started, profile.schedule.zone);
    QList<QWidget *> tabs{m_factsPage};
    if (!report.run.phases.isEmpty())
        tabs << m_phasesView;
    showTabs(tabs << m_logView);
}

void SetDetails::takeError(const Error &error)
{
    m_facts->clear();
    m_error->showError(error);
    showTabs({m_factsPage});
}

void SetDetails::showLog(const QList<RunLogLine> &log, const QString &zone)
{
    m_log->setRows(logRows(log, zone));
    fitColumns(m_logView);
}

void SetDetails::showPhases(const QList<RunPhase> &phases, const QDateTime &started, const QString &zone)
{
    m_phases->setRows(phaseRows(phases, started, zone));
    fitColumns(m_phasesView);
}

void SetDetails::showTabs(const QList<QWidget *> &tabs)
{
    const QHash<QWidget *, QString> titles{
        {m_factsPage, tr("Summary")}, {m_tablesView, tr("Tables")},
        {m_filesView, tr("Files")},   {m_proofsView, tr("Proofs")},
        {m_checksView, tr("Checks")}, {m_phasesView, tr("Phases")},
        {m_logView, tr("Log")},       {m_commandsPage, tr("Restore without this program")}};
    QList<QWidget *> shown;
    for (int i = 0; i < m_tabs->count(); ++i)
        shown << m_tabs->widget(i);
    if (shown != tabs) {
        QWidget *const current = m_tabs->currentWidget();
        m_tabs->clear();
        for (QWidget *page : shown)
            page->setParent(this);
        for (QWidget *page : tabs)
            m_tabs->addTab(page, titles.value(page));
        if (tabs.contains(current))
            m_tabs->setCurrentWidget(current);
    }
    m_export->setVisible(tabs.contains(m_filesView));
    m_stack->setCurrentWidget(m_tabs);
}

} // namespace masclet
