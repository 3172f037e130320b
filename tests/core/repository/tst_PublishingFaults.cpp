#include "tests/core/repository/tst_PublishingFaults.h"

#include "core/base/Hash.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/SyscallFault.h"

#include <cerrno>

#include <sys/syscall.h>

using namespace masclet;
using masclet::test::RepositoryFixture;
using masclet::test::runWithFault;
using masclet::test::SyscallFault;

namespace
{

constexpr int warned = 3;
constexpr int failed = 15;

/// Publishes a second set; the first one is the good one that must not be touched.
int publishSecond(RepositoryFixture &f, StagedRun &staged, const Manifest &manifest)
{
    const Result<PublishReport> report = f.repository->publish(*f.lock, std::move(staged), manifest);
    if (!report)
        return failed;
    return report->warnings.isEmpty() ? 0 : warned;
}

using Archive = RepositoryFixture::Options::Archive;

void addArchives()
{
    QTest::addColumn<int>("archive");
    QTest::newRow("file") << int(Archive::File);
    QTest::newRow("folder") << int(Archive::Folder);
}

QStringList archivesOf(const QString &id, Archive archive)
{
    if (archive == Archive::File)
        return {QStringLiteral("db/%1.sql.gz").arg(id)};
    return {QStringLiteral("db/%1.dir/1.dat").arg(id), QStringLiteral("db/%1.dir/toc.dat").arg(id)};
}

/// After recovery: what is listed is whole, and nothing that is not listed is left (I1, I2, I3).
void verifyWholeOrGone(RepositoryFixture &f, const QString &first, const QString &second, bool &published,
                       Archive archive)
{
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    const Result<QList<StoredSet>> sets = f.repository->sets();
    QVERIFY_RESULT(sets);
    QStringList expected;
    published = sets->size() == 2;
    for (const QString &id : published ? QStringList({first, second}) : QStringList(first))
        expected << archivesOf(id, archive) << QStringLiteral("db/%1.globals.sql.gz").arg(id)
                 << QStringLiteral("sets/%1.json").arg(id) << QStringLiteral("sets/%1.sha256").arg(id);
    expected.sort();
    QCOMPARE(f.files(), expected);
    for (const StoredSet &set : *sets) {
        QCOMPARE(set.problem, QString());
        const Result<Manifest> manifest = f.repository->manifest(set.id);
        QVERIFY_RESULT(manifest);
        for (const ManifestFile &file : manifest->files) {
            for (const DumpMember &member : file.members)
                QCOMPARE(Sha256::hexOf(f.read(QString::fromUtf8(file.path + '/' + member.name))),
                         member.sha256);
            if (file.members.isEmpty())
                QCOMPARE(Sha256::hexOf(f.read(QString::fromUtf8(file.path))), file.storedSha256);
        }
    }
}

} // namespace

void tst_PublishingFaults::killedAtEveryCallTheSetIsWholeOrGone_data()
{
    addArchives();
}

void tst_PublishingFaults::killedAtEveryCallTheSetIsWholeOrGone()
{
    QFETCH(int, archive);
    int listed = 0; // D02
    for (int at = 1;; ++at) {
        RepositoryFixture f;
        RepositoryFixture::Options options;
        options.evidence = {};
        options.archive = Archive(archive);
        const QString first = *f.addSet(options);
        Manifest manifest;
        Result<StagedRun> staged = f.stage(options, manifest);
        QVERIFY_RESULT(staged);
        const auto run = runWithFault([&] { return publishSecond(f, *staged, manifest); }, {.at = at});
        if (!run.reached) {
            QCOMPARE(run.exitCode, 0);
            QVERIFY2(at > 20, "publishing makes more calls than that");
            break;
        }
        bool published = false;
        verifyWholeOrGone(f, first, manifest.setId, published, Archive(archive));
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("killed before call %1").arg(at)));
        QVERIFY2(published || listed == 0, "once published it stays published");
        listed += published ? 1 : 0;
    }
    QVERIFY(listed > 0);
}

void tst_PublishingFaults::everyFailingCallLeavesTheSetWholeOrGone_data()
{
    QTest::addColumn<int>("error"); // S02, S03, S09, S07
    QTest::addColumn<int>("archive");
    QTest::newRow("disk full") << ENOSPC << int(Archive::File);
    QTest::newRow("disk full, folder") << ENOSPC << int(Archive::Folder);
    QTest::newRow("input/output error") << EIO << int(Archive::File);
    QTest::newRow("other file system") << EXDEV << int(Archive::File);
    QTest::newRow("quota") << EDQUOT << int(Archive::File);
    QTest::newRow("interrupted") << EINTR << int(Archive::File);
    QTest::newRow("interrupted, folder") << EINTR << int(Archive::Folder);
}

void tst_PublishingFaults::everyFailingCallLeavesTheSetWholeOrGone()
{
    QFETCH(int, error);
    QFETCH(int, archive);
    for (int at = 1;; ++at) {
        RepositoryFixture f;
        RepositoryFixture::Options options;
        options.evidence = {};
        options.archive = Archive(archive);
        const QString first = *f.addSet(options);
        Manifest manifest;
        Result<StagedRun> staged = f.stage(options, manifest);
        QVERIFY_RESULT(staged);
        const auto run = runWithFault([&] { return publishSecond(f, *staged, manifest); },
                                      {SyscallFault::Kind::Fail, at, error});
        if (!run.reached)
            break;
        QVERIFY(run.exitCode == 0 || run.exitCode == failed);
        bool published = false;
        // Before recovery already: a failure is never listed.
        QCOMPARE(f.repository->sets()->size(), run.exitCode == 0 ? 2 : 1);
        verifyWholeOrGone(f, first, manifest.setId, published, Archive(archive));
        QCOMPARE(published, run.exitCode == 0);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("call %1 failing").arg(at)));
    }
}

void tst_PublishingFaults::foldersThatCannotBeSyncedAreAWarning()
{
    RepositoryFixture f; // S10
    Manifest manifest;
    Result<StagedRun> staged = f.stage({}, manifest);
    QVERIFY_RESULT(staged);
    // Three small files are synced first; the fourth is the staging folder.
    const auto run = runWithFault([&] { return publishSecond(f, *staged, manifest); },
                                  {SyscallFault::Kind::Fail, 4, EINVAL, SYS_fsync});
    QVERIFY(run.reached);
    QCOMPARE(run.exitCode, warned);
    QCOMPARE(f.repository->sets()->size(), 1);
}

void tst_PublishingFaults::aMountWithoutRenameFlagsIsAWarning_data()
{
    addArchives();
}

void tst_PublishingFaults::aMountWithoutRenameFlagsIsAWarning()
{
    QFETCH(int, archive);
    RepositoryFixture f;
    Manifest manifest;
    RepositoryFixture::Options options;
    options.archive = Archive(archive);
    Result<StagedRun> staged = f.stage(options, manifest);
    QVERIFY_RESULT(staged);
    const auto run = runWithFault([&] { return publishSecond(f, *staged, manifest); },
                                  {SyscallFault::Kind::Fail, 1, EINVAL, SYS_renameat2});
    QVERIFY(run.reached);
    QCOMPARE(run.exitCode, warned);
    QCOMPARE(f.repository->sets()->first().problem, QString());
}
