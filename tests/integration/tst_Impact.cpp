#include "tests/integration/tst_Impact.h"

#include "tests/support/DumpStub.h"
#include "tests/support/Files.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <csignal>

#include <sys/resource.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// How long a part of a run took, in milliseconds; all parts whose name begins so.
qint64 lengthOf(const QJsonObject &run, const QString &begin)
{
    qint64 sum = 0;
    for (const QJsonValue &phase : run.value(q("phases")).toArray()) {
        if (phase.toObject().value(q("name")).toString().startsWith(begin))
            sum += phase.toObject().value(q("durationMs")).toInteger();
    }
    return sum;
}

/// A service of the profile whose start also does what the test wants to see.
class OwnService
{
public:
    OwnService(const Desk &desk, const QByteArray &atStart)
        : m_script("down=\"$0.down\"; case $1 in stop) touch $down;; start) rm $down; " + atStart +
                       ";; *) test ! -e $down || exit 3;; esac",
                   q("web"))
    {
        const QString profile = desk.home() + q("/config/masclet-backup/profiles/desk.toml");
        QByteArray table = "\n[[services]]\nname = \"web\"\ncontroller = \"command\"\n";
        for (const char *verb : {"stop", "start", "status"})
            table += QByteArray(verb) + " = [\"" + m_script.path().toUtf8() + "\", \"" + verb + "\"]\n";
        put(profile, contentOf(profile) + table);
    }

private:
    FakeTool m_script;
};

} // namespace

void tst_Impact::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->createDatabase("other"));
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE TABLE animals AS SELECT repeat('x', 1000) AS tag FROM "
                                           "generate_series(1, 600);"
                                           "CREATE ROLE plain LOGIN IN ROLE pg_read_all_data;"
                                           "CREATE ROLE few LOGIN CONNECTION LIMIT 2 IN ROLE "
                                           "pg_read_all_data, pg_read_all_stats;"
                                           "CREATE ROLE several LOGIN CONNECTION LIMIT 5 IN ROLE "
                                           "pg_read_all_data, pg_read_all_stats;"));
    QVERIFY_RESULT(m_cluster->psql("other", "CREATE TABLE busy (id int)"));
}

void tst_Impact::cleanupTestCase()
{
    m_desk.reset();
    m_cluster.reset();
}

void tst_Impact::init()
{
    auto desk = Desk::make(*m_cluster, "farm", {q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
}

void tst_Impact::set(const QStringList &options) const
{
    QVERIFY_EXIT(m_desk->run(QStringList{q("profile"), q("set")} + options), 0);
}

ProgramOutcome tst_Impact::backUp(const QStringList &options)
{
    ProgramOutcome outcome = m_desk->run(QStringList{q("backup"), q("--json")} + options);
    m_document = QJsonDocument::fromJson(outcome.output).object();
    return outcome;
}

QJsonObject tst_Impact::runRecord() const
{
    return m_document.value(q("run")).toObject();
}

/// The tools and our own threads; but not a service that is started again.
void tst_Impact::allThatIsHeavyStepsBack()
{
    const QString seen = m_desk->home() + q("/seen");
    const QByteArray look =
        " ps -o ni= -p $$ >> " + seen.toUtf8() + "; ionice -p $$ >> " + seen.toUtf8() + ";";
    const DumpStub stub(look + DumpStub::run("pg_dump"));
    set(stub.option() + QStringList{q("--nice"), q("15"), q("--io-priority"), q("idle")});
    const OwnService service(*m_desk, "ps -o ni= -p $$ >> " + seen.toUtf8() + ".web");
    const ProgramOutcome outcome = backUp({q("--stop-services")});
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, endOf(outcome).constData());
    QCOMPARE(contentOf(seen).simplified(), QByteArray("15 idle"));
    const QByteArray usual = QByteArray::number(::getpriority(PRIO_PROCESS, 0));
    QCOMPARE(contentOf(seen + q(".web")).simplified(), usual);
}

/// 600 kB of rows at 300 kB a second.
void tst_Impact::readingIsHeldBack()
{
    const ProgramOutcome quick = backUp();
    QVERIFY2(quick.exitCode == 0 || quick.exitCode == 3, endOf(quick).constData());
    const ProgramOutcome slow = backUp({q("--rate-limit"), q("300 kB")});
    QVERIFY2(slow.exitCode == 0 || slow.exitCode == 3, endOf(slow).constData());
    QVERIFY2(slow.errorOutput.contains("at most 300.0 kB a second"), slow.errorOutput.constData());
    const qint64 took = lengthOf(runRecord(), q("Dumping the database, at most"));
    QVERIFY2(took >= 1'500 && took < 20'000, QByteArray::number(took).constData());
}

/// A kB a second: each pause is longer than the stall limit.
void tst_Impact::aPauseIsNoStallAndEndsWhenAsked()
{
    const std::unique_ptr<QProcess> running =
        m_desk->start({q("backup"), q("--rate-limit"), q("1 kB"), q("--stall-limit"), q("1s")});
    QByteArray said;
    const auto dumps = [&] {
        said += running->readAllStandardError();
        return said.contains("at most 1.0 kB a second");
    };
    QVERIFY2(QTest::qWaitFor(dumps, 60'000), said.constData());
    QTest::qWait(3'000); // longer than the stall limit
    QCOMPARE(running->state(), QProcess::Running);
    running->terminate();
    QVERIFY(running->waitForFinished(8'000));
    QCOMPARE(running->exitCode(), 128 + SIGTERM);
    QCOMPARE(QDir(m_desk->repository() + q("/.staging")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
}

void tst_Impact::aDirectoryIsNotHeldBack()
{
    const ProgramOutcome outcome = backUp({q("--rate-limit"), q("300 kB"), q("--format"), q("directory")});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.errorOutput.contains("does not hold for the format directory"),
             outcome.errorOutput.constData());
}

/// It has failed, is not tried again, leaves nothing, and what it stopped runs again.
void tst_Impact::whatTakesTooLongIsEnded()
{
    const DumpStub stub("exec sleep 600");
    const QString mark = m_desk->home() + q("/started");
    set(stub.option() + QStringList{q("--max-duration"), q("1s"), q("--retries"), q("3")});
    const OwnService service(*m_desk, "echo again >> " + mark.toUtf8());
    const ProgramOutcome outcome = backUp({q("--scheduled"), q("--stop-services")});
    QCOMPARE(outcome.exitCode, 14);
    QVERIFY2(outcome.errorOutput.contains("longer than 1.0 s, as the profile allows"),
             outcome.errorOutput.constData());
    QVERIFY(!outcome.errorOutput.contains("Tried again"));
    QCOMPARE(contentOf(mark), QByteArray("again\n"));
    QCOMPARE(QDir(m_desk->repository() + q("/.staging")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
    const ProgramOutcome listed = m_desk->run({q("list"), q("--runs"), q("--json")});
    const QJsonObject run =
        QJsonDocument::fromJson(listed.output).object().value(q("runs")).toArray()[0].toObject();
    QCOMPARE(run.value(q("state")).toString(), q("failed"));
    QCOMPARE(run.value(q("exitCode")).toInt(), 14);
    QVERIFY(m_desk->newestArchive().isEmpty());
}

void tst_Impact::aRehearsalTakesNoLongerThanABackup()
{
    const DumpStub stub("exec sleep 600");
    set(stub.option() + QStringList{q("--max-duration"), q("1s")});
    const ProgramOutcome outcome = backUp({q("--no-store")});
    QCOMPARE(outcome.exitCode, 14);
    QVERIFY2(outcome.errorOutput.contains("longer than 1.0 s, as the profile allows"),
             outcome.errorOutput.constData());
}

void tst_Impact::theLoadIsMeasuredAndShown()
{
    const QByteArray client = DumpStub::real("psql") + " -X -q -h " + m_cluster->socketFolder().toUtf8() +
                              " -p " + QByteArray::number(m_cluster->port()) + " -U postgres other ";
    QProcess holder;
    holder.start(q("/bin/sh"), {q("-c"), QString::fromUtf8("exec " + client)});
    QVERIFY(holder.waitForStarted());
    holder.write("BEGIN; LOCK TABLE busy;\n\\echo held\n");
    QVERIFY(holder.waitForReadyRead(20'000));
    QProcess waiter;
    waiter.start(q("/bin/sh"), {q("-c"), QString::fromUtf8("exec " + client + "-c 'SELECT * FROM busy'")});
    const auto waits = [&] {
        return m_cluster
                   ->psql("other", "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                   .value_or(QByteArray())
                   .trimmed() == "1";
    };
    QVERIFY(QTest::qWaitFor(waits, 20'000));
    // What others write while the dump goes on: more than 2 MB.
    const DumpStub stub(DumpStub::run("pg_dump") + " && " + client +
                        "-o /dev/null -c 'CREATE TABLE w AS SELECT generate_series(1, 40000)'");
    set(stub.option());
    const ProgramOutcome outcome = backUp();
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, endOf(outcome).constData());
    const QJsonObject load = runRecord().value(q("load")).toObject();
    QVERIFY(load.value(q("samples")).toInt() >= 2);
    QVERIFY(load.value(q("mostSessions")).toInt() >= 1);
    QVERIFY(load.value(q("meanSessions")).toInt() >= 100);
    QVERIFY(load.value(q("longestWaitMs")).toInteger() > 0);
    QVERIFY(load.value(q("walBytes")).toInteger() > 1'000'000);
    QCOMPARE(load.value(q("problem")).toString(), QString());
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QVERIFY(waiter.waitForFinished());
    const ProgramOutcome shown = m_desk->run({q("show"), q("--latest")});
    QVERIFY2(shown.output.contains("Load on the server") && shown.output.contains("of WAL (looked at "),
             shown.output.constData());
    const ProgramOutcome document = m_desk->run({q("show"), q("--latest"), q("--json")});
    QCOMPARE(QJsonDocument::fromJson(document.output).object().value(q("load")).toObject(), load);
}

void tst_Impact::theLoadIsNotMeasured_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("problem");
    QTest::newRow("not wanted") << QStringList{q("--measure-load"), q("false")} << QString();
    QTest::newRow("no right") << QStringList{q("--user"), q("plain")} << q("pg_read_all_stats");
    // As many sessions as the dump itself needs (it may have ended by then), and more of them than that.
    QTest::newRow("no session left") << QStringList{q("--user"), q("few")} << q("Cannot connect|no session");
    QTest::newRow("few sessions") << QStringList{q("--user"), q("several")} << q("no session to spare");
}

void tst_Impact::theLoadIsNotMeasured()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, problem);
    set(options + QStringList{q("--role-passwords"), q("false")});
    const ProgramOutcome outcome = backUp();
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, endOf(outcome).constData());
    const QJsonValue load = runRecord().value(q("load"));
    QCOMPARE(load.isNull(), problem.isEmpty());
    const QString told = load.toObject().value(q("problem")).toString();
    QVERIFY2(told.contains(QRegularExpression(problem)), qPrintable(told));
}
