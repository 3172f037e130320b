#pragma once

#include <QObject>

class tst_Commands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initMakesTheProfileOfTheWizard();
    void preferencesAreSet();
    void aProfileElsewhereGoesByItsPath();
    void retentionDeletesWhatIsShown();
    void aPasswordIsStored();
    void logsOfARunAndWithoutOne();
    void anAlarmIsNamed();
};
