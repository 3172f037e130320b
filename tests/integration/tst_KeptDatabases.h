#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

class tst_KeptDatabases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void statusShowsThemAndTheyAreDroppedByName();
    void onlyKeptOnesAreDropped();
    void aSubscriptionKeepsItAndIsNamed();
    void aSlotKeepsItFromGoingByItself();
    void theirTimeEndsAfterSevenDays();
    void whoMayNotDeleteDoesNot();
    void anotherDatabaseOfThatNameIsLeftAlone();

private:
    QByteArray databases() const;
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
