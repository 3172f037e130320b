#pragma once

#include <QObject>

class tst_JobRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultOfTheWorkComesBack();
    void aSignalStopsTheWork_data();
    void aSignalStopsTheWork();
    void anIgnoredSignalStaysIgnored();
    void warningsOfTheWorkAreShown();
    void progressIsALiveLineOnATerminal();
    void progressIsPlainLinesInAPipe();
};
