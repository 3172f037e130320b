#pragma once

#include <QObject>

/// What is exported: PDF read back by pdftotext, JSON, and the way to the file.
class tst_Reports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChecklistDayIsReadableInEnglishAndSpanish_data();
    void aChecklistDayIsReadableInEnglishAndSpanish();
    void aRestoreTestSaysWhatIsEqualAndWhatIsNot_data();
    void aRestoreTestSaysWhatIsEqualAndWhatIsNot();
    void aSetIsToldWithChecksumsCountsAndCommands();
    void longTablesGoOnWithTheirHeadsOnNumberedPages();
    void noHeadingEndsAPage();
    void foreignTextIsPrintedAsItStands();
    void theDocumentForProgramsIsWhatTheCommandLinePrints();
    void theSuffixDecidesAndAnyOtherIsRefused();
    void aFileIsReplacedOnlyWhenSomebodySaysSo();
};
