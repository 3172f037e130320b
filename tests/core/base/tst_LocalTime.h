#pragma once

#include <QObject>

class tst_LocalTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wallTimesBecomeInstants_data();
    void wallTimesBecomeInstants();
    void everyHalfHourOfTheChangingDaysIsTheWallTimeOrTheChange();
    void textsNameTheZone();
};
