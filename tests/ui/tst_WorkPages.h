#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

#include <memory>

/// As tst_Pages, over what is shown while and after something is done on a server.
class tst_WorkPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyPageIsReachedByTabAndShowsForeignNamesAsTheyStand();
    void escapeOnAnyPageBeforeTheWorkChangesNothing();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
