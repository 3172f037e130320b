#pragma once

#include "core/job/JobQueue.h"

#include <QObject>

class tst_JobQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobsOfOneKeyRunInOrder();
    void jobsOfDifferentKeysRunAtOnce();
    void aFailureDoesNotHoldUpTheNext();
    void deletingTheQueueStopsWhatRunsAndDropsWhatWaits();
    void stoppedJobLetsTheNextStart();
    void waitingCountsThoseThatDidNotStart();

private:
    masclet::SystemClock m_clock;
    masclet::NullLog m_log;
};
