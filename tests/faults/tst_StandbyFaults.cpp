#include "tests/faults/tst_StandbyFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList backup{QStringLiteral("backup"), QStringLiteral("--no-retention")};
const QStringList noTest{QStringLiteral("--restore-test"), QStringLiteral("never")};

} // namespace

/// The standby lets nothing delay its replay, as one that is there for fail-over.
void tst_StandbyFaults::initTestCase()
{
    auto primary = TempCluster::start();
    QVERIFY_RESULT(primary);
    m_primary = std::move(*primary);
    QVERIFY_RESULT(m_primary->createDatabase("farm"));
    QVERIFY_RESULT(m_primary->psql("farm",
                                   "CREATE TABLE animals AS SELECT n AS id, repeat(md5(n::text), 8) AS "
                                   "note FROM generate_series(1, 20000) AS n;"
                                   "CREATE TABLE parts AS SELECT n AS id FROM generate_series(1, 500) n;"
                                   "CREATE SEQUENCE numbers; SELECT nextval('numbers')"));
    auto standby = TempCluster::standbyOf(*m_primary, {QStringLiteral("max_standby_streaming_delay = 0")});
    QVERIFY_RESULT(standby);
    m_standby = std::move(*standby);
    QCOMPARE(*m_standby->psql("farm", "SELECT pg_is_in_recovery()"), QByteArray("t"));
}

void tst_StandbyFaults::cleanupTestCase()
{
    m_standby.reset();
    m_primary.reset();
}

void tst_StandbyFaults::waitForReplay() const
{
    const auto written = m_primary->psql("postgres", "SELECT pg_current_wal_lsn()");
    QVERIFY_RESULT(written);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_standby->psql("postgres", "SELECT pg_last_wal_replay_lsn() >= '" + *written + "'").value_or("?"),
        QByteArray("t"), 20'000);
}

void tst_StandbyFaults::aStandbyIsBackedUpAndTestedInASandbox_D16()
{
    QVERIFY_RESULT(m_primary->psql("farm", "INSERT INTO parts VALUES (501)"));
    waitForReplay();
    const auto desk =
        Desk::make(*m_standby, "farm", {QStringLiteral("--restore-test-on"), QStringLiteral("sandbox")});
    QVERIFY_RESULT(desk);
    const Invariants invariants(**desk, *m_standby);
    const ProgramOutcome outcome = (*desk)->run(backup);
    QVERIFY_EXIT(outcome, 0);
    QVERIFY2(outcome.output.contains("20501 rows"), endOf(outcome).constData());
    QVERIFY2(outcome.output.contains("restore-tested"), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken());
}

void tst_StandbyFaults::replayThatEndsTheDumpIsExplained_D16_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("rows it still needs are cleaned up")
        << QByteArray("DELETE FROM parts WHERE id < 300; VACUUM parts;");
    QTest::newRow("a table is locked") << QByteArray("ALTER TABLE animals ADD COLUMN more int;");
    QTest::newRow("the database goes") << QByteArray("\\c postgres\nDROP DATABASE farm;");
}

/// Several sessions would be hit by the replay one by one, so there is only one (15.20's notes).
void tst_StandbyFaults::jobsAreOneOnAStandby_D16()
{
    const QStringList several = noTest + QStringList{QStringLiteral("--format"), QStringLiteral("directory"),
                                                     QStringLiteral("--jobs"), QStringLiteral("2")};
    for (const TempCluster *server : {m_primary.get(), m_standby.get()}) {
        const auto desk = Desk::make(*server, "farm", several);
        QVERIFY_RESULT(desk);
        const Invariants invariants(**desk, *server);
        const ProgramOutcome outcome = (*desk)->run(backup);
        QVERIFY_EXIT(outcome, 0);
        QVERIFY_HOLDS(invariants.broken(outcome));
        const QDir sets((*desk)->repository() + QStringLiteral("/sets"));
        QFile manifest(sets.filePath(sets.entryList({QStringLiteral("*.json")}).value(0)));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QByteArray text = manifest.readAll();
        QVERIFY2(text.contains("--jobs=2") == (server == m_primary.get()), text.constData());
    }
}

/// Replay goes on while pg_dump is in the middle of it.
void tst_StandbyFaults::replayThatEndsTheDumpIsExplained_D16()
{
    QFETCH(QByteArray, change);
    const auto desk = Desk::make(*m_standby, "farm", noTest);
    QVERIFY_RESULT(desk);
    QFile script((*desk)->home() + QStringLiteral("/change.sql"));
    QVERIFY(script.open(QIODevice::WriteOnly) && script.write(change) == change.size());
    script.close();
    const auto psql = [](const TempCluster &server, const QByteArray &arguments) {
        return stockPrograms().toUtf8() + "/psql -X -q -A -t -h " + server.socketFolder().toUtf8() +
               " -U postgres " + arguments;
    };
    // What pg_dump's session has to say in between must get out, or it cannot be told to end: so the dump
    // goes on in drops until the standby has replayed the change.
    const DumpStub stub("pipe=$(dirname \"$0\")/pipe; mkfifo \"$pipe\"; " + DumpStub::run("pg_dump") +
                        " > \"$pipe\" & dump=$!\n{ head -c 100000; " +
                        psql(*m_primary, "-d farm -f " + script.fileName().toUtf8()) + " >&2\nlsn=$(" +
                        psql(*m_primary, "-d postgres -c 'SELECT pg_current_wal_lsn()'") + ")\nuntil [ \"$(" +
                        psql(*m_standby, "-d postgres -c \"SELECT pg_last_wal_replay_lsn() >= '$lsn'\"") +
                        ")\" = t ]; do head -c 1000; done\ncat; } < \"$pipe\"; rm \"$pipe\"; wait $dump");
    const ProgramOutcome outcome = (*desk)->run(backup + stub.option());
    QVERIFY_EXIT(outcome, 14);
    QVERIFY2(outcome.errorOutput.contains("max_standby_streaming_delay"), endOf(outcome).constData());
    QVERIFY((*desk)->newestArchive().isEmpty());
}

void tst_StandbyFaults::aStandbyIsNoPlaceForARestoreTest_D16()
{
    const auto desk = Desk::make(*m_standby, "postgres", noTest);
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run(backup), 0);
    const ProgramOutcome outcome = (*desk)->run({QStringLiteral("restore-test"), QStringLiteral("--latest")});
    QVERIFY_EXIT(outcome, 17);
    QVERIFY2(outcome.errorOutput.contains("standby"), endOf(outcome).constData());
    QVERIFY2(outcome.errorOutput.contains("sandbox"), endOf(outcome).constData());
    const ProgramOutcome shown = (*desk)->run({QStringLiteral("list"), QStringLiteral("--json")});
    QVERIFY(!shown.output.contains("\"restore-tested\""));
}
