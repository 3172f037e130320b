#pragma once

#include <QObject>

class tst_Check : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsStandInTheOrderOfTheChecklist();
    void namesAreReadBack();
    void overallIsTheWorst_data();
    void overallIsTheWorst();
    void aMissingItemIsNotGreen();
    void checksSurviveJson();
    void foreignJsonIsRefused_data();
    void foreignJsonIsRefused();
    void aGoodDayIsGreen();
    void anEmptyDayIsNeverGreen();
    void rowCountsSurviveJson();
    void criticalTablesAreNamedExactly_data();
    void criticalTablesAreNamedExactly();
};
