#include "tests/core/checks/tst_PrintedCommands.h"

#include "core/checks/Evaluators.h"
#include "core/checks/PrintedCommands.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

QByteArray shellOutput(const QString &command)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    shell.waitForFinished();
    return shell.readAllStandardOutput();
}

} // namespace

void tst_PrintedCommands::shellReadsBackEveryWord_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"plain", "two words", "it's", "$HOME", "`id`", "$(id)", "a;b", "a\\b", "\"", "*",
                             "~", "-n", "", "ñandú 日本", "'", "!"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_PrintedCommands::shellReadsBackEveryWord()
{
    QFETCH(QString, text);
    QCOMPARE(shellOutput(QStringLiteral("printf '<%s>' ") + shellWord(text)), "<" + text.toUtf8() + ">");
}

void tst_PrintedCommands::theSeedsOwnCommandFindsWhatTheCheckPasses_data()
{
    QTest::addColumn<qint64>("minimum");
    QTest::addColumn<QString>("size");
    QTest::newRow("1 MB") << qint64(1024 * 1024) << QStringLiteral("+1M");
    QTest::newRow("2 GB") << (qint64(2) << 30) << QStringLiteral("+2G");
    QTest::newRow("200 kB") << qint64(200 * 1024) << QStringLiteral("+200k");
    QTest::newRow("1000 bytes") << qint64(1000) << QStringLiteral("+1000c");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("+0c");
}

void tst_PrintedCommands::theSeedsOwnCommandFindsWhatTheCheckPasses()
{
    QFETCH(qint64, minimum);
    QFETCH(QString, size);
    QTemporaryDir temp;
    QVERIFY(QDir(temp.path()).mkdir(QStringLiteral("db")));
    DayFacts facts = goodDay();
    facts.runs.clear();
    facts.profile.repository.path = temp.path();
    facts.profile.checks.minimumSize = minimum;
    facts.set->state = SetState::Verified;
    StoredSet::File &archive = facts.set->files[0];
    QFile file(temp.path() + QChar(u'/') + QString::fromUtf8(archive.path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const qint64 bytes : {qint64(0), minimum - 1, minimum, minimum + 1, 2 * minimum + 1}) {
        if (bytes < 0)
            continue;
        QVERIFY(file.resize(bytes));
        archive.storedSize = bytes;
        const Check check = checkSize(facts);
        QVERIFY2(check.command.endsWith(QStringLiteral("-size ") + size), qPrintable(check.command));
        QCOMPARE(!shellOutput(check.command).isEmpty(), check.result == CheckResult::Pass);
    }
}

void tst_PrintedCommands::eachFormatHasItsOwnTool_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("load"); // after createdb
    QTest::addColumn<QString>("check");
    const QString server = QStringLiteral("-h 127.0.0.1 -p 5432 -U postgres -d shop_test");
    QTest::newRow("plain") << QByteArray("db/s.sql.gz")
                           << QStringLiteral("gunzip -c /b/db/s.sql.gz | psql -X -v ON_ERROR_STOP=1 ") +
                                  server
                           << QStringLiteral("gunzip -t /b/db/s.sql.gz");
    QTest::newRow("custom") << QByteArray("db/s.dump")
                            << QStringLiteral("pg_restore --exit-on-error %1 /b/db/s.dump").arg(server)
                            << QStringLiteral("pg_restore -f /dev/null /b/db/s.dump");
    QTest::newRow("custom, encrypted")
        << QByteArray("db/s.dump.age")
        << QStringLiteral("age -d -i KEY.txt /b/db/s.dump.age | pg_restore --exit-on-error ") + server
        << QStringLiteral("age -d -i KEY.txt /b/db/s.dump.age | pg_restore -f /dev/null");
    QTest::newRow("directory") << QByteArray("db/s.dir")
                               << QStringLiteral("pg_restore --exit-on-error -j 4 %1 /b/db/s.dir").arg(server)
                               << QStringLiteral("pg_restore -f /dev/null /b/db/s.dir");
}

void tst_PrintedCommands::eachFormatHasItsOwnTool()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, load);
    QFETCH(QString, check);
    Profile profile;
    profile.name = QStringLiteral("shop");
    profile.repository.path = QStringLiteral("/b");
    QCOMPARE(restoreCommand(profile, archive, DatabaseFacts()).section(u'\n', 1), load);
    QCOMPARE(integrityCommand(profile, QStringLiteral("s"), archive).section(u'\n', 0, 0), check);
}

void tst_PrintedCommands::theExpectedArchiveHasTheFormatsName()
{
    Profile profile;
    profile.name = QStringLiteral("shop");
    const auto expected = [&](const char *format) {
        profile.backup.format = QString::fromLatin1(format);
        return expectedArchive(profile, QDate(2025, 2, 18));
    };
    QCOMPARE(expected("plain"), QByteArray("db/shop_20250218.sql.gz"));
    QCOMPARE(expected("directory"), QByteArray("db/shop_20250218.dir"));
    profile.encryption.recipients = QStringList{QStringLiteral("age1x")};
    QCOMPARE(expected("custom"), QByteArray("db/shop_20250218.dump.age"));
}
