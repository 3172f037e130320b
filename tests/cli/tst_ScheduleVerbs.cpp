#include "tests/cli/tst_ScheduleVerbs.h"

#include "tests/support/Files.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace masclet;
using masclet::test::CliFixture;
using masclet::test::contentOf;

namespace
{

const QString cronFile = QStringLiteral("root/etc/cron.d/masclet-backup");

} // namespace

void tst_ScheduleVerbs::init()
{
    m_cli = std::make_unique<CliFixture>();
    run(QStringLiteral("init --profile shop --host /nowhere --zone Europe/Madrid --repository ") +
        m_cli->path(QStringLiteral("backups")));
    QVERIFY(QFileInfo::exists(m_cli->profilePath(QStringLiteral("shop"))));
    QVERIFY(QDir().mkpath(m_cli->path(QStringLiteral("root/etc/cron.d"))));
}

/// ROOT is another system's, so that nothing of this machine is changed.
int tst_ScheduleVerbs::run(const QString &line)
{
    return m_cli->run(QString(line)
                          .replace(QStringLiteral("ROOT"), m_cli->path(QStringLiteral("root")))
                          .split(QChar(u' ')));
}

void tst_ScheduleVerbs::theNextRunsAreShownWithWhatTheClocksDo()
{
    m_cli->clock.setWall(QDateTime(QDate(2027, 3, 26), QTime(12, 0), Qt::UTC));
    QCOMPARE(run(QStringLiteral("schedule show --root ROOT")), 3);
    const QByteArray shown = m_cli->console.output;
    QVERIFY2(
        shown.contains("2027-03-28 03:00 CEST  2027-03-28 01:00 UTC  The clocks skip 02:00 on that day; it "
                       "runs at the change.\n"),
        shown.constData());
    QVERIFY2(shown.contains("2027-10-31 02:00 CEST  2027-10-31 00:00 UTC  The clocks show 02:00 twice"),
             shown.constData());
    QCOMPARE(shown.count("2027-03-28"), 2);
    QVERIFY(m_cli->console.errors.contains("Nothing starts backups by itself."));
}

void tst_ScheduleVerbs::whatIsInstalledIsShownAndTakenAwayAgain()
{
    QCOMPARE(run(QStringLiteral("schedule install --as cron --mail-to dba@example.org --root ROOT")), 0);
    const QByteArray text = contentOf(m_cli->path(cronFile));
    QVERIFY2(text.contains("\nMAILTO=\"dba@example.org\"\n"), text.constData());
    QVERIFY2(text.contains(" root " + QCoreApplication::applicationFilePath().toUtf8() +
                           " backup --profile " + m_cli->profilePath(QStringLiteral("shop")).toUtf8() +
                           " --state " + m_cli->path(QStringLiteral("state/masclet-backup")).toUtf8() +
                           " --scheduled --if-due --wait 4h --lang en\n"),
             text.constData());
    QCOMPARE(run(QStringLiteral("schedule show --json --root ROOT")), 0);
    const QJsonObject document = m_cli->document();
    const QJsonObject part = document.value(QStringLiteral("installed")).toArray()[0].toObject();
    QCOMPARE(part.value(QStringLiteral("scheduler")).toString(), QStringLiteral("cron"));
    QCOMPARE(part.value(QStringLiteral("current")).toBool(), true);
    QCOMPARE(document.value(QStringLiteral("next")).toArray().size(), 7);
    run(QStringLiteral("profile set --at 04:30"));
    QCOMPARE(run(QStringLiteral("schedule show --root ROOT")), 3);
    QCOMPARE(run(QStringLiteral("schedule remove --root ROOT")), 0);
    QVERIFY(!QFileInfo::exists(m_cli->path(cronFile)));
    QCOMPARE(run(QStringLiteral("schedule remove --root ROOT")), 0);
    QVERIFY(m_cli->console.output.startsWith("There is nothing to take away."));
}

void tst_ScheduleVerbs::aDryRunShowsTheFileAndWritesNothing()
{
    QCOMPARE(run(QStringLiteral("schedule install --as cron --dry-run --root ROOT")), 0);
    QVERIFY(m_cli->console.output.contains("  SHELL=/bin/sh\n"));
    QVERIFY(!QFileInfo::exists(m_cli->path(cronFile)));
    QCOMPARE(run(QStringLiteral("schedule install --as systemd --dry-run --json --root ROOT")), 0);
    QCOMPARE(m_cli->document().value(QStringLiteral("files")).toArray().size(), 2);
    QCOMPARE(m_cli->document().value(QStringLiteral("done")).toBool(), false);
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("root/etc/systemd"))));
}

void tst_ScheduleVerbs::todaysFlagsAreNotInstalled()
{
    m_cli->environment.insert(QStringLiteral("MASCLET_AT"), QStringLiteral("05:55"));
    run(QStringLiteral("schedule show --json --root ROOT"));
    const QJsonArray next = m_cli->document().value(QStringLiteral("next")).toArray();
    QCOMPARE(next[0].toObject().value(QStringLiteral("time")).toString(), QStringLiteral("02:00"));
}

void tst_ScheduleVerbs::wrongCallsAreUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no such scheduler") << QStringLiteral("schedule install --as anacron --root ROOT");
    QTest::newRow("which system?") << QStringLiteral("schedule install --root ROOT");
    QTest::newRow("mail by systemd") << QStringLiteral(
        "schedule install --as systemd --mail-to a --root ROOT");
    QTest::newRow("no address") << QStringLiteral("schedule install --as cron --mail-to a;b --root ROOT");
    QTest::newRow("times are the profile's") << QStringLiteral("schedule install --as cron --at 05:00");
}

void tst_ScheduleVerbs::wrongCallsAreUsage()
{
    QFETCH(const QString, line);
    QCOMPARE(run(line), 2);
    QVERIFY(!QFileInfo::exists(m_cli->path(cronFile)));
}
