#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

class tst_ServerInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyTableIsAnswered_data();
    void everyTableIsAnswered();
    void whatWorksForTheBackupIsNoLoad_data();
    void whatWorksForTheBackupIsNoLoad();
    void settingsAreThoseOfTheServer();
    void secretsStayOut();
    void whatTheRoleMayNotKnowIsAProblemOfThatTable();
    void aStopEndsIt();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
