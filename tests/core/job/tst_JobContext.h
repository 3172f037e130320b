#pragma once

#include <QObject>

class tst_JobContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeLimitAsksToStop();
    void whoeverAsksWithinTheLimitIsHeard();
    void phasesAreAlwaysReported();
    void bytesAreReportedAtMostTenTimesASecond();
    void whatWasHeldBackComesWithTheNextPhaseAndTheEnd();
    void phasesAreKeptWithTheirStarts();
    void rateIsThatOfThePhase();
    void objectStaysUntilAnotherIsNamed();
    void clockSetBackDoesNotStopReports();
    void stopIsAnOutcomeOfItsOwn();
    void logGoesToTheSecondPlaceWhileItIsAttached();
    void manyThreadsMayReportAndLog();
};
