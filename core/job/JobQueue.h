#pragma once

#include "core/job/Job.h"

#include <QHash>
#include <QQueue>

namespace masclet
{

/// Runs jobs in a pool of its own: those with the same key (a server, a repository) one after the other, in
/// the order they were added. Lives on the main thread and owns the jobs it was given until they have
/// finished.
class JobQueue : public QObject
{
    Q_OBJECT

public:
    explicit JobQueue(int threads, QObject *parent = nullptr);
    /// Stops what runs, drops what waits.
    ~JobQueue() override;

    QThreadPool *pool() { return &m_pool; }
    /// Takes ownership; the job is deleted after its finished() was delivered.
    void add(const QString &key, Job *job);
    int waiting() const;

private:
    void startNext(const QString &key);

    QThreadPool m_pool;
    QHash<QString, QQueue<Job *>> m_lines; // the head of each line is the running one
};

} // namespace masclet
