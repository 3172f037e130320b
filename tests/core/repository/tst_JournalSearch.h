#pragma once

#include <QObject>

class tst_JournalSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allRunsAreThoseOfAllRecords();
    void aWishFindsWhatItNamesAndNothingElse_data();
    void aWishFindsWhatItNamesAndNothingElse();
    void otherRecordsAreFoundByTheirType();
    void theNewestRecordsAreOfEveryType();
    void setsThatAreGoneAreStillTaken();
    void aDamagedLineIsPassedOver();
    void linesLongerThanABlockAreRead();
    void aReaderGoesOnWhereItWas();
    void aJournalThatIsAnotherOneIsNoticed_data();
    void aJournalThatIsAnotherOneIsNoticed();
    void halfALineIsReadAgainWhenItIsWhole();
    void withoutAJournalThereIsNothing();
};
