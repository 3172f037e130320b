#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_RoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stockToolsLoadOurSetsEqual_data();
    void stockToolsLoadOurSetsEqual();
    void settingsDoNotChangeTheSet_data();
    void settingsDoNotChangeTheSet();
    void dumpsMadeElsewhereAreVerified_data();
    void dumpsMadeElsewhereAreVerified();
    void foldersMadeElsewhereAreVerified_data();
    void foldersMadeElsewhereAreVerified();
    void eachRunKeepsItsPhases();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
