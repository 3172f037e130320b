#pragma once

#include <QObject>

/// What is wrong and told to people, as the desk shows it.
class tst_OpenAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsSeenAndAnsweredByKeyboard();
    void severalAreCounted();
    void theyAreToldWhereTheRepositoryIsNot();
    void aListThatCannotBeReadIsNoGoodNews();
    void whatCronFindsIsSeenAtOnce();
    void aServiceAndItsAlarmAreOne();
    void anAnswerThatCannotBeKeptIsTold();
};
