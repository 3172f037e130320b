#pragma once

#include <QObject>

class tst_Journal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreChainedAndReadBack();
    void anotherProcessContinuesTheChain();
    void everyChangedByteIsFoundAtItsLine();
    void aRemovedInsertedOrMovedLineIsFound_data();
    void aRemovedInsertedOrMovedLineIsFound();
    void aTornLastLineIsClosedAndIsNoTampering_data();
    void aTornLastLineIsClosedAndIsNoTampering();
    void aTornLineWithAForgedClosingIsTampering();
    void aBadJournalStillTakesRecords();
    void aLinkInItsPlaceIsRefused();
    void killedAtEveryCallTheChainHolds();
    void aFailingWriteUsesTheReserve();
    void runsHaveTheirLastState();
};
