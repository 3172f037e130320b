#pragma once

#include "tests/support/Desk.h"

#include <QObject>

class tst_Kinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void allKindsAreOneSet_data();
    void allKindsAreOneSet();
    void stockToolsUnpackThem();
    void theInventoryTellsMachineAndServer();
    void aKindWithoutFilesIsLeftOutAndRecorded();
    void logsStayWithinTheirLimits();
    void whatTheServerKeepsFromARoleIsRecorded();
    void initProposesWhatIsThere();
    void whatCannotBeReadIsAWarningAndAnOmission();
    void theRepositoryIsNotInItsOwnSets();
    void damageOfAnyKindIsFound_data();
    void damageOfAnyKindIsFound();
    void theWholeSetIsDeleted();
    void aDryRunCountsTheFiles();
    void noSecretReachesAFile_SR12();

private:
    masclet::test::ProgramOutcome backup(const QStringList &options = {});
    QJsonObject show() const;
    QStringList files() const; ///< of the repository's kind folders
    /// Unpacks an archive of the newest set with stock tar.
    QString unpacked(const QString &kind) const;
    QString tree(const char *name) const;
    void write(const char *name, const QByteArray &content) const;

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    std::unique_ptr<masclet::test::Desk> m_desk;
};
