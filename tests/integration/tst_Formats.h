#pragma once

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

/// Sets in the custom and the directory format, which only pg_restore reads: what holds for plain ones must
/// hold for them.
class tst_Formats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyDatabaseComesBack_data();
    void everyDatabaseComesBack();
    void theSampleIsProven_data();
    void theSampleIsProven();
    void damageOfAFileIsFound_data();
    void damageOfAFileIsFound();
    void damageOfAFolderIsFoundAndNamed_data();
    void damageOfAFolderIsFoundAndNamed();
    void whatIsDamagedIsNotLoaded_data();
    void whatIsDamagedIsNotLoaded();
    void retentionDeletesAFolderWhole();
    void aFolderIsNotEncrypted();
    void withoutPgRestoreNothingIsMade();
    void aDumpThatDiesLeavesNoFolder_data();
    void aDumpThatDiesLeavesNoFolder();
    void aKilledRunLeavesNoJobs();
    void hostileDumpsWriteNothing_data();
    void hostileDumpsWriteNothing();

private:
    std::unique_ptr<masclet::test::Desk> make(const QByteArray &database, const QStringList &options) const;
    QStringList encryption() const;
    QByteArray leftDatabases() const; ///< but those that are backed up here
    void stockToolsRestore(const masclet::test::Desk &desk, const QByteArray &shown);
    QString copyDiffersFrom(const QByteArray &source, const QByteArray &copy);

    std::unique_ptr<masclet::test::TempCluster> m_cluster;
    QTemporaryDir m_folder{QStringLiteral("/tmp/mt-XXXXXX")};
    QMap<QByteArray, masclet::test::DatabaseContents> m_contents; ///< of what is backed up
    QByteArray m_zoo;                                             ///< made last
    QString m_key;
    QString m_recipient;
};
