#include "tests/core/server/tst_DatabaseFacts.h"

#include "core/server/DatabaseFacts.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace masclet;

namespace
{

DatabaseFacts sampleFacts()
{
    DatabaseFacts facts;
    facts.systemIdentifier = "7401234567890123456"; // larger than a JSON number holds
    facts.serverVersion = 150020;
    facts.serverVersionText = "15.20 (Debian 15.20-0+deb12u1)";
    facts.host = QStringLiteral("127.0.0.1");
    facts.port = 5432;
    facts.database = "host=/x dbname=y";
    facts.databaseOid = 4294967295U;
    facts.owner = "o\"w'ner";
    facts.encoding = "LATIN1";
    facts.collate = "C";
    facts.ctype = "C";
    facts.localeProvider = "c";
    facts.connectionLimit = 5;
    facts.comment = "line\nline";
    facts.acl = {"=Tc/postgres", "r=C/postgres"};
    facts.aclDefault = false;
    facts.settings = {"search_path=a, b"};
    facts.roleSettings = {{"r\xe9le", "work_mem=64MB"}};
    facts.bytes = 1234567890123;
    facts.snapshotTime = QDateTime::fromMSecsSinceEpoch(1739840407123, Qt::UTC);
    facts.extensions = {"plpgsql 1.0"};
    facts.roles = {"r\xe9le"};
    facts.tablespaces = {"fast"};
    facts.relations = {{16384, "public", "animals", 'r', 'p', 0, 0, 8192, false, 347},
                       {16390, "s\xf1", "t\xf1", 'r', 'u', 16380, 7, 0, true, {}}};
    facts.largeObjects = 3;
    facts.enabledEventTriggers = 1;
    facts.objectCounts = {{"index", 4}, {"table", 2}};
    return facts;
}

} // namespace

void tst_DatabaseFacts::namesKeepTheirBytes_data()
{
    QTest::addColumn<QByteArray>("name");
    const QList<QByteArray> names = {"animals", "",     "ñandú_日本",   "a\"b\\c\nd\te",
                                     "ni\xf1o", "\xff", "\xed\xa0\x80", QByteArray(63, 'x')};
    for (const QByteArray &name : names)
        QTest::newRow(("name " + name.toPercentEncoding()).constData()) << name;
}

void tst_DatabaseFacts::namesKeepTheirBytes()
{
    QFETCH(QByteArray, name);
    const QJsonDocument document(QJsonArray{nameToJson(name)});
    const auto back = nameFromJson(QJsonDocument::fromJson(document.toJson())[0]);
    QVERIFY_RESULT(back);
    QCOMPARE(*back, name);
}

void tst_DatabaseFacts::malformedNamesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("number") << QByteArray("[1]");
    QTest::newRow("null") << QByteArray("[null]");
    QTest::newRow("zero byte") << QByteArray(R"(["a\u0000b"])");
    QTest::newRow("no hex") << QByteArray(R"([{"hex":"zz"}])");
    QTest::newRow("odd hex") << QByteArray(R"([{"hex":"fff"}])");
    QTest::newRow("hex of text") << QByteArray(R"([{"hex":"61"}])");
    QTest::newRow("zero byte in hex") << QByteArray(R"([{"hex":"ff00"}])");
    QTest::newRow("surplus key") << QByteArray(R"([{"hex":"ff","x":1}])");
    QTest::newRow("empty object") << QByteArray("[{}]");
}

void tst_DatabaseFacts::malformedNamesAreRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY_FAILS(nameFromJson(QJsonDocument::fromJson(json)[0]), ErrorKind::Verification);
}

void tst_DatabaseFacts::factsComeBackEqual()
{
    const DatabaseFacts facts = sampleFacts();
    const QByteArray text = QJsonDocument(toJson(facts)).toJson();
    const auto back = databaseFactsFromJson(QJsonDocument::fromJson(text).object());
    QVERIFY_RESULT(back);
    QCOMPARE(toJson(*back), toJson(facts));
    QCOMPARE(back->systemIdentifier, facts.systemIdentifier);
    QCOMPARE(back->relations, facts.relations);
    QCOMPARE(back->roleSettings, facts.roleSettings);
    QCOMPARE(back->objectCounts, facts.objectCounts);
    QCOMPARE(back->snapshotTime, facts.snapshotTime);
    QCOMPARE(back->databaseOid, facts.databaseOid);
    QCOMPARE(back->relation(16390)->name, QByteArray("t\xf1"));
    QVERIFY(!back->relation(1));
    QVERIFY_RESULT(databaseFactsFromJson(toJson(DatabaseFacts())));
}

using Tamper = std::function<void(QJsonObject &)>;
Q_DECLARE_METATYPE(Tamper)

void tst_DatabaseFacts::tamperedFactsAreRefused_data()
{
    QTest::addColumn<Tamper>("tamper");
    const auto row = [](const char *name, Tamper tamper) {
        QTest::newRow(name) << std::move(tamper);
    };
    const auto set = [](const QString &key, const QJsonValue &value) {
        return Tamper([key, value](QJsonObject &object) { object.insert(key, value); });
    };
    const auto setInRelation = [](const QString &key, const QJsonValue &value) {
        return Tamper([key, value](QJsonObject &object) {
            QJsonArray relations = object.value(QLatin1String("relations")).toArray();
            QJsonObject first = relations.first().toObject();
            first.insert(key, value);
            relations.replace(0, first);
            object.insert(QStringLiteral("relations"), relations);
        });
    };
    row("missing key", [](QJsonObject &object) { object.remove(QStringLiteral("owner")); });
    row("surplus key", set(QStringLiteral("extra"), 1));
    row("text for number", set(QStringLiteral("bytes"), QStringLiteral("1")));
    row("fraction", set(QStringLiteral("port"), 1.5));
    row("port out of range", set(QStringLiteral("port"), 65536));
    row("negative bytes", set(QStringLiteral("bytes"), -1));
    row("bad time", set(QStringLiteral("snapshotTime"), QStringLiteral("yesterday")));
    row("name with a zero byte", set(QStringLiteral("database"), QString(QChar(u'\0'))));
    row("negative count", set(QStringLiteral("objectCounts"), QJsonObject{{QStringLiteral("table"), -1}}));
    row("list of numbers", set(QStringLiteral("roles"), QJsonArray{1}));
    row("relation is no object", set(QStringLiteral("relations"), QJsonArray{1}));
    row("role setting incomplete", set(QStringLiteral("roleSettings"), QJsonArray{QJsonObject()}));
    row("relation without OID", setInRelation(QStringLiteral("oid"), 0));
    row("OID too large", setInRelation(QStringLiteral("oid"), 4294967296.0));
    row("OID twice", setInRelation(QStringLiteral("oid"), 16390));
    row("unknown relation kind", setInRelation(QStringLiteral("kind"), QStringLiteral("x")));
    row("negative rows", setInRelation(QStringLiteral("rows"), -1));
    row("surplus key in relation", setInRelation(QStringLiteral("extra"), 1));
}

void tst_DatabaseFacts::tamperedFactsAreRefused()
{
    QFETCH(Tamper, tamper);
    QJsonObject object = toJson(sampleFacts());
    tamper(object);
    QVERIFY_FAILS(databaseFactsFromJson(object), ErrorKind::Verification); // X02
}
