#pragma once

#include "tests/support/Desk.h"

#include <QObject>

#include <memory>

/// What every verb promises: a dry run touches nothing, --json is one document. A new verb is tried as well,
/// with no arguments of its own until it has a row.
class tst_AllVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void dryRunsChangeNothing_data();
    void dryRunsChangeNothing();
    void jsonIsOneDocument_data();
    void jsonIsOneDocument();

private:
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
};
