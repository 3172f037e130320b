#include "tests/core/repository/tst_JournalSearch.h"

#include "core/base/ExitCode.h"
#include "tests/core/repository/Fixture.h"

#include <QFile>
#include <QMap>

#include <algorithm>
#include <array>

using namespace masclet;
using masclet::test::RepositoryFixture;

namespace
{

/// A journal of many runs: of two profiles and three verbs, with every outcome, about a few sets, some with
/// texts that look like parts of a record; started and finished, with other records between.
struct ManyRuns : RepositoryFixture {
    explicit ManyRuns(int count = 200)
    {
        constexpr std::array states{RunState::Ok, RunState::Failed, RunState::Warnings,   RunState::Stopped,
                                    RunState::Ok, RunState::Failed, RunState::Interrupted};
        const QStringList verbs{QStringLiteral("backup"), QStringLiteral("verify"),
                                QStringLiteral("restore-test")};
        for (int n = 0; n < count; ++n) {
            RunRecord run;
            run.id = newRunId(clock);
            run.verb = verbs[n % 11 == 3 ? 2 : n % 2];
            run.profileId = n % 5 == 0 ? QStringLiteral("p2") : QStringLiteral("p1");
            run.started = clock.now();
            run.setId = n % 7 == 0 ? QString() : QStringLiteral("shop_2025%1").arg(1000 + n / 10);
            run.reason = n % 3 == 0 ? QStringLiteral("\",\"verb\":\"verify\",\"type\":\"run-finished\"}")
                                    : QStringLiteral("a\\\"b");
            if (n % 4 != 0)
                record(&Journal::runStarted, run);
            run.state = states[size_t(n) % states.size()];
            run.exitCode = run.state != RunState::Failed
                               ? 0
                               : exitCodeOf(n % 2 ? ErrorKind::Locked : ErrorKind::RestoreTest);
            // One ended when the clock was ahead.
            run.finished = n == 21 ? clock.now().addYears(5) : clock.now().addSecs(5);
            run.detail = QString(n % 50 == 0 ? 15'000 : 10, QChar(u'x'));
            if (n % 13 == 0)
                note(n % 2 ? QStringLiteral("even") : QStringLiteral("odd"), n);
            if (n != count - 2)
                record(&Journal::runFinished, run);
            clock.advance(std::chrono::hours(1));
        }
    }
    void record(Result<> (Journal::*append)(const RepositoryLock &, const RunRecord &), const RunRecord &run)
    {
        if (!(repository->journal().*append)(*lock, run))
            qFatal("cannot write the journal");
    }
    void note(const QString &type, int number)
    {
        if (!repository->journal().append(*lock, type, {{QStringLiteral("k"), number}}))
            qFatal("cannot write the journal");
    }
    QList<RunRecord> all() const { return runsOf(*repository->journal().records()); }
};

/// What a wish means, said the slow way.
QList<RunRecord> wished(const QList<RunRecord> &runs, const JournalWish &wish)
{
    QList<RunRecord> list;
    QMap<QString, int> counts;
    QDateTime latest;
    for (const RunRecord &run : runs) {
        if (!wish.profileId.isEmpty() && run.profileId != wish.profileId)
            continue;
        const QString outcome =
            run.verb + nameOf(run.state) + (run.wasRefused() ? QStringLiteral("!") : QString());
        const bool recent = wish.since.isValid() && run.started >= wish.since;
        const bool endedLast = run.finished.isValid() && (!latest.isValid() || run.finished > latest);
        if (list.size() < wish.newest || recent || run.id == wish.run || wish.sets.contains(run.setId) ||
            (wish.newestOfEach > 0 && (endedLast || counts[outcome] < wish.newestOfEach))) {
            list << run;
            counts[outcome] += recent ? 0 : 1;
            latest = endedLast ? run.finished : latest;
        }
    }
    return list;
}

QList<RunRecord> found(const RepositoryFixture &f, const JournalWish &wish)
{
    const Result<JournalFinds> finds = f.repository->journal().find(wish);
    if (!finds)
        qFatal("%s", masclet::test::reason(finds).constData());
    return finds->runs;
}

struct Reading {
    std::optional<JournalPlace> place;
    QMap<QString, RunRecord> runs;
};

Reading readFrom(const RepositoryFixture &f, const JournalPlace &from)
{
    Reading reading;
    const auto place = f.repository->journal().eachRun(from, [&](const RunRecord &run) {
        reading.runs.insert(run.id, run);
        return Result<>();
    });
    if (!place)
        qFatal("%s", masclet::test::reason(place).constData());
    reading.place = *place;
    return reading;
}

} // namespace

void tst_JournalSearch::allRunsAreThoseOfAllRecords()
{
    ManyRuns f;
    JournalWish wish;
    wish.newest = JournalWish::allRuns;
    QCOMPARE(found(f, wish).size(), 200);
    QCOMPARE(found(f, wish), f.all());
    RunRecord last = f.all()[1];
    last.state = RunState::Interrupted;
    f.record(&Journal::runFinished, last); // recorded last, and still not the newest
    QCOMPARE(found(f, wish)[1], last);
    QCOMPARE(found(f, wish), f.all());
    QCOMPARE(found(f, {}), QList<RunRecord>());
}

void tst_JournalSearch::aWishFindsWhatItNamesAndNothingElse_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("newest");
    QTest::addColumn<int>("ofEach");
    QTest::addColumn<int>("since"); // run's number; -1: not asked
    QTest::addColumn<int>("set");
    QTest::newRow("the newest") << QString() << 1 << 0 << -1 << -1;
    QTest::newRow("a few of the newest") << QStringLiteral("p1") << 7 << 0 << -1 << -1;
    QTest::newRow("of each outcome") << QStringLiteral("p1") << 0 << 2 << -1 << -1;
    QTest::newRow("since a time") << QStringLiteral("p1") << 0 << 0 << 150 << -1;
    QTest::newRow("since a time, and of each before") << QStringLiteral("p1") << 0 << 3 << 170 << -1;
    QTest::newRow("about a set") << QString() << 0 << 0 << -1 << 60;
    QTest::newRow("all of it") << QStringLiteral("p2") << 3 << 1 << 180 << 41;
}

void tst_JournalSearch::aWishFindsWhatItNamesAndNothingElse()
{
    QFETCH(QString, profile);
    QFETCH(int, newest);
    QFETCH(int, ofEach);
    QFETCH(int, since);
    QFETCH(int, set);
    const ManyRuns f;
    const QList<RunRecord> all = f.all();
    JournalWish wish;
    wish.profileId = profile;
    wish.newest = newest;
    wish.newestOfEach = ofEach;
    if (since >= 0)
        wish.since = all[all.size() - 1 - since].started;
    if (set >= 0)
        wish.sets = {all[all.size() - 1 - set].setId};
    const QList<RunRecord> expected = wished(all, wish);
    QVERIFY(!expected.isEmpty() && expected.size() < all.size() / 2);
    QCOMPARE(found(f, wish), expected);
    // Those in a state, however old they are,
    wish = {};
    wish.states = {RunState::Interrupted};
    QList<RunRecord> interrupted = all;
    interrupted.removeIf([](const RunRecord &run) { return run.state != RunState::Interrupted; });
    QVERIFY(interrupted.size() > 20);
    QCOMPARE(found(f, wish), interrupted);
    // and one by its id.
    wish = {};
    wish.run = all[190].id;
    QCOMPARE(found(f, wish), QList<RunRecord>{all[190]});
}

void tst_JournalSearch::otherRecordsAreFoundByTheirType()
{
    const ManyRuns f;
    JournalWish wish;
    wish.acts = {QStringLiteral("even")};
    const Result<JournalFinds> finds = f.repository->journal().find(wish);
    QVERIFY_RESULT(finds);
    QCOMPARE(finds->runs.size(), 0);
    QList<int> numbers;
    for (const JournalRecord &act : finds->acts) {
        QCOMPARE(act.type, QStringLiteral("even"));
        numbers << act.data[QLatin1String("k")].toInt();
    }
    QCOMPARE(numbers, QList<int>({13, 39, 65, 91, 117, 143, 169, 195}));
}

void tst_JournalSearch::theNewestRecordsAreOfEveryType()
{
    const ManyRuns f(40);
    const QList<JournalRecord> all = *f.repository->journal().records();
    for (const qsizetype most : {qsizetype(10), all.size() + 1}) {
        const Result<QList<JournalRecord>> newest = f.repository->journal().newestRecords(most);
        QVERIFY_RESULT(newest);
        QCOMPARE(newest->size(), std::min(most, all.size()));
        for (qsizetype back = 1; back <= newest->size(); ++back)
            QCOMPARE((*newest)[newest->size() - back].number, all[all.size() - back].number);
    }
}

void tst_JournalSearch::setsThatAreGoneAreStillTaken()
{
    RepositoryFixture f;
    Journal &journal = f.repository->journal();
    const auto name = [&](const char *id, qint64 sequence) {
        QVERIFY_RESULT(journal.append(
            *f.lock, QStringLiteral("deleted"),
            {{QStringLiteral("setId"), QString::fromLatin1(id)}, {QStringLiteral("sequence"), sequence}}));
    };
    name("shop_20250218", 7);
    name("other_20250218", 12);
    name("shop_20250217-2", 3);
    name("shop_20250216", 11);
    f.write(QStringLiteral("journal.jsonl"),
            f.read(QStringLiteral("journal.jsonl")) + "\"setId\":\"shop_1\",\"sequence\":99\n"); // torn
    const Result<TakenSets> taken = journal.takenSets(QStringLiteral("shop_2025021"));
    QVERIFY_RESULT(taken);
    QCOMPARE(taken->sequence, 12);
    QCOMPARE(taken->ids, QSet<QString>({QStringLiteral("shop_20250218"), QStringLiteral("shop_20250217-2"),
                                        QStringLiteral("shop_20250216")}));
}

void tst_JournalSearch::aDamagedLineIsPassedOver()
{
    ManyRuns f(40);
    QList<QByteArray> lines = f.read(QStringLiteral("journal.jsonl")).split('\n');
    for (const qsizetype at : {lines.size() - 2, lines.size() - 9}) // an end, and some record
        lines[at].replace("\"author\":\"", "\"author\":\"x");
    f.write(QStringLiteral("journal.jsonl"), lines.join('\n'));
    JournalWish wish;
    wish.newest = JournalWish::allRuns;
    QCOMPARE(found(f, wish), f.all());
    QCOMPARE(found(f, wish).first().state, RunState::Running); // its end cannot be trusted
    wish.newest = 1;
    QCOMPARE(found(f, wish), f.all().mid(0, 1));
}

void tst_JournalSearch::linesLongerThanABlockAreRead()
{
    ManyRuns f(5);
    QVERIFY_RESULT(f.repository->journal().append(
        *f.lock, QStringLiteral("long"), {{QStringLiteral("text"), QString(3 * 1024 * 1024, QChar(u'y'))}}));
    JournalWish wish;
    wish.newest = JournalWish::allRuns;
    wish.acts = {QStringLiteral("long")};
    const Result<JournalFinds> finds = f.repository->journal().find(wish);
    QVERIFY_RESULT(finds);
    QCOMPARE(finds->runs, f.all());
    QCOMPARE(finds->acts.size(), 1);
    QCOMPARE(finds->acts.first().data[QLatin1String("text")].toString().size(), 3 * 1024 * 1024);
}

void tst_JournalSearch::aReaderGoesOnWhereItWas()
{
    ManyRuns f(20);
    const Reading first = readFrom(f, {});
    QVERIFY(first.place.has_value());
    QCOMPARE(first.runs.values().size(), 20);
    for (const RunRecord &run : f.all())
        QCOMPARE(first.runs.value(run.id), run);
    // Nothing new.
    QCOMPARE(readFrom(f, *first.place).place, first.place);
    QCOMPARE(readFrom(f, *first.place).runs.size(), 0);
    // A run that had begun ends, another one begins.
    RunRecord ending = f.all()[1];
    QCOMPARE(ending.state, RunState::Running);
    ending.state = RunState::Ok;
    f.record(&Journal::runFinished, ending);
    RunRecord next = ending;
    next.id = newRunId(f.clock);
    next.state = RunState::Running;
    f.record(&Journal::runStarted, next);
    f.note(QStringLiteral("note"), 1);
    const Reading second = readFrom(f, *first.place);
    QVERIFY(second.place && second.place->end > first.place->end);
    QCOMPARE(second.runs.size(), 2);
    QCOMPARE(second.runs.value(ending.id), ending);
    QCOMPARE(second.runs.value(next.id), next);
    QCOMPARE(readFrom(f, *second.place).runs.size(), 0);
}

void tst_JournalSearch::aJournalThatIsAnotherOneIsNoticed_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"cut", "gone", "other line there", "longer line before"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void tst_JournalSearch::aJournalThatIsAnotherOneIsNoticed()
{
    QFETCH(QString, change);
    const ManyRuns f(10);
    const QString name = QStringLiteral("journal.jsonl");
    const JournalPlace place = readFrom(f, {}).place.value_or(JournalPlace());
    QVERIFY(place.end > 0);
    QByteArray text = f.read(name);
    if (change == QLatin1String("cut"))
        text.chop(text.size() - text.lastIndexOf('\n', -2) - 1);
    else if (change == QLatin1String("other line there"))
        text.replace(place.seal, QByteArray(64, '0'));
    else if (change == QLatin1String("longer line before"))
        text.replace("\"author\":\"", "\"author\":\"x");
    if (change == QLatin1String("gone"))
        QVERIFY(QFile::remove(f.path(name)));
    else
        f.write(name, text);
    QVERIFY(!readFrom(f, place).place.has_value());
}

void tst_JournalSearch::halfALineIsReadAgainWhenItIsWhole()
{
    ManyRuns f(4);
    const QString name = QStringLiteral("journal.jsonl");
    const QByteArray whole = f.read(name);
    f.write(name, whole.chopped(20));
    const Reading first = readFrom(f, {});
    QVERIFY(first.place && first.place->end < whole.size() - 20);
    f.write(name, whole);
    const Reading second = readFrom(f, *first.place);
    QCOMPARE(second.place->end, whole.size());
    QCOMPARE(second.runs.value(f.all().first().id), f.all().first());
}

void tst_JournalSearch::withoutAJournalThereIsNothing()
{
    const RepositoryFixture f;
    QFile::remove(f.path(QStringLiteral("journal.jsonl")));
    JournalWish wish;
    wish.newest = JournalWish::allRuns;
    QCOMPARE(found(f, wish).size(), 0);
    QCOMPARE(readFrom(f, {}).place, std::optional(JournalPlace()));
}
