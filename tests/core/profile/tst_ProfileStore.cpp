#include "tests/core/profile/tst_ProfileStore.h"

#include "core/profile/ProfileStore.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

using namespace masclet;

namespace
{

const QByteArray idLine = "id = \"0123456789abcdef0123456789abcdef\"\n";

ProfileStore storeIn(const QTemporaryDir &dir, uid_t user = ::geteuid())
{
    return ProfileStore({dir.filePath(QStringLiteral("user")), dir.filePath(QStringLiteral("system"))}, user);
}

StoredProfile sample()
{
    StoredProfile stored;
    stored.profile.name = QStringLiteral("masclet_imperi");
    stored.profile.id = QStringLiteral("0123456789abcdef0123456789abcdef");
    stored.give(*optionByPath(QStringLiteral("connection.dbname")), QStringLiteral("Masclet \"Imperi\""));
    stored.give(*optionByPath(QStringLiteral("checks.minimum_size")), qint64(512 * 1024));
    return stored;
}

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

} // namespace

void tst_ProfileStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("user")));
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("system")));
}

QString tst_ProfileStore::write(const QByteArray &text, const QString &folder)
{
    const QString path = m_dir->filePath(folder + QStringLiteral("/shop.toml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    file.close();
    ::chmod(QFile::encodeName(path).constData(), 0644);
    return path;
}

void tst_ProfileStore::refusesABrokenFileNamingItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("X06 unknown key") << QByteArray("[connection]\nhots = \"x\"\n") << 3;
    QTest::newRow("X06 unknown section") << QByteArray("\n[conection]\n") << 3;
    QTest::newRow("X06 unknown top-level key") << QByteArray("port = 5432\n") << 2;
    QTest::newRow("X06 section as a value") << QByteArray("connection = 5432\n") << 2;
    QTest::newRow("X06 key as a section") << QByteArray("[title]\n") << 2;
    QTest::newRow("X06 wrong type: text for number") << QByteArray("[connection]\nport = \"5432\"\n") << 3;
    QTest::newRow("X06 wrong type: number for text") << QByteArray("[connection]\nhost = 1\n") << 3;
    QTest::newRow("X06 wrong type: number for size") << QByteArray("[checks]\nminimum_size = 1\n") << 3;
    QTest::newRow("X06 wrong type: text for list") << QByteArray("[schedule]\nat = \"02:00\"\n") << 3;
    QTest::newRow("X06 wrong type: number in list") << QByteArray("[schedule]\nat = [2]\n") << 3;
    QTest::newRow("X06 wrong type: text for switch")
        << QByteArray("[backup]\nrole_passwords = \"true\"\n") << 3;
    QTest::newRow("X06 wrong type: float") << QByteArray("[retention]\nkeep_last = 3.0\n") << 3;
    QTest::newRow("X06 double key") << QByteArray("[connection]\nport = 1\nport = 2\n") << 4;
    QTest::newRow("X06 double section") << QByteArray("[connection]\n[backup]\n[connection]\n") << 4;
    QTest::newRow("T03 keep_last 0") << QByteArray("[retention]\nkeep_last = 0\n") << 3;
    QTest::newRow("T03 keep_last -1") << QByteArray("[retention]\nkeep_last = -1\n") << 3;
    QTest::newRow("no choice") << QByteArray("[repository]\nlayout = \"deep\"\n") << 3;
    QTest::newRow("NUL") << QByteArray("[connection]\ndbname = \"a\\u0000b\"\n") << 3;
    QTest::newRow("no TOML") << QByteArray("[connection\n") << 2;
    QTest::newRow("no UTF-8") << QByteArray("title = \"\xff\"\n") << 2;
    QTest::newRow("bad id") << QByteArray("[connection]\n\n") << 1;
}

void tst_ProfileStore::refusesABrokenFileNamingItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const bool badId = line == 1;
    const QString path = write((badId ? QByteArray("id = \"7\"\n") : idLine) + text);
    const auto loaded = storeIn(*m_dir).load(QStringLiteral("shop"));
    QVERIFY_FAILS(loaded, ErrorKind::Config);
    QVERIFY2(loaded.error().message.startsWith(path + QStringLiteral(", line %1: ").arg(line)),
             qPrintable(loaded.error().message));
    QVERIFY(!loaded.error().hint.isEmpty());
}

void tst_ProfileStore::aFileWithoutIdIsRefusedWithTheLineToAdd()
{
    write("title = \"x\"\n");
    const auto loaded = storeIn(*m_dir).load(QStringLiteral("shop"));
    QVERIFY_FAILS(loaded, ErrorKind::Config);
    const QByteArray line = loaded.error().hint.section(QStringLiteral(": "), 1).toUtf8();
    write(line + "\ntitle = \"x\"\n");
    QVERIFY_RESULT(storeIn(*m_dir).load(QStringLiteral("shop")));
}

void tst_ProfileStore::refusesAFileThatOthersMayChange() // X06
{
    const QString path = write(idLine);
    QVERIFY_RESULT(storeIn(*m_dir).load(QStringLiteral("shop")));
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0646), 0);
    QVERIFY_FAILS(storeIn(*m_dir).load(QStringLiteral("shop")), ErrorKind::Config);
}

void tst_ProfileStore::refusesAFileInAFolderThatOthersMayChange() // X06
{
    const QByteArray folder = QFile::encodeName(QFileInfo(write(idLine)).path());
    QCOMPARE(::chmod(folder.constData(), 0777), 0);
    QVERIFY_FAILS(storeIn(*m_dir).load(QStringLiteral("shop")), ErrorKind::Config);
    QCOMPARE(::chmod(folder.constData(), 01777), 0);
    QVERIFY_RESULT(storeIn(*m_dir).load(QStringLiteral("shop")));
}

void tst_ProfileStore::refusesAFileOfAnotherUser() // X06
{
    const QString path = write(idLine);
    uid_t reader = ::geteuid() + 1;
    if (::geteuid() == 0) {
        QCOMPARE(::chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
        reader = 0;
    }
    QVERIFY_FAILS(storeIn(*m_dir, reader).load(QStringLiteral("shop")), ErrorKind::Config);
}

void tst_ProfileStore::refusesALinkAndAFileTooLarge()
{
    const QString path = write(idLine + "# " + QByteArray(2 * 1024 * 1024, 'x') + "\n");
    QVERIFY_FAILS(storeIn(*m_dir).load(QStringLiteral("shop")), ErrorKind::Config);
    write(idLine);
    QVERIFY(QFile::link(path, m_dir->filePath(QStringLiteral("user/linked.toml"))));
    QVERIFY_FAILS(storeIn(*m_dir).load(QStringLiteral("linked")), ErrorKind::Config);
}

void tst_ProfileStore::createThenLoadGivesTheSameAndTheFileIsPrivate()
{
    const mode_t before = ::umask(0); // S15: the modes do not depend on it
    const auto created = storeIn(*m_dir).create(sample());
    ::umask(before);
    QVERIFY_RESULT(created);
    const QString path = m_dir->filePath(QStringLiteral("user/masclet_imperi.toml"));
    QCOMPARE(storeIn(*m_dir).newPath(sample().profile.name), path);
    QCOMPARE(modeOf(path), mode_t(0600));
    QCOMPARE(QDir(m_dir->filePath(QStringLiteral("user")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                 .size(),
             1);

    const auto byName = storeIn(*m_dir).load(QStringLiteral("masclet_imperi"));
    const auto byPath = storeIn(*m_dir).load(path);
    QVERIFY_RESULT(byName);
    QVERIFY_RESULT(byPath);
    Profile expected = sample().profile;
    expected.path = path;
    expected.reference = expected.name; // also where it was opened by its path
    QVERIFY(byName->profile == expected);
    QVERIFY(byPath->profile == expected);
    QCOMPARE(byName->given, sample().given);
}

void tst_ProfileStore::createNeverReplaces()
{
    QVERIFY_RESULT(storeIn(*m_dir).create(sample()));
    StoredProfile other = sample();
    other.give(*optionByPath(QStringLiteral("title")), QStringLiteral("other"));
    QVERIFY_FAILS(storeIn(*m_dir).create(other), ErrorKind::Config);
    const auto loaded = storeIn(*m_dir).load(QStringLiteral("masclet_imperi"));
    QVERIFY_RESULT(loaded);
    QVERIFY(loaded->profile.title.isEmpty());
}

void tst_ProfileStore::saveReplacesAndKeepsIdAndValuesLeftOut()
{
    QVERIFY_RESULT(storeIn(*m_dir).create(sample()));
    auto loaded = storeIn(*m_dir).load(QStringLiteral("masclet_imperi"));
    QVERIFY_RESULT(loaded);
    loaded->give(*optionByPath(QStringLiteral("retention.keep_last")), qint64(9));
    QVERIFY_RESULT(storeIn(*m_dir).save(*loaded));
    const auto again = storeIn(*m_dir).load(QStringLiteral("masclet_imperi"));
    QVERIFY_RESULT(again);
    QVERIFY(again->profile == loaded->profile);
    QVERIFY(!again->given.contains(QStringLiteral("connection.port")));
    QCOMPARE(modeOf(again->profile.path), mode_t(0600));
}

void tst_ProfileStore::aFailedSaveLeavesTheOldFileAndNothingElse()
{
    QVERIFY_RESULT(storeIn(*m_dir).create(sample()));
    auto loaded = storeIn(*m_dir).load(QStringLiteral("masclet_imperi"));
    QVERIFY_RESULT(loaded);
    // A folder under the target's name cannot be replaced by a file.
    const QString blocked = m_dir->filePath(QStringLiteral("user/blocked.toml"));
    QVERIFY(QDir().mkpath(blocked + QStringLiteral("/inside")));
    loaded->profile.path = blocked;
    QVERIFY_FAILS(storeIn(*m_dir).save(*loaded), ErrorKind::Storage);
    QCOMPARE(QDir(m_dir->filePath(QStringLiteral("user")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList({QStringLiteral("blocked.toml"), QStringLiteral("masclet_imperi.toml")}));
}

void tst_ProfileStore::whatCouldNotBeReadAgainIsNotWritten()
{
    const ProfileStore store = storeIn(*m_dir);
    StoredProfile twice = sample();
    QVERIFY_RESULT(store.create(twice));
    twice.profile.path = store.newPath(twice.profile.name);
    const Profile::Contact ana{QStringLiteral("dba"),        QStringLiteral("Ana"), {}, {}, {},
                               QStringLiteral("600 100 200")};
    twice.profile.contacts = {ana, ana};
    const Result<> saved = store.save(twice);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Config);
    QVERIFY2(saved.error().message.contains(QStringLiteral("\"Ana\" is there twice")), test::reason(saved));
    const Result<StoredProfile> kept = store.load(twice.profile.name);
    QVERIFY_RESULT(kept);
    QCOMPARE(kept->profile.contacts.size(), 0);
    twice.profile.name = QStringLiteral("another");
    QVERIFY(!store.create(twice));
    QVERIFY(!QFile::exists(store.newPath(twice.profile.name)));
}

void tst_ProfileStore::theUsersProfileHidesTheSystemsOfTheSameName()
{
    write(idLine + "title = \"system\"\n", QStringLiteral("system"));
    write(idLine + "title = \"user\"\n", QStringLiteral("user"));
    write("", QStringLiteral("system"));
    const auto entries = storeIn(*m_dir).list();
    QVERIFY_RESULT(entries);
    QCOMPARE(entries->size(), 1);
    const auto loaded = storeIn(*m_dir).load(QStringLiteral("shop"));
    QVERIFY_RESULT(loaded);
    QCOMPARE(loaded->profile.title, QStringLiteral("user"));
}

/// Root's profiles are in a folder of root alone, and other users have theirs.
void tst_ProfileStore::aSystemFolderThatOneMayNotReadHidesNoOwnProfiles()
{
    const QByteArray system = QFile::encodeName(m_dir->filePath(QStringLiteral("system")));
    QVERIFY(!write(idLine + "[connection]\ndbname = \"root's\"\n", QStringLiteral("system")).isEmpty());
    const bool isRoot = ::geteuid() == 0; // whom rights do not stop
    QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0755), 0);
    QCOMPARE(::chmod(system.constData(), isRoot ? 0700 : 0), 0);
    if (isRoot)
        QCOMPARE(::seteuid(65534), 0);
    const auto listed = storeIn(*m_dir).list();
    if (isRoot)
        QCOMPARE(::seteuid(0), 0);
    QCOMPARE(::chmod(system.constData(), 0700), 0);
    QVERIFY_RESULT(listed);
    QVERIFY(listed->isEmpty());
}

void tst_ProfileStore::loadOnlyNeedsExactlyOne()
{
    QVERIFY_FAILS(storeIn(*m_dir).loadOnly(), ErrorKind::Config);
    QVERIFY_RESULT(storeIn(*m_dir).create(sample()));
    QVERIFY_RESULT(storeIn(*m_dir).loadOnly());
    write(idLine);
    const auto several = storeIn(*m_dir).loadOnly();
    QVERIFY_FAILS(several, ErrorKind::Usage);
    QVERIFY(several.error().hint.contains(QStringLiteral("masclet_imperi, shop")));
}

void tst_ProfileStore::aMissingProfileListsTheKnownOnes()
{
    write(idLine);
    const auto loaded = storeIn(*m_dir).load(QStringLiteral("shoe"));
    QVERIFY_FAILS(loaded, ErrorKind::Config);
    QVERIFY(loaded.error().hint.contains(QStringLiteral("shop")));
}

void tst_ProfileStore::namesFollowTheRule_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, bool good) {
        QTest::newRow(name) << QString::fromUtf8(name) << good;
    };
    row("masclet_imperi", true);
    row("0", true);
    row("a_2025021", true);
    row("a_20250218x", true);
    row("abcdefghijklmnopqrstuvwxyz0123456789_-abcdefghij", true);
    row("abcdefghijklmnopqrstuvwxyz0123456789_-abcdefghijk", false);
    row("a_20250218", false);
    row("_20250218", false);
    row("A", false);
    row("-a", false);
    row("_a", false);
    row("a.b", false);
    row("../a", false);
    row("a\n", false);
    row("ñ", false);
    row("", false);
}

void tst_ProfileStore::namesFollowTheRule()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(isProfileName(name), good);
}
