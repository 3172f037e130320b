#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

/// Reading dumps that were made elsewhere, by real pg_dump.
class tst_ForeignSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatChangedAfterTheCheckIsRefused_data();
    void whatChangedAfterTheCheckIsRefused();
    void aToolWithKnownHolesGetsNoFile_data();
    void aToolWithKnownHolesGetsNoFile();

private:
    QString dump(const QStringList &options, const QString &name) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    QTemporaryDir m_folder{QStringLiteral("/tmp/mf-XXXXXX")};
};
