#include "tests/core/server/tst_Secrets.h"

#include "core/server/SecretSources.h"
#include "tests/support/MemoryKeychain.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace masclet;
using masclet::test::MemoryKeychain;

namespace
{

ToolCommand::PassEntry entry(const QByteArray &host, const QByteArray &database,
                             const QByteArray &password = {})
{
    return {host, "5432", database, "postgres",
            Secret::fromView({password.constData(), size_t(password.size())})};
}

QByteArray textOf(const std::optional<Secret> &secret)
{
    return secret ? QByteArray(secret->bytes().data(), qsizetype(secret->bytes().size()))
                  : QByteArray("(none)");
}

void put(const QString &path, const QByteArray &content, QFile::Permissions permissions)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    QVERIFY(file.setPermissions(permissions));
}

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

Profile profileIn(const QTemporaryDir &folder)
{
    Profile profile;
    profile.name = QStringLiteral("shop");
    profile.path = folder.filePath(QStringLiteral("shop.toml"));
    profile.connection.dbname = QStringLiteral("shop: db\\1");
    return profile;
}

} // namespace

void tst_Secrets::passwordsComeBackAsTheyWereSet_K05_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("colon and backslash") << QByteArray("a:b\\c\\:d");
    QTest::newRow("quotes") << QByteArray("'\"`$x");
    QTest::newRow("unicode") << QString::fromUtf8("contraseña 日本").toUtf8();
    QTest::newRow("one kilobyte") << QByteArray(1024, 'x');
    QTest::newRow("leading hash and spaces") << QByteArray("# a ");
}

void tst_Secrets::passwordsComeBackAsTheyWereSet_K05()
{
    QFETCH(QByteArray, password);
    QTemporaryDir folder;
    const PassFileStore store(folder.filePath(QStringLiteral("x.pgpass")));
    QVERIFY_RESULT(store.set(entry("h:1", "d\\b", password)));
    QCOMPARE(QFile::permissions(store.path()) & QFile::Permissions(0x0077), QFile::Permissions());
    auto found = store.find(entry("h:1", "d\\b"));
    QVERIFY_RESULT(found);
    QCOMPARE(textOf(*found), password);
    QCOMPARE(textOf(*store.find(entry("other", "d\\b"))), QByteArray("(none)"));
}

void tst_Secrets::settingKeepsOtherLinesAndReplacesItsOwn()
{
    QTemporaryDir folder;
    const PassFileStore store(folder.filePath(QStringLiteral("x.pgpass")));
    put(store.path(), "# mine\nh:5432:a:postgres:one\nh:5432:b:postgres:two\n", ownerOnly);
    QVERIFY_RESULT(store.set(entry("h", "a", "new")));
    QCOMPARE(textOf(*store.find(entry("h", "a"))), QByteArray("new"));
    QCOMPARE(textOf(*store.find(entry("h", "b"))), QByteArray("two"));
    QFile file(store.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("# mine\n"));
    QVERIFY(!content.contains("one"));
    QVERIFY(*store.remove(entry("h", "a")));
    QVERIFY(!*store.remove(entry("h", "a")));
    QCOMPARE(textOf(*store.find(entry("h", "a"))), QByteArray("(none)"));
    QCOMPARE(textOf(*store.find(entry("h", "b"))), QByteArray("two"));
}

void tst_Secrets::firstMatchingLineCountsAsInLibpq()
{
    QTemporaryDir folder;
    const PassFileStore store(folder.filePath(QStringLiteral("x.pgpass")));
    put(store.path(), "h:*:a:*:special\n*:*:*:*:general\n", ownerOnly);
    QCOMPARE(textOf(*store.find(entry("h", "a"))), QByteArray("special"));
    QCOMPARE(textOf(*store.find(entry("h", "b"))), QByteArray("general"));
}

void tst_Secrets::filesThatOthersMayReadAreRefused_K06()
{
    QTemporaryDir folder;
    const PassFileStore store(folder.filePath(QStringLiteral("x.pgpass")));
    for (const QFile::Permission extra : {QFile::ReadGroup, QFile::ReadOther, QFile::WriteGroup}) {
        put(store.path(), "*:*:*:*:x\n", ownerOnly | extra);
        auto found = store.find(entry("h", "a"));
        QVERIFY_FAILS(found, ErrorKind::Credentials);
        QVERIFY(found.error().hint.contains(QStringLiteral("chmod 600")));
    }
}

/// As in a mounted secret, where each file is a link to the version of now.
void tst_Secrets::aLinkedPassFileIsReadAndKept()
{
    QTemporaryDir folder;
    const QString real = folder.filePath(QStringLiteral("real"));
    put(real, "*:*:*:*:x\n", ownerOnly);
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(real, link));
    const PassFileStore store(link);
    QCOMPARE(textOf(*store.find(entry("h", "a"))), QByteArray("x"));
    QVERIFY_RESULT(store.set(entry("h", "b", "y")));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(textOf(*PassFileStore(real).find(entry("h", "b"))), QByteArray("y"));
}

void tst_Secrets::autoTriesTheStoresInOrder()
{
    QTemporaryDir folder;
    QTemporaryDir credentials;
    const Profile profile = profileIn(folder);
    SecretSources sources;
    QVERIFY(findSecret(profile, sources, {})->password.isEmpty());

    put(folder.filePath(QStringLiteral("password")), "from file\n", ownerOnly);
    sources.environment[QStringLiteral("POSTGRES_PASSWORD_FILE")] =
        folder.filePath(QStringLiteral("password"));
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("from file"));
    sources.environment[QStringLiteral("POSTGRES_PASSWORD")] = QStringLiteral("from container");
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("from container"));
    sources.environment[QStringLiteral("PGPASSWORD")] = QStringLiteral("from libpq");
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("from libpq"));

    ToolCommand::PassEntry line = passFieldsOf(profile);
    line.password = Secret::fromView("from pass file");
    QVERIFY_RESULT(passFileOf(profile).set(line));
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("from pass file"));
    QVERIFY(findSecret(profile, sources, {})->store.contains(passFileOf(profile).path()));

    // systemd shows a unit's user 0440 since 254: the mode of a credential is systemd's business.
    put(credentials.filePath(QStringLiteral("shop")), "from systemd", ownerOnly | QFile::ReadGroup);
    sources.credentialsFolder = credentials.path();
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("from systemd"));

    const auto keychain = std::make_shared<MemoryKeychain>();
    sources.keychain = keychain;
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("from systemd"));
    keychain->entries.insert(passwordEntryOf(profile), Secret::fromView("from keychain"));
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("from keychain"));
}

void tst_Secrets::aNamedStoreIsTheOnlyOneAsked()
{
    QTemporaryDir folder;
    Profile profile = profileIn(folder);
    SecretSources sources;
    sources.environment[QStringLiteral("PGPASSWORD")] = QStringLiteral("x");
    profile.connection.secret = QStringLiteral("environment");
    QVERIFY_RESULT(findSecret(profile, sources, {}));
    for (const char *name : {"passfile", "systemd", "keychain"}) {
        profile.connection.secret = QLatin1String(name);
        auto found = findSecret(profile, sources, {});
        QVERIFY_FAILS(found, ErrorKind::Credentials);
        QVERIFY(found.error().message.contains(QLatin1String(name)));
    }
    profile.connection.secret = QStringLiteral("none");
    QVERIFY(findSecret(profile, sources, {})->password.isEmpty());
}

void tst_Secrets::storesThatCannotBeReadAreCredentialErrors()
{
    QTemporaryDir folder;
    const Profile profile = profileIn(folder);
    SecretSources sources;
    // A folder in the place of each file: nobody can read a password from it, root neither.
    sources.environment[QStringLiteral("POSTGRES_PASSWORD_FILE")] = folder.path();
    QVERIFY_FAILS(findSecret(profile, sources, {}), ErrorKind::Credentials);
    sources.environment[QStringLiteral("POSTGRES_PASSWORD_FILE")] =
        folder.filePath(QStringLiteral("missing"));
    QVERIFY_FAILS(findSecret(profile, sources, {}), ErrorKind::Credentials);
    QVERIFY(QDir().mkdir(passFileOf(profile).path()));
    QCOMPARE(::chmod(qPrintable(passFileOf(profile).path()), 0700), 0);
    QVERIFY_FAILS(findSecret(profile, sources, {}), ErrorKind::Credentials);
    sources.credentialsFolder = folder.path();
    QVERIFY(QDir().mkdir(folder.filePath(profile.name)));
    QVERIFY_FAILS(findSecret(profile, sources, {}), ErrorKind::Credentials);
}

void tst_Secrets::passwordsThatNoPassFileCanHoldAreRefused_K05()
{
    QTemporaryDir folder;
    const PassFileStore store(folder.filePath(QStringLiteral("x.pgpass")));
    put(store.path(), "h:5432:a:postgres:one\n", ownerOnly);
    for (const char *password : {"a\nb", "a\rb"})
        QVERIFY_FAILS(store.set(entry("h", "a", password)), ErrorKind::Credentials);
    QCOMPARE(textOf(*store.find(entry("h", "a"))), QByteArray("one"));
}

void tst_Secrets::keychainFailuresAreNotPassedOver()
{
    QTemporaryDir folder;
    SecretSources sources;
    sources.environment[QStringLiteral("PGPASSWORD")] = QStringLiteral("x");
    const auto keychain = std::make_shared<MemoryKeychain>();
    keychain->broken = Error{ErrorKind::Credentials, QStringLiteral("locked"), {}, {}, {}};
    sources.keychain = keychain;
    QVERIFY_FAILS(findSecret(profileIn(folder), sources, {}), ErrorKind::Credentials);
}

void tst_Secrets::aSessionWithoutAKeychainIsPassedOverUnlessItIsNamed_K01()
{
    QTemporaryDir folder;
    Profile profile = profileIn(folder);
    SecretSources sources;
    sources.environment[QStringLiteral("PGPASSWORD")] = QStringLiteral("x");
    const auto keychain = std::make_shared<MemoryKeychain>();
    keychain->absent = Error{ErrorKind::Credentials, QStringLiteral("no session bus"), {}, {}, {}};
    sources.keychain = keychain;
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("x"));
    profile.connection.secret = QStringLiteral("keychain");
    const Result<FoundSecret> named = findSecret(profile, sources, {});
    QVERIFY_FAILS(named, ErrorKind::Credentials);
    QCOMPARE(named.error().message, QStringLiteral("no session bus"));
}

void tst_Secrets::anEmptyKeychainIsToldAsLockedOrWithoutThePassword_K02()
{
    QTemporaryDir folder;
    Profile profile = profileIn(folder);
    profile.connection.secret = QStringLiteral("keychain");
    SecretSources sources;
    sources.keychain = std::make_shared<MemoryKeychain>();
    const Result<FoundSecret> found = findSecret(profile, sources, {});
    QVERIFY_FAILS(found, ErrorKind::Credentials);
    QVERIFY(found.error().message.contains(QStringLiteral("locked, or holds no password")));
    QVERIFY(found.error().hint.contains(QStringLiteral("--store keychain")));
}

void tst_Secrets::anotherServerHasAnotherEntry()
{
    QTemporaryDir folder;
    Profile profile = profileIn(folder);
    QCOMPARE(passwordEntryOf(profile), QStringLiteral("postgres@127.0.0.1:5432/shop%3A%20db%5C1"));
    Profile other = profile;
    other.connection.host = QStringLiteral("evil.example");
    QVERIFY(passwordEntryOf(other) != passwordEntryOf(profile));
    profile.connection.user = QStringLiteral("a@b");
    profile.connection.host = QStringLiteral("c");
    other.connection.user = QStringLiteral("a");
    other.connection.host = QStringLiteral("b@c");
    QVERIFY(passwordEntryOf(other) != passwordEntryOf(profile));
    QCOMPARE(keyEntryOf(profile), QStringLiteral("shop.age"));
}

void tst_Secrets::whatWasTypedComesBeforeEveryStore()
{
    QTemporaryDir folder;
    Profile profile = profileIn(folder);
    profile.connection.secret = QStringLiteral("keychain");
    SecretSources sources;
    sources.typed = Secret::fromView("typed");
    QCOMPARE(textOf(findSecret(profile, sources, {})->password), QByteArray("typed"));
}
