#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

class tst_RealWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aBackupIsClickedThroughOnAScreen();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
