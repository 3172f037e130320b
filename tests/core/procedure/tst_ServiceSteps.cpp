#include "tests/core/procedure/tst_ServiceSteps.h"

#include "core/procedure/ServiceSteps.h"
#include "tests/core/procedure/ProcedureFixture.h"
#include "tests/support/FakeServices.h"
#include "tests/support/Text.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

using State = FakeServices::State;
using Behaviour = FakeServices::Behaviour;

/// Two services that run: web (systemd) and queue (docker).
struct ServiceFixture : ProcedureFixture {
    ServiceFixture()
    {
        kinds.add(stopServiceKind());
        profile.programs = fake.programs();
        profile.services = {FakeServices::systemdService(QStringLiteral("web")),
                            FakeServices::dockerService(QStringLiteral("queue"))};
        fake.set(QStringLiteral("web.service"), State::Running);
        fake.set(QStringLiteral("queue"), State::Running);
    }
    bool bothRun() const
    {
        return fake.isRunning(QStringLiteral("web.service")) && fake.isRunning(QStringLiteral("queue"));
    }

    FakeServices fake;
};

} // namespace

void tst_ServiceSteps::servicesGoDownInOrderAndUpInReverse()
{
    ServiceFixture f;
    Procedure procedure(f.run(), f.job);
    QVERIFY_RESULT(stopServices(procedure, f.profile, ErrorKind::RestoreUntouched));
    QVERIFY(!f.fake.isRunning(QStringLiteral("web.service")));
    QVERIFY(!f.fake.isRunning(QStringLiteral("queue")));
    QVERIFY(!procedure.end(Procedure::Outcome::Good));
    QCOMPARE(f.fake.changes(), words("stop web.service, stop queue, start queue, start web.service"));
    QVERIFY(f.bothRun());
}

void tst_ServiceSteps::whatWasStoppedBeforeStaysStopped() // R06
{
    ServiceFixture f;
    f.fake.set(QStringLiteral("web.service"), State::Stopped);
    Procedure procedure(f.run(), f.job);
    QVERIFY_RESULT(stopServices(procedure, f.profile, ErrorKind::RestoreUntouched));
    const QJsonObject before = f.open().first().step.before;
    QCOMPARE(before[QLatin1String("state")].toString(), QStringLiteral("stopped"));
    QVERIFY(!procedure.end(Procedure::Outcome::Good));
    QCOMPARE(f.fake.changes(), words("stop queue, start queue"));
    QVERIFY(!f.fake.isRunning(QStringLiteral("web.service")));
    QVERIFY(f.open().isEmpty());
}

void tst_ServiceSteps::aServiceThatDoesNotStopEndsTheProcedure_data() // R05
{
    QTest::addColumn<QString>("how");
    QTest::newRow("fails") << QStringLiteral("fail");
    QTest::newRow("hangs") << QStringLiteral("hang");
    QTest::newRow("goes on running") << QStringLiteral("ignore");
    QTest::newRow("is missing") << QStringLiteral("missing");
    QTest::newRow("is between two states") << QStringLiteral("changing");
}

void tst_ServiceSteps::aServiceThatDoesNotStopEndsTheProcedure()
{
    QFETCH(QString, how);
    ServiceFixture f;
    f.profile.services[1].timeLimit = 1000;
    const QString queue = QStringLiteral("queue");
    if (how == QStringLiteral("fail"))
        f.fake.behave(QStringLiteral("stop"), queue, Behaviour::Fail);
    if (how == QStringLiteral("hang"))
        f.fake.behave(QStringLiteral("stop"), queue, Behaviour::Hang);
    if (how == QStringLiteral("ignore"))
        f.fake.behave(QStringLiteral("stop"), queue, Behaviour::Ignore);
    if (how == QStringLiteral("missing"))
        f.fake.remove(queue);
    if (how == QStringLiteral("changing"))
        f.fake.setRaw(queue, "paused");

    Procedure procedure(f.run(), f.job);
    const auto stopped = stopServices(procedure, f.profile, ErrorKind::RestoreUntouched);
    QVERIFY_FAILS(stopped, ErrorKind::RestoreUntouched);
    QVERIFY2(stopped.error().message.contains(queue), qPrintable(stopped.error().message));
    QVERIFY(!procedure.end(Procedure::Outcome::Failed));
    QVERIFY(f.fake.isRunning(QStringLiteral("web.service")));
    QVERIFY(f.open().isEmpty());
}

void tst_ServiceSteps::aStartThatFailsIsTriedAgain() // R05
{
    ServiceFixture f;
    f.fake.behave(QStringLiteral("start"), QStringLiteral("queue"), Behaviour::FailOnce);
    Procedure procedure(f.run(), f.job);
    QVERIFY_RESULT(stopServices(procedure, f.profile, ErrorKind::RestoreUntouched));
    QVERIFY(!procedure.end(Procedure::Outcome::Good));
    QVERIFY(f.bothRun());
    QCOMPARE(f.fake.changes().count(QStringLiteral("start queue")), 2);
}

void tst_ServiceSteps::aServiceThatDoesNotStartIsAnAlarmAndTheOthersStart() // R05, I4
{
    ServiceFixture f;
    f.fake.behave(QStringLiteral("start"), QStringLiteral("queue"), Behaviour::Fail);
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(stopServices(procedure, f.profile, ErrorKind::RestoreUntouched));
        const std::optional<Error> down = procedure.end(Procedure::Outcome::Good);
        QVERIFY(down);
        QCOMPARE(down->kind, ErrorKind::RestoreActionNeeded);
        QVERIFY2(down->message.contains(QStringLiteral("queue")), qPrintable(down->message));
        QVERIFY2(down->detail.contains(QStringLiteral("cannot start queue")), qPrintable(down->detail));
    }
    QVERIFY(f.fake.isRunning(QStringLiteral("web.service")));
    QCOMPARE(f.open().size(), 1);

    f.fake.behave(QStringLiteral("start"), QStringLiteral("queue"), Behaviour::Good);
    const auto alarms = f.recover();
    QVERIFY_RESULT(alarms);
    QVERIFY(alarms->isEmpty());
    QVERIFY(f.bothRun());
    QVERIFY(f.open().isEmpty());
}

void tst_ServiceSteps::aServiceSomebodyStartedMeanwhileIsLeftAlone()
{
    ServiceFixture f;
    Procedure procedure(f.run(), f.job);
    QVERIFY_RESULT(stopServices(procedure, f.profile, ErrorKind::RestoreUntouched));
    f.fake.set(QStringLiteral("queue"), State::Running);
    QVERIFY(!procedure.end(Procedure::Outcome::Good));
    QVERIFY(!f.fake.changes().contains(QStringLiteral("start queue")));
    QVERIFY(f.bothRun());
}

void tst_ServiceSteps::theProfileAsItIsNowIsUsedToStart()
{
    ServiceFixture f;
    f.fake.behave(QStringLiteral("start"), QStringLiteral("web.service"), Behaviour::Fail);
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(stopServices(procedure, f.profile, ErrorKind::RestoreUntouched));
    }
    // A person mends the profile: the journal must not insist on what was wrong.
    f.fake.set(QStringLiteral("mended.service"), State::Stopped);
    f.profile.services[0].unit = QStringLiteral("mended.service");
    const auto alarms = f.recover();
    QVERIFY_RESULT(alarms);
    QVERIFY(alarms->isEmpty());
    QVERIFY(f.fake.isRunning(QStringLiteral("mended.service")));
}

void tst_ServiceSteps::aServiceThatLeftTheProfileIsAnAlarm()
{
    ServiceFixture f;
    f.fake.behave(QStringLiteral("start"), QStringLiteral("web.service"), Behaviour::Fail);
    {
        Procedure procedure(f.run(), f.job);
        QVERIFY_RESULT(stopServices(procedure, f.profile, ErrorKind::RestoreUntouched));
    }
    f.profile.services.removeFirst();
    f.fake.forgetCalls();
    const auto alarms = f.recover();
    QVERIFY_RESULT(alarms);
    QCOMPARE(alarms->size(), 1);
    QVERIFY(alarms->first().message.contains(QStringLiteral("web")));
    QCOMPARE(f.fake.calls().filter(QStringLiteral("web.service")), QStringList());
}

void tst_ServiceSteps::aPlanAsksAndChangesNothing()
{
    ServiceFixture f;
    f.profile.services << f.fake.commandService(QStringLiteral("gone"));
    f.fake.set(QStringLiteral("web.service"), State::Stopped);
    const ServicePlan plan = planServices(f.profile, f.job);
    QCOMPARE(plan.down.size(), 3);
    QVERIFY(plan.down[0].contains(QStringLiteral("stopped as it is")));
    QCOMPARE(plan.down[1], QStringLiteral("Stop queue (container queue)"));
    QCOMPARE(plan.up.size(), 2);
    QCOMPARE(plan.up[1], QStringLiteral("Start queue again (container queue)"));
    QCOMPARE(plan.warnings.size(), 1);
    QCOMPARE(f.fake.changes(), QStringList());
}
