#include "tests/integration/tst_Memory.h"

#include "tests/support/Program.h"
#include "tests/support/TestMain.h"

#include <QFile>

using namespace masclet;
using namespace masclet::test;

namespace
{

constexpr qint64 limitKib = 128 * 1024;

/// Peak resident memory in KiB while the program runs; the last look comes some milliseconds before its end.
qint64 peakOf(QProcess &program)
{
    qint64 peak = 0;
    const QString status = QStringLiteral("/proc/%1/status").arg(program.processId());
    do {
        QFile file(status);
        if (!file.open(QIODevice::ReadOnly))
            break;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                peak = qMax(peak, line.mid(6).trimmed().split(' ').value(0).toLongLong());
        }
    } while (!program.waitForFinished(10));
    return peak;
}

} // namespace

/// Two gigabytes of rows at MASCLET_TEST_SCALE=100, one kilobyte each.
void tst_Memory::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("large"));
    const QByteArray rows = QByteArray::number(scaled(2000) * 1024);
    QVERIFY_RESULT(m_cluster->psql(
        "large", "CREATE UNLOGGED TABLE notes AS SELECT g AS id, repeat(md5(g::text), 32) AS text "
                 "FROM generate_series(1, " +
                     rows + ") g; ALTER TABLE notes SET LOGGED;"));
    // D19: and one row of 200 MB.
    QVERIFY_RESULT(m_cluster->psql("large", "CREATE TABLE documents AS SELECT 1 AS id, repeat('añil ', " +
                                                QByteArray::number(scaled(200) * 1024 * 1024 / 6) +
                                                ") AS text"));
    const auto outcome = runProgram(
        m_home.path(), {QStringLiteral("init"), QStringLiteral("--profile"), QStringLiteral("large"),
                        QStringLiteral("--repository"), m_home.filePath(QStringLiteral("backups")),
                        QStringLiteral("--host"), m_cluster->socketFolder(), QStringLiteral("--dbname"),
                        QStringLiteral("large"), QStringLiteral("--user"), QStringLiteral("postgres")});
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QCOMPARE(runProgram(m_home.path(), {QStringLiteral("profile"), QStringLiteral("set"),
                                        QStringLiteral("--restore-test"), QStringLiteral("never")})
                 .exitCode,
             0);
}

void tst_Memory::memoryStaysConstantWhateverTheSize_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("backup") << QStringList{QStringLiteral("backup"), QStringLiteral("--no-retention")};
    QTest::newRow("verify") << QStringList{QStringLiteral("verify"), QStringLiteral("--latest")};
    QTest::newRow("restore test") << QStringList{QStringLiteral("restore-test"), QStringLiteral("--latest")};
}

void tst_Memory::memoryStaysConstantWhateverTheSize()
{
    QFETCH(QStringList, arguments);
    const auto program = startProgram(m_home.path(), arguments);
    const qint64 peak = peakOf(*program);
    program->waitForFinished(-1);
    QVERIFY2(program->exitCode() == 0, program->readAllStandardError().constData());
    QVERIFY(peak > 0);
    QVERIFY2(peak <= limitKib, qPrintable(QStringLiteral("%1 MiB").arg(peak / 1024)));
    if (scaled(100) == 100)
        qInfo("%s: %lld MiB at most", qPrintable(arguments.first()), peak / 1024);
}
