#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_Damage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void flipsAndCutsAreAlwaysFound_data();
    void flipsAndCutsAreAlwaysFound();
    void goodArchivesAreNeverAlarms();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
