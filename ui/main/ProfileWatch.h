#pragma once

#include "core/service/OverviewService.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace masclet
{

class Job;
struct UiContext;

/// Keeps what the main window shows of one profile true: reads it in the background, again when the
/// repository's files change (a run of cron, another window) and every half minute, for ages change too.
/// Main thread.
class ProfileWatch : public QObject
{
    Q_OBJECT

public:
    explicit ProfileWatch(const UiContext &context, QObject *parent = nullptr);

    void watch(const Profile &profile);
    /// Nothing is watched any more, and nothing of it is told: a reading that goes on is dropped.
    void stop();
    const Profile &profile() const { return m_profile; }
    const Overview &overview() const { return m_overview; }
    /// Soon; several calls become one reading.
    void refresh();
    /// No reading goes on or is about to begin.
    bool isCurrent() const { return !m_reading && !m_soon.isActive(); }

Q_SIGNALS:
    /// The repository can be read: its history can be shown before everything else is known.
    void opened(const QString &repositoryId);
    void historyChanged();
    void overviewChanged();
    void failed(const masclet::Error &error);
    /// Known also where the repository cannot be read.
    void incidentsRead(const QList<masclet::Incident> &incidents);
    void incidentsUnknown(const masclet::Error &error);

private:
    void read();
    void readIncidents();
    void readHistory();
    void readOverview();
    void watchFiles();
    bool isStuck() const;

    const UiContext &m_context;
    Profile m_profile;
    Overview m_overview;
    int m_generation = 0;
    bool m_reading = false;
    QPointer<Job> m_job; ///< that reads
    bool m_again = false;
    QString m_repositoryId;
    QFileSystemWatcher m_files;
    QTimer m_soon;
    QTimer m_regularly;
};

} // namespace masclet
