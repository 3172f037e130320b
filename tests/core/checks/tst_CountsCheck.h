#pragma once

#include <QObject>

class tst_CountsCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsMustAgree_data();
    void countsMustAgree();
    void differencesNameTableAndBothCounts();
    void aThousandDifferencesStayReadable();
    void withoutARestoredCopyThatPartIsUnchecked();
    void withoutCriticalTablesOnlyARestoredCopyCounts();
    void hostileTableNamesStayOnOneLine();
    void withoutAManifestNothingIsGreen();
};
