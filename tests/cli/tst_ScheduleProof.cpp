#include "tests/cli/tst_ScheduleProof.h"

#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString fromTwoDaysAgo = q("-2d");

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
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {q("host all guarded 127.0.0.1/32 scram-sha-256")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm",
                                   "CREATE TABLE animals (id int PRIMARY KEY);"
                                   "CREATE ROLE guarded LOGIN PASSWORD 'secret' IN ROLE pg_read_all_data;"));
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

void tst_ScheduleProof::withoutStoringNothingIsMade()
{
    QCOMPARE(prove({q("--no-store")}), 3);
    QCOMPARE(item("connection").value(q("result")).toString(), q("pass"));
    QVERIFY(item("backup").isEmpty());
    QCOMPARE(prove({q("--dry-run")}), 3);
    QCOMPARE(sets(), 0);
}

void tst_ScheduleProof::whatWouldFailAtNightIsFound_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *name, const QStringList &options, int code, const char *found) {
        QTest::newRow(name) << options << code << QByteArray(found);
    };
    row("keychain only", {q("--secret"), q("keychain")}, 12, "connection"); // K01
    row("a role with a password that is nowhere", {q("--host"), q("127.0.0.1"), q("--user"), q("guarded")},
        12, "connection");
    row("the server is away", {q("--host"), q("/nowhere")}, 13, "connection");
    row("no client tools", {q("--tools"), q("/nowhere")}, 20, "tools"); // L07
    row("no repository", {q("--repository"), q("/nowhere")}, 15, "repository");
}

void tst_ScheduleProof::whatWouldFailAtNightIsFound()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QByteArray, found);
    QVERIFY_EXIT(m_desk->run(QStringList{q("profile"), q("set")} + options), 0);
    QCOMPARE(prove(), code);
    QCOMPARE(item(found.constData()).value(q("result")).toString(), q("fail"));
    QVERIFY(item("backup").isEmpty());
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
