#include "tests/core/notify/tst_MailText.h"

#include "core/notify/MailText.h"
#include "tests/support/NetServers.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using masclet::test::ReceivedMail;

namespace
{

MailText sample()
{
    return {QStringLiteral("backup@example.org"),
            QStringLiteral("ana@example.org"),
            QStringLiteral("Falló: ñandú 日本"),
            QStringLiteral("Uno\nDos\n"),
            QStringLiteral("1@host"),
            QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC)};
}

} // namespace

void tst_MailText::subjectAndBodyKeepEveryCharacter()
{
    MailText mail = sample();
    mail.subject += QString(150, QChar(u'ñ'));
    const ReceivedMail read{{}, {}, mailBytes(mail), false, {}};
    QCOMPARE(read.subject(), mail.subject);
    QCOMPARE(read.body(), QStringLiteral("Uno\r\nDos\r\n"));
    QVERIFY(read.data.contains("Date: Tue, 18 Feb 2025 01:00:00 +0000\r\n"));
    QVERIFY(read.data.contains("Message-ID: <1@host>\r\n"));
    for (const QByteArray &line : read.data.split('\n')) {
        QVERIFY2(line.size() <= 79, line.constData());
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
    }
}

void tst_MailText::noTextCanWriteAHeaderOfItsOwn()
{
    MailText mail = sample();
    mail.subject = QStringLiteral("x\r\nBcc: eve@example.org\r\n\r\nhello");
    mail.body = QStringLiteral(".\r\nBcc: eve@example.org");
    const QByteArray bytes = mailBytes(mail);
    QVERIFY(!bytes.contains("Bcc:"));
    QVERIFY(!bytes.contains("eve@"));
    QCOMPARE(bytes.count("\r\n\r\n"), 1);
}
