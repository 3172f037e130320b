#include "tests/core/schedule/tst_SystemdUnits.h"

#include "core/schedule/NextRuns.h"
#include "core/schedule/SystemdUnits.h"
#include "tests/core/schedule/ScheduleFixture.h"
#include "tests/support/Files.h"
#include "tests/support/TestMain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString analyze = QStringLiteral("/usr/bin/systemd-analyze");

SystemdUnits unitsOf(const Profile &profile, UnitScope scope = UnitScope::System,
                     const QString &user = QStringLiteral("root"))
{
    ScheduleCaller caller = rootCaller();
    caller.user = user;
    const auto backup = scheduledBackup(profile, caller);
    if (!backup)
        QTest::qFail(reason(backup).constData(), __FILE__, __LINE__);
    return systemdUnits(*backup, scope, autumn2026());
}

/// Somebody is to be told, by a mail server that wants a password.
Profile watchedProfile()
{
    Profile profile = nightlyProfile();
    profile.contacts = {{QStringLiteral("dba"), QStringLiteral("Ana"), {}, {}, {}, QStringLiteral("1")}};
    profile.notify.mailUser = QStringLiteral("backup");
    profile.notify.metricsFolder = QStringLiteral("/var/lib/prometheus/node-exporter");
    return profile;
}

Profile sandboxProfile()
{
    Profile profile = nightlyProfile();
    profile.schedule.restoreTestOn = QStringLiteral("sandbox");
    return profile;
}

bool has(const QByteArray &unit, const char *line)
{
    return ('\n' + unit).contains('\n' + QByteArray(line) + '\n');
}

/// When systemd starts something by such a line in the year to come, as UTC.
QSet<QDateTime> elapsesOf(const QString &calendar)
{
    const ToolAnswer answer =
        askTool(analyze, {QStringLiteral("calendar"), QStringLiteral("--iterations=370"),
                          QStringLiteral("--base-time=2026-11-30 12:00:00 UTC"), calendar});
    static const QRegularExpression moment(QStringLiteral(
        "(?:Next elapse|Iter\\. #\\d+): \\w+ (\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}) UTC"));
    QSet<QDateTime> elapses;
    auto found = moment.globalMatch(QString::fromUtf8(answer.text));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        elapses << QDateTime(QDate::fromString(match.captured(1), Qt::ISODate),
                             QTime::fromString(match.captured(2), Qt::ISODate), Qt::UTC);
    }
    return elapses;
}

} // namespace

void tst_SystemdUnits::wordsAreQuotedForSystemd_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("quoted");
    const auto row = [](const char *word, const char *quoted) {
        QTest::newRow(word) << QString::fromUtf8(word) << QByteArray(quoted);
    };
    row("/usr/bin/masclet-backup", "/usr/bin/masclet-backup");
    row("--wait", "--wait");
    row("", "\"\"");
    row("/a b", "\"/a b\"");
    row("/100%n", "\"/100%%n\"");
    row("/$HOME/${x}", "\"/$$HOME/$${x}\"");
    row("a\"b\\c", "\"a\\\"b\\\\c\"");
    row(";", "\";\"");
    row("/ñ", "\"/ñ\"");
}

void tst_SystemdUnits::wordsAreQuotedForSystemd()
{
    QFETCH(const QString, word);
    QFETCH(const QByteArray, quoted);
    QCOMPARE(unitWord(word, Dollar::Doubled), quoted);
    QCOMPARE(unitWord(word, Dollar::Kept), QByteArray(quoted).replace("$$", "$"));
    QCOMPARE(commandIn("[Service]\nExecStart=/bin/true " + quoted + " --last\nUser=root\n"),
             QStringList({QStringLiteral("/bin/true"), word, QStringLiteral("--last")}));
}

void tst_SystemdUnits::systemdAcceptsTheUnits_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<bool>("user");
    QTest::newRow("usual") << nightlyProfile() << false;
    QTest::newRow("of a user") << nightlyProfile() << true;
    QTest::newRow("with a sandbox") << sandboxProfile() << false;
    QTest::newRow("with somebody to tell") << watchedProfile() << false;
    QTest::newRow("with somebody to tell, of a user") << watchedProfile() << true;
    Profile profile = nightlyProfile();
    profile.schedule.weekdays = {QStringLiteral("fri"), QStringLiteral("mon")};
    profile.schedule.at = {QStringLiteral("02:30"), QStringLiteral("23:59")};
    QTest::newRow("some days") << profile << false;
    profile.schedule.zone.clear();
    QTest::newRow("the machine's zone") << profile << false;
    profile.path = QStringLiteral("/srv/100% \"odd\" $x \\n ñ/shop.toml");
    profile.repository.path = QStringLiteral("/srv/100% \"odd\" $x \\n ñ/backups");
    QTest::newRow("odd paths") << profile << false;
    QTest::newRow("odd paths of a user") << profile << true;
}

void tst_SystemdUnits::systemdAcceptsTheUnits()
{
    QFETCH(const Profile, profile);
    QFETCH(const bool, user);
    const SystemdUnits units = unitsOf(profile, user ? UnitScope::User : UnitScope::System);
    const QTemporaryDir folder;
    const QString service = folder.filePath(units.serviceName);
    const QString timer = folder.filePath(units.timerName);
    put(service, units.service);
    put(timer, units.timer);
    QStringList arguments{QStringLiteral("verify"), QStringLiteral("--man=no"), timer, service};
    QCOMPARE(units.watchTimer.isEmpty(), profile.contacts.isEmpty());
    if (!units.watchTimer.isEmpty()) {
        arguments << folder.filePath(units.watchTimerName) << folder.filePath(units.watchServiceName);
        put(folder.filePath(units.watchTimerName), units.watchTimer);
        put(folder.filePath(units.watchServiceName), units.watchService);
    }
    if (user)
        arguments.prepend(QStringLiteral("--user"));
    const ToolAnswer answer = askTool(analyze, arguments);
    QCOMPARE(answer.text, QByteArray());
    QCOMPARE(answer.code, 0);
}

void tst_SystemdUnits::theLookAtAlarmsRunsWithoutTheRepositoryToo()
{
    const SystemdUnits units = unitsOf(watchedProfile());
    QVERIFY(has(units.watchTimer, "OnCalendar=*:0/10"));
    QVERIFY(has(units.watchService,
                "ExecStart=/bin/true alarm escalate --profile /etc/masclet-backup/profiles/shop.toml --state "
                "/var/lib/masclet-backup --scheduled --lang en"));
    QVERIFY(!units.watchService.contains("RequiresMountsFor="));
    QVERIFY2(has(units.watchService, "ReadWritePaths=-/backups -/var/lib/masclet-backup "
                                     "-/var/lib/prometheus/node-exporter"),
             units.watchService.constData());
    QVERIFY(has(units.service,
                "ReadWritePaths=/backups /var/lib/masclet-backup /var/lib/prometheus/node-exporter"));
    QVERIFY(has(units.service, "LoadCredentialEncrypted=shop"));
    QVERIFY(has(units.service, "LoadCredentialEncrypted=shop.mail"));
    // A credential that systemd cannot decrypt keeps a service from starting: somebody must hear of that.
    QVERIFY(!has(units.watchService, "LoadCredentialEncrypted=shop"));
    QVERIFY(has(units.watchService, "LoadCredentialEncrypted=shop.mail"));
    QVERIFY(units.watchServiceName.startsWith(QStringLiteral("masclet-alarms-")));
}

// Whatever systemd does about daylight saving, each run that we say is due has a start at that very moment.
void tst_SystemdUnits::everyPlannedRunHasAStart_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("at");
    const auto row = [](const char *zone, const QStringList &at) {
        QTest::addRow("%s %s", zone, qPrintable(at.join(u' '))) << QByteArray(zone) << at;
    };
    row("Europe/Madrid", {QStringLiteral("02:00")}); // 28 March and 31 October 2027
    row("Europe/Madrid", {QStringLiteral("02:30"), QStringLiteral("14:00")});
    row("America/Havana", {QStringLiteral("00:00")});
    row("Australia/Lord_Howe", {QStringLiteral("02:15")});
}

void tst_SystemdUnits::everyPlannedRunHasAStart()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QStringList, at);
    Profile profile = nightlyProfile();
    profile.schedule.zone = QString::fromLatin1(zone);
    profile.schedule.at = at;
    QSet<QDateTime> starts;
    for (const QByteArray &line : unitsOf(profile).timer.split('\n')) {
        if (line.startsWith("OnCalendar="))
            starts += elapsesOf(QString::fromUtf8(line.mid(11)));
    }
    const QList<PlannedRun> runs = NextRuns(profile.schedule).after(autumn2026(), 365 * int(at.size()));
    for (const PlannedRun &run : runs)
        QVERIFY2(starts.contains(run.start), qPrintable(run.start.toString(Qt::ISODate)));
}

void tst_SystemdUnits::theServiceIsClosedOff_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("exposure"); // of 100; lower is better
    QTest::newRow("root") << nightlyProfile() << QStringLiteral("root") << 30;
    QTest::newRow("another user") << nightlyProfile() << QStringLiteral("masclet") << 20;
    QTest::newRow("another user, with a sandbox") << sandboxProfile() << QStringLiteral("masclet") << 30;
    // Root that starts the sandbox as another user.
    QTest::newRow("root, with a sandbox") << sandboxProfile() << QStringLiteral("root") << 30;
    Profile profile = sandboxProfile();
    profile.connection.host = QStringLiteral("/run/postgresql");
    QTest::newRow("root, with a sandbox, by the socket") << profile << QStringLiteral("root") << 25;
    profile = sandboxProfile();
    profile.contacts = {Profile::Contact{
        QStringLiteral("dba"), QStringLiteral("Ana"), QStringLiteral("ana@example.org"), {}, {}, {}}};
    QTest::newRow("root, with a sandbox and mail") << profile << QStringLiteral("root") << 30;
    profile.notify.pingSuccess = QStringLiteral("https://example.org/x");
    profile.notify.statusFile = QStringLiteral("/var/lib/status/shop.json");
    profile.connection.host = QStringLiteral("db.example");
    QTest::newRow("root, with a sandbox and a network for all") << profile << QStringLiteral("root") << 30;
    Profile commanding = profile;
    commanding.contacts.first().command = {QStringLiteral("/usr/local/bin/tell")};
    QTest::newRow("root, with a sandbox, a network and commands")
        << commanding << QStringLiteral("root") << 30;
    profile.schedule.restoreTestOn = QStringLiteral("server");
    QTest::newRow("root, with a network for all") << profile << QStringLiteral("root") << 20;
}

void tst_SystemdUnits::theServiceIsClosedOff()
{
    QFETCH(const Profile, profile);
    QFETCH(const QString, user);
    QFETCH(const int, exposure);
    const SystemdUnits units = unitsOf(profile, UnitScope::System, user);
    const QTemporaryDir folder;
    QStringList arguments{QStringLiteral("security"), QStringLiteral("--offline=true"),
                          QStringLiteral("--no-pager"), QStringLiteral("--threshold=%1").arg(exposure)};
    for (const auto &[name, content] : {std::pair(units.serviceName, units.service),
                                        std::pair(units.watchServiceName, units.watchService)}) {
        if (content.isEmpty())
            continue;
        put(folder.filePath(name), content);
        arguments << folder.filePath(name);
    }
    const ToolAnswer answer = askTool(analyze, arguments);
    QVERIFY2(answer.code == 0, answer.text.right(200).constData());
}

/// Measured: with these, bubblewrap started by an ordinary user cannot make its walls.
void tst_SystemdUnits::theSandboxKeepsWhatItNeeds()
{
    const QByteArray service = unitsOf(sandboxProfile()).service;
    for (const char *line : {"ProcSubset=pid", "RestrictNamespaces=yes", "PrivateUsers=yes"})
        QVERIFY2(!has(service, line), line);
    QVERIFY(has(service, "SystemCallFilter=@system-service @mount"));
    Profile profile = nightlyProfile();
    QVERIFY(has(unitsOf(profile).service, "RestrictNamespaces=yes"));
    profile.backup.format = QStringLiteral("custom"); // pg_restore reads it behind walls
    QVERIFY(!has(unitsOf(profile).service, "RestrictNamespaces=yes"));
    profile = sandboxProfile();
    profile.schedule.restoreTest = QStringLiteral("never");
    QVERIFY(has(unitsOf(profile).service, "RestrictNamespaces=yes"));
}

void tst_SystemdUnits::onlyWhatTheProfileNeedsIsLeftOpen()
{
    Profile profile = nightlyProfile();
    QVERIFY(has(unitsOf(profile).service, "ProtectHome=yes"));
    QVERIFY(has(unitsOf(profile).service, "IPAddressAllow=localhost"));
    QVERIFY(has(unitsOf(profile).service, "MemoryDenyWriteExecute=yes"));
    QVERIFY(has(unitsOf(profile).service, "SystemCallFilter=~@resources"));
    profile.config.paths = {QStringLiteral("/home/ana/.config")};
    profile.backup.niceness = 5;
    QVERIFY(has(unitsOf(profile).service, "ProtectHome=read-only"));
    QVERIFY(!has(unitsOf(profile).service, "SystemCallFilter=~@resources"));
    const auto isOpen = [](const Profile &other) {
        const QByteArray service = unitsOf(other).service;
        return !service.contains("IPAddressDeny=") && !service.contains("PrivateNetwork=");
    };
    QVERIFY(!isOpen(profile));
    Profile other = profile;
    other.connection.host = QStringLiteral("db.example");
    QVERIFY(isOpen(other));
    other = profile;
    other.notify.pingSuccess = QStringLiteral("https://example.org/x");
    QVERIFY(isOpen(other));
    other = profile;
    other.schedule.restoreTestOn = QStringLiteral("test_server");
    QVERIFY(isOpen(other));
    other = profile;
    other.contacts = {Profile::Contact{}};
    other.contacts.first().command = QStringList{QStringLiteral("/usr/bin/java")};
    QVERIFY(isOpen(other));
    QVERIFY(!has(unitsOf(other).service, "MemoryDenyWriteExecute=yes"));
    profile.connection.host = QStringLiteral("/run/postgresql");
    QVERIFY(has(unitsOf(profile).service, "PrivateNetwork=yes"));
}

void tst_SystemdUnits::thePasswordIsLoadedWhereSystemdMayHaveIt()
{
    Profile profile = nightlyProfile();
    const char *const line = "LoadCredentialEncrypted=shop";
    QVERIFY(has(unitsOf(profile).service, line));
    QVERIFY(
        !has(unitsOf(profile, UnitScope::User).service, line)); // systemd 252 can do it for the system only
    profile.connection.secret = QStringLiteral("systemd");
    QVERIFY(has(unitsOf(profile).service, line));
    profile.connection.secret = QStringLiteral("passfile");
    QVERIFY(!has(unitsOf(profile).service, line));
    QVERIFY(!has(unitsOf(profile).service, "LoadCredentialEncrypted=shop.age"));
    profile.encryption.recipients = {QStringLiteral("age1x")};
    QVERIFY(has(unitsOf(profile).service, "LoadCredentialEncrypted=shop.age"));
    // The profile of another server may have its own.
    profile.schedule.restoreTestOn = QStringLiteral("test_server");
    QVERIFY(has(unitsOf(profile).service, "LoadCredentialEncrypted=test_server"));
    profile.schedule.restoreTest = QStringLiteral("never");
    QVERIFY(!has(unitsOf(profile).service, "LoadCredentialEncrypted=test_server"));
}

void tst_SystemdUnits::tmpIsSharedWhereTheProfileNeedsIt()
{
    Profile profile = nightlyProfile();
    QVERIFY(has(unitsOf(profile).service, "PrivateTmp=yes"));
    QVERIFY(has(unitsOf(profile).service, "ReadWritePaths=/backups /var/lib/masclet-backup"));
    profile.connection.host = QStringLiteral("/tmp");
    const QByteArray service = unitsOf(profile).service;
    QVERIFY(!has(service, "PrivateTmp=yes"));
    QVERIFY(has(service, "ReadWritePaths=/backups /var/lib/masclet-backup /tmp /var/tmp"));
    profile.connection.host = QStringLiteral("db.example");
    profile.repository.path = QStringLiteral("/var/tmp/backups");
    QVERIFY(!has(unitsOf(profile).service, "PrivateTmp=yes"));
}

void tst_SystemdUnits::ourUnitsAreKnown()
{
    const Profile profile = nightlyProfile();
    const SystemdUnits units = unitsOf(profile);
    QCOMPARE(units.serviceName, QStringLiteral("masclet-backup-shop.service"));
    QCOMPARE(units.timerName, QStringLiteral("masclet-backup-shop.timer"));
    QVERIFY(isUnitOf(profile.id, units.service));
    QVERIFY(isUnitOf(profile.id, units.timer));
    QVERIFY(!isUnitOf(QString(32, u'0'), units.timer));
    QVERIFY(!isUnitOf(profile.id, "[Unit]\nDescription=by hand\n"));
}
