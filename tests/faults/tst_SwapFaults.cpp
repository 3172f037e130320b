#include "tests/faults/tst_SwapFaults.h"

#include "tests/faults/AccidentDesk.h"
#include "tests/faults/LostAnswer.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// What `status` says is kept aside.
QByteArray keptBy(const ServiceDesk &d)
{
    const ProgramOutcome status = d.desk.run({q("status"), q("--profile"), q("desk"), q("--json")});
    QByteArrayList names;
    const QJsonValue profile = QJsonDocument::fromJson(status.output)[q("profiles")][0];
    for (const QJsonValue &kept : profile[q("kept")].toArray())
        names << kept[q("database")].toString().toUtf8();
    std::sort(names.begin(), names.end());
    return names.join('\n');
}

} // namespace

void tst_SwapFaults::initTestCase()
{
    QVERIFY_RESULT(makeServedDatabase());
}

void tst_SwapFaults::cleanup()
{
    QVERIFY_RESULT(dropKeptDatabases(HalfCopies::Drop));
}

void tst_SwapFaults::aBackupThatCannotBeReadStopsNoService_data()
{
    QTest::addColumn<QStringList>("profile");
    QTest::addColumn<bool>("damaged");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("damaged") << QStringList() << true << 16;
    // A key that somebody else keeps; this one was made for the test.
    QTest::newRow("no key")
        << QStringList{q("--recipients"), q("age1c7ld77a5g3j5cnzr2wsa3rwa3nr428naxche2dsgjue7z2ez7ewqk6r7el")}
        << false << 12;
}

/// Nobody is asked, no safety backup is made, nothing is touched, and the refusal is recorded.
void tst_SwapFaults::aBackupThatCannotBeReadStopsNoService()
{
    QFETCH(QStringList, profile);
    QFETCH(bool, damaged);
    QFETCH(int, exitCode);
    const ServiceDesk d;
    if (!profile.isEmpty())
        QVERIFY_EXIT(d.desk.run(QStringList{q("profile"), q("set")} + profile), 0);
    QVERIFY_EXIT(d.desk.backup(), 0);
    if (damaged) {
        QFile archive(d.desk.desk().newestArchive());
        QVERIFY(archive.open(QIODevice::ReadWrite) && archive.seek(archive.size() / 2));
        archive.write("damage");
    }
    d.fake.forgetCalls();
    const QStringList wanted{q("restore"), q("--latest"), q("--replace")};
    const QStringList confirmed = wanted + QStringList{q("--yes"), QString::fromLatin1(servedDatabase)};
    for (const QStringList &call :
         {wanted, confirmed, confirmed + QStringList{q("--no-safety-backup"), q("small")}}) {
        const ProgramOutcome outcome = d.desk.run(call);
        QVERIFY_EXIT(outcome, exitCode);
        QVERIFY2(!outcome.errorOutput.contains("read back whole"), outcome.errorOutput.constData());
        QCOMPARE(d.fake.changes(), QStringList());
        QCOMPARE(d.desk.sets().size(), 1);
        QCOMPARE(d.desk.newestRun(q("restore")).value(q("exitCode")).toInt(), exitCode);
    }
    QCOMPARE(d.desk.run(wanted + QStringList{q("--dry-run")}).exitCode, exitCode);
}

void tst_SwapFaults::anUndoFailsAnywhere_R12_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("killed at a message to the server") << q("sendto:signal=SIGKILL:when=%1");
    QTest::newRow("the journal cannot be written any more") << q("fsync:error=EIO:when=%1+");
}

void tst_SwapFaults::anUndoFailsAnywhere_R12()
{
    QFETCH(QString, fault);
    const auto d = deskAfterTheAccident({});
    QVERIFY(d);
    QVERIFY_EXIT(d->desk.run(replace), 0);
    int faults = 0;
    for (int call = 1;; ++call) {
        const ProgramOutcome outcome = d->desk.desk().runUnder(withFault(fault.arg(call)), undo);
        if (outcome.exitCode == 0)
            break;
        ++faults;
        const QByteArray where = "call " + QByteArray::number(call) + ": " + endOf(outcome);
        const ProgramOutcome next = d->verify();
        const bool alarmed = next.exitCode == actionNeeded && d->status().exitCode == critical;
        QVERIFY2(next.exitCode == 0 || next.exitCode == 3 || alarmed, (where + endOf(next)).constData());
        const QByteArray found = serving();
        QVERIFY2(alarmed || found == "old" || found == "new", (where + ' ' + found).constData());
    }
    QVERIFY2(faults > 6, qPrintable(QString::number(faults)));
    QVERIFY(serving() == "old" || serving() == "new");
}

/// Whatever the journal cannot take any more: people must know that the restored one serves, and which is the
/// old one.
void tst_SwapFaults::aReplacementThatIsDoneIsNoFailure_R12()
{
    const auto d = deskAfterTheAccident({});
    QVERIFY(d);
    int done = 0;
    for (int call = 1;; ++call) {
        QVERIFY_RESULT(FaultDesk::server().psql(servedDatabase, "DELETE FROM animals WHERE id > 7"));
        QVERIFY_RESULT(dropKeptDatabases());
        const ProgramOutcome outcome =
            d->desk.desk().runUnder(withFault(q("fsync:error=EIO:when=%1+").arg(call)), replace);
        const QByteArray where = "call " + QByteArray::number(call) + ": " + endOf(outcome);
        const QByteArray found = serving();
        if (found != "new") {
            QVERIFY2(found == "old" && outcome.exitCode != 0, (where + ' ' + found).constData());
            continue;
        }
        ++done;
        const QList<int> good{0, 3, 19}; // 19: the catalog
        QVERIFY2(good.contains(outcome.exitCode), where.constData());
        QVERIFY2(outcome.output.contains("small__old_1"), where.constData());
        if (outcome.exitCode == 0)
            break;
    }
    QVERIFY2(done > 2, qPrintable(QString::number(done)));
}

void tst_SwapFaults::theAnswerToTheSwapIsLost_R12()
{
    const auto d = deskAfterTheAccident({});
    QVERIFY(d);
    const LostAnswer line(FaultDesk::server(), "RENAME TO");
    const ProgramOutcome outcome = d->desk.run(replace + QStringList{q("--host"), line.folder()});
    QVERIFY(line.happened());
    QCOMPARE(serving(), QByteArray("new"));
    QVERIFY_EXIT(outcome, 0);
    QVERIFY2(outcome.output.contains("small__old_1"), endOf(outcome).constData());
    QCOMPARE(keptBy(*d), QByteArray("small__old_1"));
    QVERIFY(d->open().isEmpty());
}

void tst_SwapFaults::theAnswerToTheNewNameIsLost()
{
    const auto d = deskAfterTheAccident({});
    QVERIFY(d);
    const LostAnswer line(FaultDesk::server(), "RENAME TO");
    const ProgramOutcome outcome =
        d->desk.run({q("restore"), q("--latest"), q("--to"), q("beside"), q("--host"), line.folder()});
    QVERIFY(line.happened());
    QCOMPARE(
        FaultDesk::server().psql("postgres", "SELECT datname FROM pg_database WHERE datname LIKE 'beside%'"),
        QByteArray("beside"));
    QVERIFY_RESULT(FaultDesk::server().psql("postgres", "DROP DATABASE beside"));
    QVERIFY_EXIT(outcome, 0);
}

/// Before the swap everything is as it was. When it is the look at the restored one that fails, the old one
/// is back under its name and the restored one is kept, known, and dropped after its time like any other.
void tst_SwapFaults::theServerRefusesAnySession_R12()
{
    const auto d = deskAfterTheAccident({});
    QVERIFY(d);
    const QString log = d->desk.desk().home() + q("/strace.log");
    int swappedBack = 0;
    // One connection more or less comes before that look, so a round can miss it: the last ones once more.
    for (int call = 1, round = 1;; ++call) {
        QVERIFY_RESULT(FaultDesk::server().psql(servedDatabase, "DELETE FROM animals WHERE id > 7"));
        QVERIFY_RESULT(dropKeptDatabases());
        const ProgramOutcome outcome = d->desk.desk().runUnder(
            withFault(q("connect:error=ECONNREFUSED:when=%1").arg(call), log), replace);
        QFile traced(log);
        QVERIFY(traced.open(QIODevice::ReadOnly));
        if (!traced.readAll().contains("(INJECTED)")) {
            QVERIFY_EXIT(outcome, 0);
            if (swappedBack > 0 || round == 10)
                break;
            ++round;
            call -= 4;
            continue;
        }
        const QByteArray where = "call " + QByteArray::number(call) + ": " + endOf(outcome);
        if (outcome.exitCode == 0 || outcome.exitCode == 3) { // there was another way
            QVERIFY2(serving() == "new", where.constData());
            continue;
        }
        QVERIFY2(outcome.exitCode == 21 || outcome.exitCode == 13, where.constData());
        QVERIFY2(serving() == "old", where.constData());
        if (!keptDatabases().isEmpty()) {
            ++swappedBack;
            QVERIFY2(outcome.exitCode == 21, where.constData());
            QVERIFY2(outcome.errorOutput.contains("small__undone_1"), where.constData());
            QCOMPARE(keptDatabases(), QByteArray("small__undone_1"));
            QVERIFY(keptBy(*d).contains("small__undone_1"));
        }
    }
    QVERIFY(swappedBack > 0);
    QCOMPARE(serving(), QByteArray("new"));
}

/// The name is somebody else's by now: neither is touched.
void tst_SwapFaults::anotherDatabaseUnderTheNameIsLeftAlone_R01()
{
    TempCluster &server = FaultDesk::server();
    const auto d = deskAfterTheAccident();
    QVERIFY(d);
    QVERIFY_RESULT(server.createDatabase("small__other"));
    QVERIFY_RESULT(server.psql("small__other", "CREATE TABLE animals AS SELECT generate_series(1, 3) AS id"));
    // After the look at it, before the load.
    d->fake.atCall(q("stop"), web,
                   stockPrograms().toUtf8() + "/psql -qX -U postgres -h " + server.socketFolder().toUtf8() +
                       " -p " + QByteArray::number(server.port()) +
                       " -d postgres -c 'ALTER DATABASE small RENAME TO small__moved' "
                       "-c 'ALTER DATABASE small__other RENAME TO small'");
    const ProgramOutcome outcome = d->desk.run(replace);
    const QByteArray there = ask("SELECT count(*) FROM animals");
    const QByteArray moved = ask("SELECT count(*) FROM animals", "small__moved");
    QVERIFY_RESULT(FaultDesk::server().psql("postgres",
                                            "DROP DATABASE small; ALTER DATABASE small__moved RENAME "
                                            "TO small"));
    QVERIFY_EXIT(outcome, 21);
    QCOMPARE(there, QByteArray("3"));
    QCOMPARE(moved, QByteArray("7"));
    QCOMPARE(keptDatabases(), QByteArray());
}

/// Killed while it is closed, and the server is down at the next start: an alarm until it is up.
void tst_SwapFaults::aClosedDatabaseStandsAsAnAlarm_R04()
{
    TempCluster &server = FaultDesk::server();
    const auto d = deskAfterTheAccident({});
    QVERIFY(d);
    const auto session = Connection::open(server.settings(servedDatabase), {});
    QVERIFY_RESULT(session);
    const pid_t backend = ask("SELECT pid FROM pg_stat_activity WHERE datname = 'small' AND pid <> "
                              "pg_backend_pid() AND backend_type = 'client backend'")
                              .toInt();
    QVERIFY(backend > 0);
    const auto running = d->desk.desk().start(replace);
    // Not before the new database is made: for that the server waits for every session.
    QVERIFY(waitForText(*running, "Loading").contains("Loading"));
    ::kill(backend, SIGSTOP);
    const auto closed = [] {
        return ask("SELECT datallowconn FROM pg_database WHERE datname = 'small'", "postgres") == "f";
    };
    QTRY_VERIFY_WITH_TIMEOUT(closed(), 30'000);
    running->kill();
    running->waitForFinished(-1);
    ::kill(backend, SIGCONT);
    server.stop(SIGINT);
    const ProgramOutcome down = d->verify();
    const ProgramOutcome status = d->status();
    QVERIFY_RESULT(server.resume());
    QVERIFY_EXIT(down, actionNeeded);
    QVERIFY2(down.errorOutput.contains("The database small is closed to connections."),
             down.errorOutput.constData());
    QCOMPARE(status.exitCode, critical);
    QVERIFY(closed());
    const ProgramOutcome up = d->verify();
    QVERIFY2(up.exitCode == 0 || up.exitCode == 3, endOf(up).constData());
    QVERIFY(d->open().isEmpty());
    QCOMPARE(serving(), QByteArray("old"));
}

/// R03: a session that does not end keeps the database as it is, and it is open before anything else is done:
/// the server that cannot end it cannot drop the copy either.
void tst_SwapFaults::aSessionThatDoesNotEndLeavesTheDatabaseOpen_R03()
{
    const auto d = deskAfterTheAccident();
    QVERIFY(d);
    const auto session = Connection::open(FaultDesk::server().settings(servedDatabase), {});
    QVERIFY_RESULT(session);
    const QByteArray sessions = "SELECT pid FROM pg_stat_activity WHERE datname = 'small' AND "
                                "pid <> pg_backend_pid() AND backend_type = 'client backend'";
    const pid_t backend = ask(sessions).toInt();
    QVERIFY(backend > 0);
    const auto running = d->desk.desk().start(replace);
    QVERIFY(waitForText(*running, "Loading").contains("Loading"));
    ::kill(backend, SIGSTOP);
    const auto accepts = [](const QByteArray &answer) {
        return ask("SELECT datallowconn FROM pg_database WHERE datname = 'small'", "postgres") == answer;
    };
    const auto wait = [&](const QByteArray &answer) {
        return QTest::qWaitFor([&] { return accepts(answer); }, 60'000);
    };
    const bool closed = wait("f");
    const bool open = wait("t");
    const bool served = QTest::qWaitFor([&] { return d->bothRun(); }, 30'000);
    const bool dropping = running->state() == QProcess::Running;
    ::kill(backend, SIGCONT);
    QVERIFY(QTest::qWaitFor([&] { return running->state() == QProcess::NotRunning; }, 60'000));
    QVERIFY(closed);
    QVERIFY(open);
    QVERIFY(served);
    QVERIFY(dropping);
    QCOMPARE(running->exitCode(), 21);
    QCOMPARE(serving(), QByteArray("old"));
    QCOMPARE(keptDatabases(), QByteArray());
    QVERIFY(d->open().isEmpty());
    QVERIFY(d->bothRun());
}

/// Nothing begins while a program still uses the database.
void tst_SwapFaults::aServiceThatDoesNotStop_R05()
{
    const auto d = deskAfterTheAccident();
    QVERIFY(d);
    d->fake.behave(q("stop"), queue, FakeServices::Behaviour::Fail);
    const ProgramOutcome outcome = d->desk.run(replace);
    QVERIFY_EXIT(outcome, 21);
    QCOMPARE(serving(), QByteArray("old"));
    QCOMPARE(keptDatabases(), QByteArray());
    QVERIFY(d->bothRun());
    QVERIFY(d->open().isEmpty());
}
