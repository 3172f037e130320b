#include "tests/support/tst_TempCluster.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>

#include <csignal>
#include <sys/wait.h>

using namespace masclet;
using namespace masclet::test;

void tst_TempCluster::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
}

void tst_TempCluster::otherMajorsStart_data()
{
    QTest::addColumn<int>("major");
    for (const int major : {13, 14, 16, 17, 18})
        QTest::addRow("%d", major) << major;
}

void tst_TempCluster::otherMajorsStart()
{
    QFETCH(int, major);
    TempCluster::Options options;
    options.major = major;
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    const auto version = (*cluster)->psql("postgres", "SHOW server_version_num");
    QVERIFY_RESULT(version);
    QCOMPARE(version->left(2).toInt(), major);
}

void tst_TempCluster::oddDatabaseNamesAreReached()
{
    // N01: as an argument this name would connect elsewhere.
    const QByteArray name = "host=/x dbname=t1\n\"ñ";
    QVERIFY_RESULT(m_cluster->createDatabase(name, "UTF8", "C.UTF-8"));
    const auto reached = m_cluster->psql(name, "SELECT pg_catalog.current_database()");
    QVERIFY_RESULT(reached);
    QCOMPARE(*reached, name);
    QVERIFY_RESULT(m_cluster->dropDatabase(name));
}

void tst_TempCluster::serverStopsAndResumes()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE TABLE kept (a int)"));
    m_cluster->stop(SIGINT);
    const auto refused = m_cluster->psql("postgres", "SELECT 1");
    QVERIFY_FAILS(refused, ErrorKind::Internal);
    QVERIFY_RESULT(m_cluster->resume());
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP TABLE kept"));
}

void tst_TempCluster::loopbackIsOnlyThereWhenAsked()
{
    QCOMPARE(*m_cluster->psql("postgres", "SHOW listen_addresses"), QByteArray());
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all stranger 127.0.0.1/32 reject")};
    const auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    QVERIFY_RESULT(
        (*cluster)->tool(QStringLiteral("psql"), {QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                                                  QStringLiteral("-c"), QStringLiteral("SELECT 1")}));
    const auto rejected =
        (*cluster)->tool(QStringLiteral("psql"),
                         {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-U"),
                          QStringLiteral("stranger"), QStringLiteral("-c"), QStringLiteral("SELECT 1")});
    QVERIFY_FAILS(rejected, ErrorKind::Internal);
    QVERIFY2(rejected.error().detail.contains(QStringLiteral("rejects")),
             qPrintable(rejected.error().detail));
}

void tst_TempCluster::destructorLeavesNothing()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    const QString folder = (*cluster)->folder();
    const auto pid = pid_t((*cluster)->processId());
    QVERIFY(QDir(folder).exists());
    cluster->reset();
    QVERIFY(!QDir(folder).exists());
    QVERIFY(::kill(pid, 0) != 0);
}

void tst_TempCluster::missingServerIsAnError()
{
    TempCluster::Options options;
    options.major = 99;
    const auto cluster = TempCluster::start(options);
    QVERIFY_FAILS(cluster, ErrorKind::Internal);
    QVERIFY(cluster.error().message.contains(QStringLiteral("packaging/test.sh")));
}

void tst_TempCluster::serverDiesWithItsStarter()
{
    int report[2];
    QCOMPARE(::pipe(report), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        auto cluster = TempCluster::start();
        const QByteArray line = cluster ? QByteArray::number((*cluster)->processId()) + ' ' +
                                              QFile::encodeName((*cluster)->folder())
                                        : QByteArray("0 ");
        [[maybe_unused]] const auto written = ::write(report[1], line.constData(), size_t(line.size()));
        ::raise(SIGKILL);
    }
    QByteArray line(100, '\0');
    line.resize(qsizetype(::read(report[0], line.data(), size_t(line.size()))));
    const auto pid = pid_t(line.split(' ').first().toInt());
    QVERIFY(pid > 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QTRY_VERIFY(::kill(pid, 0) != 0);
    QTRY_VERIFY(QDir(QFile::decodeName(line.split(' ').last())).removeRecursively());
}
