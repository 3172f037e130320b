#pragma once

#include <QObject>

/// Running work as the main window shows it, and what becomes of it when the window is closed.
class tst_Work : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingGoesOnInTheBackgroundAndEndsWithTheWork();
    void aWindowThatIsOpenedAgainStaysWhenTheWorkEnds();
    void closingCanStopTheWork();
    void closingCanBeTakenBack();
    void aFailureInTheBackgroundBringsTheWindowBack();
    void aFailureOfRetentionIsToldWhenItsWindowIsClosed();
    void aLookUpWhoseDiskIsSilentIsToldAndEndsWhenItAnswers();
    void aWorkWhoseDiskIsSilentIsLeftAndRecorded();
    void aSilentDiskEndsNoWorkThatDoesNotUseIt();
    void aWorkSaysHowLongItUsuallyTakesAndWhenItIsSilent();
    void aRunOfCronIsShownWithItsTimeAndLastLine();
};
