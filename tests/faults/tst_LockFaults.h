#pragma once

#include <QObject>

/// Several runs at once in one repository.
class tst_LockFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondRunNamesTheHolder_L01();
    void aSetThatIsReadIsNotDeleted_T08();
    void whatStandsInTheLockFileLocksNobodyOut_L02();
    void aLockFileThatGoesOrCannotBeUsedLetsNobodyIn_L03();
    void profilesTakeTurnsInOneRepository_T10_N05();
};
