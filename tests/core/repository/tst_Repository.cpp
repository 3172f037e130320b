#include "tests/core/repository/tst_Repository.h"

#include "tests/core/repository/Fixture.h"
#include "tests/support/SyscallFault.h"

#include <QDir>
#include <QFile>

#include <cerrno>

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

const char *const marker = "repository.json";

/// A tmpfs over `path` for this object's life.
class Mount
{
public:
    Mount(const QString &path, const char *options)
        : m_path(QFile::encodeName(path))
        , m_mounted(::mount("masclet-test", m_path.constData(), "tmpfs", 0, options) == 0)
    {
    }
    ~Mount()
    {
        if (m_mounted)
            ::umount2(m_path.constData(), MNT_DETACH);
    }
    Mount(const Mount &) = delete;
    Mount &operator=(const Mount &) = delete;
    bool mounted() const { return m_mounted; }

private:
    QByteArray m_path;
    bool m_mounted;
};

} // namespace

void tst_Repository::initMakesWhatOpenReads()
{
    RepositoryFixture f;
    QVERIFY_RESULT(f.repository);
    const Result<Repository> opened = Repository::open(f.path({}), f.clock);
    QVERIFY_RESULT(opened);
    QCOMPARE(opened->id(), f.repository->id());
    QCOMPARE(opened->id().size(), 32);
    QCOMPARE(opened->created(), f.clock.now());
    QCOMPARE(QFileInfo(f.path(QStringLiteral(".reserve"))).size(), 65536);
    QVERIFY(opened->sets()->isEmpty());
}

void tst_Repository::initLeavesARepositoryAsItIs()
{
    RepositoryFixture f;
    const QByteArray before = f.read(QLatin1String(marker));
    QVERIFY_FAILS(Repository::init(f.path({}), f.clock), ErrorKind::Config);
    QCOMPARE(f.read(QLatin1String(marker)), before);
}

void tst_Repository::initKeepsForeignFiles()
{
    QTemporaryDir temp(test::scratchTemplate()); // T04
    QFile note(temp.filePath(QStringLiteral("note.txt")));
    QVERIFY(note.open(QIODevice::WriteOnly));
    QVERIFY(note.write("mine") == 4);
    note.close();
    test::FakeClock clock(QDateTime::fromMSecsSinceEpoch(0));
    QVERIFY_RESULT(Repository::init(temp.path(), clock));
    QVERIFY(note.exists());
}

void tst_Repository::aLostMarkerIsNotMadeAnew()
{
    RepositoryFixture f;
    QVERIFY_RESULT(f.addSet());
    QVERIFY(QFile::remove(f.path(QLatin1String(marker))));
    QVERIFY_FAILS(Repository::init(f.path({}), f.clock), ErrorKind::Config);
    QVERIFY_FAILS(Repository::open(f.path({}), f.clock), ErrorKind::Storage);
}

void tst_Repository::withoutAMarkerNothingIsWritten()
{
    QTemporaryDir temp(test::scratchTemplate()); // S06: the mount point without its disk
    test::FakeClock clock(QDateTime::fromMSecsSinceEpoch(0));
    QVERIFY_FAILS(Repository::open(temp.path(), clock), ErrorKind::Storage);
    QVERIFY_FAILS(Repository::open(temp.filePath(QStringLiteral("missing")), clock), ErrorKind::Storage);
    QVERIFY(QDir(temp.path()).isEmpty());
}

void tst_Repository::aBrokenMarkerIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("x");
    QTest::newRow("no id") << QByteArray(R"({"format":1,"created":"2025-02-18T01:00:07.000Z"})");
    QTest::newRow("format of the future")
        << QByteArray(R"({"id":"a","format":2,"created":"2025-02-18T01:00:07.000Z"})");
    QTest::newRow("too large") << QByteArray(10'000, ' ');
}

void tst_Repository::aBrokenMarkerIsRefused()
{
    QFETCH(QByteArray, text);
    RepositoryFixture f;
    f.write(QLatin1String(marker), text);
    QVERIFY(!Repository::open(f.path({}), f.clock));
}

void tst_Repository::pathsThatCannotBeShownAreRefused_data()
{
    QTest::addColumn<QString>("path"); // S17
    QTest::newRow("line break") << QStringLiteral("/tmp/a\nb");
    QTest::newRow("escape") << QStringLiteral("/tmp/a\x1b[31m");
    QTest::newRow("right to left") << QStringLiteral("/tmp/a\u202eb");
    QTest::newRow("not UTF-8") << QFile::decodeName("/tmp/a\xff"
                                                    "b");
    QTest::newRow("relative") << QStringLiteral("backups");
    QTest::newRow("empty") << QString();
    QTest::newRow("too long") << QStringLiteral("/tmp/") + QStringLiteral("aaaaaaaaa/").repeated(400);
}

void tst_Repository::pathsThatCannotBeShownAreRefused()
{
    QFETCH(QString, path);
    test::FakeClock clock(QDateTime::fromMSecsSinceEpoch(0));
    QVERIFY_FAILS(Repository::init(path, clock), ErrorKind::Config);
    QVERIFY_FAILS(Repository::open(path, clock), ErrorKind::Config);
}

void tst_Repository::oddButHonestPathsWork_data()
{
    QTest::addColumn<QString>("name"); // S17
    QTest::newRow("spaces") << QStringLiteral("my backups ");
    QTest::newRow("accents") << QStringLiteral("còpies de «la granja» 日本");
    QTest::newRow("shell characters") << QStringLiteral("$(x) `y` 'q' \"z\" ; & * ?");
    QTest::newRow("percent") << QStringLiteral("100%s%n");
    QTest::newRow("deep") << QString(QString(200, QChar(u'd')) + QChar(u'/')).repeated(15) +
                                 QStringLiteral("end");
}

void tst_Repository::oddButHonestPathsWork()
{
    QFETCH(QString, name);
    QTemporaryDir temp(test::scratchTemplate());
    test::FakeClock clock(QDateTime::fromMSecsSinceEpoch(0));
    Result<Repository> repository = Repository::init(temp.filePath(name), clock);
    QVERIFY_RESULT(repository);
    const Result<RepositoryLock> lock = repository->lock({}, {}, {});
    QVERIFY_RESULT(lock);
    QVERIFY_RESULT(repository->preflight(*lock, 0));
}

void tst_Repository::preflightSaysWhatIsFree()
{
    RepositoryFixture f;
    const Result<Preflight> flight = f.repository->preflight(*f.lock, 0);
    QVERIFY_RESULT(flight);
    QVERIFY(flight->freeBytes > 0);
    QCOMPARE(flight->warnings, QStringList());
    QCOMPARE(f.files(), QStringList());
}

void tst_Repository::preflightRefusesTooLittleSpace()
{
    RepositoryFixture f; // S01
    const Result<Preflight> flight = f.repository->preflight(*f.lock, qint64(1) << 60);
    QVERIFY_FAILS(flight, ErrorKind::Storage);
    QVERIFY(flight.error().message.contains(QLatin1String("TB")));
}

void tst_Repository::preflightRefusesAFileSystemWithoutInodes()
{
    QTemporaryDir temp(test::scratchTemplate()); // S07
    const Mount mount(temp.path(), "nr_inodes=20,mode=0700");
    QVERIFY(mount.mounted());
    test::FakeClock clock(QDateTime::fromMSecsSinceEpoch(0));
    Result<Repository> repository = Repository::init(temp.path(), clock);
    QVERIFY_RESULT(repository);
    const Result<RepositoryLock> lock = repository->lock({}, {}, {});
    QVERIFY_FAILS(repository->preflight(*lock, 0), ErrorKind::Storage);
}

void tst_Repository::preflightRefusesWhatEverybodyMayWrite()
{
    RepositoryFixture f; // S14
    QCOMPARE(::chmod(qPrintable(f.path({})), 0777), 0);
    QVERIFY_FAILS(f.repository->preflight(*f.lock, 0), ErrorKind::Config);
    QCOMPARE(::chmod(qPrintable(f.path({})), 01777), 0);
    QVERIFY_FAILS(f.repository->preflight(*f.lock, 0), ErrorKind::Config);
}

void tst_Repository::preflightNamesAGroupAndAForeignOwner()
{
    RepositoryFixture f; // S14
    QCOMPARE(::chmod(qPrintable(f.path({})), 0770), 0);
    QCOMPARE(f.repository->preflight(*f.lock, 0)->warnings.size(), 1);
    if (::geteuid() == 0) { // only root can give a folder away
        QCOMPARE(::chown(qPrintable(f.path({})), 12345, gid_t(-1)), 0);
        QCOMPARE(f.repository->preflight(*f.lock, 0)->warnings.size(), 2);
    }
}

void tst_Repository::preflightRefusesLinksAndOtherFileSystems()
{
    RepositoryFixture f; // S12, S09
    QVERIFY(QFile::link(QStringLiteral("/tmp"), f.path(QStringLiteral("db"))));
    QVERIFY_FAILS(f.repository->preflight(*f.lock, 0), ErrorKind::Config);
    QVERIFY(QFile::remove(f.path(QStringLiteral("db"))));
    QVERIFY_RESULT(f.repository->preflight(*f.lock, 0));
    if (::geteuid() == 0) {
        QVERIFY(QDir().mkdir(f.path(QStringLiteral("db"))));
        const Mount mount(f.path(QStringLiteral("db")), "mode=0700");
        QVERIFY(mount.mounted());
        QVERIFY_FAILS(f.repository->preflight(*f.lock, 0), ErrorKind::Config);
    }
}

void tst_Repository::preflightRefusesAReadOnlyPlace()
{
    RepositoryFixture f; // S05: what the kernel says on a read-only mount, at the probe's first write
    const auto run = runWithFault(
        [&] {
            const Result<Preflight> flight = f.repository->preflight(*f.lock, 0);
            return !flight && flight.error().kind == ErrorKind::Storage && !flight.error().hint.isEmpty() ? 15
                                                                                                          : 1;
        },
        {SyscallFault::Kind::Fail, 1, EROFS});
    QVERIFY(run.reached);
    QCOMPARE(run.exitCode, 15);
}

void tst_Repository::preflightFailsWhenTheProbeFails_data()
{
    QTest::addColumn<int>("error"); // S02, S03
    QTest::newRow("disk full") << ENOSPC;
    QTest::newRow("input/output error") << EIO;
}

void tst_Repository::preflightFailsWhenTheProbeFails()
{
    QFETCH(int, error);
    for (int at = 1;; ++at) {
        RepositoryFixture f;
        const auto run = runWithFault(
            [&] {
                const Result<Preflight> flight = f.repository->preflight(*f.lock, 0);
                return flight ? 0 : flight.error().kind == ErrorKind::Storage ? 15 : 1;
            },
            {SyscallFault::Kind::Fail, at, error});
        if (!run.reached) {
            QVERIFY(at > 5);
            QCOMPARE(run.exitCode, 0);
            break;
        }
        QCOMPARE(run.exitCode, 15);
        // What the probe left does not stop the next one.
        QVERIFY_RESULT(f.repository->preflight(*f.lock, 0));
        QCOMPARE(f.files(), QStringList());
    }
}

void tst_Repository::preflightTellsWhatTheMountLacks()
{
    RepositoryFixture f; // S10
    const auto warnings = [&] {
        return int(f.repository->preflight(*f.lock, 0)->warnings.size());
    };
    // The probe's file is synced first, then its folder.
    QCOMPARE(runWithFault(warnings, {SyscallFault::Kind::Fail, 2, EINVAL, SYS_fsync}).exitCode, 1);
    QCOMPARE(runWithFault(warnings, {SyscallFault::Kind::Fail, 1, EINVAL, SYS_renameat2}).exitCode, 1);
}

void tst_Repository::preflightSeesAReplacedFolder()
{
    RepositoryFixture f; // S06, S13
    QVERIFY(QDir().rename(f.path({}), f.temp.filePath(QStringLiteral("away"))));
    QVERIFY_FAILS(f.repository->preflight(*f.lock, 0), ErrorKind::Storage);
    QVERIFY(QDir().mkdir(f.path({})));
    QVERIFY_FAILS(f.repository->preflight(*f.lock, 0), ErrorKind::Storage);
}
