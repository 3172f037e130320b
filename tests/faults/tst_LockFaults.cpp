#include "tests/faults/tst_LockFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <csignal>
#include <vector>

using namespace masclet;
using namespace masclet::test;

void tst_LockFaults::aSecondRunNamesTheHolder_L01()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const DumpStub stub("sleep 60");
    const auto first = desk.startBackup(stub.option());
    waitForText(*first, "Dumping the database");
    for (const QStringList &verb : {QStringList{QStringLiteral("backup")},
                                    QStringList{QStringLiteral("verify"), QStringLiteral("--all")}}) {
        const ProgramOutcome second = desk.run(verb);
        QVERIFY_EXIT(second, 11);
        const QByteArray holder = "process " + QByteArray::number(first->processId());
        QVERIFY2(second.errorOutput.contains(holder), endOf(second).constData());
        QVERIFY2(second.errorOutput.contains("backup (Dumping the database)"), endOf(second).constData());
    }
    // Looking needs no lock.
    QVERIFY_EXIT(desk.run({QStringLiteral("list")}), 0);
    first->terminate();
    const ProgramOutcome stopped = outcomeOf(*first);
    QVERIFY_EXIT(stopped, 128 + SIGTERM);
    QVERIFY_HOLDS(invariants.broken());
    // The refused one is recorded as well, once there is a run that can write.
    QCOMPARE(desk.newestRun().value(QStringLiteral("exitCode")).toInt(), 11);
}

void tst_LockFaults::aSetThatIsReadIsNotDeleted_T08()
{
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    // A set whose loading waits until it is stopped.
    const DumpStub stub(DumpStub::run("pg_dump") +
                        " | awk '/^-- PostgreSQL database dump complete/ { print \"SELECT "
                        "pg_catalog.pg_sleep(600);\\n\\n--\" } { print }'");
    QVERIFY_EXIT(desk.backup(stub.option()), 0);
    const QString read = desk.sets().first();
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const auto test = desk.desk().start({QStringLiteral("restore-test"), read});
    waitForText(*test, "Loading");
    QVERIFY_EXIT(desk.run({QStringLiteral("retention"), QStringLiteral("--apply"), QStringLiteral("--yes"),
                           QStringLiteral("shop")}),
                 11);
    test->terminate();
    QVERIFY_EXIT(outcomeOf(*test), 128 + SIGTERM);
    QVERIFY_HOLDS(invariants.broken());
    QCOMPARE(desk.sets().size(), 2);
}

/// A lock file of a dead or foreign process locks nobody out: the kernel's lock counts.
void tst_LockFaults::whatStandsInTheLockFileLocksNobodyOut_L02()
{
    const FaultDesk desk;
    const Invariants invariants = desk.invariants();
    ProgramOutcome outcome;
    for (const QByteArray &content :
         {QByteArray(R"({"verb":"backup","pid":1,"host":"vm","started":"2025-02-18T01:00:00.000Z"})"),
          QByteArray(R"({"verb":"backup","pid":999999999})"), QByteArray("garbage\n"),
          QByteArray(5000, 'x')}) {
        QFile file(desk.repository() + QStringLiteral("/.lock"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) > 0);
        file.close();
        outcome = desk.backup();
        QVERIFY_EXIT(outcome, 0);
    }
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_LockFaults::aLockFileThatGoesOrCannotBeUsedLetsNobodyIn_L03()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QString file = desk.repository() + QStringLiteral("/.lock");
    const DumpStub stub("sleep 60");
    const auto first = desk.startBackup(stub.option());
    waitForText(*first, "Dumping the database");
    QVERIFY(QFile::remove(file));
    QVERIFY_EXIT(desk.backup(), 11);
    first->terminate();
    QVERIFY_EXIT(outcomeOf(*first), 128 + SIGTERM);

    QFile::remove(file);
    QVERIFY(QDir().mkdir(file));
    QVERIFY_EXIT(desk.backup(), 15);
    QVERIFY(QDir().rmdir(file));
    QVERIFY_HOLDS(invariants.broken());
}

/// Two profiles whose databases look alike in a file's name share a repository and start together.
void tst_LockFaults::profilesTakeTurnsInOneRepository_T10_N05()
{
    TempCluster &server = FaultDesk::server();
    for (const char *database : {"a/b", "a_b"}) {
        QVERIFY_RESULT(server.createDatabase(database));
        QVERIFY_RESULT(server.psql(database, "CREATE TABLE public.own AS SELECT current_database() AS name"));
    }
    const FaultDesk desk({}, "a/b", QStringLiteral("own"));
    QVERIFY_EXIT(
        desk.run({QStringLiteral("init"), QStringLiteral("--profile"), QStringLiteral("second"),
                  QStringLiteral("--repository"), desk.repository(), QStringLiteral("--host"),
                  server.socketFolder(), QStringLiteral("--port"), QString::number(server.port()),
                  QStringLiteral("--dbname"), QStringLiteral("a_b"), QStringLiteral("--user"),
                  QStringLiteral("postgres"), QStringLiteral("--restore-test"), QStringLiteral("never")}),
        0);
    const int rounds = std::max(2, scaled(20));
    std::vector<std::unique_ptr<QProcess>> runs;
    for (int i = 0; i < rounds; ++i) {
        for (const QString &profile : {QStringLiteral("desk"), QStringLiteral("second")})
            runs.push_back(desk.startBackup(
                {QStringLiteral("--profile"), profile, QStringLiteral("--wait"), QStringLiteral("10min")}));
    }
    for (const auto &run : runs)
        QVERIFY_EXIT(outcomeOf(*run), 0);
    QCOMPARE(desk.sets().size(), 2 * rounds);
    const ProgramOutcome listed = desk.run({QStringLiteral("list"), QStringLiteral("--repository"),
                                            desk.repository(), QStringLiteral("--json")});
    QSet<qint64> sequences;
    const QJsonArray sets =
        QJsonDocument::fromJson(listed.output).object().value(QStringLiteral("sets")).toArray();
    for (const QJsonValue &set : sets)
        sequences.insert(set[QStringLiteral("sequence")].toInteger());
    QCOMPARE(sequences.size(), 2 * rounds);
    for (const char *profile : {"desk", "second"}) {
        const ProgramOutcome verified = desk.run({QStringLiteral("verify"), QStringLiteral("--all"),
                                                  QStringLiteral("--profile"), QString::fromLatin1(profile)});
        QVERIFY_EXIT(verified, 0);
        QCOMPARE(verified.output.count(": verified, "), rounds);
    }
    for (const char *database : {"a/b", "a_b"})
        QVERIFY_RESULT(server.dropDatabase(database));
}
