#include "tests/core/repository/tst_Recovery.h"

#include "core/repository/RunLog.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/SyscallFault.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <array>
#include <cerrno>

#include <thread>
#include <unistd.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

using namespace masclet;
using masclet::test::RepositoryFixture;
using masclet::test::runWithFault;
using masclet::test::SyscallFault;

namespace
{

const QString deadRun = QStringLiteral("20250217T010007Z-dead00");

RunRecord started(const QString &id, const RepositoryFixture &f)
{
    RunRecord run;
    run.id = id;
    run.verb = QStringLiteral("backup");
    run.profileId = QStringLiteral("p1");
    run.started = f.clock.now();
    return run;
}

QString stagingOf(const QString &name)
{
    return QStringLiteral(".staging/") + deadRun + QChar(u'/') + name;
}

} // namespace

void tst_Recovery::deadRunsAreMarkedInterruptedOnce()
{
    RepositoryFixture f; // D02
    QVERIFY_RESULT(f.repository->journal().runStarted(*f.lock, started(deadRun, f)));
    const Result<RecoveryReport> report = f.repository->recover(*f.lock);
    QVERIFY_RESULT(report);
    QVERIFY_RESULT(report->problem);
    QCOMPARE(report->interrupted.size(), 1);
    const QList<RunRecord> runs = runsOf(*f.repository->journal().records());
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().state, RunState::Interrupted);
    QCOMPARE(runs.first().profileId, QStringLiteral("p1"));
    QVERIFY(f.repository->recover(*f.lock)->interrupted.isEmpty());
}

void tst_Recovery::theOwnRunIsNotDead()
{
    RepositoryFixture f;
    QVERIFY_RESULT(f.repository->journal().runStarted(*f.lock, started(f.lock->holder().runId, f)));
    QVERIFY(f.repository->recover(*f.lock)->interrupted.isEmpty());
}

void tst_Recovery::stagingOfADeadRunGoes()
{
    RepositoryFixture f; // D02
    const QString good = *f.addSet();
    QVERIFY(QDir(f.path({})).mkpath(stagingOf(QStringLiteral("deep/er"))));
    f.write(stagingOf(QStringLiteral("db.x.sql.gz")), "half");
    f.write(stagingOf(QStringLiteral("plan.json")), "{\"torn");
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QVERIFY(QDir(f.path(QStringLiteral(".staging"))).isEmpty());
    QCOMPARE(f.repository->set(good)->problem, QString());
}

void tst_Recovery::foreignThingsInStagingStay()
{
    RepositoryFixture f; // T04
    f.write(QStringLiteral(".staging/note.txt"), "mine");
    QVERIFY(QDir().mkdir(f.path(QStringLiteral(".staging/old"))));
    QVERIFY(QFile::link(QStringLiteral("/tmp"), f.path(QStringLiteral(".staging/") + deadRun)));
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QCOMPARE(
        QDir(f.path(QStringLiteral(".staging"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(),
        3);
}

void tst_Recovery::aForgedPlanCannotNameForeignFiles_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("goes up") << QByteArray("../victim");
    QTest::newRow("absolute") << QByteArray("/victim");
    QTest::newRow("another set's archive") << QByteArray("db/masclet_imperi_20250218.sql.gz");
    QTest::newRow("the journal") << QByteArray("journal.jsonl");
    QTest::newRow("the marker") << QByteArray("repository.json");
    QTest::newRow("inside a dot folder") << QByteArray("db/../x_20250218.sql.gz");
    QTest::newRow("another folder") << QByteArray("runs/x_20250218.sql.gz");
}

void tst_Recovery::aForgedPlanCannotNameForeignFiles()
{
    QFETCH(QByteArray, path);
    RepositoryFixture f; // T06
    const QString good = *f.addSet();
    QVERIFY_RESULT(f.repository->journal().runFinished(*f.lock, started(f.lock->holder().runId, f)));
    const QStringList before = f.files();
    const StagingPlan plan{
        QStringLiteral("x_20250218"), deadRun, {{"a", path}, {"sets.m", "sets/x_20250218.json"}}};
    QVERIFY(!StagingPlan::parse(plan.serialize()));
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral(".staging/") + deadRun));
    f.write(stagingOf(QStringLiteral("plan.json")), plan.serialize());
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QCOMPARE(f.files(), before);
    QCOMPARE(f.repository->set(good)->problem, QString());
}

void tst_Recovery::aForeignFileAtAPlannedPlaceStays()
{
    RepositoryFixture f; // S11: the run died before its rename, which would have been refused
    const StagingPlan plan{QStringLiteral("x_20250218"),
                           deadRun,
                           {{"db.a", "db/x_20250218.sql.gz"}, {"sets.m", "sets/x_20250218.json"}}};
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral(".staging/") + deadRun));
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral("db")));
    f.write(stagingOf(QStringLiteral("plan.json")), plan.serialize());
    f.write(stagingOf(QStringLiteral("db.a")), "ours");
    f.write(QStringLiteral("db/x_20250218.sql.gz"), "mine");
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QCOMPARE(f.files(), QStringList(QStringLiteral("db/x_20250218.sql.gz")));
}

/// Where a rename is a link and an unlink, the unlink may be lost with the power.
void tst_Recovery::aPublishedSetStaysWhoseManifestIsStagedAsWell()
{
    RepositoryFixture f;
    const QString id = *f.addSet();
    const QByteArray name = id.toUtf8();
    const StagingPlan plan{
        id, deadRun, {{"db.a", "db/" + name + ".sql.gz"}, {"sets.m", "sets/" + name + ".json"}}};
    const QStringList before = f.files();
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral(".staging/") + deadRun));
    f.write(stagingOf(QStringLiteral("plan.json")), plan.serialize());
    const QByteArray manifest =
        QFile::encodeName(f.path(QStringLiteral("sets/") + id + QStringLiteral(".json")));
    const QByteArray staged = QFile::encodeName(f.path(stagingOf(QStringLiteral("sets.m"))));
    QCOMPARE(::link(manifest.constData(), staged.constData()), 0);
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QCOMPARE(f.files(), before);
    QCOMPARE(f.repository->set(id)->problem, QString());
    QVERIFY(QDir(f.path(QStringLiteral(".staging"))).isEmpty());
}

void tst_Recovery::anEmptyPlaceholderOfADeadRunGoes()
{
    RepositoryFixture f; // a rename in two steps that stopped between them
    const StagingPlan plan{QStringLiteral("x_20250218"),
                           deadRun,
                           {{"db.a", "db/x_20250218.sql.gz"}, {"sets.m", "sets/x_20250218.json"}}};
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral(".staging/") + deadRun));
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral("db")));
    f.write(stagingOf(QStringLiteral("plan.json")), plan.serialize());
    f.write(stagingOf(QStringLiteral("db.a")), "ours");
    f.write(QStringLiteral("db/x_20250218.sql.gz"), "");
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QCOMPARE(f.files(), QStringList());
}

void tst_Recovery::oldRunLogsGoAfter400Days()
{
    RepositoryFixture f;
    const auto age = [&](const QString &name, int days) {
        f.write(QStringLiteral("runs/") + name, "x");
        const time_t when = f.clock.now().toSecsSinceEpoch() - days * 86400LL;
        const std::array<timespec, 2> times{timespec{when, 0}, timespec{when, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, qPrintable(f.path(QStringLiteral("runs/") + name)), times.data(), 0),
                 0);
    };
    age(QStringLiteral("20240101T010007Z-aaaaaa.log"), 401);
    age(QStringLiteral("20250101T010007Z-bbbbbb.log"), 399);
    age(QStringLiteral("note.log"), 4000);
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QCOMPARE(f.files(), QStringList({QStringLiteral("runs/20250101T010007Z-bbbbbb.log"),
                                     QStringLiteral("runs/note.log")}));
}

void tst_Recovery::anUnwritableJournalIsReportedAndStopsNothing()
{
    RepositoryFixture f; // X05
    QVERIFY_RESULT(f.repository->journal().runStarted(*f.lock, started(deadRun, f)));
    QVERIFY(QDir(f.path({})).mkpath(QStringLiteral(".staging/") + deadRun));
    QVERIFY(QFile::rename(f.path(QStringLiteral("journal.jsonl")), f.path(QStringLiteral("aside"))));
    QVERIFY(QDir().mkdir(f.path(QStringLiteral("journal.jsonl"))));
    const Result<RecoveryReport> report = f.repository->recover(*f.lock);
    QVERIFY_RESULT(report);
    QVERIFY_FAILS(report->problem, ErrorKind::Storage);
    QVERIFY(QDir(f.path(QStringLiteral(".staging"))).isEmpty());
    QVERIFY_RESULT(f.addSet());
}

void tst_Recovery::runLogsTakeLinesFromSeveralThreads()
{
    RepositoryFixture f;
    const Result<Directory> runs = f.repository->root().openChild("runs");
    QVERIFY_RESULT(runs);
    Result<std::unique_ptr<RunLog>> log = RunLog::create(*runs, deadRun, f.clock);
    QVERIFY_RESULT(log);
    QVERIFY_FAILS(RunLog::create(*runs, deadRun, f.clock), ErrorKind::Storage);
    QVERIFY_FAILS(RunLog::create(*runs, QStringLiteral("../x"), f.clock), ErrorKind::Internal);
    {
        std::array<std::jthread, 4> threads;
        for (std::jthread &thread : threads)
            thread = std::jthread([&] {
                for (int n = 0; n < 100; ++n)
                    (*log)->info(QStringLiteral("line"));
            });
    }
    QVERIFY(!(*log)->sync());
    QList<QByteArray> lines = f.read(QStringLiteral("runs/%1.log").arg(deadRun)).split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.size(), 400);
    for (const QByteArray &line : lines)
        QVERIFY(QJsonDocument::fromJson(line).isObject());
}

void tst_Recovery::aRunLogThatCannotBeWrittenSaysSoAtTheEnd()
{
    RepositoryFixture f; // X05, S02
    const Result<Directory> runs = f.repository->root().openChild("runs");
    Result<std::unique_ptr<RunLog>> log = RunLog::create(*runs, deadRun, f.clock);
    for (const long call : {SYS_write, SYS_fsync}) {
        const auto run = runWithFault(
            [&] {
                (*log)->info(QStringLiteral("one"));
                (*log)->info(QStringLiteral("two"));
                const std::optional<Error> problem = (*log)->sync();
                return problem && problem->kind == ErrorKind::Storage ? 15 : 0;
            },
            {SyscallFault::Kind::Fail, 1, ENOSPC, call});
        QCOMPARE(run.exitCode, 15);
    }
}

void tst_Recovery::hostileTextStaysOnOneLineOfTheRunLog()
{
    RepositoryFixture f; // X04
    const Result<Directory> runs = f.repository->root().openChild("runs");
    Result<std::unique_ptr<RunLog>> log = RunLog::create(*runs, deadRun, f.clock);
    (*log)->warning(QStringLiteral("NOTICE: x\n{\"t\":\"fake\"}\x1b[31m") + QString(10'000'000, QChar(u'y')));
    const QByteArray text = f.read(QStringLiteral("runs/%1.log").arg(deadRun));
    QCOMPARE(text.count('\n'), 1);
    QVERIFY(text.size() < 10'000);
    QVERIFY(!text.contains('\x1b'));
}
