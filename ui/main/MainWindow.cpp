#include "ui/main/MainWindow.h"

#include "core/service/ServiceEnvironment.h"
#include "ui/main/ActivityPanel.h"
#include "ui/main/DeskActions.h"
#include "ui/main/HistoryView.h"
#include "ui/main/KindTile.h"
#include "ui/main/NextRunPanel.h"
#include "ui/main/Notices.h"
#include "ui/main/ProfileList.h"
#include "ui/main/ProfileStates.h"
#include "ui/main/SetDetails.h"
#include "ui/main/TrayIcon.h"
#include "ui/main/TrendChart.h"
#include "ui/main/VerdictHeader.h"
#include "ui/main/WelcomePage.h"
#include "ui/models/CatalogReader.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Theme.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr int profileListWidth = 180;
constexpr QSize usualSize(1240, 860);

} // namespace

MainWindow::MainWindow(const UiContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_reader(new CatalogReader(catalogPath(context.services.stateFolder), this))
    , m_watch(new ProfileWatch(context, this))
    , m_states(new ProfileStates(context, this))
    , m_actions(new DeskActions(context, *m_watch, this))
    , m_profiles(new ProfileList)
    , m_welcome(new WelcomePage)
    , m_verdict(new VerdictHeader)
    , m_error(new ErrorPanel)
    , m_notices(new Notices)
    , m_next(new NextRunPanel)
    , m_trend(new TrendChart)
    , m_history(new HistoryView(*m_reader))
    , m_details(new SetDetails(context))
    , m_activity(new ActivityPanel(context.runner))
    , m_tray(new TrayIcon(*this))
{
    setWindowTitle(tr("Masclet Backup"));
    resize(usualSize);
    m_error->setClosable();
    makeContent();
    makeActions();
    connectParts();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeOverviewRow()
{
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    for (const QString &kind : optionByPath(QStringLiteral("backup.kinds"))->choices) {
        m_tiles << new KindTile(kind);
        layout->addWidget(m_tiles.last(), 2);
    }
    layout->addWidget(m_next, 4);
    return row;
}

QWidget *MainWindow::makeHistoryArea()
{
    auto *const splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(theme::gap);
    splitter->addWidget(m_trend);
    splitter->addWidget(m_history);
    splitter->addWidget(m_details);
    m_trend->setMinimumHeight(80);
    m_history->setMinimumHeight(112);
    m_details->setMinimumHeight(80);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    splitter->setStretchFactor(2, 4);
    splitter->setSizes({130, 280, 200});
    return splitter;
}

void MainWindow::makeContent()
{
    auto *const column = new QWidget;
    auto *const layout = new QVBoxLayout(column);
    layout->setContentsMargins(theme::margin - 4, theme::margin - 4, theme::margin - 4, theme::margin - 4);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_verdict);
    layout->addWidget(m_error);
    layout->addWidget(m_notices);
    m_desk = new QWidget;
    auto *const desk = new QVBoxLayout(m_desk);
    desk->setContentsMargins(0, 0, 0, 0);
    desk->setSpacing(theme::gap);
    desk->addWidget(makeOverviewRow());
    desk->addWidget(makeHistoryArea(), 1);
    layout->addWidget(m_desk, 1);
    layout->addWidget(m_welcome, 1);
    layout->addWidget(m_activity);

    auto *const all = new QWidget;
    auto *const row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_profiles->setFixedWidth(profileListWidth);
    row->addWidget(m_profiles);
    row->addWidget(column, 1);
    setCentralWidget(all);
}

void MainWindow::makeActions()
{
    auto *const bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize(QSize(18, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_actions->fillMenus(*menuBar());
    m_actions->fillToolBar(*bar);
}

void MainWindow::connectParts()
{
    connect(m_profiles, &ProfileList::picked, this, &MainWindow::showProfile);
    connect(m_verdict, &VerdictHeader::remedyWanted, this, &MainWindow::mend);
    connect(m_verdict, &VerdictHeader::alarmsWanted, m_actions, &DeskActions::alarms);
    connect(m_verdict, &VerdictHeader::tryAgainWanted, this, [this] { showProfile(m_name); });
    connect(m_welcome, &WelcomePage::newProfileWanted, m_actions, &DeskActions::newProfile);
    connect(m_actions, &DeskActions::profilesChanged, this, &MainWindow::showProfiles);
    connect(m_notices, &Notices::dayWanted, m_actions, &DeskActions::checklistOf);
    connect(m_notices, &Notices::undoWanted, m_actions, &DeskActions::goBack);
    connect(m_trend, &TrendChart::picked, this, [this](const QString &id, bool isSet) {
        m_history->select({id, isSet});
    });
    connect(m_history, &HistoryView::selectionChanged, this, &MainWindow::showSelection);
    connect(m_history, &HistoryView::notListed, this, &MainWindow::showByName);
    connect(m_history, &HistoryView::activated, m_details, &SetDetails::takeKeyboard);
    connect(m_history, &HistoryView::menuWanted, this, &MainWindow::showMenu);
    connect(m_watch, &ProfileWatch::opened, this, [this](const QString &repositoryId) {
        const Profile &profile = m_watch->profile();
        m_history->showProfile(repositoryId, profile.id, profile.name, profile.schedule.zone);
    });
    connect(m_watch, &ProfileWatch::historyChanged, this, [this] {
        m_reader->reopen();
        m_history->refresh();
    });
    connect(m_watch, &ProfileWatch::overviewChanged, this, &MainWindow::showOverview);
    connect(m_watch, &ProfileWatch::failed, this, &MainWindow::showFailure);
    connect(m_watch, &ProfileWatch::incidentsRead, this, [this](const QList<Incident> &incidents) {
        m_verdict->showIncidents(incidents, m_watch->profile());
    });
    connect(m_watch, &ProfileWatch::incidentsUnknown, m_verdict, &VerdictHeader::showIncidentsUnknown);
    connect(m_states, &ProfileStates::known, this, &MainWindow::showLevel);
    connect(m_actions, &DeskActions::failed, this, &MainWindow::showError);
    connect(&m_context.runner, &WorkRunner::leftUndone, m_actions, &DeskActions::failed);
}

void MainWindow::showProfiles(const QString &name)
{
    const Result<QList<ProfileStore::Entry>> entries = m_context.services.profiles.list();
    if (!entries)
        return showError(entries.error());
    QStringList names;
    for (const ProfileStore::Entry &entry : *entries)
        names << entry.name;
    m_profiles->showProfiles(names);
    m_tray->keepOnly(names);
    m_profiles->setVisible(names.size() > 1);
    const bool available = !names.isEmpty() || !name.isEmpty();
    m_verdict->setVisible(available);
    // One goes before the other comes: both at once would make the window grow.
    (available ? m_welcome : m_desk)->hide();
    (available ? m_desk : m_welcome)->show();
    if (available)
        showProfile(name.isEmpty() ? names.first() : name);
    else
        forgetProfile();
    m_states->watch(names);
}

/// No verdict, row or action of the profile before may stand for another one.
void MainWindow::forgetProfile()
{
    m_watch->stop();
    m_actions->setProfileAvailable(false);
    m_verdict->showWaiting();
    m_notices->clear();
    m_next->showNothing();
    for (KindTile *tile : std::as_const(m_tiles))
        tile->showNothing();
    m_trend->showNothing();
    m_history->showNothing();
    m_details->clear();
    m_activity->clearForeign();
    m_error->clear();
}

void MainWindow::showProfile(const QString &name)
{
    m_name = name;
    m_states->leaveOut(name);
    m_profiles->select(name);
    forgetProfile();
    const Result<Profile> profile = effectiveProfile(m_context, name);
    if (!profile) {
        setWindowTitle(tr("%1 – Masclet Backup").arg(name));
        return showFailure(profile.error());
    }
    const QString title = profile->title.isEmpty() ? profile->name : profile->title;
    setWindowTitle(tr("%1 – Masclet Backup").arg(title));
    m_watch->watch(*profile);
    m_actions->setProfileAvailable(true);
}

void MainWindow::showOverview()
{
    const Overview &overview = m_watch->overview();
    const QString &zone = m_watch->profile().schedule.zone;
    m_verdict->showOverview(overview, zone);
    m_notices->showOverview(overview, zone);
    showLevel(m_watch->profile().name, overview.status.status);
    for (qsizetype i = 0; i < m_tiles.size() && i < overview.kinds.size(); ++i)
        m_tiles[i]->showKind(overview.kinds[i], m_context.services.clock.now());
    m_next->showNext(overview.next, zone);
    m_trend->showRuns(overview, zone);
    m_activity->showOverview(overview, m_watch->profile(), m_context.services.clock.now());
    m_actions->updateEnabled();
}

/// The profile, or its repository, cannot be read: what was known of it holds no longer.
void MainWindow::showFailure(const Error &error)
{
    m_verdict->showError(error);
    Status status;
    status.line = error.message;
    showLevel(m_name, status);
}

void MainWindow::showLevel(const QString &name, const Status &status)
{
    m_profiles->showLevel(name, status.level);
    m_tray->showStatus(name, status);
}

bool MainWindow::isSettled() const
{
    return m_watch->isCurrent() && m_reader->isIdle() && m_context.runner.isIdle() && m_history->isSettled();
}

void MainWindow::showSelection()
{
    const HistoryKey key = m_history->selected();
    m_actions->setSelection(key.isSet ? key.id : QString(), m_history->selectedEntry());
    if (key.id.isEmpty())
        m_details->clear();
    else
        showDetails(key);
}

/// What is in no list, or not yet.
void MainWindow::showByName(const HistoryKey &key)
{
    m_actions->setSelection(key.isSet ? key.id : QString(), nullptr);
    showDetails(key);
}

void MainWindow::showDetails(const HistoryKey &key)
{
    if (key.isSet)
        m_details->showSet(m_watch->profile(), key.id);
    else
        m_details->showRun(m_watch->profile(), key.id);
}

void MainWindow::mend(Remedy remedy, const QString &runId)
{
    switch (remedy) {
    case Remedy::None:
        break;
    case Remedy::ShowRun:
        m_history->select({runId, false});
        break;
    default:
        m_actions->mend(remedy);
    }
}

void MainWindow::showError(const Error &error)
{
    m_error->showError(error);
}

void MainWindow::showMenu(const QPoint &position)
{
    QMenu *const menu = m_actions->makeHistoryMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(position);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_actions->mayClose());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!event->spontaneous())
        m_actions->stayOpen();
}

} // namespace masclet
