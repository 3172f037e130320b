#include "tests/core/pipeline/tst_DumpFolder.h"

#include "core/base/Hash.h"
#include "core/pipeline/DumpFolder.h"
#include "core/process/ToolProcess.h"
#include "tests/support/FakeTool.h"
#include "tests/support/TempCluster.h"
#include "tests/support/TestMain.h"

#include <QDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

Result<> goOn(qint64)
{
    return {};
}

/// A folder with two files, and what a manifest would list of it.
struct Folder {
    Folder()
    {
        write("3349.dat.gz", "rows");
        write("toc.dat", "contents");
        folder.emplace(*Directory::open(temp.path()));
        for (const char *name : {"3349.dat.gz", "toc.dat"}) {
            const QByteArray content = *folder->readFile(name, 100);
            members << DumpMember{name, content.size(), Sha256::hexOf(content)};
        }
    }
    QString path(const char *name) const { return temp.filePath(QString::fromLatin1(name)); }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot prepare the test");
    }
    QTemporaryDir temp;
    std::optional<Directory> folder;
    QList<DumpMember> members;
};

} // namespace

void tst_DumpFolder::onlyPgDumpsNamesAreMembers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("good");
    for (const char *name : {"toc.dat", "3349.dat.gz", "3349.dat", "blobs.toc", "blob_16455.dat.gz",
                             "blobs_16455.toc", "7.dat.zst"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"", ".", "..", ".toc", "../toc.dat", "a/b.dat", "toc", "toc.dat\n", "TOC.dat",
                             "a b.dat", "toc.", "x.a.b.c.d"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void tst_DumpFolder::onlyPgDumpsNamesAreMembers()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, good);
    QCOMPARE(isMemberName(name), good);
}

void tst_DumpFolder::whatLiesThereIsWhatIsListed()
{
    const Folder f;
    qint64 read = 0;
    const auto found = verifyMembers(*f.folder, f.members, [&](qint64 bytes) -> Result<> {
        read += bytes;
        return {};
    });
    QVERIFY_RESULT(found);
    QCOMPARE(read, storedSizeOf(f.members));
    QVERIFY_RESULT(stillTheSame(*f.folder, *found));
    QVERIFY_FAILS(
        verifyMembers(*f.folder, f.members, [](qint64) -> Result<> { return fail(ErrorKind::Stopped, {}); }),
        ErrorKind::Stopped);
}

void tst_DumpFolder::everyDifferenceIsNamed_G12_data()
{
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("named");
    QTest::newRow("missing") << QStringLiteral("rm toc.dat") << QStringLiteral("toc.dat");
    QTest::newRow("first missing") << QStringLiteral("rm 3349.dat.gz") << QStringLiteral("3349.dat.gz");
    QTest::newRow("emptied") << QStringLiteral(": > 3349.dat.gz") << QStringLiteral("3349.dat.gz");
    QTest::newRow("cut") << QStringLiteral("printf row > 3349.dat.gz") << QStringLiteral("3349.dat.gz");
    QTest::newRow("flipped") << QStringLiteral("printf rowt > 3349.dat.gz") << QStringLiteral("3349.dat.gz");
    QTest::newRow("surplus before") << QStringLiteral(": > 1.dat") << QStringLiteral("1.dat");
    QTest::newRow("surplus between") << QStringLiteral(": > 9.dat") << QStringLiteral("9.dat");
    QTest::newRow("surplus behind") << QStringLiteral(": > z.dat") << QStringLiteral("z.dat");
    QTest::newRow("a link") << QStringLiteral("mv toc.dat .t; ln -s .t toc.dat") << QStringLiteral(".t");
    QTest::newRow("a folder") << QStringLiteral("rm toc.dat; mkdir toc.dat") << QStringLiteral("toc.dat");
}

void tst_DumpFolder::everyDifferenceIsNamed_G12()
{
    QFETCH(QString, act);
    QFETCH(QString, named);
    const Folder f;
    QProcess shell;
    shell.setWorkingDirectory(f.temp.path());
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), act});
    QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
    const auto found = verifyMembers(*f.folder, f.members, goOn);
    QVERIFY_FAILS(found, ErrorKind::Verification);
    QVERIFY2(found.error().message.contains(u'/' + named), reason(found));
}

void tst_DumpFolder::changesAfterTheLookAreSeen_R11()
{
    const Folder f;
    const auto found = verifyMembers(*f.folder, f.members, goOn);
    QVERIFY_RESULT(found);
    // The same bytes again: what was read in between may have been others.
    f.write("3349.dat.gz", "rows");
    QVERIFY_FAILS(stillTheSame(*f.folder, *found), ErrorKind::Verification);

    const Folder other;
    const auto seen = verifyMembers(*other.folder, other.members, goOn);
    QVERIFY_RESULT(seen);
    QVERIFY(QDir().rename(other.temp.path(), other.temp.path() + QStringLiteral(".away")));
    QVERIFY(QDir().mkdir(other.temp.path()));
    QVERIFY_FAILS(stillTheSame(*other.folder, *seen), ErrorKind::Verification);
    QVERIFY(QDir(other.temp.path() + QStringLiteral(".away")).removeRecursively());
}

/// A pg_restore that has been taken over: it tries every place it can think of.
void tst_DumpFolder::pgRestoreCanWriteNowhere_G13()
{
    const QTemporaryDir outside(QStringLiteral("/var/tmp/mw-XXXXXX"));
    const QTemporaryDir archive;
    const FakeTool taken(
        "for f in " + QFile::encodeName(outside.path()) + "/marker " + QFile::encodeName(archive.path()) +
            "/marker /usr/marker /marker \"$HOME/marker\" /etc/marker; do echo x > \"$f\" && echo "
            "wrote $f; done 2>/dev/null; ls " +
            QFile::encodeName(outside.path()) + " 2>/dev/null && echo saw; exit 0",
        QStringLiteral("pg_restore"));
    const PostgresTools tools{taken.folder(), 150020, {}};
    const auto tool = PgRestore::create(tools, PgRestore::Walls::Required, {});
    QVERIFY_RESULT(tool);
    const auto said = runTool(tool->command(DumpFormat::Directory, archive.path(), "k"), {},
                              std::chrono::seconds(20), ErrorKind::Internal);
    QVERIFY_RESULT(said);
    QCOMPARE(*said, QByteArray());
    QVERIFY(QDir(outside.path()).isEmpty());
    QVERIFY(QDir(archive.path()).isEmpty());
}
