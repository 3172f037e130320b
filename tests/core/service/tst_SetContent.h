#pragma once

#include <QObject>

class tst_SetContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreKeyedByTheirOid();
    void aTableWithoutItsRowsIsNoSet();
    void rowsOfAnUnknownTableAreNoSet();
    void countsThatDifferAreNoSet();
    void whatRightlyHasNoRowsIsListed();
    void partitionsCountForTheirRoot_data();
    void partitionsCountForTheirRoot();
    void viewsAndSequencesNeedNoRows();
    void criticalTablesAreFoundByName();
    void aPartitionedCriticalTableStandsForItsPartitions();
};
