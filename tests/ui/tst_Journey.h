#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

class tst_Journey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void fromFirstStartToARestoreBesideInFewClicks();
    void aDayOfAProfile();
    void aRestoreInPlaceIsUndoneByOneClick();
    void aWrongPasswordIsToldAndTheRightOneTriedAtOnce();
    void aServerThatIsDownIsToldAndTriedAgain();
    void aFullDiskIsToldAndLeavesNothing();
    void aCutArchiveIsFoundAndNeverCalledGood();
    void stopInTheMiddleLeavesNothing();
    void closingTheWizardLeavesTheWorkToTheMainWindow();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
