#include "tests/core/catalog/tst_CatalogUpdate.h"

#include "core/catalog/Catalog.h"
#include "tests/core/repository/Fixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <atomic>
#include <thread>

using namespace masclet;
using masclet::test::RepositoryFixture;

namespace
{

struct UpdateFixture : RepositoryFixture {
    QString file() const { return temp.filePath(QStringLiteral("state/catalog.sqlite")); }
    Result<Catalog> open() const { return Catalog::open(file(), clock); }
    RunRecord begin()
    {
        RunRecord run;
        run.id = newRunId(clock);
        run.verb = QStringLiteral("backup");
        run.profileId = QStringLiteral("p1");
        run.started = clock.now();
        if (!repository->journal().runStarted(*lock, run))
            qFatal("cannot write the journal");
        clock.advance(std::chrono::hours(1));
        return run;
    }
    void end(RunRecord run, RunState state)
    {
        run.state = state;
        run.finished = clock.now();
        if (!repository->journal().runFinished(*lock, run))
            qFatal("cannot write the journal");
    }
    QList<RunRecord> runsOfJournal() const { return runsOf(*repository->journal().records()); }
    /// Behind the catalog's back.
    void change(const QString &statement) const
    {
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            raw.setDatabaseName(file());
            QVERIFY(raw.open());
            QVERIFY(QSqlQuery(raw).exec(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    }
};

} // namespace

void tst_CatalogUpdate::whatIsNewIsTakenIn()
{
    UpdateFixture f;
    f.end(f.begin(), RunState::Ok);
    const RunRecord open = f.begin();
    const QString first = *f.addSet();
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog);
    QCOMPARE(catalog->update(*f.repository), Result<qint64>(3)); // the first time: all
    QCOMPARE(*catalog->runs({}), f.runsOfJournal());
    f.end(open, RunState::Failed);
    f.end(f.begin(), RunState::Warnings);
    f.begin();
    QVERIFY_RESULT(f.addSet());
    QVERIFY(QFile::remove(f.path(QStringLiteral("sets/%1.json").arg(first))));
    for (int again = 0; again < 2; ++again) {
        QCOMPARE(catalog->update(*f.repository), Result<qint64>(5));
        QCOMPARE(*catalog->runs({}), f.runsOfJournal());
        QCOMPARE(*catalog->sets({}), *f.repository->sets());
    }
    QCOMPARE(catalog->rebuild(*f.repository), Result<qint64>(5));
    QCOMPARE(*catalog->runs({}), f.runsOfJournal());
}

void tst_CatalogUpdate::whatIsOldIsLeftAsItIs()
{
    UpdateFixture f;
    f.end(f.begin(), RunState::Ok);
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog->update(*f.repository));
    f.change(QStringLiteral("UPDATE runs SET document = replace(document, 'backup', 'verify')"));
    f.end(f.begin(), RunState::Ok);
    QVERIFY_RESULT(catalog->update(*f.repository));
    QCOMPARE(catalog->runs({})->size(), 2);
    QCOMPARE(catalog->runs({})->last().verb, QStringLiteral("verify")); // nobody read that far back
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    QCOMPARE(*catalog->runs({}), f.runsOfJournal());
}

void tst_CatalogUpdate::aRunThatIsEndingIsThereOnce()
{
    UpdateFixture f;
    f.end(f.begin(), RunState::Ok);
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog->update(*f.repository));
    RunRecord ending = f.begin();
    ending.state = RunState::Stopped;
    ending.finished = f.clock.now();
    QCOMPARE(catalog->update(*f.repository, ending), Result<qint64>(2));
    QCOMPARE(catalog->runs({})->first(), ending);
    QVERIFY_RESULT(f.repository->journal().runFinished(*f.lock, ending));
    QCOMPARE(catalog->update(*f.repository), Result<qint64>(2));
    QCOMPARE(*catalog->runs({}), f.runsOfJournal());
}

void tst_CatalogUpdate::whereItCannotGoOnItRebuilds_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("journal");
    QTest::newRow("rows are gone") << QStringLiteral("DELETE FROM runs WHERE state = 'ok'") << QString();
    QTest::newRow("nothing is known") << QStringLiteral("DELETE FROM sources") << QString();
    QTest::newRow("the journal is shorter") << QString() << QStringLiteral("cut");
    QTest::newRow("the journal is gone") << QString() << QStringLiteral("gone");
    QTest::newRow("the journal is another one") << QString() << QStringLiteral("other");
}

void tst_CatalogUpdate::whereItCannotGoOnItRebuilds()
{
    QFETCH(QString, statement);
    QFETCH(QString, journal);
    UpdateFixture f;
    for (const RunState state : {RunState::Ok, RunState::Failed, RunState::Ok})
        f.end(f.begin(), state);
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog->update(*f.repository));
    QCOMPARE(catalog->runs({})->size(), 3);
    const QString name = QStringLiteral("journal.jsonl");
    const QByteArray text = f.read(name);
    if (!statement.isEmpty())
        f.change(statement);
    if (journal == QLatin1String("gone")) {
        QVERIFY(QFile::remove(f.path(name)));
    } else if (journal == QLatin1String("cut")) {
        f.write(name, text.left(text.indexOf('\n', text.size() / 2) + 1));
    } else if (journal == QLatin1String("other")) {
        UpdateFixture other;
        other.clock.advance(std::chrono::hours(5));
        for (int n = 0; n < 5; ++n)
            other.end(other.begin(), RunState::Failed);
        f.write(name, other.read(name));
    }
    const QList<RunRecord> runs = f.runsOfJournal();
    QCOMPARE(catalog->update(*f.repository), Result<qint64>(runs.size()));
    QCOMPARE(*catalog->runs({}), runs);
}

void tst_CatalogUpdate::severalProgramsLoseNothing()
{
    UpdateFixture f; // L04
    constexpr int runs = 20;
    std::atomic<int> failures = 0;
    std::atomic<bool> done = false;
    {
        const auto keepUpdating = [&] {
            Result<Repository> mine = Repository::open(f.path({}), f.clock);
            Result<Catalog> catalog = Catalog::open(f.file(), f.clock, std::chrono::seconds(30));
            do {
                failures += catalog && mine && catalog->update(*mine) ? 0 : 1;
            } while (!done);
        };
        const std::jthread one(keepUpdating);
        const std::jthread two(keepUpdating);
        for (int n = 0; n < runs; ++n)
            f.end(f.begin(), n % 2 ? RunState::Ok : RunState::Failed);
        done = true;
    }
    QCOMPARE(failures.load(), 0);
    Result<Catalog> catalog = f.open();
    QCOMPARE(catalog->update(*f.repository), Result<qint64>(runs));
    QCOMPARE(*catalog->runs({}), f.runsOfJournal());
}

void tst_CatalogUpdate::aCatalogOfAnOlderVersionIsMadeAnew()
{
    UpdateFixture f;
    f.end(f.begin(), RunState::Ok);
    QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(f.open()->update(*f.repository));
    f.change(QStringLiteral("DROP TABLE sources"));
    f.change(QStringLiteral("DROP TABLE runs"));
    f.change(QStringLiteral(
        "CREATE TABLE runs (repository TEXT NOT NULL, id TEXT NOT NULL, profile TEXT NOT NULL, "
        "started TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (repository, id)) "
        "WITHOUT ROWID"));
    f.change(QStringLiteral("PRAGMA user_version = 1"));
    QVERIFY_FAILS(Catalog::openForReading(f.file()), ErrorKind::Catalog);
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog);
    QCOMPARE(catalog->origin(), Catalog::Origin::Created);
    QCOMPARE(catalog->update(*f.repository), Result<qint64>(2));
    QCOMPARE(*catalog->runs({}), f.runsOfJournal());
    QCOMPARE(*catalog->sets({}), *f.repository->sets());
}
