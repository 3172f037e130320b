#include "tests/core/service/tst_ScheduleService.h"

#include "core/schedule/CronFile.h"
#include "core/service/ScheduleService.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/FakeTool.h"
#include "tests/support/Files.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString otherId = QStringLiteral("fedcba9876543210fedcba9876543210");

/// A machine of our own: folders of cron and systemd, and a systemctl that writes down how it is called and
/// fails at a word in the file "fail".
class ScheduledMachine
{
public:
    ScheduledMachine()
    {
        for (const char *folder : {"cron.d", "system", "run/systemd/system"})
            QDir(m_repository.temp.path()).mkpath(QString::fromLatin1(folder));
        put(path("run/crond.pid"), "1\n");
        request.profile.name = QStringLiteral("shop");
        request.profile.id = QStringLiteral("0123456789abcdef0123456789abcdef");
        request.profile.path = path("shop.toml");
        request.profile.repository.path = m_repository.path({});
        request.profile.schedule.zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
        request.profile.programs.systemctl = m_systemctl.path();
        request.caller = {QStringLiteral("/bin/true"), QStringLiteral("root"), path("state"),
                          QStringLiteral("en")};
        request.places.cronFile = path("cron.d/masclet-backup");
        request.places.systemUnits = path("system");
        request.places.runFolder = path("run");
    }

    QString path(const char *name) const { return m_repository.temp.filePath(QString::fromLatin1(name)); }
    QDateTime now() const { return m_repository.clock.now(); }
    RepositoryFixture &repository() { return m_repository; }
    void failAt(const QByteArray &word) const { put(m_systemctl.folder() + QStringLiteral("/fail"), word); }

    Result<> install(Scheduler scheduler)
    {
        request.scheduler = scheduler;
        MASCLET_TRY_ASSIGN(const SchedulePlan plan, planSchedule(request, now()));
        return carryOut(plan, {});
    }
    Result<> remove() const
    {
        MASCLET_TRY_ASSIGN(const SchedulePlan plan, planRemoval(request));
        return carryOut(plan, {});
    }
    /// Every call of systemctl, with the words that are always there left out.
    QStringList calls() const
    {
        QString text = QString::fromUtf8(contentOf(m_systemctl.folder() + QStringLiteral("/calls")));
        return text.remove(QStringLiteral("--no-ask-password ")).split(QChar(u'\n'), Qt::SkipEmptyParts);
    }
    QStringList files(const char *folder) const
    {
        return QDir(path(folder)).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    ScheduleReport report() const
    {
        const ServiceEnvironment environment{.clock = m_repository.clock,
                                             .secrets = {},
                                             .stateFolder = path("state"),
                                             .runtimeFolder = {},
                                             .toolRoots = {},
                                             .author = {},
                                             .policyFile = {},
                                             .program = {},
                                             .machine = {},
                                             .profiles = ProfileStore({}, ::geteuid())};
        const auto report = readSchedule(environment, request, 3, {});
        if (!report)
            QTest::qFail(reason(report).constData(), __FILE__, __LINE__);
        return report.value_or(ScheduleReport());
    }

    ScheduleRequest request;

private:
    RepositoryFixture m_repository;
    FakeTool m_systemctl{"cd \"${0%/*}\"\n"
                         "echo \"$XDG_RUNTIME_DIR$*\" >> calls\n"
                         "case \"$*\" in *show*) echo ActiveState=active; exit;; esac\n"
                         "[ -e fail ] && case \"$*\" in *$(cat fail)*) echo no >&2; exit 1;; esac\n"
                         "exit 0",
                         QStringLiteral("systemctl")};
};

const QStringList bothUnits{QStringLiteral("masclet-backup-shop.service"),
                            QStringLiteral("masclet-backup-shop.timer")};

QByteArray cronOfOther()
{
    CronFile file;
    file.put(otherId, "5 5 * * * root /bin/other\n");
    return file.text();
}

} // namespace

void tst_ScheduleService::cronsLinesAreWrittenBesideThoseOfOthers()
{
    ScheduledMachine machine;
    put(machine.request.places.cronFile, cronOfOther());
    put(machine.path("cron.d/.masclet-backup.new"), "left by a run that died");
    QVERIFY_RESULT(machine.install(Scheduler::Cron));
    const QByteArray text = contentOf(machine.request.places.cronFile);
    QVERIFY(text.startsWith(cronOfOther()));
    QVERIFY(text.contains("\n0 2 * * * root /bin/true backup "));
    QCOMPARE(machine.files("cron.d"), QStringList{QStringLiteral("masclet-backup")});
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(machine.request.places.cronFile).constData(), &info), 0);
    QCOMPARE(info.st_mode & 07777, mode_t(0644));
    QCOMPARE(machine.calls(), QStringList());
}

void tst_ScheduleService::whatIsThereAlreadyChangesNothing()
{
    ScheduledMachine machine;
    for (const Scheduler scheduler : {Scheduler::Cron, Scheduler::System}) {
        QVERIFY_RESULT(machine.install(scheduler));
        const auto plan = planSchedule(machine.request, machine.now());
        QVERIFY_RESULT(plan);
        QVERIFY(plan->isEmpty());
    }
}

void tst_ScheduleService::foreignFilesAreLeftAlone_data()
{
    QTest::addColumn<int>("scheduler");
    QTest::addColumn<QByteArray>("file");
    const QByteArray text = "[Unit]\nDescription=by hand\n";
    QTest::newRow("cron") << int(Scheduler::Cron) << QByteArray("cron.d/masclet-backup");
    QTest::newRow("service") << int(Scheduler::System) << QByteArray("system/masclet-backup-shop.service");
    QTest::newRow("timer") << int(Scheduler::System) << QByteArray("system/masclet-backup-shop.timer");
}

void tst_ScheduleService::foreignFilesAreLeftAlone()
{
    QFETCH(const int, scheduler);
    QFETCH(const QByteArray, file);
    ScheduledMachine machine;
    const QByteArray byHand = "# by hand\n";
    put(machine.path(file.constData()), byHand);
    QVERIFY_FAILS(machine.install(Scheduler(scheduler)), ErrorKind::Config);
    QVERIFY_RESULT(machine.remove());
    QCOMPARE(contentOf(machine.path(file.constData())), byHand);
    QCOMPARE(machine.calls(), QStringList());
}

void tst_ScheduleService::theLookAtAlarmsComesAndGoesWithTheContacts()
{
    ScheduledMachine machine;
    const QStringList watch{QStringLiteral("masclet-alarms-shop.service"),
                            QStringLiteral("masclet-alarms-shop.timer")};
    machine.request.profile.contacts = {
        {QStringLiteral("dba"), QStringLiteral("Ana"), {}, {}, {}, QStringLiteral("1")}};
    QVERIFY_RESULT(machine.install(Scheduler::System));
    QCOMPARE(machine.files("system"), watch + bothUnits);
    QVERIFY(machine.calls().contains(
        QStringLiteral("enable masclet-backup-shop.timer masclet-alarms-shop.timer")));
    QVERIFY(machine.report().parts.first().isCurrent);
    QVERIFY_RESULT(machine.remove());
    QCOMPARE(machine.files("system"), QStringList());
    QVERIFY(machine.calls().contains(QStringLiteral("disable --now masclet-alarms-shop.timer")));

    QVERIFY_RESULT(machine.install(Scheduler::System));
    machine.request.profile.contacts.clear();
    QVERIFY(!machine.report().parts.first().isCurrent);
    QVERIFY_RESULT(machine.install(Scheduler::System));
    QCOMPARE(machine.files("system"), bothUnits);
}

void tst_ScheduleService::systemdIsToldInOrder()
{
    ScheduledMachine machine;
    QVERIFY_RESULT(machine.install(Scheduler::System));
    QCOMPARE(machine.files("system"), bothUnits);
    QCOMPARE(machine.calls(),
             (QStringList{QStringLiteral("daemon-reload"), QStringLiteral("enable masclet-backup-shop.timer"),
                          QStringLiteral("restart masclet-backup-shop.timer")}));
    QVERIFY(QFileInfo(machine.path("state")).isDir()); // or the closed-off service does not start
}

void tst_ScheduleService::aFailureOfSystemctlPutsEverythingBack()
{
    ScheduledMachine machine;
    put(machine.request.places.cronFile, cronOfOther());
    QVERIFY_RESULT(machine.install(Scheduler::Cron));
    const QByteArray before = contentOf(machine.request.places.cronFile);
    machine.failAt("enable");
    const Result<> installed = machine.install(Scheduler::System);
    QVERIFY_FAILS(installed, ErrorKind::Config);
    QCOMPARE(installed.error().detail, QStringLiteral("no\\n"));
    QCOMPARE(contentOf(machine.request.places.cronFile), before);
    QCOMPARE(machine.files("system"), QStringList());
}

void tst_ScheduleService::unitsAreCheckedBeforeTheyAreWritten()
{
    ScheduledMachine machine;
    machine.request.scheduler = Scheduler::System;
    const auto plan = planSchedule(machine.request, machine.now());
    QVERIFY_RESULT(plan);
    QVERIFY_RESULT(checkUnits(machine.request, *plan, {})); // this machine has no tool for it
    machine.request.profile.programs.systemctl = QStringLiteral("/usr/bin/systemctl");
    QVERIFY_RESULT(checkUnits(machine.request, *plan, {}));
    machine.request.caller.program = QStringLiteral("/nowhere/masclet-backup");
    const auto bad = planSchedule(machine.request, machine.now());
    QVERIFY_RESULT(bad);
    const Result<> checked = checkUnits(machine.request, *bad, {});
    QVERIFY_FAILS(checked, ErrorKind::Config);
    QVERIFY2(checked.error().detail.contains(QStringLiteral("/nowhere/masclet-backup")),
             reason(checked).constData());
    QCOMPARE(machine.files("system"), QStringList());
}

void tst_ScheduleService::oneSchedulerIsLeft()
{
    ScheduledMachine machine;
    QVERIFY_RESULT(machine.install(Scheduler::Cron));
    QVERIFY_RESULT(machine.install(Scheduler::System));
    QVERIFY(!QFileInfo::exists(machine.request.places.cronFile));
    QCOMPARE(machine.files("system"), bothUnits);
    QVERIFY_RESULT(machine.install(Scheduler::Cron));
    QCOMPARE(machine.files("system"), QStringList());
    QVERIFY(machine.calls().contains(QStringLiteral("disable --now masclet-backup-shop.timer")));
    QCOMPARE(machine.calls().last(), QStringLiteral("daemon-reload"));
}

void tst_ScheduleService::removalTakesOnlyWhatIsOurs()
{
    ScheduledMachine machine;
    put(machine.request.places.cronFile, cronOfOther());
    put(machine.path("system/masclet-backup-other.timer"), "[Unit]\n");
    QVERIFY_RESULT(machine.install(Scheduler::Cron));
    QVERIFY_RESULT(machine.remove());
    QCOMPARE(contentOf(machine.request.places.cronFile), cronOfOther());
    QVERIFY_RESULT(machine.install(Scheduler::System));
    QVERIFY_RESULT(machine.remove());
    QCOMPARE(machine.files("system"), QStringList{QStringLiteral("masclet-backup-other.timer")});
    const auto plan = planRemoval(machine.request);
    QVERIFY_RESULT(plan);
    QVERIFY(plan->isEmpty());
}

void tst_ScheduleService::aUserHasTimersOfTheirOwn()
{
    ScheduledMachine machine;
    QVERIFY_RESULT(machine.install(Scheduler::Cron));
    machine.request.places.userUnits = machine.path("home/.config/systemd/user");
    machine.request.places.sessionFolder = QStringLiteral("/run/user/1000");
    QVERIFY_FAILS(machine.install(Scheduler::Cron), ErrorKind::Config);
    QVERIFY_FAILS(machine.install(Scheduler::System), ErrorKind::Config);
    QVERIFY_FAILS(machine.remove(), ErrorKind::Config); // root's
    QCOMPARE(usualScheduler(machine.request.places), Scheduler::User);
    QVERIFY_RESULT(machine.install(Scheduler::User));
    QCOMPARE(machine.files("home/.config/systemd/user"), bothUnits);
    QCOMPARE(machine.calls().value(0), QStringLiteral("/run/user/1000--no-ask-password --user daemon-reload")
                                           .remove(QStringLiteral("--no-ask-password ")));
    QVERIFY(QFileInfo::exists(machine.request.places.cronFile));
    QVERIFY_RESULT(machine.remove());
    QCOMPARE(machine.files("home/.config/systemd/user"), QStringList());
}

void tst_ScheduleService::aSystemThatDoesNotRunIsOnlyWritten()
{
    ScheduledMachine machine;
    const QString root = machine.path("image");
    QVERIFY(QDir().mkpath(root + QStringLiteral("/etc/systemd/system")));
    machine.request.places = placesBelow(root, SchedulePlaces());
    QVERIFY_RESULT(machine.install(Scheduler::System));
    QCOMPARE(machine.files("image/etc/systemd/system"), bothUnits);
    QCOMPARE(machine.calls(),
             QStringList{QStringLiteral("--root=%1 enable masclet-backup-shop.timer").arg(root)});
    QVERIFY_FAILS(machine.install(Scheduler::Cron), ErrorKind::Config); // no cron.d in that image
}

void tst_ScheduleService::whereItDoesNotRunSystemdIsRefused()
{
    ScheduledMachine machine;
    QVERIFY(QDir(machine.path("run/systemd")).removeRecursively());
    QVERIFY_FAILS(machine.install(Scheduler::System), ErrorKind::Config);
    QCOMPARE(usualScheduler(machine.request.places), Scheduler::Cron);
    QFile::remove(machine.path("run/crond.pid"));
    machine.request.scheduler = Scheduler::Cron;
    const auto plan = planSchedule(machine.request, machine.now());
    QVERIFY_RESULT(plan);
    QCOMPARE(plan->warnings.size(), 1);
}

void tst_ScheduleService::theReportTellsWhatIsThere()
{
    ScheduledMachine machine;
    QVERIFY(!isScheduled(machine.request.places, machine.request.profile.name, machine.request.profile.id));
    QVERIFY_RESULT(machine.install(Scheduler::System));
    QVERIFY(QDir(machine.path("system")).mkpath(QStringLiteral("timers.target.wants")));
    QVERIFY(QFile::link(machine.path("system/masclet-backup-shop.timer"),
                        machine.path("system/timers.target.wants/masclet-backup-shop.timer")));
    machine.request.profile.schedule.restoreTest = QStringLiteral("weekly"); // no matter of the scheduler
    machine.request.caller.language = QStringLiteral("es");
    const ScheduleReport report = machine.report();
    QCOMPARE(report.problems, QStringList());
    QCOMPARE(report.parts.size(), 1);
    QCOMPARE(report.parts[0].installed.scheduler, Scheduler::System);
    QCOMPARE(report.parts[0].state, QStringLiteral("ActiveState=active"));
    QCOMPARE(report.next.size(), 3);
    QVERIFY(!report.isDue);
    QVERIFY(isScheduled(machine.request.places, machine.request.profile.name, machine.request.profile.id));
}

void tst_ScheduleService::theReportTellsWhatIsWrong()
{
    ScheduledMachine machine;
    QCOMPARE(machine.report().problems, QStringList{QStringLiteral("Nothing starts backups by itself.")});
    QVERIFY_RESULT(machine.install(Scheduler::Cron));
    QCOMPARE(machine.report().problems, QStringList());
    machine.request.profile.schedule.at = {QStringLiteral("03:00")};
    QFile::remove(machine.path("run/crond.pid"));
    QCOMPARE(machine.report().problems.size(), 2);
    QVERIFY_RESULT(machine.install(Scheduler::System)); // whose timer nobody has switched on
    QCOMPARE(machine.report().problems, QStringList{QStringLiteral("The timer of systemd is switched off.")});
    QVERIFY(!isScheduled(machine.request.places, machine.request.profile.name, machine.request.profile.id));
    machine.request.profile.schedule.restoreTestOn = QStringLiteral("sandbox");
    QVERIFY(!machine.report().parts[0].isCurrent);
    machine.repository().clock.advance(std::chrono::hours(30));
    QVERIFY(machine.report().isDue);
}

void tst_ScheduleService::theTimerOfThePackageCountsForItsUserOnly()
{
    ScheduledMachine machine;
    QVERIFY(QDir(machine.path("system")).mkpath(QStringLiteral("timers.target.wants")));
    QVERIFY(QFile::link(QStringLiteral("/lib/systemd/system/masclet-backup@.timer"),
                        machine.path("system/timers.target.wants/masclet-backup@shop.timer")));
    machine.request.places.userUnits = machine.path("home/.config/systemd/user");
    QCOMPARE(machine.report().problems, QStringList{QStringLiteral("Nothing starts backups by itself.")});
    machine.request.places.isOfPackageUser = true;
    const ScheduleReport report = machine.report();
    QCOMPARE(report.problems, QStringList());
    QCOMPARE(report.parts.size(), 1);
    QVERIFY(isScheduled(machine.request.places, machine.request.profile.name, machine.request.profile.id));
    QVERIFY(!isScheduled(machine.request.places, QStringLiteral("stall"), machine.request.profile.id));
    QVERIFY_FAILS(planRemoval(machine.request), ErrorKind::Config); // root switched it on
}
