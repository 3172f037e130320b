#include "tests/core/service/tst_RetentionHold.h"

#include "core/service/RetentionHold.h"
#include "tests/core/repository/Fixture.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString myProfile = QStringLiteral("p1");
const QString theirs = QStringLiteral("p2");

QList<RetentionHold> holds(const RepositoryFixture &fixture, const QString &profileId)
{
    return holdsOf(fixture.repository->journal().recordsOf(holdTypes()).value_or(QList<JournalRecord>()),
                   profileId);
}

} // namespace

void tst_RetentionHold::aHoldStaysUntilAPersonAccepts_C13()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    QVERIFY(holds(fixture, myProfile).isEmpty());
    QVERIFY_RESULT(raiseHold(journal, *fixture.lock, myProfile, QStringLiteral("shop_20250218"),
                             QStringLiteral("rows")));
    fixture.clock.advance(std::chrono::hours(24));
    QVERIFY_RESULT(raiseHold(journal, *fixture.lock, myProfile, QStringLiteral("shop_20250219"),
                             QStringLiteral("server")));
    QVERIFY_RESULT(journal.append(*fixture.lock, QStringLiteral("deleted"), {}));
    const QList<RetentionHold> raised = holds(fixture, myProfile);
    QCOMPARE(raised.size(), 2);
    QCOMPARE(raised[0].setId, QStringLiteral("shop_20250218"));
    QCOMPARE(raised[0].reason, QStringLiteral("rows"));
    QCOMPARE(raised[1].reason, QStringLiteral("server"));
    QCOMPARE(raised[0].time.secsTo(raised[1].time), 24 * 3600);
    QVERIFY_RESULT(acceptHolds(journal, *fixture.lock, myProfile, QStringLiteral("maria@granja")));
    QVERIFY(holds(fixture, myProfile).isEmpty());
}

void tst_RetentionHold::holdsAreTheProfilesOwn()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    for (const QString &profile : {myProfile, theirs})
        QVERIFY_RESULT(raiseHold(journal, *fixture.lock, profile, QStringLiteral("s"), profile));
    QVERIFY_RESULT(acceptHolds(journal, *fixture.lock, theirs, QStringLiteral("maria@granja")));
    QVERIFY(holds(fixture, theirs).isEmpty());
    QCOMPARE(holds(fixture, myProfile).size(), 1);
    QCOMPARE(holds(fixture, myProfile).first().reason, myProfile);
}

void tst_RetentionHold::whatComesAfterTheAcceptanceHoldsAgain()
{
    RepositoryFixture fixture;
    Journal &journal = fixture.repository->journal();
    QVERIFY_RESULT(
        raiseHold(journal, *fixture.lock, myProfile, QStringLiteral("s1"), QStringLiteral("first")));
    QVERIFY_RESULT(acceptHolds(journal, *fixture.lock, myProfile, QStringLiteral("maria@granja")));
    QVERIFY_RESULT(
        raiseHold(journal, *fixture.lock, myProfile, QStringLiteral("s2"), QStringLiteral("second")));
    QCOMPARE(holds(fixture, myProfile).size(), 1);
    QCOMPARE(holds(fixture, myProfile).first().setId, QStringLiteral("s2"));
}
