#pragma once

#include <QObject>

/// Restore tests whose server dies, hangs or has no room: they prove nothing and leave nothing.
class tst_RestoreTestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSandboxWhoseServerIsKilledProvesNothing_V04();
    void aSandboxWhoseServerHangsIsLeftInTime_V04();
    void aLeftoverThatResistsHindersNoTest_V04();
    void aTestWithoutRoomIsNotTestedAndNeverGreen_V07();
};
