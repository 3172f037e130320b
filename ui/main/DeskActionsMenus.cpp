// Which actions there are, and where they stand.
#include "ui/main/DeskActions.h"

#include "ui/main/ProfileWatch.h"
#include "ui/support/Icons.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QWidget>

namespace masclet
{

DeskActions::DeskActions(const UiContext &context, ProfileWatch &watch, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_watch(watch)
    , m_window(window)
{
    addSetActions();
    addProfileActions();
    m_refresh = new QAction(icon(QStringLiteral("refresh-cw")), tr("&Refresh"), this);
    m_refresh->setShortcut(QKeySequence::Refresh);
    connect(m_refresh, &QAction::triggered, &m_watch, &ProfileWatch::refresh);
    m_quit = new QAction(tr("&Quit"), this);
    m_quit->setShortcut(QKeySequence::Quit);
    connect(m_quit, &QAction::triggered, m_window, &QWidget::close);
    connect(this, &DeskActions::failed, this, &DeskActions::stayForFailure);
    connect(&m_context.runner, &WorkRunner::removed, this, &DeskActions::closeWhenIdle, Qt::QueuedConnection);
    updateEnabled();
}

QAction *DeskActions::add(const char *name, const QString &iconName, const QString &text, const QString &help,
                          void (DeskActions::*slot)())
{
    auto *const action = new QAction(icon(iconName), text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setToolTip(help);
    action->setStatusTip(help);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void DeskActions::addSetActions()
{
    m_backUp =
        add("backUp", QStringLiteral("play"), tr("&Back up…"),
            tr("Makes a set now, verifies it, and proves it as the profile says"), &DeskActions::backUp);
    m_backUp->setShortcut(Qt::CTRL | Qt::Key_B);
    m_restore = add("restore", QStringLiteral("rotate-ccw"), tr("&Restore…"),
                    tr("Brings a set back, beside what is there or in its place"), &DeskActions::restore);
    m_testRestore = add("testRestore", QStringLiteral("flask-conical"), tr("&Test restore…"),
                        tr("Loads the set where nothing depends on it and compares every table"),
                        &DeskActions::testRestore);
    m_testRestore->setShortcut(Qt::CTRL | Qt::Key_T);
    m_verify = add("verify", QStringLiteral("file-check"), tr("&Verify"), tr("Reads the set back whole"),
                   &DeskActions::verify);
    m_pin =
        add("pin", QStringLiteral("pin"), tr("&Pin"), tr("Keeps the set from retention"), &DeskActions::pin);
    m_openFolder = add("openFolder", QStringLiteral("folder-open"), tr("&Open folder"),
                       tr("Shows the folder the set lies in"), &DeskActions::openFolder);
    m_copyVerify = add("copyCommand", QStringLiteral("file-check"), tr("&Verify"),
                       tr("Copies the command line that verifies this set"), &DeskActions::copyVerifyCommand);
    m_copyPin = add("copyPinCommand", QStringLiteral("pin"), tr("&Pin"),
                    tr("Copies the command line that keeps this set, or lets it go again"),
                    &DeskActions::copyPinCommand);
    m_copy = new QMenu(tr("&Copy command"), m_window);
    m_copy->setIcon(icon(QStringLiteral("terminal")));
    m_copy->setToolTipsVisible(true);
    m_copy->addActions({m_copyVerify, m_copyPin});
}

void DeskActions::addProfileActions()
{
    m_checklist = add("checklist", QStringLiteral("list-checks"), tr("&Checklist…"),
                      tr("The seven items of the day, your verdicts and signature"), &DeskActions::checklist);
    m_checklist->setShortcut(Qt::CTRL | Qt::Key_L);
    m_retention = add("retention", QStringLiteral("trash-2"), tr("R&etention…"),
                      tr("What is kept and what will be deleted, and why"), &DeskActions::retention);
    m_logs =
        add("logs", QStringLiteral("file-text"), tr("&Logs…"), tr("What the runs wrote"), &DeskActions::logs);
    m_schedule = add("schedule", QStringLiteral("calendar-clock"), tr("&Schedule…"),
                     tr("What starts backups by itself, and the proof that tonight's will work"),
                     &DeskActions::schedule);
    m_contacts = add("contacts", QStringLiteral("users"), tr("C&ontacts…"),
                     tr("Who is told of an alarm, in which order; test messages"), &DeskActions::contacts);
    m_alarms = add("alarms", QStringLiteral("bell"), tr("&Alarms…"),
                   tr("What is wrong until somebody mends it, and who knows"), &DeskActions::alarms);
    m_newProfile = add("newProfile", QStringLiteral("plus"), tr("&New profile…"),
                       tr("A further database to protect"), &DeskActions::newProfile);
    m_preferences = add("preferences", QStringLiteral("settings"), tr("&Profile…"),
                        tr("Every option of this profile"), &DeskActions::preferences);
    m_about =
        add("about", QStringLiteral("info"), tr("&About"), tr("Version and licences"), &DeskActions::about);
}

void DeskActions::fillToolBar(QToolBar &bar)
{
    bar.addActions({m_backUp, m_restore, m_testRestore});
    bar.addSeparator();
    bar.addActions({m_checklist, m_retention, m_logs, m_schedule});
    bar.addSeparator();
    bar.addAction(m_preferences);
}

void DeskActions::fillMenus(QMenuBar &bar)
{
    QMenu *const file = bar.addMenu(tr("&File"));
    file->addActions({m_newProfile, m_preferences});
    file->addSeparator();
    file->addAction(m_refresh);
    file->addSeparator();
    file->addAction(m_quit);
    QMenu *const set = bar.addMenu(tr("&Backup"));
    set->addActions({m_backUp, m_restore});
    set->addSeparator();
    set->addActions({m_testRestore, m_verify, m_pin, m_openFolder});
    set->addMenu(m_copy);
    QMenu *const look = bar.addMenu(tr("&View"));
    look->addActions({m_checklist, m_retention, m_logs, m_schedule, m_contacts, m_alarms});
    QMenu *const help = bar.addMenu(tr("&Help"));
    help->addAction(m_about);
}

QMenu *DeskActions::makeHistoryMenu(QWidget *parent)
{
    auto *const menu = new QMenu(parent);
    menu->addActions({m_testRestore, m_restore, m_verify, m_pin});
    menu->addSeparator();
    menu->addAction(m_openFolder);
    menu->addMenu(m_copy);
    return menu;
}

void DeskActions::setProfileAvailable(bool available)
{
    m_available = available;
    updateEnabled();
}

void DeskActions::setSelection(const QString &setId, const HistoryEntry *entry)
{
    m_setId = setId;
    m_set = entry ? entry->set : std::nullopt;
    updateEnabled();
}

void DeskActions::updateEnabled()
{
    const bool hasSet = m_available && !m_watch.overview().sets.isEmpty();
    for (QAction *action : {m_backUp, m_checklist, m_retention, m_logs, m_schedule, m_contacts, m_alarms,
                            m_preferences, m_refresh})
        action->setEnabled(m_available);
    m_restore->setEnabled(hasSet); // its wizard asks which
    for (QAction *action : {m_testRestore, m_verify, m_copyVerify})
        action->setEnabled(hasSet && !m_setId.isEmpty());
    for (QAction *action : {m_pin, m_copyPin}) {
        action->setEnabled(m_available && m_set);
        action->setText(isPinned() ? tr("Un&pin") : tr("&Pin"));
    }
    m_copy->setEnabled(m_copyVerify->isEnabled() || m_copyPin->isEnabled());
    m_openFolder->setEnabled(m_available && m_set);
}

} // namespace masclet
