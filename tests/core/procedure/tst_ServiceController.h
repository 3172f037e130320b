#pragma once

#include <QObject>

class tst_ServiceController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControllerStopsAndStarts_data();
    void everyControllerStopsAndStarts();
    void aRealUnitStopsAndStartsWhereSystemdRuns();
    void aMissingServiceIsAnError_data();
    void aMissingServiceIsAnError();
    void statesInBetweenAreNeither_data();
    void statesInBetweenAreNeither();
    void aCallThatHangsEndsAtTheLimit();
    void aStopRequestEndsAHangingCall();
    void whatSaysItStoppedButRunsIsAnError();
    void programsOthersCouldReplaceAreRefused();
    void oddNamesStayOneArgument();
};
