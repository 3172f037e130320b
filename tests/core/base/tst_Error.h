#pragma once

#include <QObject>

class tst_Error : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tryReturnsTheErrorAndGoesOnOtherwise();
    void contextGrowsFromTheInside();
    void kindMayChangeOnTheWayUp();
    void systemErrorsSayWhatToDo_data();
    void systemErrorsSayWhatToDo();
    void everyExitCodeIsInTheTableOnce();
    void exitCodesAreThoseOfTheDesign_data();
    void exitCodesAreThoseOfTheDesign();
    void descriptorsAreClosedOnce();
    void durationsComeFromTheMonotonicClock();
};
