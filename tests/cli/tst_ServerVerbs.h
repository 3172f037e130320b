#pragma once

#include "tests/cli/CliFixture.h"
#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

/// Verbs that speak to a server: profile check, secret set, test and remove.
class tst_ServerVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void initMeasuresASmallDatabaseAndProposesHalf();
    void initProposesOnlyTablesThatExist();
    void initTellsWhatTheRoleMayNotRead();
    void initWithoutAServerWarnsAndGoesOn();
    void profileCheckPassesWhereABackupWould();
    void profileCheckNamesWhatTheRoleMayNotRead();
    void profileCheckGoesOnAfterAFailure();
    void aMissingCriticalTableIsAWarning();
    void aHeldRepositoryIsNotChecked();
    void acceptServerLiftsHolds();
    void whatAnotherServerAsksForIsTold();
    void aScheduledBackupIsMadeOncePerPlannedTime();
    void aRightPasswordIsStoredProvenAndFound();
    void aRefusedPasswordIsNotStored();
    void aPasswordIsStoredUnprovenWhenTheServerIsAway();
    void secretTestNamesTheStoreOfARefusedPassword();
    void removeTakesThePasswordOut();
    void otherStoresAreRefused();

private:
    int run(const QString &line);
    QString passFile() const;
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::CliFixture> m_cli;
};
