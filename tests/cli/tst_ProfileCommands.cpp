#include "tests/cli/tst_ProfileCommands.h"

#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>

using namespace masclet;
using masclet::test::CliFixture;

namespace
{

const QByteArray idLine = "id = \"0123456789abcdef0123456789abcdef\"\n";

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QChar(u' '));
}

} // namespace

void tst_ProfileCommands::init()
{
    m_cli = std::make_unique<CliFixture>();
    QVERIFY(QDir().mkpath(m_cli->path(QStringLiteral("config/masclet-backup/profiles"))));
    write(QStringLiteral("shop"), idLine + "[connection]\ndbname = \"Shop\"\nport = 5433\n");
}

void tst_ProfileCommands::write(const QString &name, const QByteArray &text)
{
    QFile file(m_cli->profilePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
}

QByteArray tst_ProfileCommands::read(const QString &name)
{
    QFile file(m_cli->profilePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_ProfileCommands::listShowsEveryProfileAndNamesBrokenOnes()
{
    QCOMPARE(m_cli->run(words("profile list")), 0);
    QVERIFY(m_cli->console.output.contains("Shop"));
    QCOMPARE(m_cli->console.errors, QByteArray());

    write(QStringLiteral("broken"), "port = 1\n");
    QCOMPARE(m_cli->run(words("profile list --json")), 3);
    const QJsonArray list = m_cli->document().value(QStringLiteral("profiles")).toArray();
    QCOMPARE(list.size(), 2);
    QVERIFY(list[0].toObject().contains(QStringLiteral("problem")));
    QCOMPARE(list[1].toObject().value(QStringLiteral("dbname")).toString(), QStringLiteral("Shop"));
    QVERIFY(m_cli->console.errors.contains("line 1"));
}

void tst_ProfileCommands::showNamesWhereEachValueComesFrom()
{
    m_cli->environment.insert(QStringLiteral("MASCLET_USER"), QStringLiteral("vaca"));
    m_cli->environment.insert(QStringLiteral("PGPORT"), QStringLiteral("1"));
    QCOMPARE(m_cli->run(words("profile show --host h.example")), 0);
    const QString text = QString::fromUtf8(m_cli->console.output).simplified();
    QVERIFY(text.contains(QStringLiteral("connection.host h.example argument")));
    QVERIFY(text.contains(QStringLiteral("connection.user vaca environment")));
    QVERIFY(text.contains(QStringLiteral("connection.port 5433 file")));
    QVERIFY(text.contains(QStringLiteral("retention.keep_last 3 default")));

    QCOMPARE(m_cli->run(words("profile show --json")), 0);
    const QJsonObject options = m_cli->document().value(QStringLiteral("options")).toObject();
    QCOMPARE(options.size(), qsizetype(optionTable().size()));
    QCOMPARE(options.value(QStringLiteral("checks.minimum_size")).toInteger(), 1024 * 1024);
}

void tst_ProfileCommands::setWritesWhatWasGivenAndNothingElse()
{
    m_cli->environment.insert(QStringLiteral("MASCLET_USER"), QStringLiteral("vaca"));
    QCOMPARE(m_cli->run(words("profile set --keep-last 7 --critical-tables a --critical-tables b,c")), 0);
    QVERIFY(m_cli->console.output.contains("retention.keep_last: 7, before: 3"));
    const auto stored = parseProfile(read(QStringLiteral("shop")), QStringLiteral("shop.toml"));
    QVERIFY_RESULT(stored);
    QCOMPARE(stored->profile.id, QStringLiteral("0123456789abcdef0123456789abcdef"));
    QCOMPARE(stored->profile.retention.keepLast, 7);
    QCOMPARE(stored->profile.backup.criticalTables.join(QChar(u' ')), QStringLiteral("a b c"));
    QCOMPARE(stored->given.size(), 4);
}

void tst_ProfileCommands::servicesAreShownAndKeptBySet()
{
    write(QStringLiteral("shop"), idLine + "[[services]]\nname = \"web\"\ncontroller = \"systemd\"\n"
                                           "unit = \"web.service\"\ntime_limit = \"5s\"\n");
    QCOMPARE(m_cli->run(words("profile set --keep-last 7")), 0);
    QCOMPARE(m_cli->run(words("profile show")), 0);
    QVERIFY(QString::fromUtf8(m_cli->console.output)
                .simplified()
                .contains(QStringLiteral("services.web systemd unit web.service file")));

    QCOMPARE(m_cli->run(words("profile show --json")), 0);
    const QJsonObject service =
        m_cli->document().value(QStringLiteral("services")).toArray().at(0).toObject();
    QCOMPARE(service.value(QStringLiteral("unit")).toString(), QStringLiteral("web.service"));
    QCOMPARE(service.value(QStringLiteral("time_limit")).toInteger(), 5000);
    QVERIFY(!service.contains(QStringLiteral("container")));
}

void tst_ProfileCommands::aDryRunOfSetWritesNothing()
{
    const QByteArray before = read(QStringLiteral("shop"));
    QCOMPARE(m_cli->run(words("profile set --keep-last 7 --dry-run")), 0);
    QVERIFY(m_cli->console.output.contains("retention.keep_last: 7"));
    QCOMPARE(read(QStringLiteral("shop")), before);
}

void tst_ProfileCommands::setWithoutOptionsIsUsage()
{
    QCOMPARE(m_cli->run(words("profile set")), 2);
}

void tst_ProfileCommands::aProfileIsFoundByItsPath()
{
    QCOMPARE(m_cli->run(words("profile show --json --profile") << m_cli->profilePath(QStringLiteral("shop"))),
             0);
    QCOMPARE(m_cli->document().value(QStringLiteral("name")).toString(), QStringLiteral("shop"));
    QCOMPARE(m_cli->run(words("profile show --profile other")), 10);
}

void tst_ProfileCommands::aBrokenProfileIsTenWithFileAndLine() // X06
{
    write(QStringLiteral("shop"), idLine + "[connection]\nprot = 1\n");
    QCOMPARE(m_cli->run(words("profile show")), 10);
    QVERIFY(
        m_cli->console.errors.contains(m_cli->profilePath(QStringLiteral("shop")).toUtf8() + ", line 3: "));
}
