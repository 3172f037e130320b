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
    void oddNamesAreReplacedAndComeBack_data();
    void oddNamesAreReplacedAndComeBack();
    void oddTablesAreNamedSafely();

private:
    QByteArray databases() const;
    /// A database with three rows.
    masclet::Result<> makeOdd(const QByteArray &name) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
