#pragma once

#include <QObject>

/// Calls that the kernel answers with an error, late, in part or not at all, as a failing disk makes it.
class tst_FailingCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiskThatStopsAnsweringIsLeftInTime_S08();
    void aDiskThatFailsIsNeverASet_S03_data();
    void aDiskThatFailsIsNeverASet_S03();
    void aFileThatCannotBeClosedOrReadBackIsNoSet_S03_data();
    void aFileThatCannotBeClosedOrReadBackIsNoSet_S03();
    void aFileThatCannotBeWrittenIsTold_S02_S03_data();
    void aFileThatCannotBeWrittenIsTold_S02_S03();
    void aSetThatCannotBeReadProvesNothing_S03();
    void interruptedCallsLoseNothing_S04();
    void shortCallsLoseNothing_S04();
    void foldersThatCannotBeSyncedAreAWarning_S10();
};
