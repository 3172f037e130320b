#pragma once

#include <QObject>

class tst_LoadSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsAreSentAsTheSelectionSays_data();
    void statementsAreSentAsTheSelectionSays();
    void everythingIsTakenByDefault();
    void onlyChosenTablesGiveRows();
};
