#include "tests/core/server/tst_DatabaseAttributes.h"

#include "core/server/DatabaseAttributes.h"
#include "tests/support/TestMain.h"

using namespace masclet;

void tst_DatabaseAttributes::grantsAreReadFromTheServersText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("grantee");
    QTest::addColumn<QList<QByteArray>>("privileges");
    QTest::addColumn<QList<QByteArray>>("grantable");
    using List = QList<QByteArray>;
    QTest::newRow("public") << QByteArray("=Tc/postgres") << QByteArray() << List{"TEMPORARY", "CONNECT"}
                            << List();
    QTest::newRow("owner") << QByteArray("bob=CTc/bob") << QByteArray("bob")
                           << List{"CREATE", "TEMPORARY", "CONNECT"} << List();
    QTest::newRow("grant option") << QByteArray("bob=c*T/bob") << QByteArray("bob") << List{"TEMPORARY"}
                                  << List{"CONNECT"};
    QTest::newRow("odd name") << QByteArray("\"a=b/\"\"c\"=c/postgres") << QByteArray("a=b/\"c")
                              << List{"CONNECT"} << List();
    QTest::newRow("nothing") << QByteArray("bob=/bob") << QByteArray("bob") << List() << List();
}

void tst_DatabaseAttributes::grantsAreReadFromTheServersText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, grantee);
    QFETCH(QList<QByteArray>, privileges);
    QFETCH(QList<QByteArray>, grantable);
    const std::optional<DatabaseGrant> grant = readGrant(text);
    QVERIFY(grant.has_value());
    QCOMPARE(grant->grantee, grantee);
    QCOMPARE(grant->privileges, privileges);
    QCOMPARE(grant->grantable, grantable);
}

void tst_DatabaseAttributes::otherRolesTakeTheirPlaces()
{
    DatabaseFacts facts;
    facts.owner = "bob";
    facts.acl = {"=Tc/bob", "bob=CTc/bob", "\"a=b\"=c/bob", "eve=c/bob"};
    facts.roleSettings = {{"bob", "work_mem=1MB"}, {"eve", "work_mem=2MB"}};
    const DatabaseFacts other = withRoles(facts, {{"bob", "Old \"Bob\""}, {"a=b", "ann"}});
    QCOMPARE(other.owner, QByteArray("Old \"Bob\""));
    QList<QByteArray> grantees;
    for (const QByteArray &item : other.acl)
        grantees << readGrant(item)->grantee;
    QCOMPARE(grantees, (QList<QByteArray>{"", "Old \"Bob\"", "ann", "eve"}));
    QCOMPARE(readGrant(other.acl[1])->privileges, (QList<QByteArray>{"CREATE", "TEMPORARY", "CONNECT"}));
    QCOMPARE(other.roleSettings[0].first, QByteArray("Old \"Bob\""));
    QCOMPARE(other.roleSettings[1].first, QByteArray("eve"));
}

void tst_DatabaseAttributes::otherTextIsNoGrant_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a name") << QByteArray("bob");
    QTest::newRow("no grantor") << QByteArray("bob=c");
    QTest::newRow("a right of tables") << QByteArray("bob=r/bob");
}

void tst_DatabaseAttributes::otherTextIsNoGrant()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readGrant(text));
}
