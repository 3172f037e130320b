#include "tests/core/service/tst_KeptDatabases.h"

#include "core/service/KeptDatabases.h"
#include "tests/core/repository/Fixture.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString mine = QStringLiteral("p1");

KeptDatabase kept(quint32 oid, const QByteArray &name = "shop__old_1", const QByteArray &server = "77")
{
    return {"shop", name, oid, server, {}, mine};
}

QList<KeptDatabase> listed(const RepositoryFixture &fixture, const QString &profileId = mine)
{
    return keptDatabases(
        fixture.repository->journal().recordsOf(keptDatabaseTypes()).value_or(QList<JournalRecord>()),
        profileId);
}

} // namespace

void tst_KeptDatabases::whatWasJournalledComesBackNewestFirst()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    QVERIFY(listed(fixture).isEmpty());
    QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, kept(16001)));
    const QDateTime first = fixture.clock.now();
    fixture.clock.advance(std::chrono::hours(1));
    QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, kept(16002, "shop__old_2")));
    KeptDatabase other = kept(16003);
    other.profileId = QStringLiteral("p2");
    QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, other));
    const QList<KeptDatabase> list = listed(fixture);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].name, QByteArray("shop__old_2"));
    QCOMPARE(list[1].name, QByteArray("shop__old_1"));
    QCOMPARE(list[1].database, QByteArray("shop"));
    QCOMPARE(list[1].oid, 16001U);
    QCOMPARE(list[1].systemIdentifier, QByteArray("77"));
    QCOMPARE(list[1].time, first);
    QCOMPARE(list[1].profileId, mine);
    QCOMPARE(listed(fixture, QStringLiteral("p2")).size(), 1);
}

/// A name of a SQL_ASCII server need not be text.
void tst_KeptDatabases::namesAreKeptAsTheirBytes()
{
    RepositoryFixture fixture;
    const QByteArray odd = QByteArray("a\"b\n\xff\xfe") + "日";
    KeptDatabase database = kept(1, odd + "__old_1");
    database.database = odd;
    QVERIFY_RESULT(journalKeptDatabase(fixture.repository->journal(), *fixture.lock, database));
    QCOMPARE(listed(fixture).first().database, odd);
    QCOMPARE(listed(fixture).first().name, odd + "__old_1");
}

/// Names come again, and two servers may give the same number: OID and server together tell.
void tst_KeptDatabases::anEndTakesThatOneAwayOnly()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    for (const KeptDatabase &database : {kept(1), kept(2), kept(1, "shop__old_1", "78")})
        QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, database));
    QVERIFY_RESULT(journalKeptEnded(journal, *fixture.lock, kept(1)));
    const QList<KeptDatabase> list = listed(fixture);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].systemIdentifier, QByteArray("78"));
    QCOMPARE(list[1].oid, 2U);
    // The same one kept again.
    QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, kept(1)));
    QCOMPARE(listed(fixture).size(), 3);
}

/// A swap that failed leaves its record behind, and the database keeps its number. When it is kept at last,
/// days later, its time begins then.
void tst_KeptDatabases::aSwapThatFailedBeforeShortensNoTime()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, kept(1)));
    QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, kept(1, "shop__old_1", "78")));
    fixture.clock.advance(std::chrono::days(6));
    const QDateTime later = fixture.clock.now();
    QVERIFY_RESULT(journalKeptDatabase(journal, *fixture.lock, kept(1)));
    const QList<KeptDatabase> list = listed(fixture);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].time, later);
    QCOMPARE(list[1].systemIdentifier, QByteArray("78"));
}
