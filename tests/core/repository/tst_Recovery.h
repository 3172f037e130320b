#pragma once

#include <QObject>

class tst_Recovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deadRunsAreMarkedInterruptedOnce();
    void theOwnRunIsNotDead();
    void stagingOfADeadRunGoes();
    void foreignThingsInStagingStay();
    void aForgedPlanCannotNameForeignFiles_data();
    void aForgedPlanCannotNameForeignFiles();
    void aForeignFileAtAPlannedPlaceStays();
    void aPublishedSetStaysWhoseManifestIsStagedAsWell();
    void anEmptyPlaceholderOfADeadRunGoes();
    void oldRunLogsGoAfter400Days();
    void anUnwritableJournalIsReportedAndStopsNothing();
    void runLogsTakeLinesFromSeveralThreads();
    void aRunLogThatCannotBeWrittenSaysSoAtTheEnd();
    void hostileTextStaysOnOneLineOfTheRunLog();
};
