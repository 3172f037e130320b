#pragma once

#include <QObject>

class tst_LogsCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsSinceTheDayBeforeDecide_data();
    void runsSinceTheDayBeforeDecide();
    void anotherVerbDoesNotMendAFailure();
    void runsOutsideThePeriodDoNotCount();
    void filesDecide_data();
    void filesDecide();
    void aFileThatCouldNotBeReadIsSaidBesideErrors();
    void evidenceShowsFiguresAndExcerpts();
};
