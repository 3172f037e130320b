#include "tests/core/pipeline/tst_FileWalk.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>

#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace masclet;
using Type = FileNote::Type;

namespace
{

class Recorder final : public FileVisitor
{
public:
    explicit Recorder(QByteArray root)
        : m_root(std::move(root))
    {
    }
    Result<> folder(const QByteArray &path, const Directory &) override { return add("d ", path); }
    Result<> file(const QByteArray &path, const Directory &, const Directory::Entry &) override
    {
        return add("f ", path);
    }
    Result<> link(const QByteArray &path, const Directory &, const Directory::Entry &) override
    {
        return add("l ", path);
    }
    void note(const FileNote &note) override { notes << note; }

    QStringList found;
    QList<FileNote> notes;

private:
    Result<> add(const char *type, const QByteArray &path)
    {
        if (path.startsWith(m_root + '/'))
            found << QString::fromLatin1(type) + QString::fromUtf8(path.mid(m_root.size() + 1));
        return {};
    }
    QByteArray m_root;
};

} // namespace

void tst_FileWalk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QDir(m_folder->path()).canonicalPath();
    m_notes.clear();
}

void tst_FileWalk::cleanup()
{
    m_folder.reset();
}

void tst_FileWalk::write(const QString &name) const
{
    QDir(m_root).mkpath(QFileInfo(name).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write("x") != 1)
        qFatal("cannot write %s", qPrintable(name));
}

QStringList tst_FileWalk::walked(const FileSelection &selection)
{
    Recorder recorder(m_root.toUtf8());
    const Result<> done = walkFiles(selection, recorder, {});
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    m_notes = recorder.notes;
    return recorder.found;
}

bool tst_FileWalk::noted(Type type, const QString &name) const
{
    return std::any_of(m_notes.begin(), m_notes.end(), [&](const FileNote &note) {
        return note.type == type && note.what == path(name) && !note.reason.isEmpty();
    });
}

void tst_FileWalk::theOrderIsFixed()
{
    for (const char *name : {"etc/b", "etc/a/z", "etc/a/B", "etc/a.conf", "other/x"})
        write(QString::fromLatin1(name));
    const QStringList expected{QStringLiteral("d etc"),        QStringLiteral("d etc/a"),
                               QStringLiteral("f etc/a/B"),    QStringLiteral("f etc/a/z"),
                               QStringLiteral("f etc/a.conf"), QStringLiteral("f etc/b"),
                               QStringLiteral("d other"),      QStringLiteral("f other/x")};
    QCOMPARE(walked({.paths = {path(QStringLiteral("other")), path(QStringLiteral("etc"))}}), expected);
    QVERIFY(m_notes.isEmpty());
}

void tst_FileWalk::pathsInsideOthersComeOnce()
{
    write(QStringLiteral("etc/app/one.conf"));
    write(QStringLiteral("etc/app/two.conf"));
    const QStringList expected{QStringLiteral("d etc"), QStringLiteral("d etc/app"),
                               QStringLiteral("f etc/app/one.conf"), QStringLiteral("f etc/app/two.conf")};
    QCOMPARE(walked({.paths = {path(QStringLiteral("etc/app/one.conf")), path(QStringLiteral("etc")),
                               path(QStringLiteral("etc/app/")), path(QStringLiteral("etc/../etc/app"))}}),
             expected);
    // The folders above two files are told once.
    QCOMPARE(walked({.paths = {path(QStringLiteral("etc/app/two.conf")),
                               path(QStringLiteral("etc/app/one.conf"))}}),
             expected);
}

void tst_FileWalk::linksAreToldAndNotFollowed()
{
    write(QStringLiteral("etc/file"));
    write(QStringLiteral("secret/key"));
    QVERIFY(QFile::link(path(QStringLiteral("secret")), path(QStringLiteral("etc/folder"))));
    QVERIFY(QFile::link(QStringLiteral("/nowhere"), path(QStringLiteral("etc/dead"))));
    QVERIFY(QFile::link(QStringLiteral("."), path(QStringLiteral("etc/loop"))));
    const QStringList expected{QStringLiteral("d etc"), QStringLiteral("l etc/dead"),
                               QStringLiteral("f etc/file"), QStringLiteral("l etc/folder"),
                               QStringLiteral("l etc/loop")};
    QCOMPARE(walked({.paths = {path(QStringLiteral("etc"))}}), expected);
}

void tst_FileWalk::aPathThatIsALinkLeadsToItsTarget()
{
    write(QStringLiteral("real/conf"));
    QVERIFY(QFile::link(path(QStringLiteral("real")), path(QStringLiteral("etc"))));
    QCOMPARE(walked({.paths = {path(QStringLiteral("etc"))}}),
             (QStringList{QStringLiteral("d real"), QStringLiteral("f real/conf")}));
    QVERIFY(noted(Type::Remark, QStringLiteral("etc")));
}

void tst_FileWalk::patternsLeaveOut_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("left"); // of the files etc/a.bak, etc/sub/a.bak, etc/sub/a.conf
    const QStringList all{QStringLiteral("f etc/a.bak"), QStringLiteral("f etc/sub/a.bak"),
                          QStringLiteral("f etc/sub/a.conf")};
    QTest::newRow("name") << QStringLiteral("*.bak") << QStringList{all[2]};
    QTest::newRow("folder's name") << QStringLiteral("sub") << QStringList{all[0]};
    QTest::newRow("end of a path") << QStringLiteral("sub/a.*") << QStringList{all[0]};
    QTest::newRow("whole path") << QStringLiteral("ROOT/etc/*.bak") << all.mid(1);
    QTest::newRow("star is within a folder") << QStringLiteral("ROOT/*.bak") << all;
    QTest::newRow("matches nothing") << QStringLiteral("*.tmp") << all;
}

void tst_FileWalk::patternsLeaveOut()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, left);
    pattern.replace(QStringLiteral("ROOT"), m_root);
    for (const char *name : {"etc/a.bak", "etc/sub/a.bak", "etc/sub/a.conf"})
        write(QString::fromLatin1(name));
    const QStringList found = walked({.paths = {path(QStringLiteral("etc"))}, .exclude = {pattern}})
                                  .filter(QStringLiteral("f etc"));
    QCOMPARE(found, left);
    QCOMPARE(m_notes.size(), left.size() == 3 ? 0 : 1); // a pattern that left something out is told
    QVERIFY(m_notes.isEmpty() || m_notes[0].what == pattern);
}

void tst_FileWalk::theRepositoryIsNeverEntered_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("from above") << QString();
    QTest::newRow("itself") << QStringLiteral("data/backups");
    QTest::newRow("inside") << QStringLiteral("data/backups/db");
    QTest::newRow("a file in it") << QStringLiteral("data/backups/db/x.sql.gz");
    QTest::newRow("through a link") << QStringLiteral("way/db");
}

void tst_FileWalk::theRepositoryIsNeverEntered()
{
    QFETCH(QString, way);
    write(QStringLiteral("data/backups/db/x.sql.gz"));
    write(QStringLiteral("data/kept"));
    QVERIFY(QFile::link(path(QStringLiteral("data/backups")), path(QStringLiteral("way"))));
    struct stat info = {};
    QCOMPARE(::stat(qPrintable(path(QStringLiteral("data/backups"))), &info), 0);
    FileSelection selection{.paths = {path(way)}, .never = {std::pair(info.st_dev, info.st_ino)}};
    const QStringList found = walked(selection);
    QVERIFY2(!found.join(u' ').contains(QStringLiteral("x.sql.gz")), qPrintable(found.join(u' ')));
    QVERIFY(std::any_of(m_notes.begin(), m_notes.end(),
                        [](const FileNote &note) { return note.type == Type::LeftOut; }));
    QCOMPARE(found.contains(QStringLiteral("f data/kept")), way.isEmpty());
}

void tst_FileWalk::aMissingPathIsNoted()
{
    write(QStringLiteral("etc/conf"));
    QCOMPARE(walked({.paths = {path(QStringLiteral("gone")), path(QStringLiteral("etc"))}}).size(), 2);
    QVERIFY(noted(Type::Unreadable, QStringLiteral("gone")));
}

void tst_FileWalk::unreadableFoldersAreNoted()
{
    write(QStringLiteral("etc/closed/conf"));
    write(QStringLiteral("etc/open"));
    QCOMPARE(::chmod(qPrintable(path(QStringLiteral("etc/closed"))), 0), 0);
    // Root reads everything: as somebody else then.
    const uid_t before = ::geteuid();
    QCOMPARE(::chmod(qPrintable(m_root), 0755), 0);
    if (before == 0)
        QCOMPARE(::seteuid(65534), 0);
    const QStringList found = walked({.paths = {path(QStringLiteral("etc"))}});
    QCOMPARE(::seteuid(before), 0);
    QCOMPARE(::chmod(qPrintable(path(QStringLiteral("etc/closed"))), 0700), 0);
    QCOMPARE(found, (QStringList{QStringLiteral("d etc"), QStringLiteral("f etc/open")}));
    QVERIFY(noted(Type::Unreadable, QStringLiteral("etc/closed")));
}

void tst_FileWalk::socketsAndPipesAreNoted()
{
    write(QStringLiteral("run/file"));
    QCOMPARE(::mkfifo(qPrintable(path(QStringLiteral("run/fifo"))), 0600), 0);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qPrintable(path(QStringLiteral("run/socket"))), sizeof address.sun_path);
    QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::close(listener);
    QCOMPARE(walked({.paths = {path(QStringLiteral("run"))}}),
             (QStringList{QStringLiteral("d run"), QStringLiteral("f run/file")}));
    QVERIFY(noted(Type::LeftOut, QStringLiteral("run/fifo")));
    QVERIFY(noted(Type::LeftOut, QStringLiteral("run/socket")));
}

void tst_FileWalk::otherMountsAreNotEnteredButMayBeNamed()
{
    QDir(m_root).mkpath(QStringLiteral("data/mount"));
    write(QStringLiteral("data/kept"));
    // /proc is another file system on every machine; nobody must be root for it.
    QCOMPARE(walked({.paths = {QStringLiteral("/proc/self/task/../oom_score")}}), QStringList());
    QCOMPARE(::mount("tmpfs", qPrintable(path(QStringLiteral("data/mount"))), "tmpfs", 0, "size=64k"), 0);
    write(QStringLiteral("data/mount/inside"));
    const QStringList without = walked({.paths = {path(QStringLiteral("data"))}});
    const bool told = noted(Type::LeftOut, QStringLiteral("data/mount"));
    const QStringList with =
        walked({.paths = {path(QStringLiteral("data")), path(QStringLiteral("data/mount"))}});
    ::umount2(qPrintable(path(QStringLiteral("data/mount"))), MNT_DETACH);
    QVERIFY(told);
    QCOMPARE(without, (QStringList{QStringLiteral("d data"), QStringLiteral("f data/kept")}));
    QCOMPARE(with, (QStringList{QStringLiteral("d data"), QStringLiteral("f data/kept"),
                                QStringLiteral("d data/mount"), QStringLiteral("f data/mount/inside")}));
}

void tst_FileWalk::deepTreesEndSomewhere()
{
    const Directory root = std::move(*Directory::open(m_root));
    auto folder = root.makeChild("d");
    for (int i = 0; i < 300; ++i) {
        QVERIFY_RESULT(folder);
        folder = folder->makeChild("d");
    }
    const QStringList found = walked({.paths = {path(QStringLiteral("d"))}});
    QVERIFY(found.size() > 100 && found.size() < 300);
    QCOMPARE(m_notes.size(), 1);
    QCOMPARE(m_notes[0].type, Type::Unreadable);
    QVERIFY_RESULT(root.removeTree("d"));
}

void tst_FileWalk::stopEndsIt()
{
    write(QStringLiteral("etc/conf"));
    std::stop_source stop;
    stop.request_stop();
    Recorder recorder(m_root.toUtf8());
    QVERIFY_FAILS(walkFiles({.paths = {path(QStringLiteral("etc"))}}, recorder, stop.get_token()),
                  ErrorKind::Stopped);
}
