#pragma once

#include "core/service/RestoreGate.h"
#include "tests/support/TempCluster.h"

#include <QObject>

/// The look at a real server before a restore.
class tst_RestoreGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aNewNameOnTheSetsOwnServerPasses();
    void aTakenNameIsRefusedUnlessItIsReplaced_R02();
    void aPartOfTheRowsReplacesNothing_R02();
    void anotherServerIsReplacedOnlyByItsIdentifier_R01();
    void anotherDatabaseOfTheServerIsNotReplaced_R01();
    void anOlderServerIsRefused_R09();
    void whatTheServerLacksIsNamed_data();
    void whatTheServerLacksIsNamed();
    void missingRolesMayBeMadeReplacedOrLeftOut_data();
    void missingRolesMayBeMadeReplacedOrLeftOut();
    void spaceIsAskedWhereItCanBe();
    void aRoleThatMayNotCreateIsRefused();
    void whatASwapLeavesBehindIsTold();
    void jobsAndForeignServersThatNameItAreTold();
    void aTableOfAnybodyIsNoTableOfPgCron();
    void aDamagedArchiveIsAnItem();

private:
    /// What the gate finds; `change` makes the manifest and the question other than good.
    masclet::GateFindings find(const std::function<void(masclet::Manifest &)> &change,
                               const std::function<void(masclet::GateQuestion &)> &ask = {},
                               const QByteArray &user = "postgres");

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    masclet::Manifest m_manifest; ///< of the database "shop" of this server
};
