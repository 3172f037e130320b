#pragma once

#include <QObject>

class tst_Lock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondRunIsRefusedAndNamesTheHolder();
    void theKernelFreesTheLockOfADeadProcess();
    void contentOfADeadOrReusedProcessNumberDoesNotLock();
    void deletingTheFileLetsNobodyIn();
    void anUnusableLockFileIsAStorageError();
    void whetherItIsHeldCanBeSeenWithoutTakingIt();
    void waitingEndsWithTheLockTheLimitOrAStop();
};
