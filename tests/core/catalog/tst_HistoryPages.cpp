#include "tests/core/catalog/tst_HistoryPages.h"

#include "core/catalog/Catalog.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace masclet;

namespace
{

/// A catalog with what a test puts into it; an hour between two things.
struct Pages {
    QTemporaryDir folder;
    test::FakeClock clock{QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC)};
    Result<Catalog> catalog = Catalog::open(folder.filePath(QStringLiteral("catalog.sqlite")), clock);
    qint64 sequence = 0;

    StoredSet set(const QString &id, qint64 bytes = 100)
    {
        StoredSet set;
        set.id = id;
        set.readable = true;
        set.profile = QStringLiteral("shop");
        set.profileId = QStringLiteral("p1");
        set.sequence = ++sequence;
        set.trigger = QStringLiteral("manual");
        set.started = clock.now();
        set.finished = clock.now();
        set.storedBytes = bytes;
        set.durationMs = 1000 * sequence;
        set.state = SetState::Verified;
        set.files = {
            {"db/" + id.toUtf8() + ".sql.gz", QStringLiteral("db"), QStringLiteral("archive"), bytes, bytes}};
        clock.advance(std::chrono::hours(1));
        return set;
    }
    RunRecord run(RunState state)
    {
        RunRecord run;
        run.id = newRunId(clock);
        run.verb = QStringLiteral("backup");
        run.profileId = QStringLiteral("p1");
        run.state = state;
        run.started = clock.now();
        clock.advance(std::chrono::hours(1));
        return run;
    }
    template <class T>
    QString put(const T &item, const QString &repository = QStringLiteral("r"))
    {
        if (!catalog->put(repository, item))
            qFatal("cannot fill the catalog");
        return item.id;
    }
    HistoryQuery query() const
    {
        HistoryQuery query;
        query.repositoryId = QStringLiteral("r");
        query.profileId = QStringLiteral("p1");
        query.profileName = QStringLiteral("shop");
        return query;
    }
    QStringList ids(const HistoryQuery &query) const
    {
        const Result<QList<HistoryKey>> keys = catalog->historyKeys(query);
        QStringList ids;
        if (keys) {
            for (const HistoryKey &key : *keys)
                ids << key.id;
        } else {
            ids << keys.error().message + keys.error().detail;
        }
        return ids;
    }
};

} // namespace

void tst_HistoryPages::setsAndRunsThatDidNotEndWellAreShown()
{
    Pages pages;
    const QString first = pages.put(pages.set(QStringLiteral("shop_20250218")));
    const QString good = pages.put(pages.run(RunState::Ok));
    const QString failed = pages.put(pages.run(RunState::Failed));
    const QString stopped = pages.put(pages.run(RunState::Stopped));
    const QString running = pages.put(pages.run(RunState::Running));
    HistoryQuery query = pages.query();
    QCOMPARE(pages.ids(query), QStringList({running, stopped, failed, first}));
    query.show = HistoryQuery::Show::Problems;
    QCOMPARE(pages.ids(query), QStringList({running, stopped, failed}));
    query.show = HistoryQuery::Show::Sets;
    QCOMPARE(pages.ids(query), QStringList({first}));
    query.show = HistoryQuery::Show::Everything;
    QCOMPARE(pages.ids(query), QStringList({running, stopped, failed, good, first}));
}

void tst_HistoryPages::otherProfilesAndRepositoriesAreLeftOut()
{
    Pages pages;
    StoredSet other = pages.set(QStringLiteral("other_20250218"));
    other.profileId = QStringLiteral("p2");
    pages.put(other);
    pages.put(pages.set(QStringLiteral("shop_20250218")), QStringLiteral("elsewhere"));
    QCOMPARE(pages.ids(pages.query()), QStringList());
    HistoryQuery all = pages.query();
    all.profileId.clear();
    QCOMPARE(pages.ids(all), QStringList({other.id}));
}

void tst_HistoryPages::aSetWithABrokenManifestGoesByItsName()
{
    Pages pages;
    StoredSet broken;
    broken.id = QStringLiteral("shop_20250217");
    broken.problem = QStringLiteral("broken");
    broken.state = SetState::Damaged;
    pages.put(broken);
    broken.id = QStringLiteral("shopping_20250217");
    pages.put(broken);
    QCOMPARE(pages.ids(pages.query()), QStringList({QStringLiteral("shop_20250217")}));
}

void tst_HistoryPages::rowsAreFilteredByStateKindAndText()
{
    Pages pages;
    StoredSet tested = pages.set(QStringLiteral("shop_20250218"));
    tested.state = SetState::RestoreTested;
    tested.reason = QStringLiteral("Before the Release");
    tested.files << StoredSet::File{"config/x.tar.gz", QStringLiteral("config"), QStringLiteral("archive"), 1,
                                    1};
    pages.put(tested);
    pages.put(pages.set(QStringLiteral("shop_20250219")));
    RunRecord failed = pages.run(RunState::Failed);
    failed.message = QStringLiteral("No space");
    pages.put(failed);

    HistoryQuery query = pages.query();
    query.state = nameOf(SetState::RestoreTested);
    QCOMPARE(pages.ids(query), QStringList({tested.id}));
    query.state = nameOf(RunState::Failed);
    QCOMPARE(pages.ids(query), QStringList({failed.id}));
    query = pages.query();
    query.kind = QStringLiteral("config");
    QCOMPARE(pages.ids(query), QStringList({tested.id}));
    query = pages.query();
    query.text = QStringLiteral("the release");
    QCOMPARE(pages.ids(query), QStringList({tested.id}));
    query.text = QStringLiteral("no space");
    QCOMPARE(pages.ids(query), QStringList({failed.id}));
}

void tst_HistoryPages::textIsSearchedAsItIs()
{
    Pages pages;
    StoredSet set = pages.set(QStringLiteral("shop_20250218"));
    set.reason = QStringLiteral("100 % of 'it'");
    pages.put(set);
    HistoryQuery query = pages.query();
    for (const char *text : {"%' OR 1", "sh%p", "shop-20250218"}) {
        query.text = QString::fromLatin1(text);
        QCOMPARE(pages.ids(query), QStringList());
    }
    query.text = QStringLiteral("% of 'it'");
    QCOMPARE(pages.ids(query), QStringList({set.id}));
}

void tst_HistoryPages::rowsAreSortedAndCut()
{
    Pages pages;
    const QString small = pages.put(pages.set(QStringLiteral("shop_20250218"), 10));
    const QString large = pages.put(pages.set(QStringLiteral("shop_20250219"), 1000));
    const QString middle = pages.put(pages.set(QStringLiteral("shop_20250220"), 100));
    HistoryQuery query = pages.query();
    query.order = HistoryQuery::Order::Stored;
    QCOMPARE(pages.ids(query), QStringList({large, middle, small}));
    query.direction = HistoryQuery::Direction::Ascending;
    QCOMPARE(pages.ids(query), QStringList({small, middle, large}));
    query.order = HistoryQuery::Order::Duration;
    query.limit = 2;
    QCOMPARE(pages.ids(query), QStringList({small, large}));
}

void tst_HistoryPages::rowsComeBackInTheOrderAsked()
{
    Pages pages;
    const StoredSet set = pages.set(QStringLiteral("shop_20250218"));
    pages.put(set);
    const RunRecord run = pages.run(RunState::Failed);
    pages.put(run);
    const Result<QList<HistoryEntry>> entries = pages.catalog->historyEntries(
        QStringLiteral("r"), {{set.id, true}, {QStringLiteral("gone"), true}, {run.id, false}});
    QVERIFY_RESULT(entries);
    QCOMPARE(entries->size(), 3);
    QCOMPARE(*entries->at(0).set, set);
    QVERIFY(!entries->at(1).set && !entries->at(1).run);
    QCOMPARE(*entries->at(2).run, run);
}

void tst_HistoryPages::aSetIsComparedWithTheMedianBeforeIt()
{
    Pages pages;
    const QString first = pages.put(pages.set(QStringLiteral("shop_20250210"), 5'000));
    // Seven later ones push the first out of what is usual; a damaged one does not count.
    for (int day = 1; day <= 7; ++day)
        pages.put(pages.set(QStringLiteral("shop_2025021%1").arg(day), 97 + day));
    StoredSet damaged = pages.set(QStringLiteral("shop_20250218"), 1);
    damaged.state = SetState::Damaged;
    pages.put(damaged);
    const QString last = pages.put(pages.set(QStringLiteral("shop_20250219"), 202));
    const Result<QList<HistoryEntry>> entries =
        pages.catalog->historyEntries(QStringLiteral("r"), {{first, true}, {last, true}});
    QVERIFY_RESULT(entries);
    QVERIFY(!entries->at(0).change);
    QVERIFY(entries->at(1).change);
    QCOMPARE(*entries->at(1).change, 100.0); // 202 against the median 101
}

void tst_HistoryPages::readingMakesNoFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("catalog.sqlite"));
    QVERIFY_FAILS(Catalog::openForReading(path), ErrorKind::Catalog);
    QVERIFY(!QFile::exists(path));
    QFile other(path);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("not a catalog") > 0);
    other.close();
    QVERIFY_FAILS(Catalog::openForReading(path), ErrorKind::Catalog);
    QCOMPARE(other.size(), 13);
}

void tst_HistoryPages::textsSortWithTheNewestFirstAmongEquals()
{
    Pages pages;
    StoredSet one = pages.set(QStringLiteral("shop_1"));
    one.reason = QStringLiteral("before the move");
    pages.put(one);
    StoredSet two = pages.set(QStringLiteral("shop_2"));
    two.trigger = QStringLiteral("schedule");
    two.evidence.damage = QStringLiteral("a byte is wrong");
    two.state = SetState::Damaged;
    pages.put(two);
    RunRecord run = pages.run(RunState::Failed);
    run.trigger = QStringLiteral("schedule");
    run.message = QStringLiteral("disk full");
    const QString three = pages.put(run);
    const auto ids = [&](HistoryQuery::Order order) {
        HistoryQuery query = pages.query();
        query.order = order;
        query.direction = HistoryQuery::Direction::Ascending;
        return pages.ids(query);
    };
    QCOMPARE(ids(HistoryQuery::Order::State), QStringList({two.id, three, one.id}));
    QCOMPARE(ids(HistoryQuery::Order::Trigger), QStringList({one.id, three, two.id}));
    QCOMPARE(ids(HistoryQuery::Order::Reason), QStringList({two.id, one.id, three}));
    QCOMPARE(ids(HistoryQuery::Order::What), QStringList({three, two.id, one.id}));
}
