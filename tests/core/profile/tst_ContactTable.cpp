#include "tests/core/profile/tst_ContactTable.h"

#include "core/profile/ContactTable.h"
#include "core/profile/EffectiveProfile.h"
#include "core/profile/ProfileToml.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

Result<StoredProfile> withContacts(const QByteArray &text)
{
    return parseProfile("id = \"0123456789abcdef0123456789abcdef\"\n" + text, QStringLiteral("shop.toml"));
}

} // namespace

void tst_ContactTable::everyKeyIsDeclared()
{
    QCOMPARE(contactKeys().size(), size_t(6)); // a new field of Profile::Contact brings a new row
    for (const ContactKey &key : contactKeys()) {
        QVERIFY(!key.help().isEmpty());
        QVERIFY2(key.help().size() <= 72, "help fits one line");
    }
}

void tst_ContactTable::contactsRoundTripThroughTheFile()
{
    const auto first = withContacts(R"([[contacts]]
role = "devops"
name = "Ana \"ñ\""
mail = "ana@example.org"
webhook = "https://chat.example.org/hook?token=a"
[[contacts]]
role = "dba"
name = "Bo"
command = ["/usr/local/bin/page", "bo", ""]
phone = "+34 600 000 000"
)");
    QVERIFY_RESULT(first);
    QCOMPARE(first->profile.contacts.size(), 2);
    QCOMPARE(first->profile.contacts[1].command.size(), 3);
    const auto again = parseProfile(profileText(*first), QStringLiteral("shop.toml"));
    QVERIFY_RESULT(again);
    QVERIFY(again->profile == first->profile);
    const auto none = withContacts({});
    QVERIFY_RESULT(parseProfile(profileText(*none), QStringLiteral("shop.toml")));
}

void tst_ContactTable::whatCannotBeUsedIsRefused_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("no role") << QByteArray("name = \"Ana\"\nphone = \"1\"");
    QTest::newRow("no name") << QByteArray("role = \"dba\"\nphone = \"1\"");
    QTest::newRow("no way") << QByteArray("role = \"dba\"\nname = \"Ana\"");
    QTest::newRow("unknown role") << QByteArray("role = \"boss\"\nname = \"Ana\"\nphone = \"1\"");
    QTest::newRow("unknown key") << QByteArray("role = \"dba\"\nname = \"Ana\"\nfax = \"1\"");
    QTest::newRow("a header in the address")
        << QByteArray("role = \"dba\"\nname = \"Ana\"\nmail = \"a@b\\r\\nBcc: c@d\"");
    QTest::newRow("no address") << QByteArray("role = \"dba\"\nname = \"Ana\"\nmail = \"ana\"");
    QTest::newRow("a file") << QByteArray("role = \"dba\"\nname = \"Ana\"\nwebhook = \"file:///etc/passwd\"");
    QTest::newRow("relative program") << QByteArray("role = \"dba\"\nname = \"Ana\"\ncommand = [\"page\"]");
}

void tst_ContactTable::whatCannotBeUsedIsRefused()
{
    QFETCH(QByteArray, lines);
    const auto refused = withContacts("[[contacts]]\n" + lines + '\n');
    QVERIFY_FAILS(refused, ErrorKind::Config);
    QVERIFY(refused.error().message.contains(QStringLiteral("contacts")));
}

void tst_ContactTable::mailNeedsAServer()
{
    auto stored = withContacts("[[contacts]]\nrole = \"dba\"\nname = \"Ana\"\nmail = \"ana@example.org\"\n");
    QVERIFY_RESULT(stored);
    QVERIFY_FAILS(checkTogether(stored->profile), ErrorKind::Config);
    stored->profile.notify.mailServer = QStringLiteral("mail.example.org");
    stored->profile.notify.mailFrom = QStringLiteral("backup@example.org");
    QVERIFY_RESULT(checkTogether(stored->profile));
}

void tst_ContactTable::aTokenInAnAddressIsNotShown()
{
    QCOMPARE(addressForPeople(QStringLiteral("https://u:pw@chat.example.org:1/T0KEN?k=v")),
             QStringLiteral("https://chat.example.org/…"));
}
