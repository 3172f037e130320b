#include "tests/core/base/tst_DurableFile.h"

#include "core/base/DurableFile.h"
#include "tests/support/SyscallFault.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QTemporaryDir>

#include <csignal>
#include <thread>

#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// A limit of this process, put back at the end. A write beyond RLIMIT_FSIZE fails with EFBIG.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before = {};
    void (*m_handler)(int) = nullptr;
};

} // namespace

void tst_DurableFile::whatWasWrittenStaysAfterSyncAndClose()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    {
        auto file = DurableFile::create(*root, "set");
        QVERIFY_RESULT(file);
        QVERIFY_RESULT(file->write(bytesOf("abc")));
        QVERIFY_RESULT(file->write(bytesOf("def")));
        QCOMPARE(file->size(), 6);
        QVERIFY_RESULT(file->syncAndClose());
    }
    QCOMPARE(*root->readFile("set", 100), QByteArray("abcdef"));
}

void tst_DurableFile::unfinishedFileLeavesNothing()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    {
        auto file = DurableFile::create(*root, "half");
        QVERIFY_RESULT(file);
        QVERIFY_RESULT(file->write(bytesOf("abc")));
        DurableFile moved = std::move(*file); // the file goes with the object that holds it, once
        QVERIFY(*root->exists("half"));
    }
    QVERIFY(!*root->exists("half"));
}

void tst_DurableFile::unfinishedFileIsRemovedAfterItsFolderObjectIsGone()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    {
        auto folder = std::make_unique<Directory>(*Directory::open(temp.path()));
        auto file = DurableFile::create(*folder, "half");
        QVERIFY_RESULT(file);
        folder.reset();
    }
    QVERIFY(!*root->exists("half"));
}

// S11
void tst_DurableFile::nameThatExistsIsRefusedAndKept()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("set", "precious"));
    QVERIFY_FAILS(DurableFile::create(*root, "set"), ErrorKind::Storage);
    QVERIFY_FAILS(root->writeFile("set", "new"), ErrorKind::Storage);
    QCOMPARE(*root->readFile("set", 100), QByteArray("precious"));
}

// S03: nothing is tried again on a file whose sync failed.
void tst_DurableFile::failedSyncThrowsTheFileAway()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    {
        auto file = DurableFile::create(*root, "half");
        QVERIFY_RESULT(file);
        QVERIFY_RESULT(file->write(bytesOf("abc")));
        // The descriptor now leads to a pipe, which cannot be synced.
        auto entry = root->stat("half");
        int pipeEnds[2];
        QCOMPARE(::pipe2(pipeEnds, O_CLOEXEC), 0);
        const Fd reader(pipeEnds[0]);
        const Fd writer(pipeEnds[1]);
        int found = -1;
        for (int fd = 3; fd < 256 && found < 0; ++fd) {
            struct stat info = {};
            if (::fstat(fd, &info) == 0 && info.st_ino == entry->inode && info.st_dev == entry->device)
                found = fd;
        }
        QVERIFY(found >= 0);
        QCOMPARE(::dup3(writer.get(), found, O_CLOEXEC), found);
        QVERIFY_FAILS(file->syncAndClose(), ErrorKind::Storage);
    }
    QVERIFY(!*root->exists("half"));
}

// S03: network file systems tell at close what they could not write.
void tst_DurableFile::failedCloseThrowsTheFileAway()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    auto file = DurableFile::create(*root, "half");
    QVERIFY_RESULT(file);
    QVERIFY_RESULT(file->write(bytesOf("abc")));
    const auto run = runWithFault(
        [&] {
            const auto closed = file->syncAndClose();
            return closed ? 0 : closed.error().kind == ErrorKind::Storage ? 1 : 2;
        },
        {SyscallFault::Kind::Fail, 1, EIO, SYS_close});
    QVERIFY(run.reached);
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!*root->exists("half"));
}

// S01, S07 in small: what the disk takes is less than what is written.
void tst_DurableFile::aFileOverItsSizeLimitIsAStorageError()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    {
        auto file = DurableFile::create(*root, "large");
        QVERIFY_RESULT(file);
        const FileSizeLimit limit(4096);
        // A short write first, the error behind it.
        QVERIFY_FAILS(file->write(bytesOf(QByteArray(10'000, 'x'))), ErrorKind::Storage);
        QCOMPARE(file->size(), 0);
        QVERIFY_FAILS(root->writeFile("other", QByteArray(10'000, 'x')), ErrorKind::Storage);
    }
    QVERIFY(!*root->exists("large"));
    QVERIFY(!*root->exists("other"));
}

void tst_DurableFile::fullDeviceIsAStorageErrorWithAHint()
{
    // /dev/full cannot be created with O_EXCL; appendLine shares the write loop.
    const Fd full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    const Result<> result = appendLine(full, "line", QStringLiteral("/dev/full"));
    QVERIFY_FAILS(result, ErrorKind::Storage);
    QVERIFY(!result.error().hint.isEmpty());
}

// S04
void tst_DurableFile::interruptedWritesGoOn()
{
    struct sigaction quiet = {};
    quiet.sa_handler = [](int) {
    };
    struct sigaction before = {};
    QCOMPARE(::sigaction(SIGUSR1, &quiet, &before), 0); // without SA_RESTART: write() answers EINTR
    int pipeEnds[2];
    QCOMPARE(::pipe2(pipeEnds, O_CLOEXEC), 0);
    const Fd reader(pipeEnds[0]);
    Fd writer(pipeEnds[1]);
    const QByteArray line(1'000'000, 'x'); // far more than a pipe holds, so the writer blocks in between
    std::atomic<bool> done = false;
    Result<> result;
    std::thread writing([&] {
        result = appendLine(writer, line, QStringLiteral("pipe")); // a pipe cannot be synced: an error after
        writer.reset();
        done = true;
    });
    QByteArray arrived;
    QByteArray block(8192, Qt::Uninitialized);
    for (;;) {
        if (!done)
            ::pthread_kill(writing.native_handle(), SIGUSR1);
        const ssize_t got = ::read(reader.get(), block.data(), size_t(block.size()));
        if (got == 0)
            break;
        arrived.append(block.constData(), std::max<ssize_t>(got, 0));
    }
    writing.join();
    ::sigaction(SIGUSR1, &before, nullptr);
    QCOMPARE(arrived, line + '\n');
    QVERIFY_FAILS(result, ErrorKind::Storage);
}

void tst_DurableFile::tornLineIsDropped_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("whole") << QByteArray("a\nb\n") << QByteArray("a\nb\n");
    QTest::newRow("half a line") << QByteArray("a\nb") << QByteArray("a\n");
    QTest::newRow("nothing but half a line") << QByteArray("a") << QByteArray();
    QTest::newRow("half a line of many blocks") << "a\n" + QByteArray(20'000, 'b') << QByteArray("a\n");
    QTest::newRow("line end at a block's border")
        << QByteArray(4095, 'a') + '\n' + QByteArray(4096, 'b') << QByteArray(4095, 'a') + '\n';
}

void tst_DurableFile::tornLineIsDropped()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("lines", before));
    auto file = root->openForAppend("lines");
    QVERIFY_RESULT(dropTornLine(*file, QStringLiteral("lines")));
    QVERIFY_RESULT(appendLine(*file, "next", QStringLiteral("lines")));
    QCOMPARE(*root->readFile("lines", 100'000), after + "next\n");
}

void tst_DurableFile::tornLineOfAFileThatCannotBeCutIsAnError()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("lines", "a\nb"));
    auto readOnly = root->openFile("lines");
    QVERIFY_FAILS(dropTornLine(*readOnly, QStringLiteral("lines")), ErrorKind::Storage);
    QVERIFY_FAILS(dropTornLine(Fd(), QStringLiteral("lines")), ErrorKind::Storage);
}
