#include "tests/faults/tst_RestoreFaults.h"

#include "tests/faults/AccidentDesk.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace masclet;
using namespace masclet::test;

namespace
{

using Moment = FakeServices::Moment;
using Behaviour = FakeServices::Behaviour;

} // namespace

void tst_RestoreFaults::initTestCase()
{
    QVERIFY_RESULT(makeServedDatabase());
}

void tst_RestoreFaults::cleanup()
{
    QVERIFY_RESULT(dropKeptDatabases());
}

void tst_RestoreFaults::theFiveStepsByOneCommandAndBack()
{
    const auto d = deskAfterTheAccident();
    QVERIFY(d);
    const ProgramOutcome plan =
        d->desk.run(replace + QStringList{QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QVERIFY_EXIT(plan, 0);
    QByteArrayList named;
    for (const QJsonValue &step : QJsonDocument::fromJson(plan.output)[QStringLiteral("steps")].toArray())
        named << step.toString().section(u' ', 0, 0).toLatin1();
    QCOMPARE(named, (QByteArrayList{"Stop", "Stop", "Validate", "Restore", "Close", "Start", "Start"}));
    QCOMPARE(d->fake.changes(), QStringList());

    const ProgramOutcome restored = d->desk.run(replace);
    QVERIFY_EXIT(restored, 0);
    QCOMPARE(d->fake.changes().join(u','),
             QStringLiteral("stop web.service,stop queue,start queue,start web.service"));
    QVERIFY(d->bothRun());
    QCOMPARE(serving(), QByteArray("new"));
    QCOMPARE(keptDatabases(), QByteArray("small__old_1"));

    QVERIFY_EXIT(d->desk.run(undo), 0);
    QVERIFY(d->bothRun());
    QCOMPARE(serving(), QByteArray("old"));
    QCOMPARE(keptDatabases(), QByteArray("small__undone_1"));
}

void tst_RestoreFaults::killedAtEveryCall_R04_data()
{
    QTest::addColumn<bool>("before");
    QTest::newRow("before it") << true;
    QTest::newRow("after it") << false;
}

void tst_RestoreFaults::killedAtEveryCall_R04() // I4
{
    QFETCH(bool, before);
    const auto d = deskAfterTheAccident();
    QVERIFY(d);
    const Invariants invariants = d->desk.invariants();
    int down = 0;
    for (int call = 1;; ++call) {
        d->startAll();
        QVERIFY_RESULT(FaultDesk::server().psql(servedDatabase, "DELETE FROM animals WHERE id > 7"));
        d->fake.killCallerAt(call, before ? Moment::Before : Moment::After);
        const ProgramOutcome outcome = d->desk.run(replace);
        d->fake.killNobody();
        if (outcome.exitCode != killed) {
            QVERIFY_EXIT(outcome, 0);
            QVERIFY2(call > 8, qPrintable(QString::number(call)));
            break;
        }
        const QByteArray where = "call " + QByteArray::number(call) + ": " + d->fake.calls().last().toUtf8();
        if (!d->bothRun()) {
            ++down;
            QVERIFY2(d->status().exitCode == critical, where.constData());
        }
        // The next run of anything puts right what this one left.
        const ProgramOutcome next = d->verify();
        QVERIFY2(next.exitCode == 0 || next.exitCode == 3, (where + endOf(next)).constData());
        QVERIFY2(d->bothRun(), where.constData());
        QVERIFY2(d->open().isEmpty(), where.constData());
        const QByteArray found = serving();
        QVERIFY2(found == "old" || found == "new", (where + ' ' + found).constData());
    }
    QCOMPARE(serving(), QByteArray("new"));
    QVERIFY(d->bothRun());
    QVERIFY2(down >= 4, qPrintable(QString::number(down)));
    QVERIFY_RESULT(dropKeptDatabases());
    QVERIFY_HOLDS(invariants.broken());
}

void tst_RestoreFaults::killedInEveryPhase_R04_data()
{
    QTest::addColumn<QByteArray>("phase");
    for (const char *phase : {"Looking at the server", "Making the database", "Loading", "Comparing the copy",
                              "Analysing", "Owner, rights and settings", "Swapping the databases"})
        QTest::newRow(phase) << QByteArray(phase);
}

void tst_RestoreFaults::killedInEveryPhase_R04()
{
    QFETCH(QByteArray, phase);
    const auto d = deskAfterTheAccident();
    QVERIFY(d);
    const Invariants invariants = d->desk.invariants();
    const auto running = d->desk.desk().start(replace);
    const QByteArray said = waitForText(*running, phase);
    QVERIFY2(said.contains(phase), said.constData());
    running->kill();
    running->waitForFinished(-1);
    const ProgramOutcome next = d->verify();
    QVERIFY2(next.exitCode == 0 || next.exitCode == 3, endOf(next).constData());
    QVERIFY(d->bothRun());
    QVERIFY(d->open().isEmpty());
    const QByteArray found = serving();
    QVERIFY2(found == "old" || found == "new", found.constData());
    // And the job can be done after all.
    const ProgramOutcome whole = d->desk.run(replace);
    QVERIFY2(whole.exitCode == 0 || whole.exitCode == 3, endOf(whole).constData());
    QCOMPARE(serving(), QByteArray("new"));
    QVERIFY(d->bothRun());
    QVERIFY_RESULT(dropKeptDatabases());
    QVERIFY_HOLDS(invariants.broken(whole, QStringLiteral("restore")));
}

void tst_RestoreFaults::aServiceThatDoesNotStartIsTold_R05()
{
    const auto d = deskAfterTheAccident();
    QVERIFY(d);
    d->fake.behave(QStringLiteral("start"), queue, Behaviour::Fail);
    QVERIFY_EXIT(d->desk.run(replace), actionNeeded);
    QCOMPARE(serving(), QByteArray("new"));
    QVERIFY(!d->bothRun());
    QCOMPARE(d->status().exitCode, critical);
    d->fake.behave(QStringLiteral("start"), queue, Behaviour::Good);
    QVERIFY_EXIT(d->verify(), 0);
    QVERIFY(d->bothRun());
}
