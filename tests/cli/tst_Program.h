#pragma once

#include <QObject>

/// The real program, started as cron would.
class tst_Program : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsInCronsEnvironmentAndSaysNothingElse();
    void itsExitCodeIsTheVerbs();
    void aReaderThatGoesAwayIsSurvived();
};
