#pragma once

#include "core/server/ScratchDatabase.h"
#include "tests/support/TempCluster.h"

#include <QObject>

class tst_Scratch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void derivedNamesFitIntoPostgresNames();
    void aScratchDatabaseIsMadeLikeItsSource_data();
    void aScratchDatabaseIsMadeLikeItsSource();
    void onlyTaggedDatabasesOfTheRepositoryAreDropped();
    void aProcessThatHangsDoesNotHoldUpADrop();
    void databasesOfRunsThatDiedBeforeTheTagAreFoundByTheirName();
    void aTakenNameIsLeftAlone();
    void aLocaleTheServerLacksIsExplained();
    void aRoleThatMayNotCreateIsExplained();
    void subscriptionsDoNotKeepItOrTouchTheirPublisher();
    void stoppingLeavesNothing();

private:
    masclet::Connection connect(const QByteArray &database = "postgres");
    QByteArray ask(const QByteArray &sql, const QByteArray &parameter);
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
