#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_DatabaseCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sampleHoldsWhatItPromises();
    void stockToolsRestoreTheZooEqual_data();
    void stockToolsRestoreTheZooEqual();
    void changesAreSeen_data();
    void changesAreSeen();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
