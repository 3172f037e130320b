#pragma once

#include <QObject>

class tst_ClockChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextConflictIsFound_data();
    void theNextConflictIsFound();
    void theBetterTimeHasNoConflictItself();
    void whatIsNoTimeIsPassedOver();
};
