#include "tests/core/server/tst_Conninfo.h"

#include "core/base/Fd.h"
#include "core/server/Connection.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <libpq-fe.h>

#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>
#include <thread>

using namespace masclet;

namespace
{

/// A socket named as PostgreSQL's, in a folder of its own. What it says to a client is `answer`; an empty
/// one never comes.
class FakeServer
{
public:
    explicit FakeServer(const QByteArray &answer)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const QByteArray path = m_folder.path().toUtf8() + "/.s.PGSQL.5432";
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
        if (::bind(m_socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 ||
            ::listen(m_socket.get(), 1) != 0)
            qFatal("no fake server");
        if (answer.isEmpty())
            return;
        m_thread = std::jthread([this, answer] {
            const Fd client(::accept(m_socket.get(), nullptr, nullptr));
            std::array<char, 4096> startup{};
            if (::recv(client.get(), startup.data(), startup.size(), 0) > 0)
                ::send(client.get(), answer.constData(), size_t(answer.size()), MSG_NOSIGNAL);
        });
    }

    ConnectionSettings settings() const
    {
        ConnectionSettings settings;
        settings.host = m_folder.path();
        settings.database = "d";
        settings.user = "u";
        settings.connectTimeoutSeconds = 1;
        return settings;
    }

private:
    QTemporaryDir m_folder{QStringLiteral("/tmp/mf-XXXXXX")};
    Fd m_socket;
    std::jthread m_thread;
};

/// An ErrorResponse message of the protocol.
QByteArray refusal(const QByteArray &sqlState, const QByteArray &text)
{
    QByteArray body;
    for (const QByteArray &field : {QByteArray("SFATAL"), QByteArray("VFATAL"), "C" + sqlState, "M" + text})
        body += field + '\0';
    body += '\0';
    const auto length = quint32(body.size() + 4);
    QByteArray message("E");
    for (int shift = 24; shift >= 0; shift -= 8)
        message += char(length >> shift & 0xff);
    return message + body;
}

} // namespace

void tst_Conninfo::anyNameComesOutAsItWentIn_data()
{
    QTest::addColumn<QByteArray>("name");
    // N01, N02
    const QList<QByteArray> names = {"-Fx",
                                     "host=/x dbname=t1",
                                     "postgresql://evil/x",
                                     "a\"b; rm -rf $HOME `id` $(x) 'q' \\n",
                                     "../../etc/passwd",
                                     "ñandú_日本",
                                     QByteArray(63, 'x'),
                                     "two  spaces ",
                                     "100%",
                                     "new\nline\rand return",
                                     "\\",
                                     "'",
                                     "\\'\\",
                                     "\xff\xfe\xe9"};
    for (const QByteArray &name : names)
        QTest::newRow(name.toPercentEncoding().constData()) << name;
}

void tst_Conninfo::anyNameComesOutAsItWentIn()
{
    QFETCH(QByteArray, name);
    ConnectionSettings settings;
    settings.host = QStringLiteral("/tmp/it's a \\ folder");
    settings.database = name;
    settings.user = name;
    settings.applicationName = name;
    char *problem = nullptr;
    PQconninfoOption *options = PQconninfoParse(conninfo(settings).constData(), &problem);
    QVERIFY2(options, problem);
    QHash<QByteArray, QByteArray> values;
    for (const PQconninfoOption *option = options; option->keyword; ++option)
        values.insert(option->keyword, QByteArray(option->val));
    PQconninfoFree(options);
    QCOMPARE(values.value("host"), QByteArray("/tmp/it's a \\ folder"));
    QCOMPARE(values.value("dbname"), name);
    QCOMPARE(values.value("user"), name);
    QCOMPARE(values.value("application_name"), name);
    QCOMPARE(values.value("port"), QByteArray("5432"));
    QVERIFY(!values.value("tcp_user_timeout").isEmpty());
    QVERIFY(!values.value("keepalives_idle").isEmpty());
}

void tst_Conninfo::thePasswordIsNotInTheText()
{
    ConnectionSettings settings;
    settings.password = Secret::fromView("marker-secret");
    QVERIFY(!conninfo(settings).contains("marker-secret")); // SR12
}

void tst_Conninfo::sqlStatesHaveOneKindEach_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<int>("kind");
    QTest::newRow("wrong password") << QByteArray("28P01") << int(ErrorKind::Credentials);
    QTest::newRow("no such role, pg_hba") << QByteArray("28000") << int(ErrorKind::Credentials);
    QTest::newRow("no such database") << QByteArray("3D000") << int(ErrorKind::Config);
    QTest::newRow("lost") << QByteArray("08006") << int(ErrorKind::Connection);
    QTest::newRow("shutting down") << QByteArray("57P01") << int(ErrorKind::Connection);
    QTest::newRow("too many clients") << QByteArray("53300") << int(ErrorKind::Connection);
    QTest::newRow("cancelled") << QByteArray("57014") << int(ErrorKind::Dump);
    QTest::newRow("no such table") << QByteArray("42P01") << int(ErrorKind::Dump);
    QTest::newRow("none") << QByteArray() << int(ErrorKind::Dump);
}

void tst_Conninfo::sqlStatesHaveOneKindEach()
{
    QFETCH(QByteArray, state);
    QFETCH(int, kind);
    QCOMPARE(int(kindOfSqlState(state, ErrorKind::Dump)), kind);
}

void tst_Conninfo::aServerThatNeverAnswersEndsAtTheTimeLimit()
{
    const FakeServer server({});
    QElapsedTimer timer;
    timer.start();
    const auto connection = Connection::open(server.settings(), {});
    QVERIFY_FAILS(connection, ErrorKind::Connection);
    QVERIFY(timer.elapsed() >= 900 && timer.elapsed() < 5000);
}

void tst_Conninfo::stoppingEndsTheAttemptAtOnce()
{
    const FakeServer server({});
    ConnectionSettings settings = server.settings();
    settings.connectTimeoutSeconds = 60;
    std::stop_source stop;
    const std::jthread person([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    QVERIFY_FAILS(Connection::open(settings, stop.get_token()), ErrorKind::Stopped);
    QVERIFY(timer.elapsed() < 5000);
}

void tst_Conninfo::aPoolerThatRefusesSettingsIsNamed()
{
    const FakeServer pooler(refusal("08P01", "unsupported startup parameter: options"));
    const auto connection = Connection::open(pooler.settings(), {});
    QVERIFY_FAILS(connection, ErrorKind::Connection);
    QVERIFY(connection.error().hint.contains(QStringLiteral("port of the PostgreSQL server itself")));
    QVERIFY(connection.error().detail.startsWith(QStringLiteral("SQLSTATE 08P01")));
}

void tst_Conninfo::nobodyListeningIsAConnectionError()
{
    ConnectionSettings settings;
    settings.host = QStringLiteral("/tmp/no-such-folder-here");
    settings.database = "d";
    QVERIFY_FAILS(Connection::open(settings, {}), ErrorKind::Connection); // D12
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = 1;
    QVERIFY_FAILS(Connection::open(settings, {}), ErrorKind::Connection);
}

void tst_Conninfo::aZeroByteInANameIsRefused()
{
    ConnectionSettings settings;
    settings.database = QByteArray("a\0b", 3);
    QVERIFY_FAILS(Connection::open(settings, {}), ErrorKind::Config);
}
