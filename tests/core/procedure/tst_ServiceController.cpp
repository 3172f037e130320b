#include "tests/core/procedure/tst_ServiceController.h"

#include "core/procedure/ServiceController.h"
#include "tests/support/FakeServices.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

using State = FakeServices::State;
using Behaviour = FakeServices::Behaviour;

/// Every controller on a service that the fakes know as `known`.
struct Case {
    Profile::Service service;
    QString known;
    QString stopCall;
};

Case caseOf(const FakeServices &fake, const QString &controller)
{
    const QString web = QStringLiteral("web");
    if (controller == QStringLiteral("systemd"))
        return {FakeServices::systemdService(web), QStringLiteral("web.service"),
                QStringLiteral("systemctl --no-ask-password stop -- web.service")};
    if (controller == QStringLiteral("docker"))
        return {FakeServices::dockerService(web), web, QStringLiteral("docker stop -- web")};
    if (controller == QStringLiteral("compose"))
        return {FakeServices::composeService(web), web,
                QStringLiteral("docker compose --file /srv/compose.yaml stop -- web")};
    return {fake.commandService(web), web, QStringLiteral("ctl stop web")};
}

void controllers()
{
    QTest::addColumn<QString>("controller");
    for (const char *name : {"systemd", "docker", "compose", "command"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

} // namespace

void tst_ServiceController::everyControllerStopsAndStarts_data()
{
    controllers();
}

void tst_ServiceController::everyControllerStopsAndStarts()
{
    QFETCH(QString, controller);
    const FakeServices fake;
    const Case c = caseOf(fake, controller);
    fake.set(c.known, State::Running);
    const auto made = controllerOf(c.service, fake.programs());
    QVERIFY_RESULT(made);
    const auto stateIs = [&](ServiceState expected) {
        const auto state = (*made)->state({});
        return state && *state == expected;
    };
    QVERIFY(stateIs(ServiceState::Running));
    QVERIFY_RESULT(bring(**made, c.service, ServiceState::Stopped, {}));
    QVERIFY(stateIs(ServiceState::Stopped));
    QVERIFY(!fake.isRunning(c.known));
    QVERIFY2(fake.calls().contains(c.stopCall), qPrintable(fake.calls().join(u'\n')));
    QVERIFY_RESULT(bring(**made, c.service, ServiceState::Running, {}));
    QVERIFY(stateIs(ServiceState::Running));
    QVERIFY(fake.isRunning(c.known));
}

void tst_ServiceController::aRealUnitStopsAndStartsWhereSystemdRuns()
{
    // As sd_booted(3) tells it. Elsewhere the fake of the other tests stands for it.
    if (!QFileInfo::exists(QStringLiteral("/run/systemd/system")) || ::geteuid() != 0)
        return;
    Profile::Service service =
        FakeServices::systemdService(QStringLiteral("masclet-test-%1").arg(::getpid()));
    service.timeLimit = 20'000;
    const Profile::Programs programs;
    QFile unit(QStringLiteral("/run/systemd/system/") + service.unit);
    QVERIFY(unit.open(QIODevice::WriteOnly));
    unit.write("[Service]\nExecStart=/bin/sleep 600\n");
    unit.close();
    const auto reload = [&] {
        return QProcess::execute(programs.systemctl, {QStringLiteral("daemon-reload")}) == 0;
    };
    const bool known = reload();
    const auto made = controllerOf(service, programs);
    const auto up = made ? bring(**made, service, ServiceState::Running, {}) : fail(made.error());
    const auto down = made ? bring(**made, service, ServiceState::Stopped, {}) : fail(made.error());
    unit.remove();
    QVERIFY(reload() && known);
    QVERIFY_RESULT(up);
    QVERIFY_RESULT(down);
    QVERIFY_FAILS((*made)->state({}), ErrorKind::Config); // it is not there any more
}

void tst_ServiceController::aMissingServiceIsAnError_data() // R05
{
    controllers();
}

void tst_ServiceController::aMissingServiceIsAnError()
{
    QFETCH(QString, controller);
    const FakeServices fake;
    const Case c = caseOf(fake, controller);
    const auto made = controllerOf(c.service, fake.programs());
    QVERIFY_RESULT(made);
    QVERIFY_FAILS((*made)->state({}), ErrorKind::Config);
    QVERIFY_FAILS(bring(**made, c.service, ServiceState::Stopped, {}), ErrorKind::Config);
}

void tst_ServiceController::statesInBetweenAreNeither_data()
{
    QTest::addColumn<bool>("docker");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("systemd failed") << false << QByteArray("failed") << QByteArray("stopped");
    QTest::newRow("systemd reloading") << false << QByteArray("reloading") << QByteArray("running");
    QTest::newRow("systemd activating") << false << QByteArray("activating") << QByteArray("changing");
    QTest::newRow("systemd deactivating") << false << QByteArray("deactivating") << QByteArray("changing");
    QTest::newRow("docker created") << true << QByteArray("created") << QByteArray("stopped");
    QTest::newRow("docker dead") << true << QByteArray("dead") << QByteArray("stopped");
    QTest::newRow("docker paused") << true << QByteArray("paused") << QByteArray("changing");
    QTest::newRow("docker restarting") << true << QByteArray("restarting") << QByteArray("changing");
}

void tst_ServiceController::statesInBetweenAreNeither()
{
    QFETCH(bool, docker);
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, expected);
    const FakeServices fake;
    const Case c = caseOf(fake, docker ? QStringLiteral("docker") : QStringLiteral("systemd"));
    fake.setRaw(c.known, raw);
    const auto made = controllerOf(c.service, fake.programs());
    QVERIFY_RESULT(made);
    const auto state = (*made)->state({});
    QVERIFY_RESULT(state);
    QCOMPARE(nameOf(*state).toUtf8(), expected);
}

void tst_ServiceController::aCallThatHangsEndsAtTheLimit() // R05
{
    const FakeServices fake;
    Case c = caseOf(fake, QStringLiteral("systemd"));
    c.service.timeLimit = 1000;
    fake.set(c.known, State::Running);
    fake.behave(QStringLiteral("stop"), c.known, Behaviour::Hang);
    const auto made = controllerOf(c.service, fake.programs());
    QVERIFY_RESULT(made);
    QElapsedTimer timer;
    timer.start();
    QVERIFY_FAILS((*made)->stop({}), ErrorKind::Config);
    QVERIFY(timer.elapsed() >= 1000);
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_ServiceController::aStopRequestEndsAHangingCall()
{
    const FakeServices fake;
    const Case c = caseOf(fake, QStringLiteral("docker"));
    fake.set(c.known, State::Running);
    fake.behave(QStringLiteral("stop"), c.known, Behaviour::Hang);
    const auto made = controllerOf(c.service, fake.programs());
    QVERIFY_RESULT(made);
    std::stop_source source;
    std::thread asker([&] {
        while (fake.changes().isEmpty())
            std::this_thread::yield();
        source.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto result = bring(**made, c.service, ServiceState::Stopped, source.get_token());
    asker.join();
    QVERIFY_FAILS(result, ErrorKind::Stopped);
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_ServiceController::whatSaysItStoppedButRunsIsAnError()
{
    const FakeServices fake;
    Case c = caseOf(fake, QStringLiteral("command"));
    c.service.timeLimit = 1000;
    fake.set(c.known, State::Running);
    fake.behave(QStringLiteral("stop"), c.known, Behaviour::Ignore);
    const auto made = controllerOf(c.service, fake.programs());
    QVERIFY_RESULT(made);
    QVERIFY_FAILS(bring(**made, c.service, ServiceState::Stopped, {}), ErrorKind::Config);
}

void tst_ServiceController::programsOthersCouldReplaceAreRefused() // SR8
{
    const FakeServices fake;
    const Case c = caseOf(fake, QStringLiteral("systemd"));
    QVERIFY_RESULT(controllerOf(c.service, fake.programs()));
    const QByteArray program = fake.path("systemctl").toUtf8();
    QCOMPARE(::chmod(program.constData(), 0757), 0);
    QVERIFY_FAILS(controllerOf(c.service, fake.programs()), ErrorKind::Config);
    QCOMPARE(::chmod(program.constData(), 0644), 0);
    QVERIFY_FAILS(controllerOf(c.service, fake.programs()), ErrorKind::Config);
    QVERIFY_FAILS(controllerOf(c.service, {fake.path("no-such"), {}}), ErrorKind::Config);
}

void tst_ServiceController::oddNamesStayOneArgument() // SR11
{
    const FakeServices fake;
    Profile::Service service = FakeServices::systemdService(QStringLiteral("-H@evil\\x2d:1"));
    service.name = QStringLiteral("odd");
    fake.set(service.unit, State::Stopped);
    const auto made = controllerOf(service, fake.programs());
    QVERIFY_RESULT(made);
    QVERIFY_RESULT((*made)->start({}));
    QVERIFY(fake.calls().last().endsWith(QStringLiteral("start -- -H@evil\\x2d:1.service")));
    service.unit = QStringLiteral("a b.service");
    QVERIFY_FAILS(controllerOf(service, fake.programs()), ErrorKind::Config);
}
