#pragma once

#include <QObject>

class tst_Stages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tapMeasuresWhatPassesAndChangesNothing();
    void failureOfTheSinkComesBackThroughTheTap();
    void fileSinkLeavesNothingUnlessFinished();
    void fileSinkRefusesATakenName_S11();
    void archivePassesItsBytesOnAndFinishesTheNext();
    void aFailureBehindTheArchiveComesBack();
    void gzipGivesTheSameBytesWhateverThePieces();
    void gzipOfNothingIsStillGzip();
    void aFailureBehindGzipComesBack();
    void aRateLimitGivesPauses();
};
