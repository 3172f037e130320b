#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

/// The wizards that load something into a real server: what they refuse, where they try it out, which
/// services they stop, and dumps made elsewhere.
class tst_Restores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aRedItemBlocksUntilItIsMended();
    void anotherNameThanTheDatabasesDoesNotReplaceIt();
    void aPlanThatComesLateOpensNoGate();
    void aSandboxTestProvesASet();
    void aSetThatIsNotEqualFailsItsTest();
    void servicesAreStoppedForABackupWhenAsked();
    void aServiceThatStaysDownOnTheWayBackIsTold();
    void servicesAreStoppedForAReplacement();
    void goingBackTakesNoOtherDatabaseThanTheOneNamed();
    void aDumpMadeElsewhereIsRestored_data();
    void aDumpMadeElsewhereIsRestored();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
