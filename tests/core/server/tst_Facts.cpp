#include "tests/core/server/tst_Facts.h"

#include "core/server/Snapshot.h"
#include "tests/support/TempCluster.h"
#include "tests/support/TestMain.h"

#include <QFile>

using namespace masclet;
using namespace masclet::test;

namespace
{

QByteArray testData(const char *name)
{
    QFile file(qEnvironmentVariable("MASCLET_SOURCE_DIR") + QStringLiteral("/tests/core/server/") +
               QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", name);
    return file.readAll();
}

Result<DatabaseFacts> readFacts(const TempCluster &cluster, const QByteArray &database,
                                const QByteArray &user)
{
    ConnectionSettings settings = cluster.settings(database);
    settings.user = user;
    MASCLET_TRY_ASSIGN(Snapshot snapshot, Snapshot::open(settings, {}));
    MASCLET_TRY_ASSIGN(DatabaseFacts facts, snapshot.readFacts());
    return facts;
}

qint64 countOf(const DatabaseFacts &facts, const QByteArray &kind)
{
    for (const auto &[name, count] : facts.objectCounts) {
        if (name == kind)
            return count;
    }
    return 0;
}

/// "kind count" lines: a difference shows which.
QString shown(const QList<std::pair<QByteArray, qint64>> &counts)
{
    QStringList lines;
    for (const auto &[kind, count] : counts)
        lines << QString::fromUtf8(kind) + QStringLiteral(" %1").arg(count);
    return lines.join(u'\n');
}

} // namespace

void tst_Facts::factsAreReadOnEveryServer_data()
{
    QTest::addColumn<int>("major");
    for (const int major : {13, 14, 15, 16, 17, 18})
        QTest::newRow(qPrintable(QStringLiteral("PostgreSQL %1").arg(major))) << major;
}

void tst_Facts::factsAreReadOnEveryServer()
{
    QFETCH(int, major);
    TempCluster::Options options;
    options.major = major;
    const auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    const QByteArray name = "zoo 'of' \"everything\"\nñ";
    QVERIFY_RESULT((*cluster)->psql("postgres", testData("zoo-roles.sql")));
    QVERIFY_RESULT((*cluster)->createDatabase(name, "UTF8", "C"));
    QVERIFY_RESULT((*cluster)->psql(name, testData("zoo.sql")));
    QVERIFY_RESULT((*cluster)->psql(name, R"(
SET client_min_messages = error;
CREATE ROLE plain LOGIN;
ALTER DATABASE "zoo 'of' ""everything""
ñ" SET work_mem = '5MB';
ALTER ROLE zoo_keeper IN DATABASE "zoo 'of' ""everything""
ñ" SET search_path = a, b;
COMMENT ON DATABASE "zoo 'of' ""everything""
ñ" IS 'the zoo';
GRANT CREATE ON DATABASE "zoo 'of' ""everything""
ñ" TO zoo_keeper;
ALTER DATABASE "zoo 'of' ""everything""
ñ" CONNECTION LIMIT 17;)"));

    const auto facts = readFacts(**cluster, name, "postgres");
    QVERIFY_RESULT(facts);
    QCOMPARE(facts->serverVersion / 10000, major);
    QVERIFY(facts->serverVersionText.startsWith(QByteArray::number(major) + '.'));
    QCOMPARE(facts->database, name);
    QCOMPARE(facts->owner, QByteArray("postgres"));
    QCOMPARE(facts->encoding, QByteArray("UTF8"));
    QCOMPARE(facts->collate, QByteArray("C"));
    QCOMPARE(facts->localeProvider, QByteArray("c"));
    QCOMPARE(facts->connectionLimit, 17);
    QCOMPARE(facts->comment, QByteArray("the zoo"));
    QVERIFY(!facts->aclDefault);
    QVERIFY(facts->acl.contains("zoo_keeper=C/postgres"));
    QCOMPARE(facts->settings, QList<QByteArray>{"work_mem=5MB"});
    QCOMPARE(facts->roleSettings,
             (QList<std::pair<QByteArray, QByteArray>>{{"zoo_keeper", "search_path=a, b"}}));
    QVERIFY(facts->systemIdentifier.toULongLong() > 0);
    QVERIFY(facts->bytes > 1'000'000);
    QVERIFY(qAbs(facts->snapshotTime.secsTo(QDateTime::currentDateTimeUtc())) < 600);
    QVERIFY(facts->extensions.join(' ').contains("hstore 1."));
    QCOMPARE(facts->roles, (QList<QByteArray>{"postgres", "zoo_keeper", "zoo_visitor"}));
    QVERIFY(facts->tablespaces.isEmpty());
    QCOMPARE(facts->largeObjects, 2);
    QCOMPARE(facts->enabledEventTriggers, 1);
    QCOMPARE(countOf(*facts, "table"), 15);
    QCOMPARE(countOf(*facts, "partitioned table"), 3);
    QCOMPARE(countOf(*facts, "constraint not validated"), 1);
    QCOMPARE(countOf(*facts, "trigger"), 3);
    QCOMPARE(countOf(*facts, "subscription"), 1);
    QCOMPARE(countOf(*facts, "range"), 1);
    QCOMPARE(countOf(*facts, "function"), 6);

    // A role without any right in the database reads the same facts.
    auto plain = readFacts(**cluster, name, "plain");
    QVERIFY_RESULT(plain);
    QCOMPARE(plain->relations.size(), facts->relations.size());
    QCOMPARE(countOf(*plain, "subscription"), 0); // pg_dump leaves them out for this role
    QCOMPARE(plain->largeObjects, 2);

    // What stock tools make of its dump has the same objects; there is no pg_dump newer than 15 here.
    if (major > 15)
        return;
    const auto dump = (*cluster)->tool(QStringLiteral("pg_dump"), {}, name);
    QVERIFY_RESULT(dump);
    QVERIFY_RESULT((*cluster)->createDatabase("copy", "UTF8", "C"));
    QVERIFY_RESULT((*cluster)->psql("copy", *dump));
    const auto copied = readFacts(**cluster, "copy", "postgres");
    QVERIFY_RESULT(copied);
    QCOMPARE(shown(copied->objectCounts), shown(facts->objectCounts));
    QCOMPARE(copied->largeObjects, facts->largeObjects);
}
