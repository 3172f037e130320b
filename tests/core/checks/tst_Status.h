#pragma once

#include <QObject>

class tst_Status : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsLevel_data();
    void everyStateHasItsLevel();
    void theWorstIsToldFirst();
    void levelsAreThoseOfNagios();
    void worstOfSeveralProfiles();
};
