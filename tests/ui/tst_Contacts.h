#pragma once

#include <QObject>

/// The window of contacts: the ladder, its editing, test messages, open alarms, the card.
class tst_Contacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aContactIsAddedChangedAndRemoved();
    void ofTwoThatLookAlikeTheChosenOneIsMeant();
    void aContactThatCannotBeReachedIsNotKept();
    void whatWasChangedMeanwhileIsNotWrittenOver();
    void aTestMessageArrives();
    void anOpenAlarmIsAnswered();
    void theCardHasEverybody();
};
