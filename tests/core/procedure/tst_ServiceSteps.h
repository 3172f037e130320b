#pragma once

#include <QObject>

class tst_ServiceSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servicesGoDownInOrderAndUpInReverse();
    void whatWasStoppedBeforeStaysStopped();
    void aServiceThatDoesNotStopEndsTheProcedure_data();
    void aServiceThatDoesNotStopEndsTheProcedure();
    void aStartThatFailsIsTriedAgain();
    void aServiceThatDoesNotStartIsAnAlarmAndTheOthersStart();
    void aServiceSomebodyStartedMeanwhileIsLeftAlone();
    void theProfileAsItIsNowIsUsedToStart();
    void aServiceThatLeftTheProfileIsAnAlarm();
    void aPlanAsksAndChangesNothing();
};
