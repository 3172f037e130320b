#pragma once

#include <QObject>

class tst_Manifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBackEqual();
    void format1IsReadForEver();
    void filesOfOtherKindsAreReadBackEqual();
    void encryptedFilesAreReadBackEqual();
    void foldersAreReadBackEqualAndOnlyWhole();
    void theChecksumIsTheOneTheCommentPromises();
    void everyFlippedBitAndEveryCutIsRefused();
    void brokenTextsAreRefused_data();
    void brokenTextsAreRefused();
    void brokenContentIsRefusedThoughItsChecksumHolds_data();
    void brokenContentIsRefusedThoughItsChecksumHolds();
    void randomInputNeverCrashesTheParser();
    void setNames_data();
    void setNames();
};
