#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_ProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesABrokenFileNamingItsLine_data();
    void refusesABrokenFileNamingItsLine();
    void aFileWithoutIdIsRefusedWithTheLineToAdd();
    void refusesAFileThatOthersMayChange();
    void refusesAFileInAFolderThatOthersMayChange();
    void refusesAFileOfAnotherUser();
    void refusesALinkAndAFileTooLarge();
    void createThenLoadGivesTheSameAndTheFileIsPrivate();
    void createNeverReplaces();
    void saveReplacesAndKeepsIdAndValuesLeftOut();
    void aFailedSaveLeavesTheOldFileAndNothingElse();
    void whatCouldNotBeReadAgainIsNotWritten();
    void theUsersProfileHidesTheSystemsOfTheSameName();
    void aSystemFolderThatOneMayNotReadHidesNoOwnProfiles();
    void loadOnlyNeedsExactlyOne();
    void aMissingProfileListsTheKnownOnes();
    void namesFollowTheRule_data();
    void namesFollowTheRule();

private:
    QString write(const QByteArray &text, const QString &folder = QStringLiteral("user"));
    std::unique_ptr<QTemporaryDir> m_dir;
};
