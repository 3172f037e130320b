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
