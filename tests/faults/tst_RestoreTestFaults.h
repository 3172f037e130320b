#pragma once

#include <QObject>

/// Restore tests whose server dies, hangs or has no room prove nothing and leave nothing; and when they come.
class tst_RestoreTestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSandboxWhoseServerIsKilledProvesNothing_V04();
    void aSandboxWhoseServerHangsIsLeftInTime_V04();
    void aLeftoverThatResistsHindersNoTest_V04();
    void theWeeklyTestComesOnceAWeek();
    void aTestWithoutRoomIsNotTestedAndNeverGreen_V07();
};
