#pragma once

#include <QObject>

class tst_KeptDatabases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasJournalledComesBackNewestFirst();
    void namesAreKeptAsTheirBytes();
    void anEndTakesThatOneAwayOnly();
    void aSwapThatFailedBeforeShortensNoTime();
};
