#include "tests/core/service/tst_RetentionHold.h"

#include "core/service/RetentionHold.h"
#include "tests/core/repository/Fixture.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString mine = QStringLiteral("p1");
const QString theirs = QStringLiteral("p2");

QList<RetentionHold> holds(const RepositoryFixture &fixture, const QString &profileId)
{
    return holdsOf(fixture.repository->journal().records().value_or(QList<JournalRecord>()), profileId);
}

} // namespace

void tst_RetentionHold::aHoldStaysUntilAPersonAccepts_C13()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    QVERIFY(holds(fixture, mine).isEmpty());
    QVERIFY_RESULT(
        raiseHold(journal, *fixture.lock, mine, QStringLiteral("shop_20250218"), QStringLiteral("rows")));
    fixture.clock.advance(std::chrono::hours(24));
    QVERIFY_RESULT(
        raiseHold(journal, *fixture.lock, mine, QStringLiteral("shop_20250219"), QStringLiteral("server")));
    QVERIFY_RESULT(journal.append(*fixture.lock, QStringLiteral("deleted"), {}));
    const QList<RetentionHold> raised = holds(fixture, mine);
    QCOMPARE(raised.size(), 2);
    QCOMPARE(raised[0].setId, QStringLiteral("shop_20250218"));
    QCOMPARE(raised[0].reason, QStringLiteral("rows"));
    QCOMPARE(raised[1].reason, QStringLiteral("server"));
    QCOMPARE(raised[0].time.secsTo(raised[1].time), 24 * 3600);
    QVERIFY_RESULT(acceptHolds(journal, *fixture.lock, mine, QStringLiteral("maria@granja")));
    QVERIFY(holds(fixture, mine).isEmpty());
}

void tst_RetentionHold::holdsAreTheProfilesOwn()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    for (const QString &profile : {mine, theirs})
        QVERIFY_RESULT(raiseHold(journal, *fixture.lock, profile, QStringLiteral("s"), profile));
    QVERIFY_RESULT(acceptHolds(journal, *fixture.lock, theirs, QStringLiteral("maria@granja")));
    QVERIFY(holds(fixture, theirs).isEmpty());
    QCOMPARE(holds(fixture, mine).size(), 1);
    QCOMPARE(holds(fixture, mine).first().reason, mine);
}

void tst_RetentionHold::whatComesAfterTheAcceptanceHoldsAgain()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    QVERIFY_RESULT(raiseHold(journal, *fixture.lock, mine, QStringLiteral("s1"), QStringLiteral("first")));
    QVERIFY_RESULT(acceptHolds(journal, *fixture.lock, mine, QStringLiteral("maria@granja")));
    QVERIFY_RESULT(raiseHold(journal, *fixture.lock, mine, QStringLiteral("s2"), QStringLiteral("second")));
    QCOMPARE(holds(fixture, mine).size(), 1);
    QCOMPARE(holds(fixture, mine).first().setId, QStringLiteral("s2"));
}
