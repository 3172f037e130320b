#include "tests/faults/tst_NetworkFaults.h"

#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList backup{QStringLiteral("backup"), QStringLiteral("--no-retention")};

/// A pg_dump that cuts the cable in the middle of its output.
DumpStub cutting(const Cable &cable)
{
    return DumpStub("pipe=$(dirname \"$0\")/pipe; mkfifo \"$pipe\"; " + DumpStub::run("pg_dump") +
                    " > \"$pipe\" & dump=$!\n{ head -c 200000\n" + cable.cutCommand() +
                    "cat; } < \"$pipe\"; rm \"$pipe\"; wait $dump");
}

int setsOf(const Desk &desk)
{
    const ProgramOutcome listed = desk.run({QStringLiteral("list"), QStringLiteral("--json")});
    return int(
        QJsonDocument::fromJson(listed.output).object().value(QStringLiteral("sets")).toArray().size());
}

} // namespace

/// The server notices a dead client within seconds, for the tests look at what stays.
void tst_NetworkFaults::initTestCase()
{
    m_cable = std::make_unique<Cable>();
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback; // for a free port
    options.settings = {
        QStringLiteral("listen_addresses = '%1'").arg(Cable::nearAddress()),
        QStringLiteral("tcp_keepalives_idle = 1"), QStringLiteral("tcp_keepalives_interval = 1"),
        QStringLiteral("tcp_keepalives_count = 3"), QStringLiteral("tcp_user_timeout = 3000")};
    options.hostRules = {QStringLiteral("host all all %1/32 trust").arg(Cable::farAddress())};
    auto server = TempCluster::start(options);
    QVERIFY_RESULT(server);
    m_server = std::move(*server);
    QVERIFY_RESULT(m_server->createDatabase("shop"));
    QVERIFY_RESULT(m_server->psql("shop",
                                  "CREATE TABLE animals AS SELECT n AS id, repeat(md5(n::text), 8) AS "
                                  "note FROM generate_series(1, 60000) AS n"));
}

void tst_NetworkFaults::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
    m_cable.reset();
}

void tst_NetworkFaults::init()
{
    m_cable->mend();
    auto desk =
        Desk::make(*m_server, "shop",
                   {QStringLiteral("--host"), Cable::nearAddress(), QStringLiteral("--sslmode"),
                    QStringLiteral("disable"), QStringLiteral("--restore-test"), QStringLiteral("never"),
                    QStringLiteral("--critical-tables"), QStringLiteral("animals"),
                    QStringLiteral("--connect-timeout"), QStringLiteral("2s")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    m_desk->setEnvironment({QStringLiteral("PGPASSWORD=") + Invariants::password()});
}

/// libpq alone would wait for two hours.
void tst_NetworkFaults::aNetworkThatGoesDuringTheDumpFailsInTime_D11()
{
    QVERIFY_EXIT(m_desk->runUnder(m_cable->farEnd(), backup), 0);
    const Invariants invariants(*m_desk, *m_server);
    QElapsedTimer timer;
    timer.start();
    const ProgramOutcome outcome = m_desk->runUnder(m_cable->farEnd(), backup + cutting(*m_cable).option());
    QVERIFY_EXIT(outcome, 14);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(outcome.errorOutput.contains("may go on there"), endOf(outcome).constData());
    m_cable->mend();
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_NetworkFaults::aScheduledRunGetsOverANetworkThatComesBack_D11()
{
    const Invariants invariants(*m_desk, *m_server);
    const auto process = m_desk->startUnder(
        m_cable->farEnd(), backup + QStringList{QStringLiteral("--scheduled"),
                                                QStringLiteral("--retry-delay"), QStringLiteral("5s")});
    m_cable->cut();
    const QByteArray said = waitForText(*process, "Waiting to try again");
    m_cable->mend();
    const ProgramOutcome outcome = outcomeOf(*process);
    QVERIFY2(outcome.exitCode == 3, (said + endOf(outcome)).constData());
    QCOMPARE(setsOf(*m_desk), 1);
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_NetworkFaults::aNetworkThatStaysAwayIsNoEndlessRetrying_D11()
{
    const Invariants invariants(*m_desk, *m_server);
    m_cable->cut();
    QElapsedTimer timer;
    timer.start();
    const QStringList three{QStringLiteral("--scheduled"), QStringLiteral("--retries"), QStringLiteral("3"),
                            QStringLiteral("--retry-delay"), QStringLiteral("1s")};
    const ProgramOutcome outcome = m_desk->runUnder(m_cable->farEnd(), backup + three);
    QVERIFY_EXIT(outcome, 13);
    QCOMPARE(outcome.errorOutput.count("Tried again after"), 3);
    QVERIFY2(timer.elapsed() > 3'000 && timer.elapsed() < 30'000,
             qPrintable(QString::number(timer.elapsed())));
    m_cable->mend();
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_NetworkFaults::aServerThatCannotBeReachedIsToldInTime_D12_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("cable");
    QTest::newRow("no route") << QStringLiteral("203.0.113.1") << true;
    QTest::newRow("nobody has the address") << QStringLiteral("198.51.100.77") << true;
    QTest::newRow("nobody listens") << Cable::farAddress() << true;
    QTest::newRow("no network") << Cable::nearAddress() << false;
    QTest::newRow("a name nobody knows") << QStringLiteral("nobody.invalid") << true;
    QTest::newRow("a name, and a name server that does not answer")
        << QStringLiteral("nobody.example") << false;
}

void tst_NetworkFaults::aServerThatCannotBeReachedIsToldInTime_D12()
{
    QFETCH(QString, host);
    QFETCH(bool, cable);
    const Invariants invariants(*m_desk, *m_server);
    if (!cable)
        m_cable->cut();
    // A name server of this network, which has none.
    const QString names = m_desk->home() + QStringLiteral("/resolv.conf");
    QFile file(names);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nameserver 198.51.100.1\n") > 0);
    file.close();
    const QStringList wrapper =
        m_cable->farEnd() +
        QStringList{QStringLiteral("/usr/bin/unshare"), QStringLiteral("--mount"), QStringLiteral("/bin/sh"),
                    QStringLiteral("-c"),
                    QStringLiteral("/bin/mount --bind %1 /etc/resolv.conf && exec \"$0\" \"$@\"").arg(names)};
    QElapsedTimer timer;
    timer.start();
    const ProgramOutcome outcome =
        m_desk->runUnder(wrapper, backup + QStringList{QStringLiteral("--host"), host});
    QVERIFY_EXIT(outcome, 13);
    QVERIFY2(timer.elapsed() < 5'000, (endOf(outcome) + QByteArray::number(timer.elapsed())).constData());
    m_cable->mend();
    QVERIFY_HOLDS(invariants.broken(outcome));
}
