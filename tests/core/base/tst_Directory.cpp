#include "tests/core/base/tst_Directory.h"

#include "core/base/Directory.h"
#include "core/base/DurableFile.h"
#include "tests/support/TestMain.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstddef>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace masclet;

namespace
{

/// From now on this process gets `error` for the call, as on a mount that does not know it.
void refuseCall(long call, int error)
{
    const std::array program{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, uint32_t(call), 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | uint32_t(error)),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog filter{uint16_t(program.size()), const_cast<sock_filter *>(program.data())};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
        ::_exit(2);
}

} // namespace

void tst_Directory::filesAndFoldersArePrivateWhateverTheUmask()
{
    for (const mode_t mask : {mode_t(0), mode_t(077), mode_t(0777)}) {
        QTemporaryDir temp;
        auto root = Directory::open(temp.path());
        QVERIFY_RESULT(root);
        const mode_t before = ::umask(mask);
        auto child = root->makeChild("sub");
        auto file = root->createFile("file");
        ::umask(before);
        // With umask 0777 an ordinary user may not open the folder made; root may: both end private.
        if (child)
            QCOMPARE(root->stat("sub")->mode, mode_t(0700));
        QVERIFY_RESULT(file);
        QCOMPARE(root->stat("file")->mode, mode_t(0600));
    }
}

void tst_Directory::createRefusesWhatExistsAndWhatIsALink()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("victim", "precious"));
    QVERIFY(QFile::link(temp.filePath(QStringLiteral("victim")), temp.filePath(QStringLiteral("planted"))));
    QVERIFY_FAILS(root->createFile("planted"), ErrorKind::Storage);
    QVERIFY_FAILS(root->createFile("victim"), ErrorKind::Storage);
    QCOMPARE(*root->readFile("victim", 100), QByteArray("precious"));
}

void tst_Directory::openFileRefusesLinksAndPipes()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("plain", "x"));
    QVERIFY(QFile::link(temp.filePath(QStringLiteral("plain")), temp.filePath(QStringLiteral("link"))));
    QCOMPARE(::mkfifo(qPrintable(temp.filePath(QStringLiteral("pipe"))), 0600), 0);
    QVERIFY_RESULT(root->openFile("plain"));
    QVERIFY_FAILS(root->openFile("link"), ErrorKind::Storage);
    QVERIFY_FAILS(root->openFile("pipe"), ErrorKind::Storage);
}

void tst_Directory::renameNeverReplaces()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("a", "new"));
    QVERIFY_RESULT(root->writeFile("b", "old"));
    QVERIFY_FAILS(root->renameNoReplace("a", *root, "b"), ErrorKind::Storage);
    QCOMPARE(*root->readFile("b", 100), QByteArray("old"));
    QVERIFY_RESULT(root->renameNoReplace("a", *root, "c"));
    QCOMPARE(*root->readFile("c", 100), QByteArray("new"));
}

void tst_Directory::renameWithoutTheKernelsHelpNeverReplacesEither_data()
{
    QTest::addColumn<bool>("links");
    QTest::newRow("a mount without rename flags") << true;
    QTest::newRow("a mount without links either") << false;
}

void tst_Directory::renameWithoutTheKernelsHelpNeverReplacesEither()
{
    QFETCH(bool, links);
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("a", "new"));
    QVERIFY_RESULT(root->writeFile("b", "old"));
    const pid_t child = ::fork(); // the refusals hold for the rest of a process's life
    if (child == 0) {
        refuseCall(SYS_renameat2, EINVAL);
        if (!links)
            refuseCall(SYS_linkat, EPERM);
        const auto refused = root->renameNoReplace("a", *root, "b");
        const auto done = root->renameNoReplace("a", *root, "c");
        ::_exit(!refused && done && *done == Directory::Renamed::LinkUnlink ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QCOMPARE(*root->readFile("b", 100), QByteArray("old"));
    QCOMPARE(*root->readFile("c", 100), QByteArray("new"));
    QVERIFY(!*root->exists("a"));
}

void tst_Directory::namesThatLeaveTheFolderAreRefused()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    for (const QByteArray &name :
         {QByteArray("../x"), QByteArray("/etc/passwd"), QByteArray(".."), QByteArray(""), QByteArray("a/b"),
          QByteArray("a\0b", 3), QByteArray(300, 'x')}) {
        QVERIFY_FAILS(root->createFile(name), ErrorKind::Storage);
        QVERIFY_FAILS(root->openFile(name), ErrorKind::Storage);
        QVERIFY_FAILS(root->removeFile(name), ErrorKind::Storage);
    }
}

void tst_Directory::removeTreeDoesNotFollowLinks()
{
    QTemporaryDir temp;
    QTemporaryDir elsewhere;
    QFile precious(elsewhere.filePath(QStringLiteral("precious")));
    QVERIFY(precious.open(QIODevice::WriteOnly));
    auto root = Directory::open(temp.path());
    auto tree = root->makeChild("tree");
    QVERIFY_RESULT(tree->makeChild("deep"));
    QVERIFY(QFile::link(elsewhere.path(), temp.filePath(QStringLiteral("tree/deep/link"))));
    QVERIFY_RESULT(root->removeTree("tree"));
    QVERIFY(!*root->exists("tree"));
    QVERIFY(precious.exists());
    QVERIFY_RESULT(root->removeTree("tree"));
}

void tst_Directory::removeTreeWorksWhateverItsFoldersForbid()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    auto tree = root->makeChild("tree");
    auto locked = tree->makeChild("locked");
    QVERIFY_RESULT(locked->writeFile("file", "x"));
    QVERIFY_RESULT(locked->makeChild("inner"));
    QCOMPARE(::fchmod(locked->fd(), 0), 0);
    QCOMPARE(::fchmod(tree->fd(), 0500), 0);
    QVERIFY_RESULT(root->removeTree("tree"));
    QVERIFY(!*root->exists("tree"));
}

void tst_Directory::removeTreeWorksWhenItIsDeeperThanFilesMayBeOpen()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    auto folder = root->makeChild("tree");
    for (int depth = 0; depth < 1000; ++depth) {
        QVERIFY_RESULT(folder->makeChild("sub"));
        folder = folder->openChild("sub");
        QVERIFY_RESULT(folder);
    }
    QVERIFY_RESULT(folder->writeFile("file", "x"));
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const struct rlimit few = {200, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    const auto removed = root->removeTree("tree");
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY_RESULT(removed);
    QVERIFY(!*root->exists("tree"));
}

void tst_Directory::openOrMakeMakesAllParentsPrivately()
{
    QTemporaryDir temp;
    const mode_t before = ::umask(0);
    auto made = Directory::openOrMake(temp.filePath(QStringLiteral("a/b//c/")));
    ::umask(before);
    QVERIFY_RESULT(made);
    for (const char *part : {"a", "a/b", "a/b/c"}) {
        struct stat info = {};
        QCOMPARE(::stat(qPrintable(temp.filePath(QLatin1String(part))), &info), 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0700));
    }
    QVERIFY_RESULT(Directory::openOrMake(temp.filePath(QStringLiteral("a/b/c"))));
}

void tst_Directory::openOrMakeFails_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("below a file") << QStringLiteral("file/sub");
    QTest::newRow("a file itself") << QStringLiteral("file");
    QTest::newRow("link that leads nowhere") << QStringLiteral("dangling");
    QTest::newRow("name too long") << QString(300, u'x') + QStringLiteral("/sub");
}

void tst_Directory::openOrMakeFails()
{
    QFETCH(QString, path);
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("file", "x"));
    QVERIFY(QFile::link(temp.filePath(QStringLiteral("nowhere")), temp.filePath(QStringLiteral("dangling"))));
    const auto made = Directory::openOrMake(temp.filePath(path));
    QVERIFY_FAILS(made, ErrorKind::Storage);
    QVERIFY(!made.error().detail.isEmpty());
    QCOMPARE(root->entries()->size(), 2); // nothing new
}

void tst_Directory::childrenAreOpenedWithoutFollowingLinks()
{
    QTemporaryDir temp;
    QTemporaryDir elsewhere;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("file", "x"));
    QVERIFY_RESULT(root->makeChild("real"));
    QVERIFY(QFile::link(elsewhere.path(), temp.filePath(QStringLiteral("link"))));
    auto real = root->openChild("real");
    QVERIFY_RESULT(real);
    QCOMPARE(real->path(), temp.filePath(QStringLiteral("real")));
    QVERIFY_FAILS(root->openChild("link"), ErrorKind::Storage);
    QVERIFY_FAILS(root->openChild("file"), ErrorKind::Storage);
    QVERIFY_FAILS(root->openChild("absent"), ErrorKind::Storage);
    QVERIFY_FAILS(root->openOrMakeChild("link"), ErrorKind::Storage);
    QVERIFY_RESULT(root->openOrMakeChild("real"));
    QVERIFY_RESULT(root->openOrMakeChild("new"));
    // A folder that was reached through a link by its own path is the administrator's choice.
    QVERIFY_RESULT(Directory::open(temp.filePath(QStringLiteral("link"))));
}

void tst_Directory::makeChildRefusesWhatExists()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->makeChild("sub"));
    QVERIFY_FAILS(root->makeChild("sub"), ErrorKind::Storage);
}

// S13
void tst_Directory::aFolderSwappedForALinkChangesNothing()
{
    QTemporaryDir temp;
    QTemporaryDir elsewhere;
    auto root = Directory::open(temp.path());
    auto sub = root->makeChild("sub");
    QVERIFY_RESULT(sub);
    QVERIFY_RESULT(root->renameNoReplace("sub", *root, "moved"));
    QVERIFY(QFile::link(elsewhere.path(), temp.filePath(QStringLiteral("sub"))));
    QVERIFY_RESULT(sub->writeFile("set", "rows"));
    QVERIFY(!QFile::exists(elsewhere.filePath(QStringLiteral("set"))));
    QVERIFY(QFile::exists(temp.filePath(QStringLiteral("moved/set"))));
}

void tst_Directory::entriesAreSortedAndTyped()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY(root->entries()->isEmpty());
    QVERIFY_RESULT(root->writeFile("b", "12345"));
    QVERIFY_RESULT(root->makeChild("a"));
    QVERIFY(QFile::link(temp.filePath(QStringLiteral("b")), temp.filePath(QStringLiteral("c"))));
    QCOMPARE(::mkfifo(qPrintable(temp.filePath(QStringLiteral("d"))), 0600), 0);
    for (int round = 0; round < 2; ++round) { // the list does not use up the descriptor
        const auto entries = root->entries();
        QVERIFY_RESULT(entries);
        QCOMPARE(entries->size(), 4);
        QList<QByteArray> names;
        for (const Directory::Entry &entry : *entries)
            names << entry.name;
        QCOMPARE(names, QList<QByteArray>({"a", "b", "c", "d"}));
        QCOMPARE((*entries)[0].type, Directory::Type::Directory);
        QCOMPARE((*entries)[1].type, Directory::Type::File);
        QCOMPARE((*entries)[1].size, 5);
        QCOMPARE((*entries)[1].owner, ::geteuid());
        QCOMPARE((*entries)[2].type, Directory::Type::Link);
        QCOMPARE((*entries)[3].type, Directory::Type::Other);
    }
}

// S17
void tst_Directory::namesMayBeAnyBytes()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    for (const QByteArray &name : {QByteArray("two words"), QByteArray("new\nline"), QByteArray("\xff\xfe"),
                                   QByteArray("-rf"), QByteArray(255, 'x')}) {
        QVERIFY_RESULT(root->writeFile(name, name));
        QCOMPARE(*root->readFile(name, 1000), name);
        const auto again = root->writeFile(name, name);
        QVERIFY_FAILS(again, ErrorKind::Storage);
        QVERIFY(!again.error().message.contains(QChar(u'\n')));
        QVERIFY_RESULT(root->removeFile(name));
    }
}

void tst_Directory::missingNamesAreErrorsWithTheirOwnWords()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_FAILS(Directory::open(temp.filePath(QStringLiteral("absent"))), ErrorKind::Storage);
    QVERIFY_FAILS(root->openFile("absent"), ErrorKind::Storage);
    QVERIFY_FAILS(root->stat("absent"), ErrorKind::Storage);
    QVERIFY_FAILS(root->removeFile("absent"), ErrorKind::Storage);
    QVERIFY_FAILS(root->removeEmptyChild("absent"), ErrorKind::Storage);
    QVERIFY_FAILS(root->replace("absent", "other"), ErrorKind::Storage);
    QVERIFY_FAILS(root->renameNoReplace("absent", *root, "other"), ErrorKind::Storage);
    QCOMPARE(*root->exists("absent"), false);
    QVERIFY_FAILS(root->exists("a/b"), ErrorKind::Storage);
    const auto result = root->openFile("absent");
    QVERIFY2(result.error().message.contains(QStringLiteral("absent")), qPrintable(result.error().message));
}

void tst_Directory::readFileHasALimit()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("ten", "0123456789"));
    QCOMPARE(root->readFile("ten", 10)->size(), 10);
    QVERIFY_FAILS(root->readFile("ten", 9), ErrorKind::Storage);
    QVERIFY_RESULT(root->writeFile("empty", ""));
    QCOMPARE(root->readFile("empty", 0)->size(), 0);
}

void tst_Directory::appendingMakesAPrivateFileAndNeverFollowsLinks()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    for (int i = 0; i < 2; ++i) {
        auto file = root->openForAppend("journal");
        QVERIFY_RESULT(file);
        QVERIFY_RESULT(appendLine(*file, "line", QStringLiteral("journal")));
    }
    QCOMPARE(*root->readFile("journal", 100), QByteArray("line\nline\n"));
    QCOMPARE(root->stat("journal")->mode, mode_t(0600));
    QVERIFY(QFile::link(temp.filePath(QStringLiteral("journal")), temp.filePath(QStringLiteral("link"))));
    QVERIFY_FAILS(root->openForAppend("link"), ErrorKind::Storage);
    QVERIFY_RESULT(root->makeChild("folder"));
    QVERIFY_FAILS(root->openForAppend("folder"), ErrorKind::Storage);
    QVERIFY_FAILS(root->openForAppend("../x"), ErrorKind::Storage);
}

void tst_Directory::replaceIsForFilesOfOneFolder()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    QVERIFY_RESULT(root->writeFile("state", "old"));
    QVERIFY_RESULT(root->writeFile("state.new", "new"));
    QVERIFY_RESULT(root->replace("state.new", "state"));
    QCOMPARE(*root->readFile("state", 100), QByteArray("new"));
    QVERIFY(!*root->exists("state.new"));
    errno = 0; // a name that is no name is told as such
    const auto refused = root->replace("state", "../state");
    QVERIFY_FAILS(refused, ErrorKind::Storage);
    QCOMPARE(refused.error().detail, QStringLiteral("errno %1").arg(EINVAL));
}

void tst_Directory::removeEmptyChildKeepsAFullFolder()
{
    QTemporaryDir temp;
    auto root = Directory::open(temp.path());
    auto child = root->makeChild("child");
    QVERIFY_RESULT(child->writeFile("x", "x"));
    QVERIFY_FAILS(root->removeEmptyChild("child"), ErrorKind::Storage);
    QVERIFY_RESULT(child->removeFile("x"));
    QVERIFY_RESULT(root->removeEmptyChild("child"));
    QVERIFY(!*root->exists("child"));
}

void tst_Directory::foldersAreSynced()
{
    QTemporaryDir temp;
    QCOMPARE(*Directory::open(temp.path())->sync(), Directory::Synced::Yes);
    // S10: procfs knows no sync of folders.
    QCOMPARE(*Directory::open(QStringLiteral("/proc"))->sync(), Directory::Synced::NotSupported);
}
