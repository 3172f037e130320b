#include "tests/core/pipeline/tst_Age.h"

#include "core/base/Hash.h"
#include "core/pipeline/Age.h"
#include "core/process/ToolProcess.h"
#include "core/profile/OptionTable.h"
#include "tests/support/FailingSink.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QTemporaryDir>
#include <QTemporaryFile>

#include <limits>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString age = QStringLiteral("/usr/bin/age");
constexpr qint64 room = std::numeric_limits<qint64>::max();

struct Key {
    Secret secret;
    QString recipient;
};

Key newKey()
{
    ToolCommand command;
    command.program = age + QStringLiteral("-keygen");
    command.environment = cleanEnvironment();
    auto text = runTool(command, {}, std::chrono::seconds(10), ErrorKind::Internal);
    if (!text)
        qFatal("%s", reason(text).constData());
    Key key;
    key.secret = Secret::take(*text);
    auto identity = Identity::from(key.secret, age, {});
    if (!identity)
        qFatal("%s", reason(identity).constData());
    key.recipient = identity->recipients.value(0);
    return key;
}

const Key &mine()
{
    static const Key key = newKey();
    return key;
}

QByteArray text(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char('a' + (i * 7 + i / 1000) % 26);
    return bytes;
}

Result<QByteArray> encrypted(const QByteArray &plain, const QStringList &recipients = {mine().recipient},
                             std::stop_token stop = {})
{
    FailingSink sink(room);
    MASCLET_TRY_ASSIGN(const auto stage, EncryptStage::start(age, recipients, sink, std::move(stop)));
    MASCLET_TRY(stage->write(bytesOf(plain)));
    MASCLET_TRY(stage->finish());
    return sink.taken;
}

EncryptedExpectation expectationOf(const QByteArray &stored)
{
    return {stored.size(), Sha256::hexOf(stored)};
}

/// A file on the disk that holds `content`.
struct Stored {
    QTemporaryFile file;

    explicit Stored(const QByteArray &content)
    {
        if (!file.open() || file.write(content) != content.size() || !file.flush())
            qFatal("cannot write");
    }
};

Result<QByteArray> decrypted(const QByteArray &stored, const EncryptedExpectation &expected, qint64 size,
                             const Secret &secret = mine().secret, std::stop_token stop = {},
                             const QString &program = age)
{
    const Stored on(stored);
    DecryptedBytes source(on.file.handle(), expected, program, secret, std::move(stop));
    MASCLET_TRY(source.checkSize());
    QByteArray plain(size, Qt::Uninitialized);
    MASCLET_TRY(source.read(std::as_writable_bytes(std::span(plain.data(), size_t(size)))));
    MASCLET_TRY(source.finish());
    MASCLET_TRY(source.finish());
    return plain;
}

} // namespace

void tst_Age::initTestCase()
{
    QVERIFY(isPublicKey(mine().recipient));
}

void tst_Age::whatWasEncryptedComesBack_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("nothing") << qsizetype(0);
    QTest::newRow("a byte") << qsizetype(1);
    QTest::newRow("one chunk") << qsizetype(65'536);
    QTest::newRow("more than pipes hold") << qsizetype(9'000'001);
}

void tst_Age::whatWasEncryptedComesBack()
{
    QFETCH(qsizetype, size);
    const QByteArray plain = text(size);
    const auto stored = encrypted(plain);
    QVERIFY_RESULT(stored);
    QVERIFY(size < 100 || !stored->contains(plain.left(50)));
    const auto back = decrypted(*stored, expectationOf(*stored), size);
    QVERIFY_RESULT(back);
    QVERIFY(*back == plain);
}

void tst_Age::eachRecipientReadsAlone()
{
    const Key other = newKey();
    const QByteArray plain = text(1000);
    const auto stored = encrypted(plain, {mine().recipient, other.recipient});
    QVERIFY_RESULT(stored);
    for (const Secret &secret : {mine().secret, other.secret}) {
        const auto back = decrypted(*stored, expectationOf(*stored), plain.size(), secret);
        QVERIFY_RESULT(back);
        QCOMPARE(*back, plain);
    }
}

void tst_Age::stockAgeReadsIt()
{
    const QByteArray plain = text(200'000);
    const auto stored = encrypted(plain);
    QVERIFY_RESULT(stored);
    const Stored on(*stored);
    ToolCommand command;
    command.program = age;
    command.environment = cleanEnvironment();
    const std::string_view key = mine().secret.bytes();
    const Stored identity(QByteArray(key.data(), qsizetype(key.size())));
    command.arguments << "--decrypt"
                      << "-i" << identity.file.fileName().toLocal8Bit() << on.file.fileName().toLocal8Bit();
    const auto output = runTool(command, {}, std::chrono::seconds(10), ErrorKind::Internal);
    QVERIFY_RESULT(output);
    QVERIFY(*output == plain);
}

void tst_Age::everyFlipAndCutIsDamage_O03()
{
    const QByteArray plain = text(150'000); // three chunks
    const auto stored = encrypted(plain);
    QVERIFY_RESULT(stored);
    const EncryptedExpectation expected = expectationOf(*stored);
    QList<QByteArray> bad;
    const qsizetype step = stored->size() / 25;
    for (qsizetype at = 0; at < stored->size(); at += step) {
        QByteArray flipped = *stored;
        flipped[at] = char(flipped[at] ^ 1);
        bad << flipped << stored->left(at);
    }
    const qsizetype header = stored->indexOf("\n---") + 48; // to the end of the line with the checksum
    const qsizetype chunk = 65'536 + 16;
    bad << stored->left(header + 17 + chunk) << stored->left(header + 17 + 2 * chunk) << *stored + 'x';
    for (const QByteArray &damaged : std::as_const(bad))
        QVERIFY_FAILS(decrypted(damaged, expected, plain.size()), ErrorKind::Verification);
    // Even with a manifest that fits the cut file, age itself sees the missing end.
    const QByteArray cut = stored->left(header + 17 + chunk);
    QVERIFY(!decrypted(cut, expectationOf(cut), plain.size()));
}

void tst_Age::aWrongKeyIsNoDamage_O03()
{
    const auto stored = encrypted(text(150'000));
    QVERIFY_RESULT(stored);
    QVERIFY_FAILS(decrypted(*stored, expectationOf(*stored), 150'000, newKey().secret),
                  ErrorKind::Credentials);
}

/// As the kernel ends it where memory is short.
void tst_Age::aProgramThatIsKilledIsNoWrongKey()
{
    const auto stored = encrypted(text(150'000));
    QVERIFY_RESULT(stored);
    const QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("age")));
    QVERIFY(script.open(QIODevice::WriteOnly) &&
            script.write("#!/bin/sh\nhead -c 1 >/dev/null\nkill -KILL $$\n") > 0);
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    const auto outcome =
        decrypted(*stored, expectationOf(*stored), 150'000, mine().secret, {}, script.fileName());
    QVERIFY_FAILS(outcome, ErrorKind::ClientTool);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("signal 9")),
             qPrintable(outcome.error().message));
}

void tst_Age::aFailingDiskEndsIt()
{
    FailingSink sink(100'000);
    const auto stage = EncryptStage::start(age, {mine().recipient}, sink, {});
    QVERIFY_RESULT(stage);
    Result<> outcome;
    for (int i = 0; i < 100 && outcome; ++i)
        outcome = (*stage)->write(bytesOf(text(100'000)));
    QVERIFY_FAILS(outcome, ErrorKind::Storage);
    QVERIFY(!sink.finished);
}

void tst_Age::aBadPublicKeyIsSaid()
{
    QString wrong = mine().recipient;
    wrong.back() = wrong.back() == u'q' ? u'p' : u'q'; // the checksum of Bech32 fails
    const auto stored = encrypted(text(1000), {wrong});
    QVERIFY_FAILS(stored, ErrorKind::Dump);
    QVERIFY(stored.error().detail.contains(wrong));
}

void tst_Age::stopEndsIt()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS(encrypted(text(1000), {mine().recipient}, stop.get_token()), ErrorKind::Stopped);
    const auto stored = encrypted(text(1000));
    QVERIFY_RESULT(stored);
    QVERIFY_FAILS(decrypted(*stored, expectationOf(*stored), 1000, mine().secret, stop.get_token()),
                  ErrorKind::Stopped);
}

void tst_Age::publicKeysOfASecretOne()
{
    const Key other = newKey();
    std::string both(mine().secret.bytes());
    both.append(other.secret.bytes());
    const auto identity = Identity::from(Secret::fromView(both), age, {});
    QVERIFY_RESULT(identity);
    QCOMPARE(identity->recipients, (QStringList{mine().recipient, other.recipient}));
}

void tst_Age::secretsThatCannotServe_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("no secret key");
    QTest::newRow("public") << mine().recipient.toLatin1() << QStringLiteral("no secret key");
    QTest::newRow("another program's")
        << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\n") << QStringLiteral("no secret key");
    QTest::newRow("passphrase") << QByteArray("age-encryption.org/v1\n-> scrypt x 18\n")
                                << QStringLiteral("passphrase");
    QTest::newRow("passphrase, armoured")
        << QByteArray("# mine\n-----BEGIN AGE ENCRYPTED FILE-----\n") << QStringLiteral("passphrase");
}

void tst_Age::secretsThatCannotServe()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, said);
    const auto identity = Identity::from(Secret::take(secret), age, {});
    QVERIFY_FAILS(identity, ErrorKind::Credentials);
    QVERIFY2(identity.error().message.contains(said), qPrintable(identity.error().message));
}

void tst_Age::withoutAKeyTheStoredBytesAreRead()
{
    const auto stored = encrypted(text(3'000'000));
    QVERIFY_RESULT(stored);
    const EncryptedExpectation expected = expectationOf(*stored);
    qint64 read = 0;
    const auto count = [&read](qint64 bytes) -> Result<> {
        read += bytes;
        return {};
    };
    QVERIFY_RESULT(verifyStored(Stored(*stored).file.handle(), expected, count));
    QCOMPARE(read, stored->size());
    QByteArray damaged = *stored;
    damaged[2'000'000] = char(damaged[2'000'000] ^ 64);
    QVERIFY_FAILS(verifyStored(Stored(damaged).file.handle(), expected, count), ErrorKind::Verification);
    QVERIFY_FAILS(verifyStored(Stored(stored->left(2'000'000)).file.handle(), expected, count),
                  ErrorKind::Verification);
}
