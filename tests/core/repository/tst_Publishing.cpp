#include "tests/core/repository/tst_Publishing.h"

#include "tests/core/repository/Fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <sys/stat.h>

using namespace masclet;
using masclet::test::RepositoryFixture;

void tst_Publishing::aSetAppearsWholeUnderItsDatedName()
{
    RepositoryFixture f;
    QVERIFY_RESULT(f.repository);
    QVERIFY_RESULT(f.lock);
    const Result<QString> id = f.addSet();
    QVERIFY_RESULT(id);
    QCOMPARE(*id, QStringLiteral("masclet_imperi_20250218"));
    QCOMPARE(f.files(), QStringList({QStringLiteral("db/masclet_imperi_20250218.globals.sql.gz"),
                                     QStringLiteral("db/masclet_imperi_20250218.sql.gz"),
                                     QStringLiteral("sets/masclet_imperi_20250218.evidence.jsonl"),
                                     QStringLiteral("sets/masclet_imperi_20250218.json"),
                                     QStringLiteral("sets/masclet_imperi_20250218.sha256")}));
    const Result<QList<StoredSet>> sets = f.repository->sets();
    QVERIFY_RESULT(sets);
    QCOMPARE(sets->size(), 1);
    QCOMPARE(sets->first().problem, QString());
    QCOMPARE(sets->first().state, SetState::Verified);
    QCOMPARE(sets->first().sequence, 1);
    QCOMPARE(sets->first().storedBytes, 20);
    const Result<Fd> file = f.repository->openFile(sets->first().files.first().path);
    QVERIFY_RESULT(file);
}

void tst_Publishing::stockSha256sumAcceptsTheChecksumsFile()
{
    RepositoryFixture f;
    QVERIFY_RESULT(f.addSet());
    QProcess tool;
    tool.setWorkingDirectory(f.path({}));
    tool.start(QStringLiteral("sha256sum"),
               {QStringLiteral("-c"), QStringLiteral("sets/masclet_imperi_20250218.sha256")});
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.exitCode(), 0);
    QCOMPARE(tool.readAllStandardOutput().count("OK"), 3);
}

void tst_Publishing::theDatedLayoutListsAlike()
{
    RepositoryFixture f;
    RepositoryFixture::Options options;
    options.layout = Layout::Dated;
    const Result<QString> id = f.addSet(options);
    QVERIFY_RESULT(id);
    QVERIFY(QFileInfo(f.path(QStringLiteral("db/20250218/masclet_imperi_20250218.sql.gz"))).isFile());
    const Result<StoredSet> set = f.repository->set(*id);
    QVERIFY_RESULT(set);
    QCOMPARE(set->problem, QString());
    // A set of the other layout with the same name is taken into account.
    QCOMPARE(*f.addSet(), QStringLiteral("masclet_imperi_20250218-2"));
}

void tst_Publishing::filesAndFoldersArePrivateWhateverTheUmask()
{
    for (const mode_t mask : {mode_t(0), mode_t(077)}) { // S15
        const mode_t before = ::umask(mask);
        RepositoryFixture f;
        const Result<QString> id = f.addSet();
        ::umask(before);
        QVERIFY_RESULT(id);
        const QStringList hidden = {QStringLiteral(".lock"), QStringLiteral(".reserve")};
        const QStringList names = f.files() + hidden;
        for (const QString &name : names)
            QCOMPARE(int(QFileInfo(f.path(name)).permissions() & 0x77), 0);
        for (const QString &name : {QStringLiteral("db"), QStringLiteral("sets"), QStringLiteral(".staging")})
            QCOMPARE(int(QFileInfo(f.path(name)).permissions() & 0x77), 0);
    }
}

void tst_Publishing::theNameFollowsTheProfilesZone()
{
    RepositoryFixture f;
    f.clock.setWall(QDateTime::fromString(QStringLiteral("2025-02-18T23:30:00.000Z"), Qt::ISODateWithMs));
    QCOMPARE(*f.addSet(), QStringLiteral("masclet_imperi_20250219"));
}

void tst_Publishing::aSecondSetOfTheDayGetsTheNextNumber()
{
    RepositoryFixture f; // T10
    QCOMPARE(*f.addSet(), QStringLiteral("masclet_imperi_20250218"));
    QCOMPARE(*f.addSet(), QStringLiteral("masclet_imperi_20250218-2"));
    QCOMPARE(*f.addSet(), QStringLiteral("masclet_imperi_20250218-3"));
    QCOMPARE(f.repository->sets()->first().sequence, 3);
}

void tst_Publishing::foreignFilesOfTheNameAreSteppedAround()
{
    RepositoryFixture f; // S11
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral("db/20250218")));
    f.write(QStringLiteral("db/masclet_imperi_20250218.sql.gz"), "mine");
    f.write(QStringLiteral("db/20250218/masclet_imperi_20250218-2.txt"), "mine");
    QCOMPARE(*f.addSet(), QStringLiteral("masclet_imperi_20250218-3"));
    QCOMPARE(f.read(QStringLiteral("db/masclet_imperi_20250218.sql.gz")), QByteArray("mine"));
}

void tst_Publishing::sequenceAndNameAreNeverUsedAgain()
{
    RepositoryFixture f;
    const QString first = *f.addSet();
    RunRecord run;
    run.id = newRunId(f.clock);
    run.verb = QStringLiteral("backup");
    run.setId = QStringLiteral("masclet_imperi_20250218-2");
    run.sequence = 41;
    run.started = f.clock.now();
    QVERIFY_RESULT(f.repository->journal().runFinished(*f.lock, run));
    const QString next = *f.addSet();
    QCOMPARE(next, QStringLiteral("masclet_imperi_20250218-3"));
    QCOMPARE(f.repository->set(next)->sequence, 42);
}

void tst_Publishing::theParentIsTheProfilesOwnSetBefore()
{
    RepositoryFixture f;
    const QString first = *f.addSet();
    RepositoryFixture::Options other;
    other.profile = QStringLiteral("other");
    other.profileId = QStringLiteral("p2");
    const QString foreign = *f.addSet(other);
    const QString second = *f.addSet();
    QCOMPARE(f.repository->set(first)->parent, QString());
    QCOMPARE(f.repository->set(foreign)->parent, QString());
    QCOMPARE(f.repository->set(second)->parent, first);
}

void tst_Publishing::anUnpublishedRunLeavesNothing()
{
    RepositoryFixture f;
    {
        Manifest manifest;
        const Result<StagedRun> staged = f.stage({}, manifest);
        QVERIFY_RESULT(staged);
        QVERIFY(!f.files().isEmpty());
    }
    QCOMPARE(f.files(), QStringList());
}

void tst_Publishing::whatWasStagedMustBeWhatTheManifestSays()
{
    RepositoryFixture f;
    Manifest manifest;
    Result<StagedRun> staged = f.stage({}, manifest);
    QVERIFY_RESULT(staged);
    manifest.files[0].storedSize += 1;
    QVERIFY_FAILS(f.repository->publish(*f.lock, std::move(*staged), manifest), ErrorKind::Verification);
    Result<StagedRun> again = f.stage({}, manifest);
    QVERIFY_RESULT(again);
    manifest.sequence += 1;
    QVERIFY_FAILS(f.repository->publish(*f.lock, std::move(*again), manifest), ErrorKind::Internal);
    QCOMPARE(f.files(), QStringList());
}

void tst_Publishing::aTargetThatAppearedMeanwhileIsNeitherReplacedNorRemoved_data()
{
    QTest::addColumn<QString>("name"); // S11, S12
    QTest::addColumn<bool>("asLink");
    for (const bool asLink : {false, true}) {
        const char *kind = asLink ? "link" : "file";
        QTest::addRow("first file, a %s", kind)
            << QStringLiteral("db/masclet_imperi_20250218.sql.gz") << asLink;
        QTest::addRow("second file, a %s", kind)
            << QStringLiteral("db/masclet_imperi_20250218.globals.sql.gz") << asLink;
        QTest::addRow("checksums, a %s", kind)
            << QStringLiteral("sets/masclet_imperi_20250218.sha256") << asLink;
        QTest::addRow("manifest, a %s", kind)
            << QStringLiteral("sets/masclet_imperi_20250218.json") << asLink;
    }
}

void tst_Publishing::aTargetThatAppearedMeanwhileIsNeitherReplacedNorRemoved()
{
    QFETCH(QString, name);
    QFETCH(bool, asLink);
    RepositoryFixture f;
    Manifest manifest;
    Result<StagedRun> staged = f.stage({}, manifest);
    QVERIFY_RESULT(staged);
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral("db")));
    const QString victim = f.temp.filePath(QStringLiteral("victim"));
    if (asLink)
        QVERIFY(QFile::link(victim, f.path(name)));
    else
        f.write(name, "mine");
    QVERIFY_FAILS(f.repository->publish(*f.lock, std::move(*staged), manifest), ErrorKind::Storage);
    QVERIFY(!QFileInfo::exists(victim));
    QCOMPARE(f.files(), QStringList(name));
    QVERIFY(asLink || f.read(name) == "mine");
}

void tst_Publishing::aFolderSwappedForALinkReceivesNothing()
{
    RepositoryFixture f; // S12, S13
    QTemporaryDir elsewhere;
    Manifest manifest;
    Result<StagedRun> staged = f.stage({}, manifest);
    QVERIFY(QFile::link(elsewhere.path(), f.path(QStringLiteral("db"))));
    QVERIFY_FAILS(f.repository->publish(*f.lock, std::move(*staged), manifest), ErrorKind::Storage);
    QVERIFY(QDir(elsewhere.path()).isEmpty());
    QVERIFY(QFile::remove(f.path(QStringLiteral("db"))));

    // The repository itself swapped: the set would not be where the next reader looks.
    Result<StagedRun> again = f.stage({}, manifest);
    QVERIFY_RESULT(again);
    QVERIFY(
        QDir().rename(f.temp.filePath(QStringLiteral("backups")), f.temp.filePath(QStringLiteral("away"))));
    QVERIFY(QFile::link(elsewhere.path(), f.temp.filePath(QStringLiteral("backups"))));
    QVERIFY_FAILS(f.repository->publish(*f.lock, std::move(*again), manifest), ErrorKind::Storage);
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

void tst_Publishing::profileNamesThatCannotNameASetAreRefused()
{
    RepositoryFixture f; // N05: names of databases appear in no path
    for (const QString &name : {QStringLiteral("a/b"), QStringLiteral(".."), QStringLiteral("A"),
                                QStringLiteral("a\nb"), QString(), QString(60, QChar(u'a'))}) {
        RepositoryFixture::Options options;
        options.profile = name;
        QVERIFY_FAILS(f.addSet(options), ErrorKind::Config);
    }
}
