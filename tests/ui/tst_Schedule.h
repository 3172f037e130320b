#pragma once

#include <QObject>

/// The schedule's window: what it shows, installs, removes and proves.
class tst_Schedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsInstalledAndRemovedAsShown();
    void aForeignFileIsLeftAlone();
    void aPasswordThatNoSchedulerReachesIsToldBefore();
    void certificatesOfTheHomeFolderAreReached();
    void theProofListsItsFindings();
    void aFailureIsOverWithTheNextProof();
    void aProofThatFailsBehindAClosedWindowIsTold();
};
