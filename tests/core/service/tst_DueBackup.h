#pragma once

#include <QObject>

class tst_DueBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAreOwedSinceTheRepositoryExists();
    void aGoodSetOfTheProfileSettlesTheRun();
    void aSetThatIsNotGoodSettlesNothing_data();
    void aSetThatIsNotGoodSettlesNothing();
    void aRunThatWaitedLooksAgain();
};
