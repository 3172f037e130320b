#include "tests/core/service/tst_AlarmWatch.h"

#include "core/base/ExitCode.h"
#include "core/service/AlarmWatch.h"
#include "core/service/PendingRuns.h"
#include "core/service/RetentionHold.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/NetServers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

#include <unistd.h>

using namespace masclet;
using namespace masclet::test;
using namespace std::chrono_literals;

namespace
{

/// A repository, a profile with an operator and a DBA, and the servers they listen on. The clock is ours.
struct WatchedDesk {
    RepositoryFixture fixture;
    WebServer operators;
    WebServer dbas;
    Profile profile;
    ServiceEnvironment environment{.clock = fixture.clock,
                                   .secrets = {},
                                   .stateFolder = fixture.temp.filePath(QStringLiteral("state")),
                                   .runtimeFolder = {},
                                   .toolRoots = {},
                                   .author = QStringLiteral("ana@db1"),
                                   .policyFile = {},
                                   .program = {},
                                   .machine = QStringLiteral("db1"),
                                   .profiles = ProfileStore({}, ::geteuid())};

    WatchedDesk()
    {
        profile.name = QStringLiteral("masclet_imperi");
        profile.id = QStringLiteral("p1");
        profile.schedule.zone = QStringLiteral("Europe/Madrid");
        profile.repository.path = fixture.path({});
        profile.checks.freeSpace = 0;
        profile.contacts = {
            {QStringLiteral("devops"), QStringLiteral("Ana"), {}, operators.url(QStringLiteral("/")), {}, {}},
            {QStringLiteral("dba"), QStringLiteral("Cy"), {}, dbas.url(QStringLiteral("/")), {}, {}}};
    }
    WatchReport look() { return lookAfterAlarms(environment, profile, {}); }
    RunRecord run(const char *verb, RunState state, ErrorKind kind = ErrorKind::Connection)
    {
        RunRecord record;
        record.id = newRunId(fixture.clock);
        record.verb = QString::fromLatin1(verb);
        record.profile = profile.name;
        record.profileId = profile.id;
        record.trigger = QStringLiteral("schedule");
        record.author = environment.author;
        record.started = record.finished = fixture.clock.now();
        record.state = state;
        record.exitCode = state == RunState::Failed ? exitCodeOf(kind) : 0;
        record.message = state == RunState::Failed ? QStringLiteral("No server.") : QString();
        return record;
    }
    Result<> journal(const RunRecord &record)
    {
        return fixture.repository->journal().runFinished(*fixture.lock, record);
    }
    /// "failure run:backup" for each alarm in each message so far.
    static QStringList heard(const WebServer &server)
    {
        QStringList all;
        for (const ReceivedCall &call : server.calls()) {
            for (const QJsonValue &alarm :
                 QJsonDocument::fromJson(call.body)[QStringLiteral("alarms")].toArray())
                all << alarm[QStringLiteral("event")].toString() + QChar(u' ') +
                           alarm[QStringLiteral("key")].toString();
        }
        return all;
    }
    qsizetype records(const QString &type)
    {
        return fixture.repository->journal().recordsOf({type}).value_or(QList<JournalRecord>()).size();
    }
};

const QStringList silence{QStringLiteral("failure proven")};

} // namespace

void tst_AlarmWatch::silenceIsAnAlarmWhenItsTimeHasCome() // L06, L08
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    desk.fixture.clock.advance(26h);
    desk.look();
    QCOMPARE(desk.heard(desk.operators), QStringList());
    desk.fixture.clock.advance(1s);
    desk.look();
    QCOMPARE(desk.heard(desk.operators), silence);
    desk.look();
    QCOMPARE(desk.heard(desk.operators), silence);
    QVERIFY_RESULT(desk.fixture.addSet());
    desk.look();
    QCOMPARE(desk.heard(desk.operators), silence + QStringList{QStringLiteral("recovery proven")});
}

void tst_AlarmWatch::theTimeIsTheProfiles()
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    desk.profile.notify.provenWithin = std::chrono::milliseconds(3h).count();
    desk.fixture.clock.advance(3h + 1s);
    desk.look();
    QCOMPARE(desk.heard(desk.operators), silence);
}

void tst_AlarmWatch::nobodyAnswersAndTheDbaIsTold()
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    QVERIFY_RESULT(desk.journal(desk.run("backup", RunState::Failed)));
    desk.look();
    desk.fixture.clock.advance(2h - 1s);
    desk.look();
    QCOMPARE(desk.heard(desk.dbas), QStringList());
    desk.fixture.clock.advance(1s);
    desk.look();
    QCOMPARE(desk.heard(desk.dbas), QStringList{QStringLiteral("escalation run:backup")});
    QCOMPARE(desk.heard(desk.operators), QStringList{QStringLiteral("failure run:backup")});
}

void tst_AlarmWatch::anAnswerStopsIt()
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    QVERIFY_RESULT(desk.journal(desk.run("backup", RunState::Failed)));
    const WatchReport report = desk.look();
    QCOMPARE(report.open.size(), 1);
    QVERIFY_FAILS(acknowledgeIncident(desk.environment, desk.profile, QStringLiteral("x"), {}),
                  ErrorKind::Usage);
    QVERIFY_RESULT(acknowledgeIncident(desk.environment, desk.profile, report.open.first().id, {}));
    desk.fixture.clock.advance(20h);
    desk.look();
    QCOMPARE(desk.heard(desk.dbas), QStringList());
    const auto open = openIncidents(desk.environment, desk.profile);
    QVERIFY_RESULT(open);
    QCOMPARE(open->first().acknowledged, QStringLiteral("ana@db1"));
}

void tst_AlarmWatch::whatIsNobodysAlarmIsNotTold_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *verb, RunState state, ErrorKind kind) {
        QTest::newRow(name) << QString::fromLatin1(verb) << int(state) << int(kind);
    };
    row("a person's restore", "restore", RunState::Failed, ErrorKind::RestoreUntouched);
    row("stopped", "backup", RunState::Stopped, ErrorKind::Stopped);
    row("another run was at work", "backup", RunState::Failed, ErrorKind::Locked);
    row("a service is down, which is an alarm of its own", "backup", RunState::Failed,
        ErrorKind::RestoreActionNeeded);
    row("warnings", "backup", RunState::Warnings, ErrorKind::Internal);
}

void tst_AlarmWatch::whatIsNobodysAlarmIsNotTold()
{
    QFETCH(QString, verb);
    QFETCH(int, state);
    QFETCH(int, kind);
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    QVERIFY_RESULT(desk.journal(desk.run(qPrintable(verb), RunState(state), ErrorKind(kind))));
    QVERIFY(desk.look().open.isEmpty());
    QCOMPARE(desk.heard(desk.operators), QStringList());
}

void tst_AlarmWatch::aStepThatFailedAfterwardsIsTold()
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    QVERIFY_RESULT(desk.journal(desk.run("restore-test", RunState::Failed, ErrorKind::RestoreTest)));
    QVERIFY_RESULT(raiseHold(desk.fixture.repository->journal(), *desk.fixture.lock, desk.profile.id,
                             QStringLiteral("s"), QStringLiteral("Fewer rows.")));
    desk.look();
    const QStringList both{QStringLiteral("failure run:restore-test"), QStringLiteral("failure hold")};
    QCOMPARE(desk.heard(desk.operators), both);
    QCOMPARE(desk.operators.calls().size(), 1); // in one message
}

void tst_AlarmWatch::aRepositoryThatIsGoneIsToldAndNothingIsCalledOver()
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    QVERIFY_RESULT(desk.journal(desk.run("backup", RunState::Failed)));
    desk.look();
    const QString there = desk.profile.repository.path;
    desk.profile.repository.path += QStringLiteral("-away");
    desk.look();
    const QStringList once{QStringLiteral("failure run:backup")};
    QCOMPARE(desk.heard(desk.operators), once);
    desk.profile.repository.path = there;
    desk.fixture.clock.advance(1min);
    QVERIFY_RESULT(desk.journal(desk.run("backup", RunState::Ok)));
    desk.look();
    QCOMPARE(desk.heard(desk.operators), once + QStringList{QStringLiteral("recovery run:backup")});
    // Without any alarm before, that itself is one; and so is the run that found it out.
    desk.profile.repository.path += QStringLiteral("-away");
    desk.look();
    QCOMPARE(desk.heard(desk.operators).last(), QStringLiteral("failure repository"));
    PendingRuns(desk.environment.stateFolder)
        .keep(desk.profile.repository.path, desk.run("backup", RunState::Failed, ErrorKind::Storage));
    desk.look();
    QCOMPARE(desk.heard(desk.operators).last(), QStringLiteral("failure run:backup"));
}

void tst_AlarmWatch::theJournalLearnsOfItWhenItsLockIsFree()
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    QVERIFY_RESULT(desk.journal(desk.run("backup", RunState::Failed)));
    desk.look(); // the fixture holds the lock
    QCOMPARE(desk.records(QStringLiteral("notified")), 0);
    QVERIFY_RESULT(handOverNotes(desk.environment, desk.profile, desk.fixture.repository->journal(),
                                 *desk.fixture.lock));
    QCOMPARE(desk.records(QStringLiteral("notified")), 1);
    QCOMPARE(desk.records(QStringLiteral("alarm-opened")), 1);
    QVERIFY_RESULT(handOverNotes(desk.environment, desk.profile, desk.fixture.repository->journal(),
                                 *desk.fixture.lock));
    QCOMPARE(desk.records(QStringLiteral("notified")), 1);
}

void tst_AlarmWatch::whatCannotBeDeliveredIsSaidAndTriedAgain()
{
    WatchedDesk desk;
    QVERIFY_RESULT(desk.fixture.addSet());
    QVERIFY_RESULT(desk.journal(desk.run("backup", RunState::Failed)));
    desk.operators.setCode(503);
    const WatchReport failed = desk.look();
    QCOMPARE(failed.warnings.size(), 1);
    QVERIFY2(failed.warnings.first().contains(QStringLiteral("Ana")), qPrintable(failed.warnings.first()));
    QCOMPARE(desk.heard(desk.dbas).size(), 1); // the next one is told instead
    desk.operators.setCode(200);
    QVERIFY(desk.look().warnings.isEmpty());
    QCOMPARE(desk.operators.calls().size(), 2);
    desk.look();
    QCOMPARE(desk.operators.calls().size(), 2);
}
