#include "tests/core/service/tst_StateInventory.h"

#include "core/service/StateInventory.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QJsonDocument>

using namespace masclet;
using namespace masclet::test;

namespace
{

using Rows = QList<QList<std::optional<QString>>>;

InventoryTable table(const char *name, QStringList columns, Rows rows)
{
    return {q(name), std::move(columns), std::move(rows), {}};
}

MachineInventory machine()
{
    MachineInventory found;
    found.facts[q("packages")].insert(q("nginx"), q("1.22"));
    found.figures[q("disks")].insert(q("/"), q("3 GB free"));
    found.commands = {{q("uname"), q("/bin/uname -a"), {}, "Linux\n"},
                      {q("containers"), q("/usr/bin/docker"), q("not on this machine"), {}}};
    return found;
}

ServerInventory server()
{
    ServerInventory found;
    found.tables = {
        table("settings", {q("name"), q("setting"), q("unit"), q("source")},
              {{q("port"), q("5433"), std::nullopt, q("configuration file")},
               {q("work_mem"), q("7168"), q("kB"), q("database")},
               {q("max_connections"), q("100"), std::nullopt, q("default")},
               {q("application_name"), q("x"), std::nullopt, q("client")}}),
        table("hba_rules", {q("rule_number"), q("file_name"), q("line_number"), q("type"), q("database")},
              {{q("1"), q("/etc/pg_hba.conf"), q("98"), q("local"), q("{all}")},
               {q("2"), q("/etc/pg_hba.conf"), q("99"), q("host"), q("{shop}")}}),
        table("databases", {q("datname"), q("owner"), q("bytes")}, {{q("shop"), q("app"), q("4711")}}),
        table("memberships", {q("role"), q("member"), q("admin_option")}, {{q("readers"), q("ana"), q("f")}}),
    };
    return found;
}

StateInventory sample()
{
    DatabaseFacts database;
    database.serverVersionText = "15.20";
    database.systemIdentifier = "7123";
    database.database = "shop";
    database.objectCounts = {{"table", 3}};
    const ServerInventory asked = server();
    StateInventory inventory = makeInventory(machine(), database, &asked);
    inventory.taken = QDateTime::fromSecsSinceEpoch(1'740'000'000, Qt::UTC);
    inventory.machine = q("granja");
    inventory.program = q("masclet-backup 0");
    return inventory;
}

} // namespace

void tst_StateInventory::whatIsWrittenIsReadBackEqual()
{
    const StateInventory inventory = sample();
    const auto read = StateInventory::parse(inventory.toJson());
    QVERIFY_RESULT(read);
    QVERIFY(*read == inventory);
    QCOMPARE(read->facts[q("databases")][q("shop")], q("owner=app"));
    QCOMPARE(read->figures[q("databases")][q("shop")], q("bytes=4711"));
    QCOMPARE(read->facts[q("server")][q("version")], q("15.20"));
    QCOMPARE(read->facts[q("objects")][q("table")], q("3"));
    QCOMPARE(read->facts[q("packages")][q("nginx")], q("1.22"));
}

void tst_StateInventory::onlyChosenSettingsAreFacts()
{
    const auto settings = sample().facts[q("settings")];
    QCOMPARE(settings.keys(), (QStringList{q("port"), q("work_mem")}));
    QCOMPARE(settings[q("work_mem")], q("7168kB"));
}

void tst_StateInventory::rulesAreNumberedByTheirOrder()
{
    // Line numbers would make a change of every rule out of a comment at the top.
    const auto rules = sample().facts[q("hba_rules")];
    QCOMPARE(rules[q("0001")], q("local {all}"));
    QCOMPARE(rules[q("0002")], q("host {shop}"));
}

void tst_StateInventory::withoutAServerTheMachineIsLeft()
{
    const StateInventory inventory = makeInventory(machine(), {}, nullptr);
    QVERIFY(inventory.facts.contains(q("packages")));
    QVERIFY(!inventory.facts.contains(q("settings")));
}

void tst_StateInventory::everyProgramAndTableHasAFile()
{
    const ServerInventory asked = server();
    QMap<QByteArray, QByteArray> files;
    for (const GeneratedFile &file : stateFiles(sample(), machine(), &asked))
        files.insert(file.path, file.content);
    QVERIFY_RESULT(StateInventory::parse(files["inventory.json"]));
    QCOMPARE(files["commands/uname.txt"], "# /bin/uname -a\nLinux\n");
    QVERIFY(files["commands/containers.txt"].contains("not on this machine"));
    QVERIFY(QJsonDocument::fromJson(files["by-sql/hba_rules.json"]).isObject());
    QCOMPARE(files.size(), 1 + 2 + 4);
    QCOMPARE(configurationFiles(asked).size(), 3);
}

void tst_StateInventory::brokenInventoriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = sample().toJson();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << good.left(good.size() / 2);
    QTest::newRow("other format") << QByteArray(good).replace("\"format\": 1", "\"format\": 2");
    QTest::newRow("surplus key") << QByteArray(good).replace("\"machine\"", "\"surplus\"");
    QTest::newRow("value is a number") << QByteArray(good).replace("\"1.22\"", "1.22");
    QTest::newRow("section is a text") << QByteArray("{\"format\":1,\"taken\":\"2025-02-19T21:20:00.000Z\","
                                                     "\"machine\":\"\",\"program\":\"\",\"figures\":{},"
                                                     "\"facts\":{\"a\":\"b\"}}");
}

void tst_StateInventory::brokenInventoriesAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY_FAILS(StateInventory::parse(text), ErrorKind::Verification);
}
