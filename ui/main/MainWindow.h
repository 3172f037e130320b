#pragma once

#include "ui/main/ProfileWatch.h"

#include <QMainWindow>

namespace masclet
{

class ActivityPanel;
class CatalogReader;
class DeskActions;
class ErrorPanel;
class HistoryView;
class KindTile;
class NextRunPanel;
class Notices;
class ProfileList;
class ProfileStates;
class SetDetails;
class TrayIcon;
class TrendChart;
class VerdictHeader;
class WelcomePage;
struct HistoryKey;
struct UiContext;

/// The desk: one verdict above, the history in the middle, what runs at the bottom. It gathers nothing by
/// itself: ProfileWatch reads, DeskActions acts.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const UiContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Reads the profiles and shows the named one, else the first. `name` may be a path.
    void showProfiles(const QString &name = {});
    /// Everything that was asked for has been shown: for tests and pictures.
    bool isSettled() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeContent();
    void makeActions();
    QWidget *makeOverviewRow();
    QWidget *makeHistoryArea();
    void connectParts();
    void showProfile(const QString &name);
    void forgetProfile();
    void showOverview();
    void showFailure(const Error &error);
    void showLevel(const QString &name, const Status &status);
    void showSelection();
    void showByName(const HistoryKey &key);
    void showDetails(const HistoryKey &key);
    void mend(Remedy remedy, const QString &runId);
    void showError(const Error &error);
    void showMenu(const QPoint &position);

    const UiContext &m_context;
    CatalogReader *m_reader;
    ProfileWatch *m_watch;
    ProfileStates *m_states;
    DeskActions *m_actions;
    ProfileList *m_profiles;
    WelcomePage *m_welcome; ///< instead of everything, before the first profile
    VerdictHeader *m_verdict;
    ErrorPanel *m_error;
    Notices *m_notices;
    QWidget *m_desk = nullptr;
    QList<KindTile *> m_tiles;
    NextRunPanel *m_next;
    TrendChart *m_trend;
    HistoryView *m_history;
    SetDetails *m_details;
    ActivityPanel *m_activity;
    TrayIcon *m_tray;
    QString m_name; ///< of the profile that was asked for, or its path
};

} // namespace masclet
