#include "tests/faults/tst_RecordFaults.h"

#include "core/catalog/Catalog.h"
#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sys/mount.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

QString catalogOf(const FaultDesk &desk)
{
    return desk.desk().home() + QStringLiteral("/state/masclet-backup/catalog.sqlite");
}

/// Makes a file or folder read-only for everybody, root included, until it goes.
class ReadOnly
{
public:
    explicit ReadOnly(const QString &path)
        : m_path(path)
    {
        const QByteArray name = path.toUtf8();
        if (::mount(name.constData(), name.constData(), nullptr, MS_BIND, nullptr) != 0 ||
            ::mount(nullptr, name.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0)
            qFatal("this test mounts and needs root: errno %d", errno);
    }
    ~ReadOnly() { ::umount2(qPrintable(m_path), MNT_DETACH); }
    ReadOnly(const ReadOnly &) = delete;
    ReadOnly &operator=(const ReadOnly &) = delete;

private:
    QString m_path;
};

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Somebody's session in the catalog, which begins with this statement; it ends with the object.
class CatalogSession
{
public:
    CatalogSession(const QString &path, const char *statement)
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        raw.setDatabaseName(path);
        if (!raw.open() || !QSqlQuery(raw).exec(QLatin1String(statement)))
            qFatal("the catalog refuses %s", statement);
    }
    ~CatalogSession() { QSqlDatabase::removeDatabase(QStringLiteral("raw")); }
    CatalogSession(const CatalogSession &) = delete;
    CatalogSession &operator=(const CatalogSession &) = delete;
};

} // namespace

void tst_RecordFaults::aBadCatalogNeverStopsABackup_X01_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("deleted") << QStringLiteral("deleted") << 0;
    QTest::newRow("cut to nothing") << QStringLiteral("empty") << 0;
    QTest::newRow("cut") << QStringLiteral("cut") << 19;
    QTest::newRow("garbage in the header") << QStringLiteral("header") << 19;
    QTest::newRow("garbage in a page") << QStringLiteral("page") << 19;
    QTest::newRow("of a newer version") << QStringLiteral("newer") << 19;
    QTest::newRow("read-only") << QStringLiteral("read-only") << 19;
    QTest::newRow("locked by somebody") << QStringLiteral("locked") << 19;
    QTest::newRow("a folder in its place") << QStringLiteral("folder") << 19;
}

void tst_RecordFaults::aBadCatalogNeverStopsABackup_X01()
{
    QFETCH(QString, damage);
    QFETCH(int, exitCode);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QString path = catalogOf(desk);
    std::unique_ptr<ReadOnly> readOnly;
    std::unique_ptr<CatalogSession> session;
    if (damage == QStringLiteral("deleted"))
        QVERIFY(QFile::remove(path));
    else if (damage == QStringLiteral("empty"))
        QVERIFY(QFile::resize(path, 0));
    else if (damage == QStringLiteral("cut"))
        QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2));
    else if (damage == QStringLiteral("header"))
        overwrite(path, 0, "garbage");
    else if (damage == QStringLiteral("page"))
        overwrite(path, 4096, QByteArray(4096, 'x'));
    else if (damage == QStringLiteral("newer"))
        CatalogSession(path, "PRAGMA user_version = 99");
    else if (damage == QStringLiteral("locked"))
        session = std::make_unique<CatalogSession>(path, "BEGIN EXCLUSIVE");
    else if (damage == QStringLiteral("read-only"))
        readOnly = std::make_unique<ReadOnly>(QFileInfo(path).path());
    else
        QVERIFY(QFile::remove(path) && QDir().mkdir(path));
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, exitCode);
    QCOMPARE(desk.sets().size(), 2);
    readOnly.reset();
    session.reset();
    // Damaged ones were put aside and made anew; these are a person's to take away.
    if (damage == QStringLiteral("newer"))
        QVERIFY(QFile::remove(path));
    if (damage == QStringLiteral("folder"))
        QVERIFY(QDir().rmdir(path));
    const bool good = damage == QStringLiteral("read-only") || damage == QStringLiteral("locked");
    const bool aside = exitCode == 19 && QFile::exists(path) && !good;
    const QStringList bad = QFileInfo(path).dir().entryList({QStringLiteral("*.bad-*")}, QDir::Files);
    QVERIFY2(!aside || !bad.isEmpty(), endOf(outcome).constData());
    QVERIFY2(!good || bad.isEmpty(), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QVERIFY_EXIT(desk.backup(), 0);
}

/// A rebuilt catalog has the same rows as the one that grew.
void tst_RecordFaults::theCatalogFollowsWhateverHappened_X01()
{
    const FaultDesk desk;
    for (int i = 0; i < 3; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    QVERIFY_EXIT(desk.run({QStringLiteral("pin"), desk.sets().at(1), QStringLiteral("--note"),
                           QStringLiteral("before the move")}),
                 0);
    QVERIFY_EXIT(desk.backup({QStringLiteral("--port"), QStringLiteral("1")}), 13);
    // All of them are damaged at once; the run names only the first.
    for (const QString &id : desk.sets())
        overwrite(QStringLiteral("%1/db/%2.sql.gz").arg(desk.repository(), id), 200, "damage");
    QVERIFY_EXIT(desk.run({QStringLiteral("verify"), QStringLiteral("--all")}), 16);
    const SystemClock clock;
    const auto rowsNow = [&] {
        const auto catalog = Catalog::open(catalogOf(desk), clock);
        return qMakePair(catalog->sets({}).value_or(QList<StoredSet>()),
                         catalog->runs({}).value_or(QList<RunRecord>()));
    };
    const auto grown = rowsNow();
    QCOMPARE(grown.first.size(), 3);
    for (const StoredSet &set : grown.first)
        QCOMPARE(set.state, SetState::Damaged);
    QVERIFY(QFile::remove(catalogOf(desk)));
    QVERIFY_EXIT(desk.run({QStringLiteral("catalog"), QStringLiteral("rebuild")}), 0);
    QVERIFY(rowsNow() == grown);
}

void tst_RecordFaults::aJournalThatCannotBeWrittenIsAWarning_X05()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    ProgramOutcome outcome;
    {
        const ReadOnly journal(desk.repository() + QStringLiteral("/journal.jsonl"));
        outcome = desk.backup();
        QVERIFY_EXIT(outcome, 3);
        QVERIFY2(outcome.errorOutput.contains("journal"), endOf(outcome).constData());
    }
    QCOMPARE(desk.sets().size(), 2);
    QVERIFY_HOLDS(invariants.broken(outcome)); // I7: the record waited and is in the journal now
}

void tst_RecordFaults::withoutAJournalNothingIsDeleted_X05()
{
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    ProgramOutcome outcome;
    {
        const ReadOnly journal(desk.repository() + QStringLiteral("/journal.jsonl"));
        outcome = desk.run({QStringLiteral("backup")});
        QVERIFY_EXIT(outcome, 18);
    }
    QCOMPARE(desk.sets().size(), 3);
    QVERIFY_HOLDS(invariants.broken());
}

void tst_RecordFaults::logsThatCannotBeWrittenAreAWarning_X05()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    ProgramOutcome outcome;
    {
        const ReadOnly logs(desk.repository() + QStringLiteral("/runs"));
        outcome = desk.backup();
        QVERIFY_EXIT(outcome, 3);
    }
    QCOMPARE(desk.sets().size(), 2);
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_RecordFaults::setsWhoseFilesWereSwappedAreDamaged_X03()
{
    const FaultDesk desk;
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    const auto swap = [&](const QString &pattern) {
        const QString first = desk.repository() + pattern.arg(desk.sets().at(0));
        const QString second = desk.repository() + pattern.arg(desk.sets().at(1));
        QVERIFY(QFile::rename(first, first + QStringLiteral(".x")));
        QVERIFY(QFile::rename(second, first));
        QVERIFY(QFile::rename(first + QStringLiteral(".x"), second));
    };
    const QStringList verify{QStringLiteral("verify"), QStringLiteral("--all")};
    for (const QString &pattern : {QStringLiteral("/db/%1.sql.gz"), QStringLiteral("/sets/%1.json"),
                                   QStringLiteral("/db/%1.globals.sql.gz")}) {
        swap(pattern);
        QVERIFY_EXIT(desk.run(verify), 16);
        swap(pattern);
        QVERIFY_EXIT(desk.run(verify), 0);
    }
}
