#include "tests/core/restore/tst_ForeignSource.h"

#include "core/restore/ForeignSource.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeTool.h"
#include "tests/support/LogCapture.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

struct Reading {
    FakeClock clock{QDateTime(QDate(2025, 2, 18), QTime(2, 0), Qt::UTC)};
    LogCapture log;
    std::stop_source stop;
    JobContext context{stop.get_token(), clock, log, {}};
};

ForeignTools stockTools()
{
    ForeignTools tools;
    tools.search.folder = stockPrograms();
    return tools;
}

Result<> readToItsEnd(ForeignSource &source)
{
    const RawSource next = source.read({});
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, next());
        if (raw.empty())
            return {};
    }
}

} // namespace

void tst_ForeignSource::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql(
        "farm",
        "CREATE TABLE animals AS SELECT g AS id, 'vaca ' || g AS nom FROM generate_series(1, 500) g"));
}

void tst_ForeignSource::cleanupTestCase()
{
    m_cluster.reset();
}

QString tst_ForeignSource::dump(const QStringList &options, const QString &name) const
{
    const QString path = m_folder.filePath(name);
    const auto made = m_cluster->tool(q("pg_dump"), options + QStringList{q("-f"), path}, "farm");
    if (!made)
        qFatal("%s", reason(made).constData());
    return path;
}

void tst_ForeignSource::whatChangedAfterTheCheckIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("plain") << QStringList{q("-Fp")};
    QTest::newRow("custom") << QStringList{q("-Fc"), q("-Z0")};
    QTest::newRow("directory") << QStringList{q("-Fd"), q("-Z0")};
}

/// What was read whole and tried in a sandbox is not what would be loaded: another file of the same length.
void tst_ForeignSource::whatChangedAfterTheCheckIsRefused()
{
    QFETCH(QStringList, options);
    const QString path = dump(options, q(QTest::currentDataTag()));
    Reading reading;
    auto source = ForeignSource::open(path, stockTools(), {});
    QVERIFY_RESULT(source);
    QVERIFY_RESULT(source->check(reading.context));
    QVERIFY_RESULT(readToItsEnd(*source));
    QVERIFY_RESULT(readToItsEnd(*source));

    const bool folder = QFileInfo(path).isDir();
    QFile file(folder ? path + u'/' + QDir(path).entryList({q("[0-9]*.dat")}).value(0) : path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("vaca 250");
    QVERIFY(at > 0 && file.seek(at) && file.write("bou  250") == 8);
    file.close();
    const auto changed = readToItsEnd(*source);
    QVERIFY_FAILS(changed, ErrorKind::Verification);
    QVERIFY2(changed.error().message.contains(q("is not what it was")), qPrintable(changed.error().message));
}

void tst_ForeignSource::aToolWithKnownHolesGetsNoFile_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("taken");
    QTest::newRow("before the floor") << QByteArray("15.14") << false;
    QTest::newRow("the floor itself") << QByteArray("15.20") << true;
}

/// A plain file needs no tool, so it is read all the same.
void tst_ForeignSource::aToolWithKnownHolesGetsNoFile()
{
    QFETCH(QByteArray, version);
    QFETCH(bool, taken);
    const QString tag = q(QTest::currentDataTag());
    const FakeTool fake("case \"$*\" in *--version*) echo 'pg_restore (PostgreSQL) " + version +
                            "'; exit;; esac\nexec " + stockPrograms().toUtf8() + "/pg_restore \"$@\"",
                        q("pg_restore"));
    ForeignTools tools;
    tools.search.folder = fake.folder();
    for (const char *format : {"-Fc", "-Fd"}) {
        const auto source = ForeignSource::open(dump({q(format)}, tag + q(format)), tools, {});
        if (taken) {
            QVERIFY_RESULT(source);
            continue;
        }
        QVERIFY_FAILS(source, ErrorKind::ClientTool);
        QVERIFY2(source.error().message.contains(q("15.14")), qPrintable(source.error().message));
    }
    QVERIFY_RESULT(ForeignSource::open(dump({q("-Fp")}, tag), tools, {}));
}
