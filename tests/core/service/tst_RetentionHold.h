#pragma once

#include <QObject>

class tst_RetentionHold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHoldStaysUntilAPersonAccepts_C13();
    void holdsAreTheProfilesOwn();
    void whatComesAfterTheAcceptanceHoldsAgain();
};
