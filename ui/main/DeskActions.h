#pragma once

#include "core/catalog/Catalog.h"
#include "core/checks/Status.h"
#include "core/profile/Profile.h"

#include <QObject>

#include <optional>

class QAction;
class QDialog;
class QMenu;
class QMenuBar;
class QToolBar;
class QDate;
class QWidget;

namespace masclet
{

class DeskWizard;
class ProfileWatch;
struct KeptDatabase;
struct UiContext;

/// Everything a person can start from the main window: tool bar, menus and the history's own menu hold the
/// same actions. Each opens a wizard or dialog, or starts one service call. Main thread.
class DeskActions : public QObject
{
    Q_OBJECT

public:
    DeskActions(const UiContext &context, ProfileWatch &watch, QWidget *window);

    void fillToolBar(QToolBar &bar);
    void fillMenus(QMenuBar &bar);
    QMenu *makeHistoryMenu(QWidget *parent);

    void setProfileAvailable(bool available);
    /// `setId` is empty when a run, or nothing, is selected; `entry` is null while it is being read.
    void setSelection(const QString &setId, const HistoryEntry *entry);
    void updateEnabled();
    /// Does what the verdict's button says.
    void mend(Remedy remedy);
    /// While work runs, asks instead: go on in the background, or stop. False: the window stays for now.
    bool mayClose();
    /// The window is there again: it does not close behind the person's back any more.
    void stayOpen();
    void newProfile();
    void alarms();
    /// Of that day; today's without one.
    void checklistOf(const QDate &day);
    /// Asks, then swaps the database that gave way to a restored one back into its place.
    void goBack(const KeptDatabase &kept);

Q_SIGNALS:
    void failed(const masclet::Error &error);
    void profilesChanged(const QString &select);

private:
    QAction *add(const char *name, const QString &iconName, const QString &text, const QString &help,
                 void (DeskActions::*slot)());
    void addSetActions();
    void addProfileActions();
    void openDialog(QDialog *dialog);
    void openWizard(DeskWizard *wizard);
    void undo(const Profile &profile, const KeptDatabase &kept);

    void backUp();
    void restore();
    void testRestore();
    void testRestoreOf(const QString &setId);
    void verify();
    void verifySet(const QString &setId);
    void pin();
    void openFolder();
    void copyVerifyCommand();
    void copyPinCommand();
    void checklist();
    void retention();
    void logs();
    void schedule();
    void contacts();
    void acceptServer();
    void preferences();
    void about();
    QString newestSet() const;
    bool isPinned() const { return m_set && m_set->evidence.pinned; }
    void closeAfterWork();
    void closeWhenIdle();
    void stayForFailure(const Error &error);

    const UiContext &m_context;
    ProfileWatch &m_watch;
    QWidget *m_window;
    bool m_available = false;
    bool m_closing = false; ///< the window goes when nothing runs any more
    QString m_setId;
    std::optional<StoredSet> m_set;
    QAction *m_backUp;
    QAction *m_restore;
    QAction *m_testRestore;
    QAction *m_verify;
    QAction *m_pin;
    QAction *m_openFolder;
    QAction *m_copyVerify;
    QAction *m_copyPin;
    QMenu *m_copy; ///< commands that do the same
    QAction *m_checklist;
    QAction *m_retention;
    QAction *m_logs;
    QAction *m_schedule;
    QAction *m_contacts;
    QAction *m_alarms;
    QAction *m_newProfile;
    QAction *m_preferences;
    QAction *m_about;
    QAction *m_refresh;
    QAction *m_quit;
};

} // namespace masclet
