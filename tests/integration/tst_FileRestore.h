#pragma once

#include "tests/support/Desk.h"

#include <QObject>

class tst_FileRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void filesComeBackAsStockTarUnpacksThem();
    void oneKindIsEnoughAndNoProfileIsNeeded();
    void whatIsThereIsNotTouched();
    void nothingGoesIntoTheRepository();
    void inPlaceBringsBackWhatWasChanged();
    void inPlaceAsksForTheName();
    void aPlanWritesNothing();
    void hostileArchivesAreRefusedBeforeAnythingIsWritten_data();
    void hostileArchivesAreRefusedBeforeAnythingIsWritten();
    void aPlantedLinkIsNotFollowed();
    void damageLeavesNothing();
    void aFailingDiskLeavesNothing_data();
    void aFailingDiskLeavesNothing();
    void halfASwapNeedsAPerson();
    void killedAnywhereTheNextRunEndsIt_data();
    void killedAnywhereTheNextRunEndsIt();
    void databaseAndFilesAreNotMixedUp();

private:
    masclet::test::ProgramOutcome restore(const QStringList &options);
    void layAccident() const;
    QStringList restoredInPlace() const;
    QStringList restoredBeside() const;
    QByteArray traces() const;
    QString path(const char *name) const { return m_desk->home() + QChar(u'/') + QString::fromUtf8(name); }
    void write(const char *name, const QByteArray &content) const;
    QString setId() const;
    /// Puts another archive into the newest set and makes its manifest agree, as an attacker would.
    void plant(const QByteArray &tar, qint64 entries) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
};
