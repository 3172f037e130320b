#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_TempCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void otherMajorsStart_data();
    void otherMajorsStart();
    void oddDatabaseNamesAreReached();
    void serverStopsAndResumes();
    void loopbackIsOnlyThereWhenAsked();
    void destructorLeavesNothing();
    void missingServerIsAnError();
    void serverDiesWithItsStarter();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
