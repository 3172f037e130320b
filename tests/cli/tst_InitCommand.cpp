#include "tests/cli/tst_InitCommand.h"

#include "core/repository/Repository.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace masclet;
using masclet::test::CliFixture;

void tst_InitCommand::init()
{
    m_cli = std::make_unique<CliFixture>();
}

/// With a repository of this test and a server that is not there.
int tst_InitCommand::run(const char *line)
{
    return m_cli->run(QString::fromLatin1(line).split(QChar(u' '))
                      << QStringLiteral("--repository") << m_cli->path(QStringLiteral("backups")));
}

Result<StoredProfile> tst_InitCommand::stored(const char *name)
{
    return AppContext(m_cli->environment, m_cli->home.path(), ::geteuid(), m_cli->clock)
        .profiles()
        .load(QString::fromLatin1(name));
}

void tst_InitCommand::makesProfileAndRepositoryWithTheSeedsValues()
{
    QVERIFY(QList<int>({0, 3}).contains(run("init --host /nowhere")));
    const auto made = stored("masclet_imperi");
    QVERIFY_RESULT(made);
    const Profile &profile = made->profile;
    QVERIFY(isProfileId(profile.id));
    QCOMPARE(profile.connection.dbname, QStringLiteral("masclet_imperi"));
    QCOMPARE(profile.connection.user, QStringLiteral("postgres"));
    QCOMPARE(profile.schedule.at, QStringList{QStringLiteral("02:00")});
    QCOMPARE(profile.retention.keepLast, 3);
    QCOMPARE(profile.checks.minimumSize, 1024 * 1024);
    QCOMPARE(profile.backup.kinds.join(QChar(u' ')), QStringLiteral("db config logs state"));
    QCOMPARE(profile.backup.criticalTables.join(QChar(u' ')), QStringLiteral("animals parts"));
    QVERIFY(made->given.contains(QStringLiteral("retention.keep_last")));
    QVERIFY_RESULT(Repository::open(m_cli->path(QStringLiteral("backups")), m_cli->clock));
}

void tst_InitCommand::saysWhatIsNotInTheBackup()
{
    run("init --host /nowhere --kinds db");
    QVERIFY(m_cli->console.output.contains("Not in the backup: config, logs, state"));
    // Of these nothing is proposed either, whatever this machine has.
    const auto made = stored("masclet_imperi");
    QVERIFY_RESULT(made);
    QVERIFY(made->profile.config.paths.isEmpty() && made->profile.logs.paths.isEmpty());
    QVERIFY2(!m_cli->console.output.contains("Configuration") && !m_cli->console.output.contains("Logs"),
             m_cli->console.output.constData());
    run("init --host /nowhere --profile second --json --logs-paths ");
    const QJsonArray missing = m_cli->document().value(QStringLiteral("notInTheBackup")).toArray();
    QCOMPARE(missing, QJsonArray{QStringLiteral("logs")});
}

void tst_InitCommand::anotherProfileSharesTheRepository()
{
    run("init --host /nowhere --json");
    const QJsonObject first = m_cli->document();
    QCOMPARE(first.value(QStringLiteral("repositoryIsNew")).toBool(), true);
    run("init --host /nowhere --profile shop --dbname Shop --json");
    const QJsonObject second = m_cli->document();
    QCOMPARE(second.value(QStringLiteral("repositoryIsNew")).toBool(), false);
    QCOMPARE(second.value(QStringLiteral("repositoryId")), first.value(QStringLiteral("repositoryId")));
    QVERIFY(second.value(QStringLiteral("id")) != first.value(QStringLiteral("id")));
    // No seed tables for a database that could not be asked and is not the seed's.
    QVERIFY(stored("shop")->profile.backup.criticalTables.isEmpty());
}

void tst_InitCommand::aProfileThatExistsIsKeptAsItIs()
{
    run("init --host /nowhere");
    const auto before = stored("masclet_imperi");
    QCOMPARE(run("init --host /elsewhere"), 10);
    const auto after = stored("masclet_imperi");
    QVERIFY(before && after && before->profile == after->profile);
}

void tst_InitCommand::aDryRunMakesNothing()
{
    run("init --host /nowhere --dry-run");
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("backups"))));
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("config"))));
}

void tst_InitCommand::badNamesAreUsage_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"Shop", "a_20250218", "../x", "x.toml"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_InitCommand::badNamesAreUsage()
{
    QFETCH(QString, name);
    QCOMPARE(run(("init --host /nowhere --profile " + name.toLatin1()).constData()), 2);
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("backups"))));
}

void tst_InitCommand::otherMachinesGetTlsThatProvesTheServer()
{
    run("init --host db.invalid");
    QCOMPARE(stored("masclet_imperi")->profile.connection.sslmode, QStringLiteral("verify-full"));
    run("init --host db.invalid --profile b --sslmode require");
    QCOMPARE(stored("b")->profile.connection.sslmode, QStringLiteral("require"));
}

void tst_InitCommand::valuesOfTheEnvironmentAreWrittenIntoTheFile()
{
    m_cli->environment.insert(QStringLiteral("PGHOST"), QStringLiteral("/nowhere"));
    m_cli->environment.insert(QStringLiteral("POSTGRES_DB"), QStringLiteral("Shop"));
    run("init --profile shop");
    const auto made = stored("shop");
    QVERIFY_RESULT(made);
    QCOMPARE(made->profile.connection.host, QStringLiteral("/nowhere"));
    QCOMPARE(made->profile.connection.dbname, QStringLiteral("Shop"));
    QVERIFY(made->given.contains(QStringLiteral("connection.dbname")));
}

void tst_InitCommand::aTimeThatTheClocksSkipIsToldWithABetterOne()
{
    run("init --host /nowhere --zone Europe/Madrid");
    QVERIFY2(m_cli->console.errors.contains("Better: 03:00."), m_cli->console.errors.constData());
    run("init --host /nowhere --profile second --zone Europe/Madrid --at 03:00");
    QVERIFY2(!m_cli->console.errors.contains("Better:"), m_cli->console.errors.constData());
}

void tst_InitCommand::aProfileWithoutTheDatabaseIsNotMade()
{
    QCOMPARE(run("init --host /nowhere --kinds config,logs"), 10);
    QVERIFY(m_cli->console.errors.contains("Every backup holds the database"));
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("backups"))));
}
