#include "tests/core/repository/tst_Lock.h"

#include "tests/core/repository/Fixture.h"

#include <QFile>

#include <array>
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace masclet;
using masclet::test::RepositoryFixture;

namespace
{

LockHolder second()
{
    return {QStringLiteral("verify"), QStringLiteral("20250218T020000Z-000002"),
            QStringLiteral("joan@granja")};
}

void release(RepositoryFixture &f)
{
    f.lock = fail(Error());
}

} // namespace

void tst_Lock::aSecondRunIsRefusedAndNamesTheHolder()
{
    RepositoryFixture f; // L01
    const Result<RepositoryLock> refused = f.repository->lock(second(), {}, {});
    QVERIFY_FAILS(refused, ErrorKind::Locked);
    QVERIFY(refused.error().message.contains(QLatin1String("backup")));
    QVERIFY(refused.error().message.contains(QString::number(::getpid())));
    QVERIFY(refused.error().message.contains(QLatin1String("2025-02-18T01:00:07")));
    release(f);
    QVERIFY_RESULT(f.repository->lock(second(), {}, {}));
}

void tst_Lock::whetherItIsHeldCanBeSeenWithoutTakingIt()
{
    RepositoryFixture f;
    const auto isHeld = [&] {
        return RepositoryLock::isHeld(f.repository->root()).value_or(false);
    };
    const QByteArray holder = f.read(QStringLiteral(".lock"));
    QVERIFY(isHeld());
    QCOMPARE(f.read(QStringLiteral(".lock")), holder);
    release(f);
    QVERIFY(!isHeld());
    QVERIFY_RESULT(f.repository->lock(second(), {}, {}));
    QVERIFY(QFile::remove(f.path(QStringLiteral(".lock"))));
    QVERIFY(!isHeld());
}

void tst_Lock::theKernelFreesTheLockOfADeadProcess()
{
    RepositoryFixture f; // L02
    release(f);
    std::array<int, 2> ready = {};
    QCOMPARE(::pipe(ready.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const Result<RepositoryLock> held = f.repository->lock(second(), {}, {});
        const char said = held ? '1' : '0';
        if (::write(ready[1], &said, 1) == 1)
            ::pause();
        ::_exit(0);
    }
    char said = 0;
    QCOMPARE(::read(ready[0], &said, 1), ssize_t(1));
    QCOMPARE(said, '1');
    QVERIFY_FAILS(f.repository->lock(second(), {}, {}), ErrorKind::Locked);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY_RESULT(f.repository->lock(second(), {}, {}));
    ::close(ready[0]);
    ::close(ready[1]);
}

void tst_Lock::contentOfADeadOrReusedProcessNumberDoesNotLock()
{
    RepositoryFixture f; // L02
    release(f);
    for (const QByteArray &content :
         {QByteArray("{\"pid\":1,\"verb\":\"backup\"}"), QByteArray("{\"pid\":4194304}"),
          QByteArray("garbage\n"), QByteArray(100'000, 'x')}) {
        f.write(QStringLiteral(".lock"), content);
        QVERIFY_RESULT(f.repository->lock(second(), {}, {}));
    }
    // Foreign content does not spoil the message either.
    const Result<RepositoryLock> held = f.repository->lock(second(), {}, {});
    f.write(QStringLiteral(".lock"), "\x1b[31mgarbage\n");
    const Result<RepositoryLock> refused = f.repository->lock(second(), {}, {});
    QVERIFY_FAILS(refused, ErrorKind::Locked);
    QVERIFY(!refused.error().message.contains(QChar(0x1b)));
}

void tst_Lock::deletingTheFileLetsNobodyIn()
{
    RepositoryFixture f; // L03
    QVERIFY(QFile::remove(f.path(QStringLiteral(".lock"))));
    QVERIFY_FAILS(f.repository->lock(second(), {}, {}), ErrorKind::Locked);
    release(f);
    QVERIFY_RESULT(f.repository->lock(second(), {}, {}));
}

void tst_Lock::anUnusableLockFileIsAStorageError()
{
    RepositoryFixture f; // L03, S12
    release(f);
    QVERIFY(QFile::remove(f.path(QStringLiteral(".lock"))));
    const QString victim = f.temp.filePath(QStringLiteral("victim"));
    QVERIFY(QFile::link(victim, f.path(QStringLiteral(".lock"))));
    QVERIFY_FAILS(f.repository->lock(second(), {}, {}), ErrorKind::Storage);
    QVERIFY(!QFile::exists(victim));
}

void tst_Lock::waitingEndsWithTheLockTheLimitOrAStop()
{
    RepositoryFixture f;
    SystemClock clock;
    const auto acquire = [&](int milliseconds, const std::stop_token &stop) {
        return RepositoryLock::acquire(f.repository->root(), second(),
                                       std::chrono::milliseconds(milliseconds), clock, stop);
    };
    QVERIFY_FAILS(acquire(150, {}), ErrorKind::Locked);
    std::stop_source source;
    source.request_stop();
    QVERIFY_FAILS(acquire(60'000, source.get_token()), ErrorKind::Stopped);
    std::jthread holder([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        release(f);
    });
    QVERIFY_RESULT(acquire(60'000, {}));
}
