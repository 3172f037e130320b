#include "tests/core/repository/tst_RunRecord.h"

#include "core/repository/RunRecord.h"
#include "tests/core/repository/Fixture.h"

using namespace masclet;

namespace
{

RunRecord sample()
{
    RunRecord run;
    run.id = QStringLiteral("20250218T010007Z-3f9c2a");
    run.verb = QStringLiteral("backup");
    run.profile = QStringLiteral("masclet_imperi");
    run.profileId = QStringLiteral("p1");
    run.trigger = QStringLiteral("schedule");
    run.author = QStringLiteral("root@granja");
    run.setId = QStringLiteral("masclet_imperi_20250218");
    run.sequence = 7;
    run.state = RunState::Failed;
    run.started = QDateTime::fromString(QStringLiteral("2025-02-18T01:00:07.000Z"), Qt::ISODateWithMs);
    run.finished = run.started.addSecs(5);
    run.durationMs = 5000;
    run.exitCode = 15;
    run.storedBytes = 1;
    run.databaseBytes = 1;
    run.rawBytes = 2;
    run.rows = 3;
    run.phases = {{QStringLiteral("Dumping"), 10, 4000}, {QStringLiteral("Reading back"), 4010, 990}};
    run.load = RunLoad{12, 3, 150, 2'000, 4'711, QStringLiteral("p")};
    run.warnings = {QStringLiteral("w")};
    run.message = QStringLiteral("m");
    run.hint = QStringLiteral("h");
    run.detail = QStringLiteral("d");
    return run;
}

} // namespace

void tst_RunRecord::whatIsWrittenIsReadBackEqual()
{
    RunRecord run = sample();
    for (const RunState state : {RunState::Running, RunState::Ok, RunState::Warnings, RunState::Failed,
                                 RunState::Stopped, RunState::Interrupted}) {
        run.state = state;
        const Result<RunRecord> read = runRecordFromJson(toJson(run));
        QVERIFY_RESULT(read);
        QCOMPARE(*read, run);
    }
    run.finished = {};
    QCOMPARE(*runRecordFromJson(toJson(run)), run);
}

void tst_RunRecord::recordsOfFormerVersionsAreRead()
{
    QJsonObject object = toJson(sample());
    object.remove(QStringLiteral("databaseBytes"));
    object.remove(QStringLiteral("phases"));
    object.remove(QStringLiteral("load"));
    object.insert(QStringLiteral("storedBytes"), 4711);
    const Result<RunRecord> read = runRecordFromJson(object);
    QVERIFY_RESULT(read);
    QCOMPARE(read->databaseBytes, 4711);
}

void tst_RunRecord::brokenRecordsAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const QJsonObject good = toJson(sample());
    for (auto it = good.begin(); it != good.end(); ++it)
        QTest::addRow("%s of another type", qPrintable(it.key())) << it.key() << QJsonValue(true);
    QTest::newRow("state") << QStringLiteral("state") << QJsonValue(QStringLiteral("fine"));
    QTest::newRow("id") << QStringLiteral("id") << QJsonValue(QStringLiteral("../x"));
    QTest::newRow("exit code") << QStringLiteral("exitCode") << QJsonValue(256);
    QTest::newRow("surplus") << QStringLiteral("surplus") << QJsonValue(1);
}

void tst_RunRecord::brokenRecordsAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(sample());
    object.insert(key, value);
    QVERIFY_FAILS(runRecordFromJson(object), ErrorKind::Verification);
}

void tst_RunRecord::idsSortByTimeAndDiffer()
{
    test::FakeClock clock(
        QDateTime::fromString(QStringLiteral("2025-02-18T01:00:07.000Z"), Qt::ISODateWithMs));
    const QString first = newRunId(clock);
    const QString second = newRunId(clock);
    QVERIFY(isRunId(first));
    QVERIFY(first.startsWith(QLatin1String("20250218T010007Z-")));
    QVERIFY(first != second);
    clock.advance(std::chrono::seconds(1));
    QVERIFY(first < newRunId(clock));
}

void tst_RunRecord::toolOutputIsCut()
{
    RunRecord run = sample();
    run.detail = QString(10'000'000, QChar(u'x')); // X04
    QVERIFY(runRecordFromJson(toJson(run))->detail.size() < 20'000);
}
