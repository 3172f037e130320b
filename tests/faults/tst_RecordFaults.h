#pragma once

#include <QObject>

/// Catalog, journal and logs that are gone, damaged or cannot be written.
class tst_RecordFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBadCatalogNeverStopsABackup_X01_data();
    void aBadCatalogNeverStopsABackup_X01();
    void theCatalogFollowsWhateverHappened_X01();
    void aJournalThatCannotBeWrittenIsAWarning_X05();
    void withoutAJournalNothingIsDeleted_X05();
    void logsThatCannotBeWrittenAreAWarning_X05();
    void setsWhoseFilesWereSwappedAreDamaged_X03();
};
