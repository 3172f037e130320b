#include "tests/core/repository/tst_Pruner.h"

#include "core/repository/Pruner.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/SyscallFault.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace masclet;
using masclet::test::RepositoryFixture;
using masclet::test::runWithFault;
using masclet::test::SyscallFault;

namespace
{

QList<StoredSet> setsOf(const RepositoryFixture &f)
{
    const Result<QList<StoredSet>> sets = f.repository->sets();
    return sets ? *sets : QList<StoredSet>();
}

QList<JournalRecord> recordsOf(const RepositoryFixture &f)
{
    const Result<QList<JournalRecord>> records = f.repository->journal().records();
    return records ? *records : QList<JournalRecord>();
}

Result<> recover(RepositoryFixture &f)
{
    MASCLET_TRY_ASSIGN(const RecoveryReport report, f.repository->recover(*f.lock));
    return report.problem;
}

RetentionDecision decide(const RepositoryFixture &f, qint64 keepLast = 1)
{
    RetentionInput input;
    input.sets = setsOf(f);
    input.profileId = QStringLiteral("p1");
    input.profileName = QStringLiteral("masclet_imperi");
    input.rules.keepLast = keepLast;
    input.zone = QTimeZone("Europe/Madrid");
    input.now = f.clock.now();
    return decideRetention(input);
}

Result<> proceed(const QString &)
{
    return {};
}

Result<PruneReport> prune(RepositoryFixture &f, const RetentionDecision &decision)
{
    return applyRetention(*f.repository, *f.lock, decision, proceed);
}

QStringList typesInJournal(const RepositoryFixture &f)
{
    QStringList types;
    for (const JournalRecord &record : recordsOf(f))
        types << record.type;
    return types;
}

QStringList filesOf(const QString &id, Layout layout = Layout::Flat)
{
    const QString folder = layout == Layout::Flat ? QStringLiteral("db/") : QStringLiteral("db/20250218/");
    return {folder + id + QStringLiteral(".globals.sql.gz"), folder + id + QStringLiteral(".sql.gz"),
            QStringLiteral("sets/%1.evidence.jsonl").arg(id), QStringLiteral("sets/%1.json").arg(id),
            QStringLiteral("sets/%1.sha256").arg(id)};
}

QStringList withoutJournal(QStringList files)
{
    files.removeAll(QStringLiteral("journal.jsonl"));
    return files;
}

} // namespace

Q_DECLARE_METATYPE(masclet::Layout)

void tst_Pruner::aDumpThatIsAFolderGoesWithItsFiles()
{
    for (const Layout layout : {Layout::Flat, Layout::Dated}) {
        RepositoryFixture f;
        RepositoryFixture::Options options;
        options.archive = RepositoryFixture::Options::Archive::Folder;
        options.layout = layout;
        QVERIFY_RESULT(f.addSet(options));
        f.clock.advance(std::chrono::hours(24));
        const Result<QString> second = f.addSet(options);
        QVERIFY_RESULT(second);
        QVERIFY(f.repository->set(*second)->problem.isEmpty());
        QVERIFY_RESULT(prune(f, decide(f)));
        const QStringList left = f.files().filter(QStringLiteral("db/"));
        QCOMPARE(left.size(), 3); // of the second: two members and the globals
        QCOMPARE(left.filter(*second).size(), 3);
        const QString kept = left.first().section(u'/', 0, -2);
        // A file of somebody else keeps the folder.
        f.write(kept + QStringLiteral("/notes"), "mine");
        f.clock.advance(std::chrono::hours(24));
        QVERIFY_RESULT(f.addSet(options));
        QVERIFY_RESULT(prune(f, decide(f)));
        QCOMPARE(f.files().filter(*second), QStringList{kept + QStringLiteral("/notes")});
        QVERIFY(f.read(QStringLiteral("journal.jsonl")).contains("notes"));
    }
}

void tst_Pruner::whatTheDryRunShowsIsWhatGoes()
{
    RepositoryFixture f;
    QStringList ids;
    for (int n = 0; n < 4; ++n)
        ids << *f.addSet();
    const RetentionDecision decision = decide(f, 2);
    QCOMPARE(decision.setsToDelete(), ids.mid(0, 2));
    const Result<PruneReport> report = prune(f, decision);
    QVERIFY_RESULT(report);
    QCOMPARE(report->deleted, ids.mid(0, 2));
    QCOMPARE(report->freedBytes, decision.freedBytes());
    QCOMPARE(report->skipped, QStringList());
    QStringList expected = filesOf(ids[2]) + filesOf(ids[3]);
    expected.sort();
    QCOMPARE(withoutJournal(f.files()), expected);
    QVERIFY(decide(f, 2).setsToDelete().isEmpty());
}

void tst_Pruner::actsAreInTheJournalBeforeAndAfter()
{
    RepositoryFixture f; // SR25
    const QString id = *f.addSet();
    QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(prune(f, decide(f)));
    const QList<JournalRecord> records = recordsOf(f);
    QCOMPARE(typesInJournal(f), QStringList({QStringLiteral("delete"), QStringLiteral("deleted")}));
    QCOMPARE(records[0].data[QLatin1String("setId")].toString(), id);
    QCOMPARE(records[0].data[QLatin1String("author")].toString(), QStringLiteral("root@granja"));
    QCOMPARE(records[0].data[QLatin1String("reason")].toString(), QStringLiteral("beyond"));
    QCOMPARE(records[0].data[QLatin1String("sequence")].toInteger(), 1);
    QCOMPARE(records[1].data[QLatin1String("setId")].toString(), id);
    QCOMPARE(f.repository->journal().audit()->firstBadLine, 0);
}

void tst_Pruner::killedAtEveryCallTheDeletionIsFinishedOrNotBegun_data()
{
    QTest::addColumn<Layout>("layout");
    QTest::newRow("flat") << Layout::Flat;
    QTest::newRow("dated") << Layout::Dated;
}

void tst_Pruner::killedAtEveryCallTheDeletionIsFinishedOrNotBegun()
{
    QFETCH(Layout, layout); // T05
    bool everBegun = false;
    for (int at = 1;; ++at) {
        RepositoryFixture f;
        RepositoryFixture::Options options;
        options.layout = layout;
        const QString first = *f.addSet(options);
        f.clock.advance(std::chrono::hours(24));
        const QString second = *f.addSet();
        const RetentionDecision decision = decide(f);
        const auto run = runWithFault([&] { return prune(f, decision) ? 0 : 18; }, {.at = at});
        if (!run.reached) {
            QCOMPARE(run.exitCode, 0);
            QVERIFY(at > 15);
            break;
        }
        // Before recovery: what is listed is whole.
        for (const StoredSet &set : setsOf(f))
            QCOMPARE(set.problem, QString());
        QVERIFY_RESULT(recover(f));
        const bool kept = setsOf(f).size() == 2;
        QVERIFY2(!(kept && everBegun), "once begun it is finished");
        everBegun = everBegun || !kept;
        QStringList expected = filesOf(second) + (kept ? filesOf(first, layout) : QStringList());
        expected.sort();
        QCOMPARE(withoutJournal(f.files()), expected);
        QVERIFY(kept || !QFileInfo::exists(f.path(QStringLiteral("db/20250218"))));
        QCOMPARE(f.repository->journal().audit()->firstBadLine, 0);
        // Each first record has its second one.
        const QStringList types = typesInJournal(f);
        QCOMPARE(types.count(QStringLiteral("delete")),
                 types.count(QStringLiteral("deleted")) + types.count(QStringLiteral("delete-abandoned")));
        QCOMPARE(types.contains(QStringLiteral("deleted")), !kept);
        // The next night does it.
        QVERIFY_RESULT(prune(f, decide(f)));
        QCOMPARE(withoutJournal(f.files()), filesOf(second));
    }
    QVERIFY(everBegun);
}

void tst_Pruner::everyFailingCallIsFinishedByRecovery()
{
    for (int at = 1;; ++at) { // S03
        RepositoryFixture f;
        QVERIFY_RESULT(f.addSet());
        const QString second = *f.addSet();
        const RetentionDecision decision = decide(f);
        const auto run = runWithFault(
            [&] {
                const Result<PruneReport> report = prune(f, decision);
                return report ? 0 : report.error().kind == ErrorKind::AfterBackup ? 18 : 1;
            },
            {SyscallFault::Kind::Fail, at, EIO});
        if (!run.reached)
            break;
        QVERIFY(run.exitCode == 0 || run.exitCode == 18);
        QVERIFY_RESULT(recover(f));
        QVERIFY_RESULT(prune(f, decide(f)));
        QCOMPARE(withoutJournal(f.files()), filesOf(second));
        QCOMPARE(f.repository->journal().audit()->firstBadLine, 0);
    }
}

void tst_Pruner::foreignFilesAreNeverTouched()
{
    RepositoryFixture f; // T04
    RepositoryFixture::Options dated;
    dated.layout = Layout::Dated;
    const QString gone = *f.addSet(dated);
    QVERIFY_RESULT(f.addSet());
    const QStringList foreign = {
        QStringLiteral("db/20250218/my notes.txt"),   QStringLiteral("db/other_20200101.sql.gz"),
        QStringLiteral("db/%1.sql.gz.bak").arg(gone), QStringLiteral("note.txt"),
        QStringLiteral("sets/other_20200101.json"),   QStringLiteral("sets/%1.json.bak").arg(gone)};
    for (const QString &name : foreign)
        f.write(name, "mine");
    QVERIFY_RESULT(prune(f, decide(f)));
    for (const QString &name : foreign)
        QCOMPARE(f.read(name), QByteArray("mine"));
    QVERIFY_FAILS(f.repository->set(gone), ErrorKind::Usage);
}

void tst_Pruner::linksAndFoldersInPlaceOfFilesStay()
{
    RepositoryFixture f; // T06
    const QString id = *f.addSet();
    const QString second = *f.addSet();
    const RetentionDecision decision = decide(f);
    const QString victim = f.temp.filePath(QStringLiteral("victim"));
    QFile file(victim);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString sums = f.path(QStringLiteral("sets/%1.sha256").arg(id));
    QVERIFY(QFile::remove(sums));
    QVERIFY(QFile::link(victim, sums));
    QVERIFY_RESULT(prune(f, decision));
    QVERIFY(QFile::exists(victim));
    QVERIFY(QFileInfo(sums).isSymLink());
    const QJsonObject after = recordsOf(f).last().data;
    QVERIFY(after[QLatin1String("left")].toArray().first().toString().endsWith(QLatin1String(".sha256")));
    QCOMPARE(setsOf(f).size(), 1);
}

void tst_Pruner::aForeignManifestUnderTheDeletingNameDeletesNothing()
{
    RepositoryFixture f; // T04, T06
    const QString id = *f.addSet();
    Manifest foreign = *f.repository->manifest(id);
    foreign.repositoryId = QString(32, QChar(u'f'));
    f.write(QStringLiteral("sets/.deleting-%1.json").arg(id), foreign.serialize());
    const Result<RecoveryReport> report = f.repository->recover(*f.lock);
    QVERIFY_RESULT(report);
    QVERIFY(!report->lines.isEmpty());
    QCOMPARE(f.repository->set(id)->problem, QString());
    f.write(QStringLiteral("sets/.deleting-%1.json").arg(id), "garbage");
    QVERIFY_RESULT(recover(f));
    QCOMPARE(f.repository->set(id)->problem, QString());
}

void tst_Pruner::aSetThatChangedSinceTheDecisionStays_data()
{
    QTest::addColumn<QString>("change"); // T08
    for (const char *change : {"pinned", "damaged", "evidence", "gone"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void tst_Pruner::aSetThatChangedSinceTheDecisionStays()
{
    QFETCH(QString, change);
    RepositoryFixture f;
    const QString id = *f.addSet();
    QVERIFY_RESULT(f.addSet());
    const RetentionDecision decision = decide(f);
    const QString evidence = QStringLiteral("sets/%1.evidence.jsonl").arg(id);
    const auto add = [&](EvidenceType type) {
        return f.repository->appendEvidence(*f.lock, id, {type, f.clock.now(), {}, {}, {}, {}});
    };
    if (change == QLatin1String("pinned"))
        QVERIFY_RESULT(add(EvidenceType::Pinned));
    else if (change == QLatin1String("damaged"))
        QVERIFY_RESULT(add(EvidenceType::Damaged));
    else if (change == QLatin1String("evidence"))
        f.write(evidence, f.read(evidence) + "forged\n");
    else
        QVERIFY(QFile::remove(f.path(QStringLiteral("sets/%1.json").arg(id))));
    const QStringList before = withoutJournal(f.files());
    const Result<PruneReport> report = prune(f, decision);
    QVERIFY_RESULT(report);
    QCOMPARE(report->deleted, QStringList());
    QCOMPARE(report->skipped.size(), 1);
    QCOMPARE(withoutJournal(f.files()), before);
}

void tst_Pruner::aDecisionAgainstEveryProvenSetIsRefused()
{
    RepositoryFixture f;
    QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(f.addSet());
    RetentionDecision decision = decide(f);
    for (RetentionDecision::Item &item : decision.items)
        item.verdict = RetentionVerdict::Delete;
    QVERIFY_FAILS(prune(f, decision), ErrorKind::Internal);
    QCOMPARE(setsOf(f).size(), 2);
}

void tst_Pruner::withoutAJournalNothingIsDeleted()
{
    RepositoryFixture f; // X05, SR25
    QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(f.addSet());
    QVERIFY(QDir().mkdir(f.path(QStringLiteral("journal.jsonl"))));
    const QStringList before = f.files();
    QVERIFY_FAILS(prune(f, decide(f)), ErrorKind::AfterBackup);
    QCOMPARE(f.files(), before);
}

void tst_Pruner::aStopEndsBetweenTwoSets()
{
    RepositoryFixture f;
    for (int n = 0; n < 3; ++n)
        QVERIFY_RESULT(f.addSet());
    int calls = 0;
    const Result<PruneReport> report =
        applyRetention(*f.repository, *f.lock, decide(f), [&](const QString &) -> Result<> {
            return ++calls == 2 ? Result<>(fail(ErrorKind::Stopped, QStringLiteral("stop"))) : Result<>();
        });
    QVERIFY_FAILS(report, ErrorKind::Stopped);
    QCOMPARE(setsOf(f).size(), 2);
    for (const StoredSet &set : setsOf(f))
        QCOMPARE(set.problem, QString());
}

void tst_Pruner::aFullDiskIsPruned()
{
    RepositoryFixture f;
    QVERIFY_RESULT(f.addSet());
    const QString second = *f.addSet();
    const RetentionDecision decision = decide(f);
    // For every user: the first write finds no space, and the reserve makes room for it.
    const auto run = runWithFault([&] { return prune(f, decision) ? 0 : 18; },
                                  {SyscallFault::Kind::Fail, 1, ENOSPC, SYS_write});
    QVERIFY(run.reached);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(withoutJournal(f.files()), filesOf(second));
    QCOMPARE(QFileInfo(f.path(QStringLiteral(".reserve"))).size(), 65536);

    RepositoryFixture small([](const QString &path) {
        QVERIFY(QDir().mkpath(path));
        QCOMPARE(::mount("masclet-test", qPrintable(path), "tmpfs", 0, "size=1m,mode=0700"), 0);
    });
    const auto unmount = qScopeGuard([&] { ::umount2(qPrintable(small.path({})), MNT_DETACH); });
    RepositoryFixture::Options large;
    large.content = QByteArray(200'000, 'x');
    QVERIFY_RESULT(small.addSet(large));
    QVERIFY_RESULT(small.addSet());
    QFile junk(small.path(QStringLiteral("junk")));
    QVERIFY(junk.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    // Never more than it holds, lest it be another disk.
    for (int written = 0; written < 1024 && junk.write(QByteArray(4096, 'j')) == 4096; ++written) {
    }
    QVERIFY(!small.repository->root().writeFile("proof", QByteArray(4096, 'p')));
    const Result<PruneReport> report = prune(small, decide(small));
    QVERIFY_RESULT(report);
    QCOMPARE(report->deleted.size(), 1);
    QCOMPARE(small.repository->journal().audit()->firstBadLine, 0);
    QCOMPARE(QFileInfo(small.path(QStringLiteral(".reserve"))).size(), 65536);
}
