#pragma once

#include "tests/cli/CliFixture.h"

#include <QObject>

#include <memory>

/// list, show, pin, unpin, logs, audit verify: verbs that work on a repository alone.
class tst_RepositoryVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listShowsSetsOfTheRepositoryWithoutAnyProfile();
    void listShowsOnlyTheProfilesSetsWhenOneIsUsed();
    void listOfRunsShowsFailedOnes();
    void showTellsEverythingAboutASet();
    void showNeedsExactlyOneSet_data();
    void showNeedsExactlyOneSet();
    void aSetThatDoesNotExistIsUsage();
    void pinHoldsUntilItIsLiftedAndIsJournalled();
    void aDryRunOfPinChangesNothing();
    void pinningWhileARunHoldsTheRepositoryIsLocked();
    void logsShowTheNewestRunAndItsProblems();
    void auditFindsAChangedJournal();
    void auditFindsWhatWasCutOffAtTheEnd();
    void aRunThatStillWaitsForTheJournalIsNotMissing();
    void retentionDeletesOnlyWhatWasConfirmed();
    void retentionDeletesNothingElseThanWasShown();
    void aRefusedBackupHoldsNoRetention();
    void retentionOfARepositoryNeedsAProfile();
    void catalogRebuildReadsTheRepositoryAnew();
    void aFolderThatIsNoRepositoryIsAStorageError();

private:
    int run(const char *line);
    QJsonObject firstSet();
    std::unique_ptr<masclet::test::CliFixture> m_cli;
    QString m_root;
};
