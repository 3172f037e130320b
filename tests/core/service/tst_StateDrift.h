#pragma once

#include <QObject>

class tst_StateDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameStatesHaveNoDrift();
    void filesThatChangedAreFound();
    void factsThatChangedAreFoundAndFiguresAreNot();
    void whatOnlyOneSideKnowsIsSaidAndNotCompared();
    void aServerThatWasNotReachedIsNoDrift();
};
