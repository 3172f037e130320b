#include "tests/faults/tst_ServiceFaults.h"

#include "tests/faults/ServiceDesk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

using namespace masclet;
using namespace masclet::test;

namespace
{

using State = FakeServices::State;
using Behaviour = FakeServices::Behaviour;
using Moment = FakeServices::Moment;

} // namespace

void tst_ServiceFaults::initTestCase()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.createDatabase(servedDatabase));
    QVERIFY_RESULT(server.psql(servedDatabase, "CREATE TABLE public.animals AS SELECT 1 AS id;"));
}

void tst_ServiceFaults::aBackupStopsVerifiesAndStartsAgain()
{
    const ServiceDesk d;
    const auto plan = d.desk.run(
        {QStringLiteral("backup"), stopFlag, QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QVERIFY_EXIT(plan, 0);
    const QJsonArray steps =
        QJsonDocument::fromJson(plan.output).object().value(QStringLiteral("steps")).toArray();
    QCOMPARE(steps[1].toString(), QStringLiteral("Stop web (systemd unit web.service)"));
    QCOMPARE(steps[2].toString(), QStringLiteral("Stop queue (container queue)"));
    // Both are up again before restore test and retention begin.
    qsizetype last = steps.size() - 1;
    while (last > 0 && !steps[last].toString().startsWith(QStringLiteral("Start ")))
        --last;
    QCOMPARE(steps[last].toString(), QStringLiteral("Start web again (systemd unit web.service)"));
    QCOMPARE(steps[last - 1].toString(), QStringLiteral("Start queue again (container queue)"));
    QCOMPARE(d.fake.changes(), QStringList());

    const Invariants invariants = d.desk.invariants();
    const ProgramOutcome made = d.backup();
    QVERIFY_EXIT(made, 0);
    QCOMPARE(d.fake.changes(), words("stop web.service, stop queue, start queue, start web.service"));
    QVERIFY(d.bothRun());
    QStringList titles;
    for (const JournalRecord &record : d.records()) {
        if (record.type == QStringLiteral("step-begun"))
            titles << record.data[QLatin1String("title")].toString();
    }
    QCOMPARE(titles,
             words("Stop web (systemd unit web.service), Stop queue (container queue), Back up, Verify"));
    const QString run = d.records().last().data[QLatin1String("id")].toString();
    QFile log(d.desk.repository() + QStringLiteral("/runs/%1.log").arg(run));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray text = log.readAll();
    for (const char *entry :
         {"Step 1: Stop web", "Step 4: Verify", "queue is running again", "web is running again"})
        QVERIFY2(text.contains(entry), entry);
    QVERIFY_HOLDS(invariants.broken(made));
}

void tst_ServiceFaults::composeServicesAndOwnCommandsToo()
{
    const ServiceDesk d("");
    const QString api = QStringLiteral("api");
    const QString till = QStringLiteral("till");
    const auto own = [&](const char *verb) {
        return QByteArray(verb) + " = [\"" + d.fake.path("ctl").toUtf8() + "\", \"" + verb +
               "\", \"till\"]\n";
    };
    QFile profile(d.desk.desk().home() + QStringLiteral("/config/masclet-backup/profiles/desk.toml"));
    QVERIFY(profile.open(QIODevice::Append));
    profile.write("[[services]]\nname = \"api\"\ncontroller = \"compose\"\ncompose_file = "
                  "\"/srv/compose.yaml\"\ncompose_service = \"api\"\n"
                  "[[services]]\nname = \"till\"\ncontroller = \"command\"\n" +
                  own("stop") + own("start") + own("status"));
    profile.close();
    d.fake.set(api, State::Running);
    d.fake.set(till, State::Running);
    const ProgramOutcome made = d.backup();
    QVERIFY_EXIT(made, 0);
    QCOMPARE(d.fake.changes(), words("stop api, stop till, start till, start api"));
    QVERIFY(d.fake.isRunning(api) && d.fake.isRunning(till));
    QVERIFY(d.open().isEmpty());
}

void tst_ServiceFaults::aServiceThatWasStoppedStaysStopped_R06()
{
    const ServiceDesk d;
    d.fake.set(web, State::Stopped);
    QVERIFY_EXIT(d.backup(), 0);
    QCOMPARE(d.fake.changes(), words("stop queue, start queue"));
    QVERIFY(!d.fake.isRunning(web));
    QVERIFY(d.open().isEmpty());
}

void tst_ServiceFaults::withoutServicesStoppingThemIsRefused()
{
    const ServiceDesk d("");
    QVERIFY_EXIT(d.backup(), 10);
    QVERIFY_EXIT(d.backup({QStringLiteral("--dry-run")}), 10);
    QVERIFY(d.desk.sets().isEmpty());
}

void tst_ServiceFaults::aServiceThatDoesNotStopEndsTheBackup_R05_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"fails", "hangs", "is missing"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void tst_ServiceFaults::aServiceThatDoesNotStopEndsTheBackup_R05()
{
    QFETCH(QString, how);
    const ServiceDesk d(QByteArray(serviceTables).replace("30s", "2s"));
    if (how == QStringLiteral("fails"))
        d.fake.behave(QStringLiteral("stop"), queue, Behaviour::Fail);
    if (how == QStringLiteral("hangs"))
        d.fake.behave(QStringLiteral("stop"), queue, Behaviour::Hang);
    if (how == QStringLiteral("is missing"))
        d.fake.remove(queue);
    const Invariants invariants = d.desk.invariants();
    const ProgramOutcome failed = d.backup();
    QVERIFY_EXIT(failed, 14);
    QVERIFY2(failed.errorOutput.contains("queue was not stopped"), failed.errorOutput.constData());
    QVERIFY(d.fake.isRunning(web));
    QVERIFY(d.desk.sets().isEmpty());
    QVERIFY(d.open().isEmpty());
    QVERIFY_HOLDS(invariants.broken(failed));
}

void tst_ServiceFaults::aServiceThatDoesNotStartIsAnAlarmUntilItDoes_R05()
{
    const ServiceDesk d;
    d.fake.behave(QStringLiteral("start"), queue, Behaviour::Fail);
    const Invariants invariants = d.desk.invariants();
    const ProgramOutcome made = d.backup();
    QVERIFY_EXIT(made, actionNeeded);
    QVERIFY2(made.errorOutput.contains(
                 "The service queue (container queue) was stopped and is not running again."),
             made.errorOutput.constData());
    QVERIFY2(made.errorOutput.contains("cannot start queue"), made.errorOutput.constData());
    QVERIFY(d.fake.isRunning(web)); // the others are started all the same
    QCOMPARE(d.desk.sets().size(), 1);

    const ProgramOutcome status = d.status();
    QVERIFY_EXIT(status, critical);
    QVERIFY2(status.output.contains("queue"), status.output.constData());
    QVERIFY_EXIT(d.desk.run({QStringLiteral("alarm"), QStringLiteral("list")}), actionNeeded);
    QVERIFY_EXIT(d.verify(), actionNeeded); // tried again, in vain; the set is good
    QCOMPARE(d.desk.newestRun(QStringLiteral("verify")).value(QStringLiteral("exitCode")).toInt(),
             actionNeeded);
    QVERIFY(!d.fake.isRunning(queue));

    d.fake.behave(QStringLiteral("start"), queue, Behaviour::Good);
    QVERIFY_EXIT(d.verify(), 0);
    QVERIFY(d.bothRun());
    QVERIFY_EXIT(d.desk.run({QStringLiteral("alarm"), QStringLiteral("list")}), 0);
    QVERIFY(d.status().exitCode != critical);
    QVERIFY_HOLDS(invariants.broken(made));
}

void tst_ServiceFaults::anAcknowledgedAlarmIsNotTriedAgain()
{
    const ServiceDesk d;
    d.fake.behave(QStringLiteral("start"), queue, Behaviour::Fail);
    QVERIFY_EXIT(d.backup(), actionNeeded);
    const auto ack = [&](const QString &id) {
        return d.desk.run({QStringLiteral("alarm"), QStringLiteral("ack"), id});
    };
    const QString none = QStringLiteral("20250218T010007Z-000000/1");
    QVERIFY_EXIT(ack(none), 2);
    const QStringList dryAck{QStringLiteral("alarm"), QStringLiteral("ack"), QStringLiteral("--dry-run")};
    QVERIFY_EXIT(d.desk.run(dryAck + QStringList{none}), 2);
    QVERIFY_EXIT(d.desk.run(dryAck + QStringList{d.open().first().step.id()}), 0);
    QVERIFY_EXIT(ack(d.open().first().step.id()), 0);
    d.fake.forgetCalls();
    QVERIFY_EXIT(d.verify(), 0);
    QCOMPARE(d.fake.calls(), QStringList());
    QVERIFY(d.status().exitCode != critical);
}

void tst_ServiceFaults::killedAtEveryCallServicesAreBackAfterTheNextRun_R04_data()
{
    QTest::addColumn<bool>("before");
    QTest::newRow("before it") << true;
    QTest::newRow("after it") << false;
}

void tst_ServiceFaults::killedAtEveryCallServicesAreBackAfterTheNextRun_R04() // I4
{
    QFETCH(bool, before);
    const ServiceDesk d;
    const Invariants invariants = d.desk.invariants();
    int down = 0;
    for (int call = 1;; ++call) {
        d.startAll();
        d.fake.killCallerAt(call, before ? Moment::Before : Moment::After);
        const ProgramOutcome outcome = d.backup();
        d.fake.killNobody();
        if (outcome.exitCode != killed) {
            QVERIFY_EXIT(outcome, 0);
            QVERIFY2(call > 12, qPrintable(QString::number(call)));
            break;
        }
        const QByteArray where = "call " + QByteArray::number(call) + ": " + d.fake.calls().last().toUtf8();
        if (!d.bothRun()) {
            ++down;
            const ProgramOutcome status = d.status();
            QVERIFY2(status.exitCode == critical, (where + ' ' + endOf(status)).constData());
        }
        const QByteArray broken = invariants.broken();
        QVERIFY2(broken.isEmpty(), (where + '\n' + broken).constData());
        QVERIFY2(d.bothRun(), where.constData());
        QVERIFY2(d.open().isEmpty(), where.constData());
    }
    QVERIFY(d.bothRun());
    QVERIFY2(down >= 4, qPrintable(QString::number(down)));
}

void tst_ServiceFaults::killedWhileDumpingOrVerifyingServicesAreBack_R04_data()
{
    QTest::addColumn<QByteArray>("phase");
    QTest::newRow("dumping") << QByteArray();
    QTest::newRow("verifying") << QByteArray("Reading back");
}

void tst_ServiceFaults::killedWhileDumpingOrVerifyingServicesAreBack_R04()
{
    QFETCH(QByteArray, phase);
    const ServiceDesk d;
    const Invariants invariants = d.desk.invariants();
    if (phase.isEmpty()) {
        const DumpStub stub("kill -9 $PPID; " + DumpStub::run("pg_dump"));
        QVERIFY_EXIT(d.backup(stub.option()), killed);
        QVERIFY(!d.bothRun());
    } else {
        const auto running = d.desk.startBackup({stopFlag});
        const QByteArray said = waitForText(*running, phase);
        QVERIFY2(said.contains(phase), said.constData());
        running->kill();
        running->waitForFinished(-1);
    }
    QVERIFY_HOLDS(invariants.broken());
    QVERIFY(d.bothRun());
    QVERIFY(d.open().isEmpty());
}

void tst_ServiceFaults::theRunOfAnotherProfileStartsThem_R04()
{
    const ServiceDesk d;
    const auto other = [&](const QStringList &arguments) {
        return d.desk.run(arguments + QStringList{QStringLiteral("--profile"), QStringLiteral("other")});
    };
    const ProgramOutcome made =
        other(QStringList{QStringLiteral("init"), QStringLiteral("--repository"), d.desk.repository()} +
              FaultDesk::connectionTo(servedDatabase));
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, endOf(made).constData());
    QVERIFY_EXIT(other({QStringLiteral("profile"), QStringLiteral("set"), QStringLiteral("--restore-test"),
                        QStringLiteral("never")}),
                 0);
    const DumpStub stub("kill -9 $PPID");
    QVERIFY_EXIT(d.backup(QStringList{QStringLiteral("--profile"), QStringLiteral("desk")} + stub.option()),
                 killed);
    QVERIFY(!d.bothRun());
    QVERIFY_EXIT(other({QStringLiteral("backup")}), 0);
    QVERIFY(d.bothRun());
    QVERIFY(d.open().isEmpty());
}

void tst_ServiceFaults::aSilentDiskStartsThemAgain_S08_data()
{
    QTest::addColumn<bool>("starts");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("both start") << true << 15;
    QTest::newRow("one does not") << false << actionNeeded;
}

/// The archive's sync does not come back. The next run could not learn from that disk what is stopped.
void tst_ServiceFaults::aSilentDiskStartsThemAgain_S08()
{
    QFETCH(bool, starts);
    QFETCH(int, exitCode);
    const ServiceDesk d;
    if (!starts)
        d.fake.behave(QStringLiteral("start"), queue, FakeServices::Behaviour::Fail);
    const QByteArray archive = "$(echo " + d.desk.repository().toUtf8() + "/.staging/*/*[0-9].sql.gz)";
    const DumpStub stub(
        "setsid /usr/bin/strace -f -p $PPID -o /dev/null -P \"" + archive +
        "\" -e trace=fsync -e inject=fsync:delay_enter=30000000 > /dev/null 2> \"$0.strace\" &\n"
        "until grep -qs attached \"$0.strace\"; do sleep 0.01; done\nexec " +
        DumpStub::run("pg_dump"));
    const ProgramOutcome outcome =
        d.backup(stub.option() + QStringList{QStringLiteral("--stall-limit"), QStringLiteral("2s")});
    QVERIFY_EXIT(outcome, exitCode);
    QVERIFY(d.fake.isRunning(web));
    QCOMPARE(d.fake.isRunning(queue), starts);
    QVERIFY2(starts || outcome.errorOutput.contains("The service queue"), endOf(outcome).constData());
}

void tst_ServiceFaults::aStopStartsThemAgainHoweverLongThatTakes_D23()
{
    const ServiceDesk d;
    // Longer than a run that does not stop is waited for.
    d.fake.atCall(QStringLiteral("start"), queue, "sleep 9");
    const DumpStub stub("trap '' TERM; echo '-- '; while :; do sleep 0.1; done");
    const auto running = d.desk.startBackup(QStringList{stopFlag} + stub.option());
    const QByteArray said = waitForText(*running, "Dumping");
    QVERIFY2(said.contains("Dumping"), said.constData());
    QVERIFY(!d.bothRun());
    QVERIFY2(d.status().exitCode != critical, "a run at work is no alarm");
    ::kill(pid_t(running->processId()), SIGINT);
    const ProgramOutcome stopped = outcomeOf(*running);
    QVERIFY_EXIT(stopped, 128 + SIGINT);
    QVERIFY(d.bothRun());
    QVERIFY(d.open().isEmpty());
}
