#pragma once

#include "core/job/Job.h"

#include <QObject>

class tst_Job : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultArrivesOnceOnTheMainThread();
    void millionsOfReportsBecomeFewSignals();
    void stopIsAResultOfItsOwn();
    void deletingARunningJobStopsIt();
    void itIsSeenThatAJobPutsSomethingBack();
    void onlyTheJobThatWaitsForADiskIsHeldByIt();
    void exceptionsBecomeInternalErrors();

private:
    masclet::SystemClock m_clock;
    masclet::NullLog m_log;
};
