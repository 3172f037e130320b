#include "tests/core/profile/tst_ServiceTable.h"

#include "core/profile/ProfileToml.h"
#include "core/profile/ServiceTable.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

const QByteArray profileIdLine = "id = \"0123456789abcdef0123456789abcdef\"\n";

Result<StoredProfile> parsed(const QByteArray &text)
{
    return parseProfile(profileIdLine + text, QStringLiteral("shop.toml"));
}

Profile::Service systemdService(const QString &unit)
{
    Profile::Service service;
    service.name = QStringLiteral("web");
    service.controller = QStringLiteral("systemd");
    service.unit = unit;
    return service;
}

} // namespace

void tst_ServiceTable::everyKeyIsFullyDeclared()
{
    QSet<QByteArray> names;
    for (const ServiceKey &key : serviceKeys()) {
        names << key.key;
        QVERIFY(!key.controllers.isEmpty());
        QVERIFY(!key.help().isEmpty());
        QVERIFY2(key.help().size() <= 72, "help fits one line");
    }
    QCOMPARE(names.size(), qsizetype(serviceKeys().size()));
    QCOMPARE(names.size(), 10); // a new field of Profile::Service brings a new row
}

void tst_ServiceTable::servicesRoundTripThroughTheFile()
{
    const QByteArray text = R"([[services]]
name = "web"
controller = "systemd"
unit = "masclet-web@1.service"
time_limit = "5s"
[[services]]
name = "queue"
controller = "docker"
container = "masclet_queue.1"
[[services]]
name = "api"
controller = "compose"
compose_file = "/srv/é \"x\"/compose.yaml"
compose_service = "api"
[[services]]
name = "old"
controller = "command"
stop = ["/usr/local/bin/old", "stop", "", "stop"]
start = ["/usr/local/bin/old", "start \"x\" \\ \n"]
status = ["/usr/local/bin/old", "status"]
)";
    const auto first = parsed(text);
    QVERIFY_RESULT(first);
    const QList<Profile::Service> &services = first->profile.services;
    QCOMPARE(services.size(), 4);
    QCOMPARE(services[0].unit, QStringLiteral("masclet-web@1.service"));
    QCOMPARE(services[0].timeLimit, 5000);
    QCOMPARE(services[1].container, QStringLiteral("masclet_queue.1"));
    QCOMPARE(services[1].timeLimit, 120'000);
    QCOMPARE(services[2].composeFile, QStringLiteral("/srv/é \"x\"/compose.yaml"));
    QCOMPARE(services[3].stop.size(), 4);

    const auto again = parseProfile(profileText(*first), QStringLiteral("shop.toml"));
    QVERIFY_RESULT(again);
    QVERIFY(again->profile == first->profile);
    QCOMPARE(again->given, first->given);
}

void tst_ServiceTable::aFileWithoutServicesShowsTheKeysAsComments()
{
    const auto empty = parsed({});
    QVERIFY_RESULT(empty);
    const QByteArray text = profileText(*empty);
    QVERIFY(text.contains("\n# [[services]]"));
    for (const ServiceKey &key : serviceKeys())
        QVERIFY2(text.contains("\n# " + key.key + " = "), key.key.constData());
    const auto again = parseProfile(text, QStringLiteral("shop.toml"));
    QVERIFY_RESULT(again);
    QVERIFY(again->profile.services.isEmpty());
}

void tst_ServiceTable::refusesABrokenServiceNamingItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    const QByteArray web = "[[services]]\nname = \"web\"\ncontroller = \"systemd\"\nunit = \"web.service\"\n";
    const QByteArray docker = "[[services]]\nname = \"c\"\ncontroller = \"docker\"\n";
    const QByteArray command = "[[services]]\nname = \"c\"\ncontroller = \"command\"\n";
    QTest::newRow("X06 unknown key") << web + "units = \"x\"\n" << 6;
    QTest::newRow("X06 double key") << web + "unit = \"x.service\"\n" << 6;
    QTest::newRow("X06 wrong type") << web + "time_limit = 5\n" << 6;
    QTest::newRow("X06 out of range") << web + "time_limit = \"2h\"\n" << 6;
    QTest::newRow("X06 one table") << QByteArray("[services]\nname = \"web\"\n") << 2;
    QTest::newRow("X06 a text") << QByteArray("services = \"web\"\n") << 2;
    QTest::newRow("X06 list of texts") << QByteArray("services = [\"web\"]\n") << 2;
    QTest::newRow("no name") << QByteArray("[[services]]\ncontroller = \"systemd\"\nunit = \"w.service\"\n")
                             << 2;
    QTest::newRow("no controller") << QByteArray("[[services]]\nname = \"web\"\nunit = \"web.service\"\n")
                                   << 2;
    QTest::newRow("unknown controller") << QByteArray("[[services]]\ncontroller = \"upstart\"\n") << 3;
    QTest::newRow("no unit") << QByteArray("[[services]]\nname = \"web\"\ncontroller = \"systemd\"\n") << 2;
    QTest::newRow("unit of docker") << docker + "container = \"c\"\nunit = \"web.service\"\n" << 2;
    QTest::newRow("the same name") << web + web << 6;
    QTest::newRow("name with a blank") << QByteArray(web).replace("\"web\"", "\"a b\"") << 2;
    QTest::newRow("SR11 a unit that is no service")
        << QByteArray(web).replace("web.service", "web.socket") << 2;
    QTest::newRow("SR11 a pattern") << QByteArray(web).replace("web.service", "*.service") << 2;
    QTest::newRow("SR11 a path") << QByteArray(web).replace("web.service", "../web.service") << 2;
    QTest::newRow("container like an option") << docker + "container = \"--all\"\n" << 2;
    QTest::newRow("relative program")
        << command + "stop = [\"old\", \"stop\"]\nstart = [\"/x\"]\nstatus = [\"/x\"]\n"
        << 5;
    QTest::newRow("no status") << command + "stop = [\"/x\"]\nstart = [\"/x\"]\n" << 2;
    QTest::newRow("NUL in an argument") << command + "stop = [\"/x\", \"a\\u0000\"]\n" << 5;
}

void tst_ServiceTable::refusesABrokenServiceNamingItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto broken = parsed(text);
    QVERIFY_FAILS(broken, ErrorKind::Config);
    QVERIFY2(broken.error().message.startsWith(QStringLiteral("shop.toml, line %1: ").arg(line)),
             qPrintable(broken.error().message));
}

void tst_ServiceTable::unitNamesFollowTheRule_data() // SR11
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *unit, bool good) {
        QTest::newRow(unit) << QString::fromUtf8(unit) << good;
    };
    row("web.service", true);
    row("masclet-web@1.service", true);
    row("dev-sda\\x2d1.service", true);
    row("a:b_c.service", true);
    row(".service", false);
    row("web", false);
    row("web.timer", false);
    row("web.service\n", false);
    row("web service.service", false);
    row("web.service;reboot", false);
    row("$(x).service", false);
    row("/etc/web.service", false);
    row("wéb.service", false);
    row("w?b.service", false);
    row("w[e]b.service", false);
}

void tst_ServiceTable::unitNamesFollowTheRule()
{
    QFETCH(QString, unit);
    QFETCH(bool, good);
    QCOMPARE(checkService(systemdService(unit)).has_value(), good);
}
