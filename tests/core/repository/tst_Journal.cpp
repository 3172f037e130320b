#include "tests/core/repository/tst_Journal.h"

#include "core/base/Hash.h"
#include "core/repository/SealedJson.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/SyscallFault.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <sys/syscall.h>

using namespace masclet;
using masclet::test::RepositoryFixture;
using masclet::test::runWithFault;
using masclet::test::SyscallFault;

namespace
{

QString journalName()
{
    return QStringLiteral("journal.jsonl");
}

void appendNumbers(RepositoryFixture &f, int count)
{
    for (int n = 0; n < count; ++n)
        QVERIFY_RESULT(
            f.repository->journal().append(*f.lock, QStringLiteral("note"), {{QStringLiteral("k"), n}}));
}

JournalAudit audit(const RepositoryFixture &f)
{
    const Result<JournalAudit> found = f.repository->journal().audit();
    return found ? *found : JournalAudit{-1, -1, found.error().message, 0, false};
}

QList<QByteArray> lines(const RepositoryFixture &f)
{
    QList<QByteArray> list = f.read(journalName()).split('\n');
    list.removeLast();
    return list;
}

QByteArray joined(const QList<QByteArray> &list)
{
    return list.join('\n') + '\n';
}

} // namespace

void tst_Journal::recordsAreChainedAndReadBack()
{
    RepositoryFixture f;
    QCOMPARE(audit(f).records, 0);
    appendNumbers(f, 3);
    const Result<QList<JournalRecord>> records = f.repository->journal().records();
    QVERIFY_RESULT(records);
    QCOMPARE(records->size(), 3);
    QCOMPARE(records->at(2).number, 3);
    QCOMPARE(records->at(2).time, f.clock.now());
    QCOMPARE(records->at(2).data[QLatin1String("k")].toInt(), 2);
    QCOMPARE(audit(f).records, 3);
    QCOMPARE(audit(f).firstBadLine, 0);
    QVERIFY(lines(f)[1].contains("\"previous\":\"" + sealOf(lines(f)[0])));
}

void tst_Journal::anotherProcessContinuesTheChain()
{
    RepositoryFixture f;
    appendNumbers(f, 2);
    Result<Repository> other = Repository::open(f.path({}), f.clock);
    QVERIFY_RESULT(other);
    QVERIFY_RESULT(other->journal().append(*f.lock, QStringLiteral("note"), {}));
    appendNumbers(f, 1); // the first object sees that the file has grown
    QCOMPARE(audit(f).records, 4);
    QCOMPARE(audit(f).firstBadLine, 0);
}

void tst_Journal::everyChangedByteIsFoundAtItsLine()
{
    RepositoryFixture f; // SR20
    appendNumbers(f, 3);
    const QByteArray good = f.read(journalName());
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = char(bad[at] ^ 1);
        f.write(journalName(), bad);
        const JournalAudit found = audit(f);
        const bool lastLineEnd = at == good.size() - 1;
        const qint64 line = good.left(at).count('\n') + 1;
        QVERIFY2(lastLineEnd ? found.openTail : found.firstBadLine == line, qPrintable(QString::number(at)));
    }
}

void tst_Journal::aRemovedInsertedOrMovedLineIsFound_data()
{
    QTest::addColumn<QString>("act");
    QTest::addColumn<int>("badLine");
    QTest::newRow("first removed") << QStringLiteral("first") << 1;
    QTest::newRow("middle removed") << QStringLiteral("middle") << 2;
    QTest::newRow("swapped") << QStringLiteral("swapped") << 2;
    QTest::newRow("repeated") << QStringLiteral("repeated") << 2;
    QTest::newRow("edited and sealed again") << QStringLiteral("sealed") << 3;
    QTest::newRow("empty line") << QStringLiteral("empty") << 2;
}

void tst_Journal::aRemovedInsertedOrMovedLineIsFound()
{
    QFETCH(QString, act);
    QFETCH(int, badLine);
    RepositoryFixture f;
    appendNumbers(f, 4);
    QList<QByteArray> list = lines(f);
    if (act == QLatin1String("first")) {
        list.removeAt(0);
    } else if (act == QLatin1String("middle")) {
        list.removeAt(1);
    } else if (act == QLatin1String("swapped")) {
        list.swapItemsAt(1, 2);
    } else if (act == QLatin1String("repeated")) {
        list.insert(1, list[0]);
    } else if (act == QLatin1String("empty")) {
        list.insert(1, QByteArray());
    } else {
        // A careful editor: the line's own checksum is made again, the chain gives it away.
        QJsonObject object = *unseal(list[1], ErrorKind::Internal);
        object.insert(QStringLiteral("data"), QJsonObject());
        list[1] = seal(object);
    }
    f.write(journalName(), joined(list));
    QCOMPARE(audit(f).firstBadLine, badLine);
    QVERIFY(!audit(f).reason.isEmpty());
}

void tst_Journal::aTornLastLineIsClosedAndIsNoTampering_data()
{
    QTest::addColumn<int>("kept");
    QTest::addColumn<int>("torn");
    QTest::newRow("one byte of it") << 1 << 1;
    QTest::newRow("half of it") << 100 << 1;
    QTest::newRow("only its line end is missing") << -1 << 0;
}

void tst_Journal::aTornLastLineIsClosedAndIsNoTampering()
{
    QFETCH(int, kept);
    QFETCH(int, torn);
    RepositoryFixture f;
    appendNumbers(f, 3);
    const QList<QByteArray> list = lines(f);
    f.write(journalName(), joined({list[0], list[1]}) + list[2].left(kept < 0 ? list[2].size() : kept));
    QVERIFY(audit(f).openTail);
    QCOMPARE(audit(f).firstBadLine, 0);
    appendNumbers(f, 1);
    QCOMPARE(audit(f).firstBadLine, 0);
    QCOMPARE(audit(f).tornLines, torn);
    QCOMPARE(audit(f).records, 4);
    QVERIFY(!audit(f).openTail);
}

void tst_Journal::aTornLineWithAForgedClosingIsTampering()
{
    RepositoryFixture f;
    appendNumbers(f, 2);
    f.write(journalName(), f.read(journalName()) + "torn");
    appendNumbers(f, 1);
    f.write(journalName(), f.read(journalName()).replace("torn #torn\n", "other #torn\n"));
    QCOMPARE(audit(f).firstBadLine, 4);
}

void tst_Journal::aBadJournalStillTakesRecords()
{
    RepositoryFixture f; // X05: a damaged journal stops no run
    appendNumbers(f, 3);
    QByteArray bad = f.read(journalName());
    bad[bad.size() - 10] = 'X';
    f.write(journalName(), bad);
    Result<Repository> again = Repository::open(f.path({}), f.clock);
    QVERIFY_RESULT(again->journal().append(*f.lock, QStringLiteral("note"), {}));
    QCOMPARE(audit(f).firstBadLine, 3);
    QCOMPARE(again->journal().records()->size(), 3);
}

void tst_Journal::aLinkInItsPlaceIsRefused()
{
    RepositoryFixture f; // S12
    const QString victim = f.temp.filePath(QStringLiteral("victim"));
    QVERIFY(QFile::link(victim, f.path(journalName())));
    QVERIFY_FAILS(f.repository->journal().append(*f.lock, QStringLiteral("note"), {}), ErrorKind::Storage);
    QVERIFY(!QFile::exists(victim));
}

void tst_Journal::killedAtEveryCallTheChainHolds()
{
    for (int at = 1;; ++at) {
        RepositoryFixture f;
        appendNumbers(f, 2);
        f.write(journalName(), f.read(journalName()) + "torn");
        const auto run = runWithFault(
            [&] { return f.repository->journal().append(*f.lock, QStringLiteral("note"), {}) ? 0 : 1; },
            {.at = at});
        QCOMPARE(audit(f).firstBadLine, 0);
        appendNumbers(f, 1);
        QCOMPARE(audit(f).firstBadLine, 0);
        QVERIFY(audit(f).records >= 4);
        if (!run.reached)
            break;
    }
}

void tst_Journal::aFailingWriteUsesTheReserve()
{
    RepositoryFixture f;
    appendNumbers(f, 1);
    const auto append = [&] {
        return f.repository->journal().append(*f.lock, QStringLiteral("note"), {}) ? 0 : 1;
    };
    const auto run = runWithFault(append, {SyscallFault::Kind::Fail, 1, ENOSPC, SYS_write});
    QVERIFY(run.reached);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!QFile::exists(f.path(QStringLiteral(".reserve"))));
    QCOMPARE(audit(f).records, 2);
    // Without a reserve it is an error, and the chain is as before.
    const auto second = runWithFault(append, {SyscallFault::Kind::Fail, 1, ENOSPC, SYS_write});
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(audit(f).records, 2);
    QVERIFY_RESULT(f.repository->recover(*f.lock));
    QCOMPARE(QFileInfo(f.path(QStringLiteral(".reserve"))).size(), 65536);
}

void tst_Journal::runsHaveTheirLastState()
{
    RepositoryFixture f;
    RunRecord run;
    run.id = QStringLiteral("20250218T010007Z-3f9c2a");
    run.verb = QStringLiteral("backup");
    run.started = f.clock.now();
    QVERIFY_RESULT(f.repository->journal().runStarted(*f.lock, run));
    RunRecord other = run;
    other.id = QStringLiteral("20250219T010007Z-3f9c2a");
    QVERIFY_RESULT(f.repository->journal().runStarted(*f.lock, other));
    run.state = RunState::Ok;
    run.finished = f.clock.now();
    QVERIFY_RESULT(f.repository->journal().runFinished(*f.lock, run));
    const QList<RunRecord> runs = runsOf(*f.repository->journal().records());
    QCOMPARE(runs, QList<RunRecord>({other, run}));
}
