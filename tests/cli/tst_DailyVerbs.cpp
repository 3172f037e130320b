#include "tests/cli/tst_DailyVerbs.h"

#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>

using namespace masclet;
using masclet::test::CliFixture;

namespace
{

QString resultOf(const QJsonObject &checklist, const QString &item)
{
    for (const QJsonValue &value : checklist.value(QStringLiteral("items")).toArray()) {
        if (value.toObject().value(QStringLiteral("item")).toString() == item)
            return value.toObject().value(QStringLiteral("result")).toString();
    }
    return {};
}

} // namespace

void tst_DailyVerbs::init()
{
    m_cli = std::make_unique<CliFixture>();
    makeProfile(QStringLiteral("shop"));
}

int tst_DailyVerbs::run(const QString &line)
{
    return m_cli->run(line.split(QChar(u' ')));
}

void tst_DailyVerbs::makeProfile(const QString &name, const QString &options)
{
    run(QStringLiteral("init --profile %1 --host /nowhere --zone Europe/Madrid --repository %2%3")
            .arg(name, m_cli->path(QStringLiteral("backups")), options));
    QVERIFY(QFileInfo::exists(m_cli->profilePath(name)));
}

void tst_DailyVerbs::theChecklistShowsSevenItemsAndKeepsThem()
{
    QCOMPARE(run(QStringLiteral("checklist --json")), 3);
    QJsonObject checklist = m_cli->document();
    QCOMPARE(checklist.value(QStringLiteral("items")).toArray().size(), 7);
    QCOMPARE(checklist.value(QStringLiteral("day")).toString(), QStringLiteral("2025-02-18"));
    QVERIFY(QFileInfo::exists(m_cli->path(QStringLiteral("backups/checklists/shop_20250218.jsonl"))));
    QCOMPARE(run(QStringLiteral("checklist")), 3);
    QVERIFY(m_cli->console.output.contains("] Integrity verified\n"));
    QVERIFY(m_cli->console.output.contains("Not signed."));
}

void tst_DailyVerbs::aDryRunOfTheChecklistKeepsNothing()
{
    QCOMPARE(run(QStringLiteral("checklist --dry-run --json")), 3);
    QCOMPARE(m_cli->document().value(QStringLiteral("items")).toArray().size(), 7);
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("backups/checklists/shop_20250218.jsonl"))));
}

void tst_DailyVerbs::verdictsAndSignatureAreKept()
{
    run(QStringLiteral("checklist --set integrity=accepted --set logs=ok --note first-day --sign Ana"));
    QCOMPARE(run(QStringLiteral("checklist --json --date 2025-02-18")), 3);
    const QJsonObject checklist = m_cli->document();
    QCOMPARE(checklist.value(QStringLiteral("signed")).toBool(), true);
    const QJsonObject integrity = checklist.value(QStringLiteral("items")).toArray()[2].toObject();
    const QJsonObject verdict = integrity.value(QStringLiteral("verdict")).toObject();
    QCOMPARE(verdict.value(QStringLiteral("verdict")).toString(), QStringLiteral("accepted"));
    QCOMPARE(verdict.value(QStringLiteral("name")).toString(), QStringLiteral("Ana"));
    QCOMPARE(verdict.value(QStringLiteral("note")).toString(), QStringLiteral("first-day"));
    run(QStringLiteral("checklist --date 18/02/2025"));
    QVERIFY(m_cli->console.output.contains("Signed by Ana"));
}

void tst_DailyVerbs::aVerdictThatIsNoneIsUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("item") << QStringLiteral("checklist --set colour=ok");
    QTest::newRow("verdict") << QStringLiteral("checklist --set size=fine");
    QTest::newRow("no verdict") << QStringLiteral("checklist --set size");
    QTest::newRow("day") << QStringLiteral("checklist --date yesterday");
    QTest::newRow("future") << QStringLiteral("checklist --date 2025-02-19");
}

void tst_DailyVerbs::aVerdictThatIsNoneIsUsage()
{
    QFETCH(QString, line);
    QCOMPARE(run(line), 2);
}

void tst_DailyVerbs::anotherDayIsShownAsItWasKept()
{
    run(QStringLiteral("checklist"));
    m_cli->clock.advance(std::chrono::hours(24));
    QCOMPARE(run(QStringLiteral("checklist --json --date 2025-02-18")), 3);
    QCOMPARE(m_cli->document().value(QStringLiteral("evaluated")).toString(),
             QStringLiteral("2025-02-18T01:00:00.000Z"));
    run(QStringLiteral("checklist --json"));
    QCOMPARE(m_cli->document().value(QStringLiteral("unsignedDays")).toArray().size(), 1);
}

/// Sunday is looked at on Monday morning: what happened in Monday's night is Monday's all the same.
void tst_DailyVerbs::lookingAtAnEarlierDayHidesNothingOfToday()
{
    const QString path = m_cli->path(QStringLiteral("server.log"));
    QFile log(path);
    QVERIFY(log.open(QIODevice::Append));
    QCOMPARE(run(QStringLiteral("profile set --log-files ") + path), 0);
    run(QStringLiteral("checklist"));
    m_cli->clock.advance(std::chrono::hours(48));
    QVERIFY(log.write("FATAL: no\n") > 0 && log.flush());
    run(QStringLiteral("verify --all")); // of no set: it fails, and is in the journal
    m_cli->clock.advance(std::chrono::hours(2));
    run(QStringLiteral("checklist --date 2025-02-19"));
    run(QStringLiteral("checklist --json"));
    QCOMPARE(m_cli->document().value(QStringLiteral("day")).toString(), QStringLiteral("2025-02-20"));
    QCOMPARE(resultOf(m_cli->document(), QStringLiteral("logs")), QStringLiteral("warn"));
}

void tst_DailyVerbs::logsOfTheProfileAreSearchedOnce()
{
    const QString path = m_cli->path(QStringLiteral("server.log"));
    const auto append = [&path](const QByteArray &text) {
        QFile log(path);
        return log.open(QIODevice::Append) && log.write(text) == text.size();
    };
    QVERIFY(append("all is well\nFATAL: no\n"));
    QCOMPARE(run(QStringLiteral("profile set --log-files ") + path), 0);
    run(QStringLiteral("checklist --json"));
    QCOMPARE(resultOf(m_cli->document(), QStringLiteral("logs")), QStringLiteral("warn"));
    m_cli->clock.advance(std::chrono::hours(24));
    QVERIFY(append("all is well\n"));
    run(QStringLiteral("checklist --json"));
    QCOMPARE(resultOf(m_cli->document(), QStringLiteral("logs")), QStringLiteral("not-checked"));
}

void tst_DailyVerbs::openAlarmsAreToldWhereTheRepositoryIsNot()
{
    run(QStringLiteral("profile set --repository /nowhere"));
    run(QStringLiteral("alarm escalate"));
    QCOMPARE(run(QStringLiteral("alarm list")), 15);
    QVERIFY2(m_cli->console.output.contains("nobody was told yet"), m_cli->console.output.constData());
    QVERIFY2(m_cli->console.errors.contains("/nowhere"), m_cli->console.errors.constData());
    QCOMPARE(run(QStringLiteral("alarm list --json")), 15);
    QCOMPARE(m_cli->document().value(QStringLiteral("told")).toArray().size(), 1);
    QVERIFY(!m_cli->document().value(QStringLiteral("error")).toObject().isEmpty());
}

void tst_DailyVerbs::statusSpeaksNagios()
{
    QCOMPARE(run(QStringLiteral("status")), 1);
    QVERIFY(m_cli->console.output.startsWith("WARNING: shop: There is no verified backup yet."));
    QCOMPARE(m_cli->console.output.count('\n'), 1);
    m_cli->clock.advance(std::chrono::hours(48));
    QCOMPARE(run(QStringLiteral("status --json")), 2);
    const QJsonObject profile = m_cli->document().value(QStringLiteral("profiles")).toArray()[0].toObject();
    QCOMPARE(profile.value(QStringLiteral("level")).toString(), QStringLiteral("CRITICAL"));
    for (const char *part : {"logs", "space", "integrity", "rotation"})
        QVERIFY2(profile.contains(QLatin1String(part)), part);
}

void tst_DailyVerbs::statusNamesTheWorstOfAllProfiles()
{
    makeProfile(QStringLiteral("other"));
    QFile broken(m_cli->profilePath(QStringLiteral("other")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("nonsense = 1\n");
    broken.close();
    QCOMPARE(run(QStringLiteral("status")), 3);
    QVERIFY(m_cli->console.output.startsWith("UNKNOWN: "));
    QVERIFY(m_cli->console.output.contains("\nWARNING: shop: "));
    QVERIFY(m_cli->console.output.contains("\nUNKNOWN: other: "));
}

void tst_DailyVerbs::everyFailureOfStatusIsUnknown_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("usage") << QStringLiteral("status --nonsense");
    QTest::newRow("no such profile") << QStringLiteral("status --profile nobody");
    QTest::newRow("no repository") << QStringLiteral("status --repository /nowhere");
}

void tst_DailyVerbs::everyFailureOfStatusIsUnknown()
{
    QFETCH(QString, line);
    QCOMPARE(run(line), 3);
}
