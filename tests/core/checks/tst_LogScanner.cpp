#include "tests/core/checks/tst_LogScanner.h"

#include "core/base/Log.h"
#include "core/checks/LogScanner.h"
#include "tests/support/TestMain.h"

#include <QFile>

#include <sys/stat.h>

using namespace masclet;

namespace
{

LogScanner serverScanner(LogScanLimits limits = {})
{
    return LogScanner({QStringLiteral("ERROR:"), QStringLiteral("FATAL:")}, {}, limits);
}

} // namespace

void tst_LogScanner::init()
{
    m_temp = std::make_unique<QTemporaryDir>();
}

void tst_LogScanner::write(const char *name, const QByteArray &text, QIODevice::OpenMode mode)
{
    QFile file(pathOf(name));
    QVERIFY(file.open(mode));
    QCOMPARE(file.write(text), text.size());
}

void tst_LogScanner::linesWithAnyPatternAreCountedOnce()
{
    write("log", "LOG: start\nERROR: one\nFATAL: two ERROR: same line\nLOG: end\n");
    const auto scan = serverScanner().scan(pathOf("log"), {}, {});
    QVERIFY_RESULT(scan);
    QCOMPARE(scan->findings.matches, 2);
    QCOMPARE(scan->findings.excerpts.size(), 2);
    QCOMPARE(scan->findings.bytesRead, QFile(pathOf("log")).size());
    QCOMPARE(scan->findings.problem, QString());
}

void tst_LogScanner::patternsArePlainTextAndCaseMatters()
{
    write("log", "error: x\nERRORS\nE.ROR:\naERROR:b\n\n");
    QCOMPARE(serverScanner().scan(pathOf("log"), {}, {})->findings.matches, 1);
    const LogScanner special({QStringLiteral("[.*"), QString()});
    QCOMPARE(special.scan(pathOf("log"), {}, {})->findings.matches, 0); // an empty pattern matches nothing
    write("log", "a [.* b\n");
    QCOMPARE(special.scan(pathOf("log"), {}, {})->findings.matches, 1);
}

void tst_LogScanner::patternsAreFoundAcrossBlocksAndInEndlessLines_data()
{
    QTest::addColumn<int>("before");
    // Every place around the borders of blocks and of line pieces.
    for (const int border : {1024, 2048, 64 * 1024, 128 * 1024}) {
        for (int shift = -7; shift <= 7; ++shift)
            QTest::addRow("%d%+d", border, shift) << border + shift;
    }
    QTest::newRow("far in an endless line") << 5'000'000;
}

void tst_LogScanner::patternsAreFoundAcrossBlocksAndInEndlessLines()
{
    QFETCH(int, before);
    write("log", QByteArray(before, 'x') + "ERROR:" + QByteArray(3000, 'y') +
                     "\nERROR:" + QByteArray(3000, 'z') + "ERROR:\nLOG:\n");
    const auto scan = serverScanner(LogScanLimits{64LL << 20, 1024, 20}).scan(pathOf("log"), {}, {});
    QVERIFY_RESULT(scan);
    QCOMPARE(scan->findings.matches, 2);
}

void tst_LogScanner::theNextScanGoesOnWhereThisOneEnded()
{
    write("log", "ERROR: one\n");
    const auto first = serverScanner().scan(pathOf("log"), {}, {});
    const auto second = serverScanner().scan(pathOf("log"), first->next, {});
    QCOMPARE(second->findings.matches, 0);
    QCOMPARE(second->next, first->next);
    write("log", "LOG: fine\nERROR: two\n", QIODevice::Append);
    const auto third = serverScanner().scan(pathOf("log"), second->next, {});
    QCOMPARE(third->findings.matches, 1);
    QCOMPARE(third->findings.excerpts, QStringList{QStringLiteral("ERROR: two")});
    QVERIFY(!third->findings.restarted);
}

void tst_LogScanner::halfALineWaitsForItsEnd()
{
    write("log", "LOG: a\nERROR: ha");
    const auto first = serverScanner().scan(pathOf("log"), {}, {});
    QCOMPARE(first->findings.matches, 0);
    write("log", "lf\n", QIODevice::Append);
    const auto second = serverScanner().scan(pathOf("log"), first->next, {});
    QCOMPARE(second->findings.excerpts, QStringList{QStringLiteral("ERROR: half")});
}

void tst_LogScanner::rotationByRenamingLosesNothing()
{
    write("log", "ERROR: known\n");
    const auto before = serverScanner().scan(pathOf("log"), {}, {});
    write("log", "ERROR: last words\n", QIODevice::Append);
    QVERIFY(QFile::rename(pathOf("log"), pathOf("log.1")));
    write("log", "ERROR: first words\n");
    const auto scan = serverScanner().scan(pathOf("log"), before->next, {});
    QCOMPARE(scan->findings.excerpts,
             QStringList({QStringLiteral("ERROR: last words"), QStringLiteral("ERROR: first words")}));
    QVERIFY(!scan->findings.restarted);
    QCOMPARE(serverScanner().scan(pathOf("log"), scan->next, {})->findings.matches, 0);
}

void tst_LogScanner::rotationByCuttingIsSaid()
{
    write("log", "LOG: something long enough\n");
    const auto before = serverScanner().scan(pathOf("log"), {}, {});
    write("log", "ERROR: new\n"); // truncated and written again: the same file
    const auto scan = serverScanner().scan(pathOf("log"), before->next, {});
    QCOMPARE(scan->findings.matches, 1);
    QVERIFY(scan->findings.restarted);
}

void tst_LogScanner::onlyTheNewestPartOfALargeFileIsRead()
{
    write("log", "ERROR: old\n" + QByteArray(10'000, 'x') + "\nERROR: new\n");
    const LogScanLimits limits{100, 1024, 20};
    const auto scan = serverScanner(limits).scan(pathOf("log"), {}, {});
    QCOMPARE(scan->findings.matches, 1);
    QCOMPARE(scan->findings.bytesRead, 100);
    QCOMPARE(scan->findings.bytesSkipped, QFile(pathOf("log")).size() - 100);
    QCOMPARE(serverScanner(limits).scan(pathOf("log"), scan->next, {})->findings.bytesSkipped, 0);
}

// X04
void tst_LogScanner::excerptsAreTheNewestEscapedAndCut()
{
    QByteArray text;
    for (int i = 0; i < 50; ++i)
        text += "ERROR: \x1b[31m" + QByteArray::number(i) + " \xff" + QByteArray(5000, 'x') + "\r\n";
    write("log", text);
    const LogFileFindings findings = serverScanner().scan(pathOf("log"), {}, {})->findings;
    QCOMPARE(findings.matches, 50);
    QCOMPARE(findings.excerpts.size(), 20);
    QVERIFY(findings.excerpts.last().contains(QStringLiteral("49")));
    for (const QString &excerpt : findings.excerpts) {
        QVERIFY(excerpt.size() < 350);
        QVERIFY(!excerpt.contains(QChar(0x1b)));
    }
}

void tst_LogScanner::whatCannotBeReadIsAFinding_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << QStringLiteral("absent");
    QTest::newRow("folder") << QStringLiteral("folder");
    QTest::newRow("pipe") << QStringLiteral("pipe");
    QTest::newRow("hostile name") << QStringLiteral("no\nsuch\x1b[31m");
}

void tst_LogScanner::whatCannotBeReadIsAFinding()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_temp->path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(::mkfifo(qPrintable(pathOf("pipe")), 0600), 0);
    const LogPosition known{m_temp->filePath(name), 1, 2, 3};
    const auto scan = serverScanner().scan(m_temp->filePath(name), known, {});
    QVERIFY_RESULT(scan);
    QVERIFY(!scan->findings.problem.isEmpty());
    QVERIFY(!scan->findings.problem.contains(QChar(u'\n')));
    QCOMPARE(scan->next, known); // a file that comes back is read from there
}

void tst_LogScanner::stopIsObeyed()
{
    write("log", QByteArray(1'000'000, 'x'));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS(serverScanner().scan(pathOf("log"), {}, stop.get_token()), ErrorKind::Stopped);
}

void tst_LogScanner::runLogsAreCountedByLevel()
{
    const auto line = [](LogLevel level, const QString &text) {
        return logLine(QDateTime::fromSecsSinceEpoch(0, Qt::UTC), level, text) + '\n';
    };
    const QString forged = QStringLiteral("{\"level\":\"error\"} \"level\":\"warning\"");
    write("run-1.log", line(LogLevel::Info, forged) + line(LogLevel::Warning, forged) +
                           line(LogLevel::Error, QStringLiteral("real")) + line(LogLevel::Debug, forged));
    auto runs = Directory::open(m_temp->path());
    QVERIFY_RESULT(runs);
    LogFindings findings;
    QVERIFY_RESULT(countRunLog(*runs, QStringLiteral("run-1"), {}, findings));
    QVERIFY_RESULT(countRunLog(*runs, QStringLiteral("run-without-log"), {}, findings));
    QCOMPARE(findings.ownErrors, 1);
    QCOMPARE(findings.ownWarnings, 1);
}

void tst_LogScanner::knownLinesAreCountedApart()
{
    write("log", "ERROR: relation old\nERROR: relation new\nFATAL: relation old, again\nLOG: relation old\n" +
                     QByteArray(200'000, 'x') + " ERROR: in a long line, relation old\n");
    const LogScanner scanner({QStringLiteral("ERROR:"), QStringLiteral("FATAL:")},
                             {QStringLiteral("relation old"), QString()});
    const auto scan = scanner.scan(pathOf("log"), {}, {});
    QVERIFY_RESULT(scan);
    QCOMPARE(scan->findings.matches, 1);
    QCOMPARE(scan->findings.known, 3);
    QCOMPARE(scan->findings.excerpts, QStringList{QStringLiteral("ERROR: relation new")});
}
