#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_Restore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aNewNameGetsAnEqualDatabase();
    void everyObjectKindComesBack();
    void whatIsOddInTheCopyIsTold();
    void aTakenNameIsRefused();
    void replacingKeepsTheOldOneAndUndoBringsItBack();
    void aWrongConfirmationTouchesNothing();
    void anotherServerNeedsItsIdentifier();
    void anotherDatabaseNeedsTheIdentifierToo();
    void chosenTablesComeWithTheWholeStructure();
    void structureAlone();
    void aPartOfABackupReplacesNothing();
    void ownersAndRolesCanBeLeftOutOrMapped();
    void theDatabaseItselfFollowsTheChoice();
    void everyObjectKindComesBackWithoutOwnersAndRights();
    void missingRolesAreRefusedOrMade();
    void aDamagedBackupChangesNothing();
    void aDryRunShowsGateAndSteps();
    void aDryRunTellsHowLongItTakes();
    void killedReplacementsLeaveOneDatabaseServing();

private:
    QByteArray ask(const QByteArray &database, const QByteArray &sql) const;
    QByteArray databases() const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
