#pragma once

#include <QObject>

class tst_Comparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalCopiesHaveNoDifferences();
    void rowsThatDifferNameTableAndBothCounts();
    void missingTablesAreDifferences();
    void uncountedTablesFallBackToWhatTheServerTook();
    void objectsThatDifferAreNamedByKind();
    void objectsOfMissingRolesAreRemarks();
    void largeObjectsAndInvalidIndexesCount();
    void sequencesBehindAreRemarks();
    void chosenTablesAreComparedAlone();
    void partitionRootsAreCountedWithTheirPartitions();
};
