#include "tests/core/catalog/tst_Catalog.h"

#include "core/catalog/Catalog.h"
#include "core/repository/Pruner.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/SyscallFault.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>

#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace masclet;
using masclet::test::RepositoryFixture;
using masclet::test::runWithFault;
using masclet::test::SyscallFault;

namespace
{

/// A repository and a catalog beside it.
struct CatalogFixture : RepositoryFixture {
    QString file() const { return temp.filePath(QStringLiteral("state/catalog.sqlite")); }
    Result<Catalog> open() const { return Catalog::open(file(), clock, std::chrono::milliseconds(50)); }

    void fill(Catalog &catalog)
    {
        const Result<QList<StoredSet>> sets = repository->sets();
        for (const StoredSet &set : *sets)
            QVERIFY_RESULT(catalog.put(repository->id(), set));
        const Result<QList<JournalRecord>> records = repository->journal().records();
        for (const RunRecord &run : runsOf(*records))
            QVERIFY_RESULT(catalog.put(repository->id(), run));
    }

    void addRun(RunState state, const QString &profileId = QStringLiteral("p1"))
    {
        RunRecord run;
        run.id = newRunId(clock);
        run.verb = QStringLiteral("backup");
        run.profileId = profileId;
        run.state = state;
        run.started = clock.now();
        run.finished = clock.now();
        run.message = QStringLiteral("«què» \"x\"");
        QVERIFY_RESULT(repository->journal().runFinished(*lock, run));
        clock.advance(std::chrono::hours(1));
    }
};

QStringList idsOf(const Result<QList<StoredSet>> &sets)
{
    QStringList ids;
    for (const StoredSet &set : *sets)
        ids << set.id;
    return ids;
}

/// Statements straight into a file, behind the catalog's back. The connection stays open for `body`.
void withRawDatabase(const QString &path, const QStringList &statements,
                     const std::function<void()> &body = {})
{
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        raw.setDatabaseName(path);
        QVERIFY(raw.open());
        QSqlQuery query(raw);
        for (const QString &statement : statements)
            QVERIFY(query.exec(statement));
        if (body)
            body();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("raw"));
}

} // namespace

void tst_Catalog::whatIsPutIsReadBackEqual()
{
    CatalogFixture f;
    CatalogFixture::Options options;
    options.evidence = {EvidenceType::Verified, EvidenceType::RestoreTested, EvidenceType::Pinned};
    const QString id = *f.addSet(options);
    f.addRun(RunState::Failed);
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog);
    QCOMPARE(catalog->origin(), Catalog::Origin::Created);
    f.fill(*catalog);
    const Result<QList<StoredSet>> sets = catalog->sets({f.repository->id(), {}, -1});
    QVERIFY_RESULT(sets);
    QCOMPARE(*sets, QList<StoredSet>({*f.repository->set(id)}));
    const Result<QList<RunRecord>> runs = catalog->runs({});
    QVERIFY_RESULT(runs);
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->first().state, RunState::Failed);
    QCOMPARE(runs->first().message, QStringLiteral("«què» \"x\""));
    // A second opening finds it all, and an update replaces.
    catalog = f.open();
    QCOMPARE(catalog->origin(), Catalog::Origin::Existing);
    f.fill(*catalog);
    QCOMPARE(catalog->sets({})->size(), 1);
}

void tst_Catalog::rebuildingGivesTheSameRows()
{
    CatalogFixture f; // I5
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog);
    for (int night = 0; night < 4; ++night) {
        f.addRun(night == 2 ? RunState::Failed : RunState::Ok);
        QVERIFY_RESULT(f.addSet());
        f.fill(*catalog);
    }
    const QStringList ids = idsOf(f.repository->sets());
    f.write(QStringLiteral("sets/%1.json").arg(ids[1]), "broken");
    QVERIFY_RESULT(catalog->put(f.repository->id(), *f.repository->set(ids[1])));
    RetentionDecision decision;
    decision.items << RetentionDecision::Item{*f.repository->set(ids[0]), RetentionVerdict::Keep, {{}}}
                   << RetentionDecision::Item{*f.repository->set(ids[3]), RetentionVerdict::Delete, {{}}};
    QVERIFY_RESULT(
        applyRetention(*f.repository, *f.lock, decision, [](const QString &) { return Result<>(); }));
    QVERIFY_RESULT(catalog->rebuild(*f.repository));

    const QList<StoredSet> sets = *catalog->sets({});
    const QList<RunRecord> runs = *catalog->runs({});
    QCOMPARE(sets.size(), 3);
    QCOMPARE(runs.size(), 4);
    QVERIFY(QFile::remove(f.file()));
    catalog = f.open();
    QCOMPARE(catalog->origin(), Catalog::Origin::Created);
    const Result<qint64> count = catalog->rebuild(*f.repository);
    QVERIFY_RESULT(count);
    QCOMPARE(*count, 7);
    QCOMPARE(*catalog->sets({}), sets);
    QCOMPARE(*catalog->runs({}), runs);
    QCOMPARE(*catalog->sets({}), *f.repository->sets());
}

void tst_Catalog::rebuildingForgetsWhatIsGoneAndLeavesOtherRepositories()
{
    CatalogFixture f;
    CatalogFixture other;
    const QString here = *f.addSet();
    const QString there = *other.addSet();
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    QVERIFY_RESULT(catalog->rebuild(*other.repository));
    QCOMPARE(catalog->sets({})->size(), 2);
    QVERIFY(QFile::remove(f.path(QStringLiteral("sets/%1.json").arg(here))));
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    QCOMPARE(idsOf(catalog->sets({f.repository->id(), {}, -1})), QStringList());
    QCOMPARE(idsOf(catalog->sets({other.repository->id(), {}, -1})), QStringList(there));
}

void tst_Catalog::rebuildingTakesInARunThatIsEnding()
{
    CatalogFixture f;
    f.addRun(RunState::Running);
    RunRecord ending = runsOf(*f.repository->journal().records()).first();
    ending.state = RunState::Ok;
    ending.rows = 7;
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    QCOMPARE(catalog->runs({})->first().state, RunState::Running);
    QCOMPARE(catalog->rebuild(*f.repository, ending), Result<qint64>(1));
    QCOMPARE(*catalog->runs({}), QList<RunRecord>{ending});
}

void tst_Catalog::listsAreNewestFirstByProfileAndLimited()
{
    CatalogFixture f;
    const QString first = *f.addSet();
    CatalogFixture::Options options;
    options.profile = QStringLiteral("other");
    options.profileId = QStringLiteral("p2");
    const QString foreign = *f.addSet(options);
    f.clock.setWall(f.clock.now().addYears(-1)); // T07
    const QString last = *f.addSet();
    f.clock.setWall(f.clock.now().addYears(1));
    f.addRun(RunState::Ok);
    f.addRun(RunState::Failed, QStringLiteral("p2"));
    f.addRun(RunState::Stopped);
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    QCOMPARE(idsOf(catalog->sets({})), QStringList({last, foreign, first}));
    QCOMPARE(idsOf(catalog->sets({{}, QStringLiteral("p1"), -1})), QStringList({last, first}));
    QCOMPARE(idsOf(catalog->sets({{}, {}, 2})), QStringList({last, foreign}));
    const Result<QList<RunRecord>> runs = catalog->runs({f.repository->id(), QStringLiteral("p1"), -1});
    QCOMPARE(runs->size(), 2);
    QCOMPARE(runs->first().state, RunState::Stopped);
    QCOMPARE(catalog->runs({{}, {}, 1})->size(), 1);
}

void tst_Catalog::aMissingOrEmptyFileIsMadeAnew_data()
{
    QTest::addColumn<bool>("empty"); // X01
    QTest::newRow("deleted") << false;
    QTest::newRow("cut to nothing") << true;
}

void tst_Catalog::aMissingOrEmptyFileIsMadeAnew()
{
    QFETCH(bool, empty);
    CatalogFixture f;
    QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(f.open()->rebuild(*f.repository));
    QVERIFY(QFile::remove(f.file()));
    if (empty) {
        QFile file(f.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog);
    QCOMPARE(catalog->origin(), Catalog::Origin::Created);
    QVERIFY(catalog->sets({})->isEmpty());
}

/// Readers do not wait for a writer; the file's own header says so to every program
/// (sqlite.org/fileformat2.html, bytes 18 and 19).
void tst_Catalog::theFileIsInWalMode()
{
    CatalogFixture f;
    QVERIFY_RESULT(f.open());
    QFile file(f.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(20).mid(18), QByteArray("\2\2"));
}

void tst_Catalog::aDamagedFileIsPutAside_data()
{
    QTest::addColumn<QString>("damage"); // X01
    for (const char *damage : {"garbage", "cut", "header", "pages", "foreign", "tables gone"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void tst_Catalog::aDamagedFileIsPutAside()
{
    QFETCH(QString, damage);
    CatalogFixture f;
    for (int n = 0; n < 5; ++n)
        QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(f.open()->rebuild(*f.repository));
    QFile file(f.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray content = file.readAll();
    file.close();
    QVERIFY(content.size() > 3 * 4096);
    if (damage == QLatin1String("garbage"))
        content = "this is no database\n";
    else if (damage == QLatin1String("cut"))
        content.truncate(content.size() - 4096);
    else if (damage == QLatin1String("header"))
        content.replace(0, 16, "0123456789abcdef");
    else if (damage == QLatin1String("pages"))
        content.replace(4096, 4096, QByteArray(4096, '\x5a'));
    if (damage == QLatin1String("foreign")) {
        QVERIFY(file.remove());
        withRawDatabase(f.file(), {QStringLiteral("CREATE TABLE theirs (x)")});
    } else if (damage == QLatin1String("tables gone")) {
        withRawDatabase(f.file(), {QStringLiteral("DROP TABLE runs")});
    } else {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();
    }

    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog);
    QCOMPARE(catalog->origin(), Catalog::Origin::Replaced);
    QCOMPARE(catalog->setAside(), f.file() + QStringLiteral(".bad-20250218T010007Z"));
    QVERIFY(QFile::exists(catalog->setAside()));
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    QCOMPARE(catalog->sets({})->size(), 5);
}

/// A reader that does not check the whole file must not take what it got so far for all there is.
void tst_Catalog::damageInTheMiddleOfAListIsAnError()
{
    CatalogFixture f; // X01
    const int count = 30;
    for (int n = 0; n < count; ++n)
        QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(f.open()->rebuild(*f.repository));
    QCOMPARE(Catalog::openForReading(f.file())->sets({})->size(), count);
    const QByteArray middle = f.repository->sets()->at(count / 2).id.toUtf8();
    QFile file(f.file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    constexpr qsizetype page = 4096;
    // The rows' pages, not those of the index.
    for (qsizetype at = content.indexOf("{\"", 2 * page); at >= 0; at = content.indexOf("{\"", at + 1)) {
        if (content.mid(at, page).contains(middle)) {
            content.replace(at / page * page, page, QByteArray(page, '\x5a'));
            break;
        }
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const Result<Catalog> catalog = Catalog::openForReading(f.file());
    QVERIFY_RESULT(catalog);
    // In the order of the index: rows before the damage come first.
    QVERIFY_FAILS(catalog->sets({f.repository->id(), QStringLiteral("p1"), -1}), ErrorKind::Catalog);
}

void tst_Catalog::aFileOfANewerVersionIsLeftAsItIs()
{
    CatalogFixture f; // X01
    QVERIFY_RESULT(f.open());
    withRawDatabase(f.file(), {QStringLiteral("PRAGMA user_version = 99")});
    QVERIFY_FAILS(f.open(), ErrorKind::Catalog);
    QCOMPARE(QDir(QFileInfo(f.file()).path()).entryList({QStringLiteral("*.bad-*")}).size(), 0);
}

void tst_Catalog::aLockedFileIsAnErrorAfterTheTimeLimit()
{
    CatalogFixture f; // X01, L04
    QVERIFY_RESULT(f.addSet());
    Result<Catalog> catalog = f.open();
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    withRawDatabase(f.file(), {QStringLiteral("BEGIN IMMEDIATE")}, [&] {
        const Result<qint64> rebuilt = catalog->rebuild(*f.repository);
        QVERIFY_FAILS(rebuilt, ErrorKind::Catalog);
        // Making it anew is what was just tried.
        QVERIFY2(!rebuilt.error().hint.contains(QStringLiteral("catalog rebuild")),
                 qPrintable(rebuilt.error().hint));
        QVERIFY_FAILS(catalog->put(f.repository->id(), RunRecord()), ErrorKind::Catalog);
        QCOMPARE(catalog->sets({})->size(), 1); // reading goes on
    });
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    // A lock that keeps even readers out is not damage.
    catalog = fail(Error());
    withRawDatabase(f.file(),
                    {QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"), QStringLiteral("BEGIN EXCLUSIVE")},
                    [&] { QVERIFY_FAILS(f.open(), ErrorKind::Catalog); });
    QCOMPARE(f.open()->origin(), Catalog::Origin::Existing);
}

void tst_Catalog::aReadOnlyOrUnreachablePlaceIsAnError()
{
    CatalogFixture f; // X01
    QVERIFY_RESULT(f.open());
    QVERIFY_FAILS(Catalog::open(QStringLiteral("/proc/masclet/catalog.sqlite"), f.clock), ErrorKind::Catalog);
    QFile plain(f.temp.filePath(QStringLiteral("plain")));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    QVERIFY_FAILS(Catalog::open(plain.fileName() + QStringLiteral("/catalog.sqlite"), f.clock),
                  ErrorKind::Catalog);
    const QByteArray folder = QFileInfo(f.file()).path().toLocal8Bit();
    if (::geteuid() == 0) { // rights do not stop root, a read-only mount does
        QCOMPARE(::mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr), 0);
        QCOMPARE(::mount(nullptr, folder.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), 0);
        const Result<Catalog> refused = f.open();
        QCOMPARE(::umount2(folder.constData(), MNT_DETACH), 0);
        QVERIFY_FAILS(refused, ErrorKind::Catalog);
    } else {
        QCOMPARE(::chmod(qPrintable(f.file()), 0400), 0);
        QCOMPARE(::chmod(folder.constData(), 0500), 0);
        const Result<Catalog> refused = f.open();
        QCOMPARE(::chmod(folder.constData(), 0700), 0);
        QVERIFY_FAILS(refused, ErrorKind::Catalog);
    }
    QVERIFY_RESULT(f.addSet()); // the backup goes on
}

void tst_Catalog::aFullDiskIsAnErrorAndKeepsTheOldRows()
{
    for (int at = 1;; ++at) { // X01, S02
        CatalogFixture f;
        f.addRun(RunState::Ok);
        QVERIFY_RESULT(f.open()->rebuild(*f.repository));
        f.addRun(RunState::Failed);
        const auto rebuild = [&] {
            Result<Catalog> catalog = f.open();
            const Result<qint64> done = catalog ? catalog->rebuild(*f.repository) : fail(catalog.error());
            return done ? 0 : done.error().kind == ErrorKind::Catalog ? 19 : 1;
        };
        const auto run = runWithFault(rebuild, {SyscallFault::Kind::Fail, at, ENOSPC, SYS_pwrite64});
        if (!run.reached) {
            QVERIFY(at > 2);
            break;
        }
        QVERIFY(run.exitCode == 0 || run.exitCode == 19);
        const Result<QList<RunRecord>> runs = f.open()->runs({});
        QVERIFY_RESULT(runs);
        QVERIFY(runs->size() == (run.exitCode == 0 ? 2 : 1));
        QVERIFY_RESULT(f.open()->rebuild(*f.repository));
    }
}

void tst_Catalog::oneChangedDocumentIsAnErrorOfTheCatalog()
{
    CatalogFixture f;
    f.addRun(RunState::Ok);
    QVERIFY_RESULT(f.addSet());
    QVERIFY_RESULT(f.open()->rebuild(*f.repository));
    withRawDatabase(f.file(), {QStringLiteral("UPDATE runs SET document = '{}'"),
                               QStringLiteral("UPDATE sets SET document = 'x'")});
    Result<Catalog> catalog = f.open();
    QVERIFY_FAILS(catalog->runs({}), ErrorKind::Catalog);
    QVERIFY_FAILS(catalog->sets({}), ErrorKind::Catalog);
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    QCOMPARE(catalog->runs({})->size(), 1);
}

void tst_Catalog::severalThreadsLoseNothing()
{
    CatalogFixture f; // L04: each with its own object, as processes have
    std::array<std::jthread, 4> threads;
    std::atomic<int> failures = 0;
    for (size_t number = 0; number < threads.size(); ++number) {
        threads[number] = std::jthread([&, number] {
            Result<Catalog> catalog = Catalog::open(f.file(), f.clock, std::chrono::seconds(30));
            for (int n = 0; n < 25; ++n) {
                RunRecord run;
                run.id = QStringLiteral("20250218T0100%1Z-00000%2").arg(n, 2, 10, QChar(u'0')).arg(number);
                run.verb = QStringLiteral("backup");
                run.started = f.clock.now();
                failures += catalog && catalog->put(QStringLiteral("r"), run) ? 0 : 1;
            }
        });
    }
    for (std::jthread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(f.open()->runs({})->size(), 100);
}

void tst_Catalog::theFileIsPrivate()
{
    const mode_t before = ::umask(0); // S15
    CatalogFixture f;
    Result<Catalog> catalog = f.open();
    ::umask(before);
    QVERIFY_RESULT(catalog);
    QVERIFY_RESULT(catalog->rebuild(*f.repository));
    const QDir folder = QFileInfo(f.file()).dir();
    QCOMPARE(int(QFileInfo(folder.path()).permissions() & 0x77), 0);
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files))
        QCOMPARE(int(info.permissions() & 0x77), 0);
}
