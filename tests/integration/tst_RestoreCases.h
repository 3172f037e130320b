#pragma once

#include "tests/support/TempCluster.h"

#include <QObject>

/// What a restore takes over, what it refuses, and what it says of what it leaves behind.
class tst_RestoreCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theReplacedDatabaseHandsItsAttributesOn();
    void anUnequalCopyIsDroppedAndRolesMadeForItAreNamed();
    void theCopyIsAnalysed();
    void aWrongNameKeepsTheSafetyBackup();
    void aDatabaseThatForbidsDdlComesBack_C04();
    void aDatabaseThatNeedsItsSearchPathIsExplained_C03();
    void aServerDiskThatFillsUpWhileLoadingLeavesNothing_R07();

private:
    QByteArray ask(const QByteArray &database, const QByteArray &sql) const;
    QByteArray databases() const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
};
