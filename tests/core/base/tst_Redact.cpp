#include "tests/core/base/tst_Redact.h"

#include "core/base/Redact.h"

#include <QtTest>

using namespace masclet;

void tst_Redact::secretsGoAndTheRestStays_data() // SR12
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left"); // with * for the mark
    const auto row = [](const char *text, const char *left) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(left);
    };
    row("host=db user=repl password=s3cr3t sslmode=require", "host=db user=repl password=* sslmode=require");
    row("password='it''s a \\' secret' host=db", "password=* host=db");
    row("password = s3cr3t", "password = *");
    row("PGPASSWORD=s3cr3t pg_dump -h db", "PGPASSWORD=* pg_dump -h db");
    row("postgresql://app:s3cr3t@db:5432/shop", "postgresql://app:*@db:5432/shop");
    row("cp %p /x && curl https://me:tok3n@host/%f", "cp %p /x && curl https://me:*@host/%f");
    row("{\"POSTGRES_PASSWORD\": \"a \\\" b\", \"port\": 5432}",
        "{\"POSTGRES_PASSWORD\": *, \"port\": 5432}");
    row("ldapserver=ldap ldapbindpasswd=s3cr3t", "ldapserver=ldap ldapbindpasswd=*");
    row("{\"radiusservers=a,b\",\"radiussecrets=s1,s2\"}", "{\"radiusservers=a,b\",\"radiussecrets=*\"}");
    row("{\"ldapbindpasswd=s3 cr3t\",ldaptls=1}", "{\"ldapbindpasswd=*\",ldaptls=1}");
    row("backup --password s3cr3t --user x", "backup --password * --user x");
    row("api_key: s3cr3t\nnext: line", "api_key: *\nnext: line");
    row("aws_secret_access_key=s3cr3t", "aws_secret_access_key=*");
    // What only looks like it.
    row("password_encryption = scram-sha-256", "password_encryption = scram-sha-256");
    row("local all all peer", "local all all peer");
    row("cp %p /archive/%f", "cp %p /archive/%f");
    row("/etc/ssl/private/key.pem", "/etc/ssl/private/key.pem");
    row("http://host:8080/path", "http://host:8080/path");
    row("", "");
}

void tst_Redact::secretsGoAndTheRestStays()
{
    QFETCH(QString, text);
    QFETCH(QString, left);
    QCOMPARE(redacted(text), left.replace(QStringLiteral("*"), redactedMark()));
    QVERIFY(!redacted(text).contains(QStringLiteral("s3cr3t")));
}

void tst_Redact::namesOfSecretsAreKnown()
{
    for (const char *name : {"password", "POSTGRES_PASSWORD", "app.api_key", "ldapbindpasswd", "--token",
                             "ssl.passphrase", "AWS_SECRET_ACCESS_KEY"})
        QVERIFY2(namesSecret(QLatin1String(name)), name);
    for (const char *name : {"password_encryption", "port", "ssl_key_file", "tokens_per_page", ""})
        QVERIFY2(!namesSecret(QLatin1String(name)), name);
}
