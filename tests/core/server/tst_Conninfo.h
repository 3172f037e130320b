#pragma once

#include <QObject>

class tst_Conninfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyNameComesOutAsItWentIn_data();
    void anyNameComesOutAsItWentIn();
    void thePasswordIsNotInTheText();
    void sqlStatesHaveOneKindEach_data();
    void sqlStatesHaveOneKindEach();
    void aServerThatNeverAnswersEndsAtTheTimeLimit();
    void stoppingEndsTheAttemptAtOnce();
    void aPoolerThatRefusesSettingsIsNamed();
    void nobodyListeningIsAConnectionError();
    void aZeroByteInANameIsRefused();
};
