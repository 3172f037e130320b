#pragma once

#include "tests/support/TempServers.h"

#include <QObject>

class tst_HardDatabases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tablesSwappedBeforePgDumpLocksThem_data();
    void tablesSwappedBeforePgDumpLocksThem();
    void tablesSwappedEveryTimeAreNoSet_data();
    void tablesSwappedEveryTimeAreNoSet();
    void dataThatChangesMeanwhileIsCountedInTheSnapshot();
    void manyTablesComeBack();
    void aLongFieldComesBack();
    void aSchemaRenamedDuringTheDumpIsNoticed_data();
    void aSchemaRenamedDuringTheDumpIsNoticed();
    void sixteenHundredColumnsComeBack();

private:
    masclet::test::TempServers m_servers;
    const masclet::test::TempCluster *m_cluster = nullptr; ///< the one of major 15
};
