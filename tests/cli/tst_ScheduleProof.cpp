#include "tests/cli/tst_ScheduleProof.h"

#include "tests/cli/GuardedFarm.h"
#include "tests/support/DumpStub.h"
#include "tests/support/Files.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

using Preparation = std::function<void(const Desk &)>;
Q_DECLARE_METATYPE(Preparation)

namespace
{

const QString fromTwoDaysAgo = q("-2d");

QString passFile(const Desk &desk)
{
    return desk.home() + q("/config/masclet-backup/profiles/desk.pgpass");
}

/// Debian's cron with a cron.d of ours and nothing of the machine's own; it and what it starts go with the
/// object.
std::unique_ptr<QProcess> startCron(const QString &folder)
{
    const QString script = q("mount -t tmpfs run /run && mount -t tmpfs spool /var/spool && "
                             "mkdir -p /var/spool/cron/crontabs && mount --bind /dev/null /etc/crontab && "
                             "mount --bind \"$0\" /etc/cron.d && exec /usr/sbin/cron -f");
    auto process = std::make_unique<QProcess>();
    process->start(q("unshare"), {q("--mount"), q("--pid"), q("--fork"), q("--kill-child"), q("--mount-proc"),
                                  q("/bin/sh"), q("-c"), script, folder});
    return process;
}

} // namespace

void tst_ScheduleProof::initTestCase()
{
    auto cluster = startGuardedFarm();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
}

void tst_ScheduleProof::cleanupTestCase()
{
    m_desk.reset();
    m_cluster.reset();
}

void tst_ScheduleProof::init()
{
    auto desk = Desk::make(*m_cluster, "farm", {q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
}

int tst_ScheduleProof::prove(const QStringList &more)
{
    const ProgramOutcome outcome = m_desk->run(QStringList{q("schedule"), q("prove"), q("--json")} + more);
    m_document = QJsonDocument::fromJson(outcome.output).object();
    return outcome.exitCode;
}

QJsonObject tst_ScheduleProof::item(const char *id) const
{
    for (const QJsonValue &value : m_document.value(q("items")).toArray()) {
        if (value.toObject().value(q("item")).toString() == QLatin1String(id))
            return value.toObject();
    }
    return {};
}

int tst_ScheduleProof::sets() const
{
    const ProgramOutcome listed = m_desk->run({q("list"), q("--json")});
    return int(QJsonDocument::fromJson(listed.output).object().value(q("sets")).toArray().size());
}

void tst_ScheduleProof::aProofIsABackupAsAtNight()
{
    QCOMPARE(prove(), 3); // nothing is installed
    QCOMPARE(item("scheduler").value(q("result")).toString(), q("warn"));
    QCOMPARE(item("connection").value(q("result")).toString(), q("pass"));
    QCOMPARE(item("space").value(q("result")).toString(), q("pass"));
    QVERIFY(!item("zone").value(q("finding")).toString().isEmpty());
    QVERIFY(item("backup").value(q("result")).toString() != q("fail"));
    QCOMPARE(sets(), 1);
    const ProgramOutcome shown = m_desk->run({q("show"), m_document.value(q("set")).toString(), q("--json")});
    QVERIFY2(shown.output.contains("\"schedule\""), shown.output.constData());
    QVERIFY2(shown.output.contains("schedule prove"), shown.output.constData());
}

/// The whole of it, thrown away: also where the profile wants another format, which is then none on the disk.
void tst_ScheduleProof::withoutStoringItIsMadeAndThrownAway_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"plain", "custom", "directory"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void tst_ScheduleProof::withoutStoringItIsMadeAndThrownAway()
{
    QFETCH(const QString, format);
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--format"), format}), 0);
    const QByteArray before = contentOf(m_desk->repository() + q("/journal.jsonl"));
    QCOMPARE(prove({q("--no-store")}), 3); // nothing is installed
    QCOMPARE(item("connection").value(q("result")).toString(), q("pass"));
    const QString found = item("backup").value(q("finding")).toString();
    QVERIFY2(found.startsWith(q("321 rows were dumped")), qPrintable(found));
    QVERIFY2(found.contains(q("Restore test and retention were not tried.")), qPrintable(found));
    QCOMPARE(sets(), 0);
    QVERIFY(m_document.value(q("set")).toString().isEmpty());
    QCOMPARE(contentOf(m_desk->repository() + q("/journal.jsonl")), before);
    QCOMPARE(QDir(m_desk->repository() + q("/.staging")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
    QVERIFY(!QFileInfo::exists(m_desk->repository() + q("/db")) ||
            QDir(m_desk->repository() + q("/db")).isEmpty());
}

void tst_ScheduleProof::aDryRunOnlyLooks()
{
    QCOMPARE(prove({q("--dry-run")}), 3);
    QCOMPARE(item("connection").value(q("result")).toString(), q("pass"));
    QVERIFY(item("backup").isEmpty());
    QCOMPARE(sets(), 0);
}

/// D06: what the dump alone can meet.
void tst_ScheduleProof::whatOnlyTheDumpMeetsIsFound()
{
    const DumpStub stub(DumpStub::run("pg_dump") + "; exit 1");
    QVERIFY_EXIT(m_desk->run(QStringList{q("profile"), q("set")} + stub.option()), 0);
    QCOMPARE(prove({q("--dry-run")}), 3);
    QCOMPARE(prove({q("--no-store")}), 14);
    QCOMPARE(item("backup").value(q("result")).toString(), q("fail"));
    QCOMPARE(sets(), 0);
}

void tst_ScheduleProof::whatWouldFailAtNightIsFound_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("found");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Preparation &prepare, int code, const char *found,
                        const char *words) {
        QTest::newRow(name) << prepare << code << QByteArray(found) << QString::fromLatin1(words);
    };
    const auto set = [](const QStringList &options) {
        return Preparation([options](const Desk &desk) {
            desk.run(QStringList{q("profile"), q("set")} + options);
        });
    };
    const QStringList guarded{q("--host"), q("127.0.0.1"), q("--user"), q("guarded")};
    row("no bus", set({q("--secret"), q("keychain")}), 12, "password", "no session bus"); // K01
    row("a role with a password that is nowhere", set(guarded), 12, "connection", "fe_sendauth");
    row(
        "wrong password", // K07
        [guarded](const Desk &desk) {
            desk.run(QStringList{q("profile"), q("set")} + guarded);
            put(passFile(desk), "*:*:*:*:wrong\n");
            QFile::setPermissions(passFile(desk), QFile::ReadOwner | QFile::WriteOwner);
        },
        12, "connection", "password authentication failed");
    row(
        "a pass file that others may read", // K06
        [guarded](const Desk &desk) {
            desk.run(QStringList{q("profile"), q("set")} + guarded);
            put(passFile(desk), "*:*:*:*:secret\n");
            QFile::setPermissions(passFile(desk), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        },
        12, "password", "desk.pgpass");
    row("the server is away", set({q("--host"), q("/nowhere")}), 13, "connection", "/nowhere");
    row("no client tools", set({q("--tools"), q("/nowhere")}), 20, "tools", "No PostgreSQL client tools");
    row("no repository", set({q("--repository"), q("/nowhere")}), 15, "repository", "/nowhere");
}

void tst_ScheduleProof::whatWouldFailAtNightIsFound()
{
    QFETCH(const Preparation, prepare);
    QFETCH(const int, code);
    QFETCH(const QByteArray, found);
    QFETCH(const QString, words);
    prepare(*m_desk);
    QCOMPARE(prove(), code);
    const QJsonObject finding = item(found.constData());
    QCOMPARE(finding.value(q("result")).toString(), q("fail"));
    const QString text = finding.value(q("finding")).toString() + finding.value(q("hint")).toString() +
                         m_document.value(q("error")).toObject().value(q("detail")).toString();
    QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY(item("backup").isEmpty());
}

// S01: the disk of the repository has no room left.
void tst_ScheduleProof::aFullDiskIsFound()
{
    const SmallDisk disk(m_desk->repository(), "size=2m");
    disk.fill(64 * 1024);
    QCOMPARE(prove({q("--no-store")}), 15);
    QCOMPARE(item("space").value(q("result")).toString(), q("fail"));
    QVERIFY(item("backup").isEmpty());
}

// L07: by day the client tools are found through PATH, at night there is the short one.
void tst_ScheduleProof::aPathWithoutToolsIsFound()
{
    const QString tools = m_desk->home() + q("/tools");
    QVERIFY(QDir().mkpath(tools));
    for (const char *name : {"pg_dump", "pg_dumpall"})
        QVERIFY(QFile::copy(q("/usr/lib/postgresql/15/bin/") + QLatin1String(name),
                            tools + u'/' + QLatin1String(name)));
    m_desk->setEnvironment({q("PATH=") + tools + q(":/usr/bin:/bin")});
    const QStringList hidden{q("/usr/bin/unshare"), q("--mount"), q("/bin/sh"), q("-c"),
                             q("mount -t tmpfs none /usr/lib/postgresql && exec \"$0\" \"$@\"")};
    QVERIFY_EXIT(m_desk->runUnder(hidden, {q("profile"), q("check")}), 0);
    const ProgramOutcome proof = m_desk->runUnder(hidden, {q("schedule"), q("prove"), q("--json")});
    QCOMPARE(proof.exitCode, 20);
    m_document = QJsonDocument::fromJson(proof.output).object();
    QCOMPARE(item("tools").value(q("result")).toString(), q("fail"));
}

// S14
void tst_ScheduleProof::aForeignOwnerIsFound()
{
    constexpr uid_t another = 12'345;
    QCOMPARE(::chown(QFile::encodeName(m_desk->repository()).constData(), another, another), 0);
    QCOMPARE(prove({q("--no-store")}), 3);
    const QJsonObject space = item("space");
    QCOMPARE(space.value(q("result")).toString(), q("warn"));
    QVERIFY(space.value(q("finding")).toString().contains(q("belongs to another user (number 12345)")));
    // Whoever owns the profile says what root runs.
    const QByteArray profile =
        QFile::encodeName(m_desk->home() + q("/config/masclet-backup/profiles/desk.toml"));
    QCOMPARE(::chown(profile.constData(), another, another), 0);
    QCOMPARE(prove({q("--no-store")}), 10);
}

// T07, L09: a backup lies in the future of this machine's clock.
void tst_ScheduleProof::aSkewedClockIsFound()
{
    QCOMPARE(prove({q("--dry-run")}), 3);
    QCOMPARE(item("clock").value(q("result")).toString(), q("pass"));
    const ProgramOutcome made = m_desk->runUnder({q("faketime"), q("-f"), q("+2d")}, {q("backup")});
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, endOf(made).constData());
    QCOMPARE(prove({q("--no-store")}), 3);
    QCOMPARE(item("clock").value(q("result")).toString(), q("warn"));
    QVERIFY(item("clock").value(q("finding")).toString().contains(q("has not come yet")));
    const ProgramOutcome checked =
        m_desk->runUnder({q("faketime"), q("-f"), q("+3d")}, {q("profile"), q("check"), q("--json")});
    m_document = QJsonDocument::fromJson(checked.output).object();
    QVERIFY(item("clock").value(q("finding")).toString().contains(q("behind this machine's")));
}

void tst_ScheduleProof::aPasswordIsStoredAndProvenForTheNight()
{
    QVERIFY_EXIT(
        m_desk->run({q("profile"), q("set"), q("--host"), q("127.0.0.1"), q("--user"), q("guarded")}), 0);
    const QStringList verb{q("secret"), q("set"), q("--prove")};
    const auto run = [&](const QStringList &more) {
        return runProgram(m_desk->home(), verb + more, {}, "secret\n");
    };
    QCOMPARE(run({q("--store"), q("keychain")}).exitCode, 2);
    const ProgramOutcome set = run({q("--json")});
    QCOMPARE(set.exitCode, 3); // nothing is installed, and the role may not read other roles' hashes
    QVERIFY2(set.errorOutput.contains("whoever is root"), set.errorOutput.constData());
    m_document = QJsonDocument::fromJson(set.output).object();
    QVERIFY(m_document.value(q("proven")).toBool());
    QVERIFY(item("password").value(q("finding")).toString().startsWith(q("from the pass file")));
    QVERIFY(item("backup").value(q("finding")).toString().startsWith(q("321 rows were dumped")));
    QCOMPARE(sets(), 0);
    // What the profile does not read is no use at night, however right it is.
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--secret"), q("systemd")}), 0);
    QCOMPARE(run({}).exitCode, 12);
}

void tst_ScheduleProof::whatHelpsByDayDoesNotHelp()
{
    m_desk->setEnvironment({q("PGPASSWORD=secret")});
    QVERIFY_EXIT(
        m_desk->run({q("profile"), q("set"), q("--host"), q("127.0.0.1"), q("--user"), q("guarded")}), 0);
    const ProgramOutcome byDay = m_desk->run({q("secret"), q("test")});
    QCOMPARE(byDay.exitCode, 0);
    QCOMPARE(prove({q("--no-store")}), 12);
    QCOMPARE(item("connection").value(q("result")).toString(), q("fail"));
    QVERIFY(item("password").value(q("finding")).toString().startsWith(q("from no store")));
}

/// Installed by root, refused while the user could not use what it needs, and proven by root as that user.
void tst_ScheduleProof::aScheduleMayBeAnotherUsers()
{
    const QString machine = m_desk->home() + q("/cron.d");
    QVERIFY(QDir().mkpath(machine));
    const auto run = [&](const QStringList &verb) {
        return m_desk->runUnder({q("/usr/bin/unshare"), q("--mount"), q("/bin/sh"), q("-c"),
                                 q("mount --bind ") + machine + q(" /etc/cron.d && exec \"$0\" \"$@\"")},
                                verb);
    };
    const QStringList install{q("schedule"), q("install"), q("--as"), q("cron"), q("--user"), q("postgres")};
    QCOMPARE(run(install.mid(0, 5) + QStringList{q("nobody-of-that-name")}).exitCode, 2);
    const ProgramOutcome refused = run(install);
    QCOMPARE(refused.exitCode, 10);
    QVERIFY2(refused.errorOutput.contains("desk.toml") &&
                 refused.errorOutput.contains("/backups/repository.json"),
             refused.errorOutput.constData());
    QVERIFY(QDir(machine).isEmpty());
    QProcess chown;
    chown.start(q("/bin/chown"), {q("-R"), q("postgres:"), m_desk->home()});
    QVERIFY(chown.waitForFinished() && chown.exitCode() == 0);
    const QString profile = m_desk->home() + q("/config/masclet-backup/profiles/desk.toml");
    QCOMPARE(::chown(QFile::encodeName(profile).constData(), 0, m_cluster->groupId()), 0);
    QVERIFY(QFile::setPermissions(profile, QFile::Permissions(0x6040)));
    const ProgramOutcome installed = run(install);
    QVERIFY2(installed.exitCode == 0 || installed.exitCode == 3,
             endOf(installed).constData()); // no cron runs
    const QByteArray lines = contentOf(machine + q("/masclet-backup"));
    QVERIFY2(lines.contains("@reboot postgres /") && !lines.contains(" root "), lines.constData());
    QVERIFY2(lines.contains("/.local/state/masclet-backup"), lines.constData());
    const ProgramOutcome proof = run({q("schedule"), q("prove"), q("--no-store"), q("--json")});
    QVERIFY2(proof.exitCode == 0 || proof.exitCode == 3, endOf(proof).constData());
    m_document = QJsonDocument::fromJson(proof.output).object();
    QVERIFY(item("scheduler").value(q("finding")).toString().endsWith(q("masclet-backup, as postgres")));
    // Root would find that the repository is another user's.
    QCOMPARE(item("space").value(q("result")).toString(), q("pass"));
    QVERIFY(item("backup").value(q("finding")).toString().startsWith(q("321 rows were dumped")));
}

/// Without a systemd that runs this machine, what the unit of root takes away is taken away by hand: its
/// capabilities, new privileges, the kernel's files, other users' processes, memory that is written and run,
/// and (told by strace, as the unit's filter would) calls that set limits. The filter itself cannot be tried
/// here.
void tst_ScheduleProof::aHardenedUnitLeavesTheSandboxWhatItNeeds()
{
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--restore-test"), q("every"), q("--restore-test-on"),
                              q("sandbox")}),
                 0);
    const QString walls =
        q("for p in /proc/acpi /proc/bus /proc/fs /proc/irq /proc/sys /proc/sysrq-trigger /sys; do "
          "test -e $p && mount --bind $p $p && mount -o remount,bind,ro $p; done; "
          "mount --bind /dev/null /proc/kmsg; mount -o remount,hidepid=invisible /proc; "
          "exec \"$0\" \"$@\"");
    const QString noCode = q("syscall(157, 65, 1, 0, 0, 0) == 0 or die $!; exec @ARGV"); // PR_SET_MDWE
    const ProgramOutcome made =
        m_desk->runUnder({q("/usr/bin/unshare"),
                          q("--mount"),
                          q("--pid"),
                          q("--fork"),
                          q("--mount-proc"),
                          q("/bin/sh"),
                          q("-c"),
                          walls,
                          q("/usr/bin/strace"),
                          q("-f"),
                          q("-qq"),
                          q("-o"),
                          q("/dev/null"),
                          q("-e"),
                          q("trace=prlimit64,setpriority,ioprio_set"),
                          q("-e"),
                          q("inject=prlimit64,setpriority,ioprio_set:error=EPERM"),
                          q("/usr/bin/setpriv"),
                          q("--no-new-privs"),
                          q("--bounding-set=-all,+dac_override,+dac_read_search,+fowner,+setgid,+setuid"),
                          q("/usr/bin/perl"),
                          q("-e"),
                          noCode},
                         {q("backup"), q("--scheduled")});
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, endOf(made).constData());
    QVERIFY2(made.output.contains("restore-tested"), endOf(made).constData());
    QVERIFY2(!made.errorOutput.contains("kept apart only by its user"), made.errorOutput.constData());
}

/// The line for the start of the machine, with a folder's name that a shell would take apart.
void tst_ScheduleProof::cronStartsWhatIsInstalled()
{
    const QString state = m_desk->home() + q("/it's \"at home\" $1");
    const QString machine = m_desk->home() + q("/machine");
    QVERIFY(QDir().mkpath(machine + q("/etc/cron.d")));
    const ProgramOutcome made = m_desk->runUnder(
        {q("faketime"), q("-f"), fromTwoDaysAgo},
        {q("init"), q("--profile"), q("night"), q("--host"), m_cluster->socketFolder(), q("--port"),
         QString::number(m_cluster->port()), q("--dbname"), q("farm"), q("--kinds"), q("db"),
         q("--restore-test"), q("never"), q("--repository"), m_desk->home() + q("/night")});
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, endOf(made).constData());
    QVERIFY_EXIT(m_desk->run({q("schedule"), q("install"), q("--profile"), q("night"), q("--as"), q("cron"),
                              q("--mail-to"), QString(), q("--state"), state, q("--root"), machine}),
                 0);
    const std::unique_ptr<QProcess> cron = startCron(machine + q("/etc/cron.d"));
    const auto runs = [&] {
        const ProgramOutcome listed =
            m_desk->run({q("list"), q("--runs"), q("--json"), q("--profile"), q("night")});
        return QJsonDocument::fromJson(listed.output).object().value(q("runs")).toArray();
    };
    const auto done = [&] {
        const QJsonArray list = runs();
        return list.size() == 2 && list[0].toObject().value(q("state")).toString() != q("running");
    };
    const auto over = [&] {
        return done() || cron->state() == QProcess::NotRunning;
    };
    QVERIFY2(QTest::qWaitFor(over, 60'000) && done(), cron->readAllStandardError().constData());
    cron->kill();
    QVERIFY(cron->waitForFinished());
    const QJsonObject backup = runs()[1].toObject();
    QCOMPARE(backup.value(q("trigger")).toString(), q("schedule"));
    QVERIFY(!backup.value(q("setId")).toString().isEmpty());
    QVERIFY(QFileInfo::exists(state + q("/catalog.sqlite")));
    QVERIFY_EXIT(m_desk->run({q("verify"), q("--latest"), q("--profile"), q("night")}), 0);
}
