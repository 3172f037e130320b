#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>
#include <QTemporaryDir>

class tst_Memory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void memoryStaysConstantWhateverTheSize_data();
    void memoryStaysConstantWhateverTheSize();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    QTemporaryDir m_home{QStringLiteral("/tmp/md-XXXXXX")};
};
