#include "tests/keychain/tst_SystemKeychain.h"

#include "app/keychain/SystemKeychain.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QtConcurrent/QtConcurrentRun>

using namespace masclet;
using namespace masclet::test;
using namespace std::chrono_literals;

namespace
{

const QString entry = QStringLiteral("postgres@db.example:5432/shop");

QByteArray textOf(const std::optional<Secret> &secret)
{
    return secret ? QByteArray(secret->bytes().data(), qsizetype(secret->bytes().size()))
                  : QByteArray("(none)");
}

/// What is there, or why it cannot be told.
QByteArray inside(const Keychain &keychain, const QString &name)
{
    const Result<std::optional<Secret>> answer = keychain.find(name, {});
    return answer ? textOf(*answer) : reason(answer);
}

Secret secretOf(const QByteArray &text)
{
    return Secret::fromView({text.constData(), size_t(text.size())});
}

} // namespace

void tst_SystemKeychain::initTestCase()
{
    auto bus = SessionBus::start();
    QVERIFY_RESULT(bus);
    m_bus = std::move(*bus);
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toUtf8());
    qunsetenv("DISPLAY");
    auto keyring = Keyring::start(*m_bus);
    QVERIFY_RESULT(keyring);
    m_keyring = std::move(*keyring);
}

void tst_SystemKeychain::cleanupTestCase()
{
    m_keyring.reset();
    m_bus.reset();
}

void tst_SystemKeychain::whatIsStoredComesBackAsItWas_K05_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("colon and backslash") << QByteArray("a:b\\c");
    QTest::newRow("quotes") << QByteArray("'\"`$x");
    QTest::newRow("unicode") << QString::fromUtf8("contraseña 日本").toUtf8();
    QTest::newRow("line end") << QByteArray("one\ntwo\n");
    QTest::newRow("one kilobyte") << QByteArray(1024, 'x');
    QTest::newRow("not UTF-8") << QByteArray("a\xffz");
}

void tst_SystemKeychain::whatIsStoredComesBackAsItWas_K05()
{
    QFETCH(QByteArray, password);
    const auto keychain = systemKeychain();
    const QString own = entry + QString::fromLatin1(QTest::currentDataTag());
    QVERIFY_RESULT(keychain->store(own, secretOf(password), {}));
    const auto found = keychain->find(own, {});
    QVERIFY_RESULT(found);
    QCOMPARE(textOf(*found), password);
}

void tst_SystemKeychain::anEntryIsChangedAndTakenOut()
{
    const auto keychain = systemKeychain();
    QVERIFY_RESULT(keychain->reach({}));
    QCOMPARE(inside(*keychain, entry), QByteArray("(none)"));
    QVERIFY(!*keychain->remove(entry, {}));
    QVERIFY_RESULT(keychain->store(entry, secretOf("one"), {}));
    QVERIFY_RESULT(keychain->store(entry, secretOf("two"), {}));
    QCOMPARE(inside(*keychain, entry), QByteArray("two"));
    QVERIFY(*keychain->remove(entry, {}));
    QCOMPARE(inside(*keychain, entry), QByteArray("(none)"));
}

void tst_SystemKeychain::severalThreadsMayAskAtOnce()
{
    const auto keychain = systemKeychain();
    QVERIFY_RESULT(keychain->store(entry, secretOf("shared"), {}));
    QList<QFuture<QByteArray>> answers;
    for (int i = 0; i < 8; ++i)
        answers << QtConcurrent::run([keychain] { return inside(*keychain, entry); });
    for (QFuture<QByteArray> &answer : answers)
        QCOMPARE(answer.result(), QByteArray("shared"));
}

void tst_SystemKeychain::aServiceThatHangsIsLeftAtTheLimitAndServesAfterwards_K04()
{
    const auto patient = systemKeychain();
    QVERIFY_RESULT(patient->store(entry, secretOf("kept"), {}));
    const auto keychain = systemKeychain(300ms);
    m_keyring->freeze();
    QElapsedTimer timer;
    timer.start();
    const auto found = keychain->find(entry, {});
    const auto stored = keychain->store(entry, secretOf("lost"), {});
    const auto removed = keychain->remove(entry, {});
    const qint64 took = timer.elapsed();
    m_keyring->thaw();
    QVERIFY_FAILS(found, ErrorKind::Credentials);
    QVERIFY2(found.error().message.contains(QStringLiteral("did not answer")), reason(found).constData());
    QVERIFY_FAILS(stored, ErrorKind::Credentials);
    QVERIFY_FAILS(removed, ErrorKind::Credentials);
    QVERIFY2(took >= 800 && took < 5000, QByteArray::number(took).constData());
    QCOMPARE(inside(*patient, entry), QByteArray("kept"));
}

void tst_SystemKeychain::aRequestToStopIsFollowedWhileTheServiceHangs()
{
    const auto keychain = systemKeychain();
    m_keyring->freeze();
    std::stop_source stop;
    QFuture<Result<std::optional<Secret>>> answer =
        QtConcurrent::run([keychain, token = stop.get_token()] { return keychain->find(entry, token); });
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    const Result<std::optional<Secret>> found = answer.result();
    const qint64 took = timer.elapsed();
    m_keyring->thaw();
    QVERIFY_FAILS(found, ErrorKind::Stopped);
    QVERIFY2(took < 2000, QByteArray::number(took).constData());
}

void tst_SystemKeychain::aLockedKeychainIsTold_K02()
{
    const auto keychain = systemKeychain();
    QVERIFY_RESULT(keychain->store(entry, secretOf("kept"), {}));
    QVERIFY_RESULT(m_keyring->lock());
    const QString another = entry + QStringLiteral("/another");
    for (const Result<> &locked :
         {keychain->find(entry, {}).map([](const auto &) {}), keychain->store(entry, secretOf("new"), {}),
          keychain->store(another, secretOf("new"), {}), keychain->remove(entry, {}).map([](bool) {})}) {
        QVERIFY_FAILS(locked, ErrorKind::Credentials);
        QVERIFY2(locked.error().message.contains(QStringLiteral("locked")), reason(locked).constData());
    }
    QVERIFY_RESULT(m_keyring->restart());
    QCOMPARE(inside(*keychain, entry), QByteArray("kept"));
    QCOMPARE(inside(*keychain, another), QByteArray("(none)"));
}

void tst_SystemKeychain::aWindowThatAsksForThePasswordIsNotWaitedForForEver_K03()
{
    QVERIFY_RESULT(systemKeychain()->store(entry, secretOf("kept"), {}));
    const SilentService prompter(*m_bus, QStringLiteral("org.gnome.keyring.SystemPrompter"));
    QVERIFY_RESULT(m_keyring->lock());
    QElapsedTimer timer;
    timer.start();
    const auto found = systemKeychain(500ms)->find(entry, {});
    QVERIFY_FAILS(found, ErrorKind::Credentials);
    QVERIFY2(found.error().message.contains(QStringLiteral("locked")), reason(found).constData());
    QVERIFY2(timer.elapsed() >= 500 && timer.elapsed() < 5000,
             QByteArray::number(timer.elapsed()).constData());
}

/// GLib would end it with SIGTERM as soon as the keychain's thread hears of it.
void tst_SystemKeychain::theProcessOutlivesItsSessionBus()
{
    QVERIFY_RESULT(systemKeychain()->reach({}));
    m_keyring.reset();
    m_bus.reset();
    for (int turn = 0; turn < 5; ++turn) {
        const Result<> gone = systemKeychain()->reach({});
        QVERIFY_FAILS(gone, ErrorKind::Credentials);
        QVERIFY2(gone.error().message.contains(QStringLiteral("no session bus")), reason(gone).constData());
    }
}
