#include "tests/core/schedule/tst_CronFile.h"

#include "core/schedule/CronFile.h"
#include "tests/core/schedule/ScheduleFixture.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString other = QStringLiteral("fedcba9876543210fedcba9876543210");

CronMachine machineIn(const char *zone)
{
    return {QTimeZone(zone), QStringLiteral("root")};
}

/// Empty, and a failed test, when there are none.
QByteArray linesOf(const Profile &profile, const CronMachine &machine,
                   const ScheduleCaller &caller = rootCaller())
{
    const auto lines = scheduledBackup(profile, caller).and_then([&](const ScheduledBackup &backup) {
        return cronLines(backup, machine, autumn2026());
    });
    if (!lines)
        QTest::qFail(reason(lines).constData(), __FILE__, __LINE__);
    return lines.value_or(QByteArray());
}

} // namespace

void tst_CronFile::inItsOwnZoneCronHasTheTimesThemselves()
{
    Profile profile = nightlyProfile();
    profile.schedule.at = {QStringLiteral("02:00"), QStringLiteral("14:30")};
    const QByteArray command =
        " root /bin/true backup --profile /etc/masclet-backup/profiles/shop.toml --state "
        "/var/lib/masclet-backup --scheduled --if-due --wait 4h --lang en\n";
    QCOMPARE(linesOf(profile, machineIn("Europe/Madrid")),
             QByteArray("# Profile shop: 02:00, 14:30 Europe/Madrid\n"
                        "SHELL=/bin/sh\n"
                        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n"
                        "LANG=C.UTF-8\n"
                        "MAILTO=\"root\"\n"
                        "0 2 * * *") +
                 command + "30 14 * * *" + command +
                 "# For runs that were missed while the machine was off; ends at once where none was.\n"
                 "@reboot" +
                 command);
}

void tst_CronFile::alarmsAreLookedAtWhereSomebodyIsToBeTold()
{
    Profile profile = nightlyProfile();
    profile.contacts = {{QStringLiteral("dba"), QStringLiteral("Ana"), {}, {}, {}, QStringLiteral("1")}};
    const QByteArray lines = linesOf(profile, machineIn("Europe/Madrid"));
    QVERIFY2(
        lines.endsWith("\n*/10 * * * * root /bin/true alarm escalate --profile "
                       "/etc/masclet-backup/profiles/shop.toml --state /var/lib/masclet-backup --scheduled "
                       "--lang en\n"),
        lines.constData());
    QCOMPARE(cronStarts(lines), (QByteArrayList{"0 2 * * *", "@reboot", "*/10 * * * *"}));
}

void tst_CronFile::daysOfTheWeekAreThoseOfTheProfile()
{
    Profile profile = nightlyProfile();
    profile.schedule.weekdays = {QStringLiteral("sun"), QStringLiteral("mon")};
    QCOMPARE(cronStarts(linesOf(profile, machineIn("Europe/Madrid"))),
             (QByteArrayList{"0 2 * * 1,7", "@reboot"}));
}

void tst_CronFile::inAnotherZoneEveryHourLooksWhetherOneIsDue_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("machine");
    QTest::addColumn<QStringList>("at");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char *zone, const char *machine, const QStringList &at, const char *start) {
        QTest::addRow("%s on %s", zone, machine)
            << QByteArray(zone) << QByteArray(machine) << at << QByteArray(start);
    };
    row("Europe/Madrid", "UTC", {QStringLiteral("02:00")}, "0 * * * *");
    row("Europe/Madrid", "Europe/Paris", {QStringLiteral("02:15"), QStringLiteral("03:40")},
        "0,15,40 * * * *"); // 0: at the change of the clocks, which skips 02:15
    row("Asia/Kolkata", "UTC", {QStringLiteral("02:00")}, "30 * * * *");
    row("UTC", "Asia/Kathmandu", {QStringLiteral("02:00")}, "45 * * * *");
    row("Australia/Lord_Howe", "UTC", {QStringLiteral("02:00")}, "0,30 * * * *");
}

void tst_CronFile::inAnotherZoneEveryHourLooksWhetherOneIsDue()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, machine);
    QFETCH(const QStringList, at);
    QFETCH(const QByteArray, start);
    Profile profile = nightlyProfile();
    profile.schedule.zone = QString::fromLatin1(zone);
    profile.schedule.at = at;
    profile.schedule.weekdays = {QStringLiteral("sun")}; // the rules are ours, not cron's
    QCOMPARE(cronStarts(linesOf(profile, machineIn(machine.constData()))), QByteArrayList{start});
}

void tst_CronFile::theShellReadsBackEveryWord()
{
    Profile profile = nightlyProfile();
    profile.path = QStringLiteral("/srv/it's \"a\" $HOME `id` \\ ; & ñ.toml");
    const QByteArray lines = linesOf(profile, machineIn("UTC"));
    const QByteArray command = lines.mid(lines.indexOf(" root ") + 6).trimmed();
    const ToolAnswer answer = askTool(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("set -- %1; for word; do printf '%s\\n' \"$word\"; done")
                                   .arg(QString::fromUtf8(command))});
    QStringList expected = scheduledBackup(profile, rootCaller())->arguments;
    expected.prepend(QStringLiteral("/bin/true"));
    QCOMPARE(QString::fromUtf8(answer.text).trimmed().split(QChar(u'\n')), expected);
}

void tst_CronFile::whatCronCannotBeToldIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("mailTo");
    const QString root = QStringLiteral("root");
    QTest::newRow("L07 percent") << QStringLiteral("/srv/100%.toml") << root;
    QTest::newRow("line end") << QStringLiteral("/srv/a\n* * * * * root reboot #.toml") << root;
    QTest::newRow("too long") << QStringLiteral("/srv/") + QString(900, u'a') << root;
    QTest::newRow("relative") << QStringLiteral("shop.toml") << root;
    QTest::newRow("mail with a line end") << QStringLiteral("/srv/shop.toml") << QStringLiteral("a\nb");
    QTest::newRow("mail with a quote") << QStringLiteral("/srv/shop.toml") << QStringLiteral("a\"b");
}

void tst_CronFile::whatCronCannotBeToldIsRefused()
{
    QFETCH(const QString, path);
    QFETCH(const QString, mailTo);
    Profile profile = nightlyProfile();
    profile.path = path;
    const auto lines = scheduledBackup(profile, rootCaller()).and_then([&](const ScheduledBackup &backup) {
        return cronLines(backup, {QTimeZone("Europe/Madrid"), mailTo}, autumn2026());
    });
    QVERIFY(!lines);
    QVERIFY(!lines.error().message.contains(QChar(u'\n')));
}

void tst_CronFile::onlyAStoredProfileCanBeScheduled()
{
    Profile profile = nightlyProfile();
    profile.path.clear();
    QVERIFY_FAILS(scheduledBackup(profile, rootCaller()), ErrorKind::Config);
    profile = nightlyProfile();
    profile.name = QStringLiteral("../x");
    QVERIFY_FAILS(scheduledBackup(profile, rootCaller()), ErrorKind::Config);
}

void tst_CronFile::blocksOfOtherProfilesAreKeptAsTheyAre()
{
    const QString id = nightlyProfile().id;
    CronFile file;
    file.put(other, "# a comment\n\n5 5 * * * root /bin/other\n");
    file.put(id, "0 2 * * * root /bin/true\n");
    auto read = CronFile::parse(file.text(), QStringLiteral("x"));
    QVERIFY_RESULT(read);
    QCOMPARE(read->text(), file.text());
    read->put(id, "0 3 * * * root /bin/true\n");
    QCOMPARE(read->lines(id), std::optional<QByteArray>("0 3 * * * root /bin/true\n"));
    QCOMPARE(read->lines(other), file.lines(other));
    read->remove(id);
    QVERIFY(!read->lines(id));
    QVERIFY(!read->isEmpty());
    QVERIFY(read->text().contains("\n5 5 * * * root /bin/other\n"));
    read->remove(other);
    QVERIFY(read->isEmpty());
    const auto bare = CronFile::parse(read->text(), QStringLiteral("x"));
    QVERIFY_RESULT(bare);
    QVERIFY(bare->isEmpty());
}

void tst_CronFile::foreignLinesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    CronFile file;
    file.put(other, "5 5 * * * root /bin/other\n");
    const QByteArray ours = file.text();
    QTest::newRow("another's file") << QByteArray("0 2 * * * root /usr/local/bin/dump.sh\n");
    QTest::newRow("a line in front") << "# mine\n" + ours;
    QTest::newRow("a line behind") << ours + "0 2 * * * root /usr/local/bin/dump.sh\n";
    QTest::newRow("cut off") << ours.left(ours.size() - 20) + '\n';
    QTest::newRow("no line end") << ours.chopped(1);
}

void tst_CronFile::foreignLinesAreLeftAlone()
{
    QFETCH(const QByteArray, text);
    QVERIFY_FAILS(CronFile::parse(text, QStringLiteral("x")), ErrorKind::Config);
}
