#pragma once

#include "tests/support/TempServers.h"

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
    masclet::test::TempServers m_servers;
    const masclet::test::TempCluster *m_cluster = nullptr; ///< the one of major 15
};
