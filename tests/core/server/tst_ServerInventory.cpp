#include "tests/core/server/tst_ServerInventory.h"

#include "core/base/Redact.h"
#include "core/server/ServerInventory.h"
#include "core/server/ServerLoad.h"
#include "core/server/ToolSession.h"
#include "tests/support/TestMain.h"

#include <QJsonDocument>

#include <thread>

using namespace masclet;
using namespace masclet::test;

namespace
{

Result<ServerInventory> inventoryOf(const ConnectionSettings &settings)
{
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(settings, {}));
    return readServerInventory(connection);
}

/// A setting's value; empty when it is not there.
QString setting(const ServerInventory &inventory, const char *name, const char *column = "setting")
{
    const InventoryTable table = inventory.table(QStringLiteral("settings"));
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        if (table.value(row, "name") == QLatin1String(name))
            return table.value(row, column);
    }
    return {};
}

} // namespace

void tst_ServerInventory::initTestCase()
{
    TempCluster::Options options;
    options.settings = {QStringLiteral("primary_conninfo = 'host=db user=repl password=s3cr3t'"),
                        QStringLiteral("archive_command = 'PGPASSWORD=s3cr3t push %p'"),
                        QStringLiteral("ssl_passphrase_command = 'echo s3cr3t'"),
                        QStringLiteral("work_mem = '7MB'"), QStringLiteral("statement_timeout = '11min'")};
    options.hostRules = {QStringLiteral(
        "host nowhere nobody 192.0.2.1/32 ldap ldapserver=l ldapbasedn=dc=x ldapbindpasswd=s3cr3t")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE ROLE plain LOGIN; CREATE ROLE \"a\nb\" NOLOGIN;"
                                               "GRANT \"a\nb\" TO plain;"
                                               "ALTER ROLE plain PASSWORD 's3cr3t';"
                                               "CREATE TABLE t (); CREATE PUBLICATION p FOR TABLE t;"));
}

void tst_ServerInventory::everyTableIsAnswered_data()
{
    QTest::addColumn<int>("major");
    for (const int major : {13, 14, 15, 16, 17, 18})
        QTest::addRow("%d", major) << major;
}

void tst_ServerInventory::everyTableIsAnswered()
{
    QFETCH(int, major);
    TempCluster::Options options;
    options.major = major;
    const auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    const auto inventory = inventoryOf((*cluster)->settings());
    QVERIFY_RESULT(inventory);
    QCOMPARE(inventory->tables.size(), 13);
    for (const InventoryTable &table : inventory->tables) {
        const bool unknown = table.name == QStringLiteral("ident_mappings") && major < 15;
        QVERIFY2(table.problem.isEmpty() != unknown, qPrintable(table.name + u' ' + table.problem));
    }
    QVERIFY(inventory->table(QStringLiteral("databases")).rows.size() >= 3);
    QVERIFY(inventory->table(QStringLiteral("settings")).rows.size() > 300);
    QVERIFY(!inventory->table(QStringLiteral("hba_rules")).rows.isEmpty());
    // What it has to do is told by every one of them as well.
    auto watcher = Connection::open((*cluster)->settings(), {});
    QVERIFY_RESULT(watcher);
    QVERIFY(readLoadAccess(*watcher) == LoadAccess::Yes);
    const auto load = readLoad(*watcher);
    QVERIFY_RESULT(load);
    QCOMPARE(load->activeSessions, 0);
    QVERIFY(load->walPosition > 0);
}

void tst_ServerInventory::whatWorksForTheBackupIsNoLoad_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("others");
    QTest::newRow("this program") << ConnectionSettings().applicationName << 0;
    QTest::newRow("pg_dump") << QByteArray("pg_dump") << 0;
    QTest::newRow("tools in a container") << newToolSessionName("a profile") << 0;
    QTest::newRow("somebody else") << QByteArray("masclet-backups") << 1;
}

void tst_ServerInventory::whatWorksForTheBackupIsNoLoad()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, others);
    ConnectionSettings settings = m_cluster->settings();
    settings.applicationName = name;
    auto working = Connection::open(settings, {});
    QVERIFY_RESULT(working);
    const std::jthread worker([&](const std::stop_token &stop) {
        working->setStopToken(stop);
        (void)working->query("SELECT pg_sleep(600)");
    });
    const auto works = [&] {
        return m_cluster
                   ->psql("postgres",
                          "SELECT count(*) FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep'")
                   .value_or(QByteArray())
                   .trimmed() == "1";
    };
    QVERIFY(QTest::qWaitFor(works, 20'000));
    auto watcher = Connection::open(m_cluster->settings(), {});
    QVERIFY_RESULT(watcher);
    const auto load = readLoad(*watcher);
    QVERIFY_RESULT(load);
    QCOMPARE(load->activeSessions, others);
}

void tst_ServerInventory::settingsAreThoseOfTheServer()
{
    const auto inventory = inventoryOf(m_cluster->settings());
    QVERIFY_RESULT(inventory);
    QCOMPARE(setting(*inventory, "work_mem"), QStringLiteral("7168"));
    QCOMPARE(setting(*inventory, "work_mem", "unit"), QStringLiteral("kB"));
    QCOMPARE(setting(*inventory, "work_mem", "source"), QStringLiteral("configuration file"));
    QVERIFY(setting(*inventory, "work_mem", "sourcefile").endsWith(QStringLiteral("postgresql.conf")));
    // Our sessions pin this one.
    QCOMPARE(setting(*inventory, "statement_timeout"), QStringLiteral("660000"));
    QCOMPARE(setting(*inventory, "password_encryption"), QStringLiteral("scram-sha-256"));
}

void tst_ServerInventory::secretsStayOut() // SR12
{
    const auto inventory = inventoryOf(m_cluster->settings());
    QVERIFY_RESULT(inventory);
    QByteArray everything;
    for (const InventoryTable &table : inventory->tables)
        everything += QJsonDocument(table.toJson()).toJson();
    QVERIFY(!everything.contains("s3cr3t"));
    QVERIFY(!everything.contains("SCRAM-SHA-256$"));
    QVERIFY(setting(*inventory, "primary_conninfo").contains(QStringLiteral("host=db")));
    QCOMPARE(setting(*inventory, "ssl_passphrase_command"), redactedMark());
    QVERIFY(everything.contains("ldapserver=l"));
    QVERIFY(everything.contains("a\\\\nb") || everything.contains("a\\n")); // names stay on one line
}

void tst_ServerInventory::whatTheRoleMayNotKnowIsAProblemOfThatTable()
{
    ConnectionSettings settings = m_cluster->settings();
    settings.user = "plain";
    const auto inventory = inventoryOf(settings);
    QVERIFY_RESULT(inventory);
    QVERIFY(!inventory->table(QStringLiteral("hba_rules")).problem.isEmpty());
    QVERIFY(inventory->table(QStringLiteral("roles")).problem.isEmpty());
    QVERIFY(inventory->table(QStringLiteral("hba_rules")).toJson().contains(QStringLiteral("problem")));
}

void tst_ServerInventory::aStopEndsIt()
{
    std::stop_source stop;
    auto connection = Connection::open(m_cluster->settings(), stop.get_token());
    QVERIFY_RESULT(connection);
    stop.request_stop();
    QVERIFY_FAILS(readServerInventory(*connection), ErrorKind::Stopped);
}
