#pragma once

#include "core/restore/Loader.h"
#include "tests/support/TempCluster.h"

#include <QObject>

class tst_Loader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void aCopyOfTheZooIsEqual();
    void largeObjectsComeWithTheirOwnTransactions();
    void settingsOfServerAndRoleDoNotChangeTheData();
    void psqlCommandsAreRefusedByLine_data();
    void psqlCommandsAreRefusedByLine();
    void aCutDumpIsNotTakenForAWholeOne_data();
    void aCutDumpIsNotTakenForAWholeOne();
    void theFailingStatementIsNamed();
    void aRefusedRowNamesTheTable();
    void aMissingExtensionIsNotABadBackup();
    void aFunctionThatNeedsSearchPathIsExplained();
    void aSettingOfANewerServerIsExplained();
    void anEventTriggerThatForbidsDdlIsMadeLast();
    void manyTablesFitIntoTheLockTable();
    void missingRolesAreLeftOutWhenAsked();
    void aPlainRoleLoadsWithoutOwners();
    void aMissingTablespaceIsReported();
    void aFailingSourceCancelsTheCopy();
    void stoppingEndsTheLoad();
    void aLostSessionIsTheLoadsFailure();
    void globalsKeepExistingRoles();
    void globalsWithCommandsOrRowsAreRefused_data();
    void globalsWithCommandsOrRowsAreRefused();

private:
    masclet::Result<masclet::LoadReport> load(const QByteArray &dump,
                                              const masclet::LoadOptions &options = {},
                                              const QByteArray &user = "postgres");
    QByteArray ask(const QByteArray &sql);
    QByteArray dumpOf(const QByteArray &database);
    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::TempCluster> m_other; ///< a server without the source's roles
    masclet::test::TempCluster *m_target = nullptr;
    std::stop_source m_stop;
};
