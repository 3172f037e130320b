#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_SeedCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSeedsOwnCommandsWorkOnOurSets();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
