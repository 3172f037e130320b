#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

class tst_Layout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void faultsAreFound();
    void headsStandOverTheirCells();
    void everyColourOfTextCanBeRead_data();
    void everyColourOfTextCanBeRead();
    void boxesCanBeSeen_data();
    void boxesCanBeSeen();
    void nothingIsCutAndEverythingCanBeRead_data();
    void nothingIsCutAndEverythingCanBeRead();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
