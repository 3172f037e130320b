#include "tests/core/restore/tst_Sandbox.h"

#include "tests/support/FakeTool.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QProcess>

#include <csignal>
#include <future>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

using namespace masclet;
using masclet::test::FakeTool;
using masclet::test::SandboxFixture;

namespace
{

Result<QByteArray> ask(const Sandbox &sandbox, const QByteArray &sql, const QByteArray &database = "postgres")
{
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(sandbox.settings(database), {}));
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(sql));
    return result.value();
}

/// What `script` prints when a hostile dump runs it as superuser; one line.
Result<QByteArray> runInside(const Sandbox &sandbox, const QByteArray &script)
{
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(sandbox.settings("postgres"), {}));
    MASCLET_TRY(
        connection.execute("CREATE TABLE IF NOT EXISTS public.said(line text); TRUNCATE public.said"));
    QByteArray quoted = script;
    quoted.replace("'", "''");
    MASCLET_TRY(connection.execute("COPY public.said FROM PROGRAM '" + quoted + "'"));
    MASCLET_TRY_ASSIGN(const QueryResult result,
                       connection.query("SELECT pg_catalog.string_agg(line, ' ') FROM public.said"));
    return result.value();
}

/// The number of processes that have `word` in their command line.
int processesWith(const QByteArray &word)
{
    int count = 0;
    const QStringList numbers = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &number : numbers) {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(number));
        if (number.toInt() > 0 && number.toInt() != ::getpid() && line.open(QIODevice::ReadOnly) &&
            line.readAll().contains(word))
            ++count;
    }
    return count;
}

} // namespace

void tst_Sandbox::initTestCase()
{
    m_fixture = std::make_unique<SandboxFixture>();
    m_fixture->options.maxLocksPerTransaction = 777;
    m_fixture->options.extraSettings = {QStringLiteral("maintenance_work_mem=99MB")};
    auto sandbox = m_fixture->start();
    QVERIFY_RESULT(sandbox);
    m_sandbox = std::move(*sandbox);
}

void tst_Sandbox::cleanupTestCase()
{
    m_sandbox.reset();
    QVERIFY(m_fixture->isEmpty());
}

void tst_Sandbox::startsAnswersAndLeavesNothing()
{
    SandboxFixture fixture;
    auto sandbox = fixture.start();
    QVERIFY_RESULT(sandbox);
    QCOMPARE((*sandbox)->isolation().kind, Isolation::Kind::Namespaces);
    QVERIFY(!(*sandbox)->isolation().sentence.isEmpty());
    QVERIFY_RESULT((*sandbox)->check());
    const auto answer = ask(**sandbox, "SELECT pg_catalog.current_setting('listen_addresses') || "
                                       "pg_catalog.current_setting('fsync') || current_user");
    QVERIFY_RESULT(answer);
    QCOMPARE(*answer, QByteArray("offpostgres"));
    const QByteArray folder = (*sandbox)->folder().toUtf8();
    QVERIFY(processesWith(folder) > 0);
    QVERIFY_RESULT((*sandbox)->stop());
    QCOMPARE(processesWith(folder), 0);
    QVERIFY_FAILS((*sandbox)->check(), ErrorKind::RestoreTest);
    QVERIFY(fixture.isEmpty());
}

// V05
void tst_Sandbox::settingsOfTheCallerReachTheServer()
{
    const auto answer =
        ask(*m_sandbox, "SELECT pg_catalog.current_setting('max_locks_per_transaction') || ' ' || "
                        "pg_catalog.current_setting('maintenance_work_mem')");
    QVERIFY_RESULT(answer);
    QCOMPARE(*answer, QByteArray("777 99MB"));
}

void tst_Sandbox::worksTheSameForAnOrdinaryUser()
{
    const QTemporaryDir copies;
    QFile::setPermissions(copies.path(), QFile::Permissions(0x7755));
    const QString program = copies.filePath(QStringLiteral("tst_restore_sandbox"));
    QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), program));
    QProcess again;
    again.setWorkingDirectory(copies.path());
    again.setProcessChannelMode(QProcess::MergedChannels);
    QStringList call = {program,
                        QStringLiteral("startsAnswersAndLeavesNothing"),
                        QStringLiteral("hostileSqlStaysInside"),
                        QStringLiteral("ourSessionsCannotBeSentToAnotherSocket"),
                        QStringLiteral("killedServerIsARestoreTestError"),
                        QStringLiteral("sweepRemovesWhatAKilledProgramLeft"),
                        QStringLiteral("withoutNamespacesAnotherUserIsTakenWhenAllowed"),
                        QStringLiteral("missingServiceUserIsNamed")};
    if (::geteuid() == 0)
        call = QStringList{QStringLiteral("/usr/bin/setpriv"), QStringLiteral("--reuid=nobody"),
                           QStringLiteral("--regid=nogroup"), QStringLiteral("--clear-groups")} +
               call;
    again.start(call.takeFirst(), call);
    QVERIFY(again.waitForFinished(400'000));
    QVERIFY2(again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0,
             again.readAll().right(4000).constData());
}

// V09, SR6
void tst_Sandbox::hostileSqlStaysInside_data()
{
    QTest::addColumn<QByteArray>("script"); // %1 is a folder of ours that everybody may write and read
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("writes into its own /tmp")
        << QByteArray("touch /tmp/masclet-marker && ls /tmp | grep masclet") << QByteArray("masclet-marker");
    QTest::newRow("finds no folder of ours")
        << QByteArray("touch %1/marker 2>/dev/null || echo no") << QByteArray("no");
    QTest::newRow("reads no secret") << QByteArray("cat %1/secret 2>/dev/null || echo no")
                                     << QByteArray("no");
    QTest::newRow("sees no homes, no other servers")
        << QByteArray(
               "for f in /root /home /run /srv /backups /var/lib; do test -e $f && echo $f; done; echo end")
        << QByteArray("end");
    QTest::newRow("cannot change programs")
        << QByteArray(
               "touch /usr/bin/x /etc/x /x 2>/dev/null; ls -d /usr/bin/x /etc/x /x 2>/dev/null; echo end")
        << QByteArray("end");
    QTest::newRow("has only a loopback of its own")
        << QByteArray("/usr/sbin/ip -o link | grep -c .") << QByteArray("1");
    // Numbers of processes begin anew, and there is no list of them.
    QTest::newRow("sees no other process")
        << QByteArray("test -e /proc && echo list; test $$ -lt 1000 && echo new") << QByteArray("new");
    QTest::newRow("has no secrets around it")
        << QByteArray("env | cut -d= -f1 | grep -v -e ^PG -e ^LC_ -e ^PWD -e ^_ -e ^SHLVL -e ^OLDPWD | sort")
        << QByteArray("HOME LANG PATH TZ");
}

void tst_Sandbox::hostileSqlStaysInside()
{
    QFETCH(QByteArray, script);
    QTemporaryDir ours(QStringLiteral("/tmp/mt-XXXXXX"));
    QVERIFY(::chmod(QFile::encodeName(ours.path()).constData(), 0777) == 0);
    QFile secret(ours.filePath(QStringLiteral("secret")));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("secret\n") > 0);
    secret.close();
    QVERIFY(secret.setPermissions(QFile::Permissions(0x6644)));

    const auto said = runInside(*m_sandbox, script.replace("%1", QFile::encodeName(ours.path())));
    QVERIFY_RESULT(said);
    QTEST(*said, "said");
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/masclet-marker")));
    QVERIFY(!QFile::exists(ours.filePath(QStringLiteral("marker"))));
}

void tst_Sandbox::whatADumpStartsEndsWithTheSandbox()
{
    SandboxFixture fixture;
    const auto sandbox = fixture.start();
    QVERIFY_RESULT(sandbox);
    const QByteArray seconds = QByteArray::number(900'000 + ::getpid() % 90'000);
    QVERIFY_RESULT(runInside(**sandbox, "setsid sleep " + seconds + " >/dev/null 2>&1 </dev/null & echo"));
    QTRY_COMPARE(processesWith(seconds), 1);
    QVERIFY_RESULT((*sandbox)->stop());
    QCOMPARE(processesWith(seconds), 0);
}

// SR6
void tst_Sandbox::ourSessionsCannotBeSentToAnotherSocket()
{
    const QByteArray socket = QFile::encodeName(m_sandbox->settings("postgres").host) + "/.s.PGSQL.5432";
    const auto said =
        runInside(*m_sandbox, "ln -sf /run/postgresql/.s.PGSQL.5432 " + socket + " 2>/dev/null || echo no");
    QVERIFY_RESULT(said);
    QCOMPARE(*said, QByteArray("no"));
    QVERIFY_RESULT(ask(*m_sandbox, "SELECT 1"));
}

// V04
void tst_Sandbox::killedServerIsARestoreTestError()
{
    SandboxFixture fixture;
    auto sandbox = fixture.start();
    QVERIFY_RESULT(sandbox);
    QVERIFY(!runInside(**sandbox, "kill -9 $(head -n 1 postmaster.pid); sleep 5"));
    QTRY_VERIFY(!(*sandbox)->check());
    QVERIFY_FAILS((*sandbox)->check(), ErrorKind::RestoreTest);
    sandbox->reset();
    QVERIFY(fixture.isEmpty());
}

void tst_Sandbox::badSettingsShowTheServersWords()
{
    SandboxFixture fixture;
    fixture.options.extraSettings = {QStringLiteral("no_such_setting=1")};
    const auto sandbox = fixture.start();
    QVERIFY_FAILS(sandbox, ErrorKind::RestoreTest);
    QVERIFY2(sandbox.error().detail.contains(QStringLiteral("no_such_setting")),
             qPrintable(sandbox.error().detail));
    QVERIFY(fixture.isEmpty());
}

void tst_Sandbox::sweepRemovesWhatAKilledProgramLeft_data()
{
    QTest::addColumn<QString>("bubblewrap");
    QTest::newRow("namespaces") << QStringLiteral("/usr/bin/bwrap");
    if (::geteuid() == 0)
        QTest::newRow("other user") << QStringLiteral("/nowhere/bwrap");
}

// V01, V04
void tst_Sandbox::sweepRemovesWhatAKilledProgramLeft()
{
    QFETCH(const QString, bubblewrap);
    SandboxFixture fixture;
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--hold"), fixture.base.path(), bubblewrap});
    QVERIFY(holder.waitForReadyRead(120'000));
    QCOMPARE(holder.readAllStandardOutput(), QByteArray("ready\n"));
    const QByteArray folder = QFile::encodeName(fixture.base.path());
    QVERIFY(processesWith(folder) > 1); // the holder is one
    ::kill(pid_t(holder.processId()), SIGKILL);
    QVERIFY(holder.waitForFinished());
    const auto removed = Sandbox::sweep(fixture.base.path());
    QVERIFY_RESULT(removed);
    QCOMPARE(*removed, 1);
    QTRY_COMPARE(processesWith(folder), 0);
    QVERIFY(fixture.isEmpty());
}

void tst_Sandbox::sweepKeepsLivingSandboxes()
{
    const auto removed = Sandbox::sweep(m_fixture->base.path());
    QVERIFY_RESULT(removed);
    QCOMPARE(*removed, 0);
    QVERIFY_RESULT(m_sandbox->check());
    QVERIFY_RESULT(ask(*m_sandbox, "SELECT 1"));
}

/// Restore tests of several repositories clean up in one folder at once.
void tst_Sandbox::sweepsDoNotStumbleOverEachOther()
{
    constexpr int folders = 10;
    const QTemporaryDir base;
    for (int round = 0; round < 200; ++round) {
        for (int i = 0; i < folders; ++i)
            QVERIFY(QDir(base.path()).mkpath(QStringLiteral("masclet-sandbox-%1/data/cluster").arg(i)));
        std::vector<std::future<Result<int>>> sweeps;
        for (int i = 0; i < 3; ++i)
            sweeps.push_back(std::async(std::launch::async, [&] { return Sandbox::sweep(base.path()); }));
        int removed = 0;
        for (std::future<Result<int>> &sweep : sweeps) {
            const Result<int> done = sweep.get();
            QVERIFY_RESULT(done);
            removed += *done;
        }
        QCOMPARE(removed, folders);
        QVERIFY(QDir(base.path()).isEmpty());
    }
}

// V03
void tst_Sandbox::unusableFoldersAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("mode");
    QTest::newRow("too long") << QString(80, u'x') << 0755;
    QTest::newRow("a comma") << QStringLiteral("a,b") << 0755;
    QTest::newRow("missing") << QString() << 0;
    if (::geteuid() == 0)
        QTest::newRow("closed to the service user") << QStringLiteral("closed") << 0700;
}

void tst_Sandbox::unusableFoldersAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const int, mode);
    SandboxFixture fixture;
    fixture.options.baseFolder = fixture.base.filePath(name.isEmpty() ? QStringLiteral("missing") : name);
    const QByteArray path = QFile::encodeName(fixture.options.baseFolder);
    if (!name.isEmpty())
        QVERIFY(::mkdir(path.constData(), 0755) == 0 && ::chmod(path.constData(), mode_t(mode)) == 0);
    QVERIFY_FAILS(fixture.start(), ErrorKind::Config);
    QVERIFY(QDir(fixture.options.baseFolder).isEmpty());
}

void tst_Sandbox::missingServerIsNamed()
{
    SandboxFixture fixture;
    fixture.options.toolsFolder = QStringLiteral("/usr/lib/postgresql/9.0/bin");
    QVERIFY_FAILS(fixture.start(), ErrorKind::ClientTool);
    QVERIFY(fixture.isEmpty());
}

// V02
void tst_Sandbox::missingServiceUserIsNamed()
{
    SandboxFixture fixture;
    fixture.options.serviceUsers = {QStringLiteral("no-such-user"), QStringLiteral("root")};
    if (::geteuid() != 0) { // an ordinary user needs none
        QVERIFY_RESULT(fixture.start());
        return;
    }
    QVERIFY_FAILS(fixture.start(), ErrorKind::Config);
    QVERIFY(fixture.isEmpty());
    fixture.options.serviceUsers = {QStringLiteral("no-such-user"), QStringLiteral("nobody")};
    QVERIFY_RESULT(fixture.start());
}

void tst_Sandbox::withoutNamespacesItIsRefused_data()
{
    QTest::addColumn<QString>("bubblewrap");
    QTest::newRow("bubblewrap is missing") << QStringLiteral("/nowhere/bwrap");
    QTest::newRow("bubblewrap fails") << QString();
}

void tst_Sandbox::withoutNamespacesItIsRefused()
{
    QFETCH(const QString, bubblewrap);
    const FakeTool stub("echo 'bwrap: No permissions to create new namespace' >&2; exit 1",
                        QStringLiteral("bwrap"));
    SandboxFixture fixture;
    fixture.options.bubblewrap = bubblewrap.isEmpty() ? stub.path() : bubblewrap;
    const auto sandbox = fixture.start();
    QVERIFY_FAILS(sandbox, ErrorKind::ClientTool);
    QVERIFY(sandbox.error().detail.contains(bubblewrap.isEmpty() ? QStringLiteral("No permissions")
                                                                 : bubblewrap));
    QVERIFY(fixture.isEmpty());
}

void tst_Sandbox::withoutNamespacesAnotherUserIsTakenWhenAllowed()
{
    SandboxFixture fixture;
    fixture.options.bubblewrap = QStringLiteral("/nowhere/bwrap");
    fixture.options.weakest = Isolation::Kind::OtherUser;
    auto sandbox = fixture.start();
    if (::geteuid() != 0) { // there is no other user to be had
        QVERIFY_FAILS(sandbox, ErrorKind::ClientTool);
        return;
    }
    QVERIFY_RESULT(sandbox);
    QCOMPARE((*sandbox)->isolation().kind, Isolation::Kind::OtherUser);
    QVERIFY(fixture.log.contains((*sandbox)->isolation().sentence));
    const auto said = runInside(**sandbox, "id -un");
    QVERIFY_RESULT(said);
    // Not `postgres`, to whom a real server's data and sockets belong.
    QCOMPARE(*said, QByteArray("nobody"));
    const QByteArray folder = (*sandbox)->folder().toUtf8();
    QVERIFY_RESULT((*sandbox)->stop());
    QCOMPARE(processesWith(folder), 0);
    QVERIFY(fixture.isEmpty());
}

// V03
void tst_Sandbox::tooLittleSpaceIsRefused()
{
    SandboxFixture fixture;
    fixture.options.bytes = Q_INT64_C(1) << 60;
    const auto sandbox = fixture.start();
    QVERIFY_FAILS(sandbox, ErrorKind::Storage);
    QVERIFY(sandbox.error().message.contains(QStringLiteral("GB")));
    QVERIFY(fixture.isEmpty());
}

void tst_Sandbox::foldersADumpLocksAreRemoved()
{
    SandboxFixture fixture;
    const auto sandbox = fixture.start();
    QVERIFY_RESULT(sandbox);
    const auto said =
        runInside(**sandbox, "mkdir stay && cd stay && top=$PWD && touch file && ln -s /etc link && "
                             "mkfifo pipe && for i in $(seq 300); do mkdir d && cd d || break; done; "
                             "chmod 0 $PWD && chmod 0 $top/d && chmod 0 $top && echo done");
    QVERIFY_RESULT(said);
    QCOMPARE(*said, QByteArray("done"));
    QVERIFY_RESULT((*sandbox)->stop());
    QVERIFY(fixture.isEmpty());
}

void tst_Sandbox::missingLocaleIsBuilt()
{
    SandboxFixture fixture;
    fixture.options.locales = {QStringLiteral("es_ES.UTF-8")};
    const auto sandbox = fixture.start();
    QVERIFY_RESULT(sandbox);
    auto connection = Connection::open((*sandbox)->settings("postgres"), {});
    QVERIFY_RESULT(connection);
    QVERIFY_RESULT(connection->execute("CREATE DATABASE shop TEMPLATE template0 ENCODING 'UTF8' "
                                       "LOCALE 'es_ES.UTF-8'"));
    // In Spanish ñ sorts between n and o, in C after z.
    const auto sorted = ask(**sandbox,
                            "SELECT pg_catalog.string_agg(w, '' ORDER BY w) "
                            "FROM pg_catalog.unnest(ARRAY['o','z','\xc3\xb1','n']) AS w",
                            "shop");
    QVERIFY_RESULT(sorted);
    QCOMPARE(*sorted, QByteArray("n\xc3\xb1oz"));
}

void tst_Sandbox::unknownLocaleIsRefused()
{
    SandboxFixture fixture;
    fixture.options.locales = {QStringLiteral("Spanish_Spain.1252")};
    QVERIFY_FAILS(fixture.start(), ErrorKind::RestoreTest);
    QVERIFY(fixture.isEmpty());
}

void tst_Sandbox::stopEndsTheStart()
{
    SandboxFixture fixture;
    fixture.stop.request_stop();
    QVERIFY_FAILS(fixture.start(), ErrorKind::Stopped);
    QVERIFY(fixture.isEmpty());
}

/// What runs inside ends a little after bubblewrap, and may still write where the folder is being removed.
void tst_Sandbox::whatStillWritesWhenStoppedLeavesNothing()
{
    const FakeTool tool("for writer in 1 2 3 4 5 6; do (set -e; i=0; while :; do i=$((i + 1)); "
                        ": > \"f$writer.$i\"; mkdir \"d$writer.$i\"; done) & done; wait",
                        QStringLiteral("initdb"));
    QVERIFY(QFile::copy(QStringLiteral("/bin/true"), tool.folder() + QStringLiteral("/postgres")));
    for (int round = 0; round < 5; ++round) {
        SandboxFixture fixture;
        fixture.options.toolsFolder = tool.folder();
        std::future<bool> stopped = std::async(std::launch::async, [&] {
            const auto sandbox = fixture.start();
            return !sandbox && sandbox.error().kind == ErrorKind::Stopped;
        });
        const auto writes = [&] {
            QDirIterator files(fixture.options.baseFolder, {QStringLiteral("d*.9")}, QDir::Dirs,
                               QDirIterator::Subdirectories);
            return files.hasNext();
        };
        QTRY_VERIFY(writes());
        fixture.stop.request_stop();
        QVERIFY(stopped.get());
        QVERIFY(fixture.isEmpty());
    }
}
