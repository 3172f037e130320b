#pragma once

#include <QObject>

class tst_DayMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatChecksLookForIsFoundBehindManyFailures();
    void everyRunSinceTheDayBeforeIsThere();
    void ofOtherRecordsThoseThatStandAreThere();
    void otherProfilesAreLeftOut();
};
