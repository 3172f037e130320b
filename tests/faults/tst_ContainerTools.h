#pragma once

#include <QObject>

/// Client tools inside the server's container, through the real program and a fake engine.
class tst_ContainerTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aBackupIsMadeInside_data();
    void aBackupIsMadeInside();
    void noPasswordIsSeen_SR12();
    void stoppedNothingGoesOnInside_D23();
    void whatAKilledRunLeftEndsWithTheNext_D02();
    void hungInsideIsEnded_D22();
    void anotherServerIsNeverDumped();
    void whatCannotWorkIsRefused_data();
    void whatCannotWorkIsRefused();
    void noOptionForTheEngineIsTaken();
    void theProfileCheckNamesTheContainer();
};
