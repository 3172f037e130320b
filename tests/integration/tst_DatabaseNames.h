#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_DatabaseNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oddNamesGoThroughTheWholeJob_data();
    void oddNamesGoThroughTheWholeJob();
    void oddTablesAreNamedSafely();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
