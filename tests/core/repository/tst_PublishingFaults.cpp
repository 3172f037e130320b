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

/// After recovery: what is listed is whole, and nothing that is not listed is left (I1, I2, I3).
void verifyWholeOrGone(RepositoryFixture &f, const QString &first, const QString &second, bool &published)
{
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    const Result<QList<StoredSet>> sets = f.repository->sets();
    QVERIFY_RESULT(sets);
    QStringList expected;
    published = sets->size() == 2;
    for (const QString &id : published ? QStringList({first, second}) : QStringList(first))
        expected << QStringLiteral("db/%1.globals.sql.gz").arg(id) << QStringLiteral("db/%1.sql.gz").arg(id)
                 << QStringLiteral("sets/%1.json").arg(id) << QStringLiteral("sets/%1.sha256").arg(id);
    expected.sort();
    QCOMPARE(f.files(), expected);
    for (const StoredSet &set : *sets) {
        QCOMPARE(set.problem, QString());
        const Result<Manifest> manifest = f.repository->manifest(set.id);
        QVERIFY_RESULT(manifest);
        for (const ManifestFile &file : manifest->files)
            QCOMPARE(Sha256::hexOf(f.read(QString::fromUtf8(file.path))), file.storedSha256);
    }
}

} // namespace

void tst_PublishingFaults::killedAtEveryCallTheSetIsWholeOrGone()
{
    int listed = 0; // D02
    for (int at = 1;; ++at) {
        RepositoryFixture f;
        RepositoryFixture::Options options;
        options.evidence = {};
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
        verifyWholeOrGone(f, first, manifest.setId, published);
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
    QTest::newRow("disk full") << ENOSPC;
    QTest::newRow("input/output error") << EIO;
    QTest::newRow("other file system") << EXDEV;
    QTest::newRow("quota") << EDQUOT;
    QTest::newRow("interrupted") << EINTR;
}

void tst_PublishingFaults::everyFailingCallLeavesTheSetWholeOrGone()
{
    QFETCH(int, error);
    for (int at = 1;; ++at) {
        RepositoryFixture f;
        RepositoryFixture::Options options;
        options.evidence = {};
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
        verifyWholeOrGone(f, first, manifest.setId, published);
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

void tst_PublishingFaults::aMountWithoutRenameFlagsIsAWarning()
{
    RepositoryFixture f;
    Manifest manifest;
    Result<StagedRun> staged = f.stage({}, manifest);
    QVERIFY_RESULT(staged);
    const auto run = runWithFault([&] { return publishSecond(f, *staged, manifest); },
                                  {SyscallFault::Kind::Fail, 1, EINVAL, SYS_renameat2});
    QVERIFY(run.reached);
    QCOMPARE(run.exitCode, warned);
    QCOMPARE(f.repository->sets()->first().problem, QString());
}
