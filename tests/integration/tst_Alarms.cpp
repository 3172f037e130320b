#include "tests/integration/tst_Alarms.h"

#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace masclet;
using namespace masclet::test;

namespace
{

QByteArray operatorTable()
{
    return "[[contacts]]\nrole = \"devops\"\nname = \"Ana\"\nmail = \"ana@example.org\"\n";
}

} // namespace

void tst_Alarms::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {q("host all guarded 127.0.0.1/32 scram-sha-256")};
    auto started = TempCluster::start(options);
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm",
                                   "CREATE TABLE animals AS SELECT generate_series(1, 100) AS id;"
                                   "CREATE ROLE guarded LOGIN PASSWORD 'secret' IN ROLE pg_read_all_data;"));
}

void tst_Alarms::init()
{
    m_mail = std::make_unique<MailServer>(MailServer::Manner::StartTls, &m_certificate);
    auto desk =
        Desk::make(*m_cluster, "farm",
                   {q("--restore-test"), q("never"), q("--mail-server"), q("127.0.0.1"), q("--mail-port"),
                    QString::number(m_mail->port()), q("--mail-from"), q("backup@example.org"),
                    q("--mail-user"), q("backup"), q("--trusted-certificates"), m_certificate.file()});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    m_desk->setEnvironment({q("MASCLET_MAIL_PASSWORD=m41l s3cret")});
    QVERIFY_EXIT(m_desk->run({q("backup")}), 0);
}

ProgramOutcome tst_Alarms::failingBackup() const
{
    return m_desk->run({q("backup"), q("--port"), q("1")});
}

void tst_Alarms::addContacts(const QByteArray &tables) const
{
    QFile profile(m_desk->home() + q("/config/masclet-backup/profiles/desk.toml"));
    if (!profile.open(QIODevice::Append) || profile.write('\n' + tables) < 0)
        qFatal("cannot write the profile");
}

void tst_Alarms::setOptions(const QStringList &options) const
{
    QVERIFY_EXIT(m_desk->run(QStringList{q("profile"), q("set")} + options), 0);
}

QJsonObject tst_Alarms::answerOf(const QStringList &arguments) const
{
    return QJsonDocument::fromJson(m_desk->run(arguments + QStringList{q("--json")}).output).object();
}

void tst_Alarms::aFailureIsMailedOnceAndItsEndOnce()
{
    addContacts(operatorTable());
    QVERIFY_EXIT(m_desk->run({q("backup")}), 0);
    QVERIFY(m_mail->mails().isEmpty());

    QVERIFY_EXIT(failingBackup(), 13);
    QCOMPARE(m_mail->mails().size(), 1);
    const ReceivedMail failure = m_mail->mails().last();
    QVERIFY(failure.encrypted);
    QCOMPARE(failure.to, QStringList{q("ana@example.org")});
    QVERIFY2(failure.subject().contains(q("failed")), qPrintable(failure.subject()));
    QVERIFY2(failure.body().contains(q("alarm ack ")), qPrintable(failure.body()));
    QCOMPARE(answerOf({q("alarm"), q("list")})[q("told")].toArray().size(), 1);
    QVERIFY_EXIT(m_desk->run({q("alarm"), q("list")}), 22);

    QVERIFY_EXIT(failingBackup(), 13);
    QCOMPARE(m_mail->mails().size(), 1);

    QVERIFY_EXIT(m_desk->run({q("backup")}), 0);
    QCOMPARE(m_mail->mails().size(), 2);
    QVERIFY2(m_mail->mails().last().subject().contains(q("over")),
             qPrintable(m_mail->mails().last().subject()));
    QVERIFY_EXIT(m_desk->run({q("backup")}), 0);
    QCOMPARE(m_mail->mails().size(), 2);
    QVERIFY_EXIT(m_desk->run({q("alarm"), q("list")}), 0);

    // Everything is in the journal, and the password nowhere but in its store.
    QVERIFY_EXIT(m_desk->run({q("audit"), q("verify")}), 0);
    QFile journal(m_desk->repository() + q("/journal.jsonl"));
    QVERIFY(journal.open(QIODevice::ReadOnly));
    const QByteArray records = journal.readAll();
    QCOMPARE(records.count("\"type\":\"notified\""), 2);
    QCOMPARE(records.count("\"type\":\"alarm-opened\""), 1);
    QCOMPARE(records.count("\"type\":\"alarm-closed\""), 1);
    QProcess grep;
    grep.start(q("grep"), {q("-r"), q("-l"), q("s3cret"), m_desk->home()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.readAllStandardOutput(), QByteArray());
}

void tst_Alarms::theLadderIsWalkedBetweenRunsUntilSomebodyAnswers()
{
    const WebServer chat;
    addContacts(operatorTable() + "[[contacts]]\nrole = \"sysadmin\"\nname = \"Bo\"\nwebhook = \"" +
                chat.url(q("/T0KEN")).toUtf8() + "\"\n" +
                "[[contacts]]\nrole = \"dba\"\nname = \"Cy\"\nmail = \"cy@example.org\"\n");
    const auto lookAfter = [&](const char *time) {
        return m_desk->runUnder({q("faketime"), q("-f"), QString::fromLatin1(time)},
                                {q("alarm"), q("escalate")});
    };
    QVERIFY_EXIT(failingBackup(), 13);
    QCOMPARE(m_mail->mails().size(), 1);
    QVERIFY_EXIT(lookAfter("+20m"), 0);
    QVERIFY(chat.calls().isEmpty());
    QVERIFY_EXIT(lookAfter("+31m"), 0);
    QCOMPARE(chat.calls().size(), 1);
    const QJsonDocument said = QJsonDocument::fromJson(chat.calls().first().body);
    QCOMPARE(said[q("event")].toString(), q("escalation"));
    QCOMPARE(m_mail->mails().size(), 1);

    const QString id = said[q("alarms")][0][q("id")].toString();
    QVERIFY_EXIT(m_desk->run({q("alarm"), q("ack"), q("20250101T000000Z-000000")}), 2);
    QVERIFY_EXIT(m_desk->run({q("alarm"), q("ack"), id}), 0);
    QVERIFY_EXIT(lookAfter("+3h"), 0);
    QCOMPARE(m_mail->mails().size(), 1);
    QCOMPARE(chat.calls().size(), 1);
    QVERIFY_EXIT(m_desk->run({q("alarm"), q("list")}), 3);

    // Those who were told hear of the end; the third never heard of it.
    QVERIFY_EXIT(m_desk->run({q("backup")}), 0);
    QCOMPARE(m_mail->mails().size(), 2);
    QCOMPARE(m_mail->mails().last().to, QStringList{q("ana@example.org")});
    QCOMPARE(chat.calls().size(), 2);
    QFile journal(m_desk->repository() + q("/journal.jsonl"));
    QVERIFY(journal.open(QIODevice::ReadOnly));
    const QByteArray records = journal.readAll();
    QCOMPARE(records.count("\"type\":\"alarm-answered\""), 1);
    QVERIFY(!records.contains("T0KEN"));
}

void tst_Alarms::aServerThatHangsHoldsNoRunAndSpoilsNoBackup()
{
    setOptions({q("--notify-time-limit"), q("2s")});
    addContacts(operatorTable());
    QVERIFY_EXIT(failingBackup(), 13);
    m_mail->setManner(MailServer::Manner::Hangs);
    QElapsedTimer timer;
    timer.start();
    const ProgramOutcome recovered = m_desk->run({q("backup"), q("--json")});
    QVERIFY_EXIT(recovered, 3); // the recovery could not be told
    QVERIFY(timer.elapsed() < 60'000);
    const QJsonObject run = QJsonDocument::fromJson(recovered.output)[q("run")].toObject();
    QCOMPARE(run[q("state")].toString(), q("warnings"));
    QVERIFY2(run[q("warnings")].toArray()[0].toString().contains(q("Ana")), recovered.output.constData());
    QVERIFY_EXIT(m_desk->run({q("verify"), q("--latest")}), 0);
}

void tst_Alarms::aWrongCertificateIsRefusedInItsOwnWords()
{
    addContacts(operatorTable());
    QVERIFY_EXIT(m_desk->run({q("alarm"), q("test")}), 0);
    QCOMPARE(m_mail->mails().size(), 1);
    const Certificate other;
    const ProgramOutcome refused =
        m_desk->run({q("alarm"), q("test"), q("--trusted-certificates"), other.file()});
    QVERIFY_EXIT(refused, 13);
    QVERIFY2(refused.errorOutput.contains("is not trusted"), refused.errorOutput.constData());
    QCOMPARE(m_mail->mails().size(), 1);
    QVERIFY_EXIT(m_desk->run({q("alarm"), q("test"), q("--role"), q("dba")}), 2);

    // What can be seen beforehand is: no password, and no encryption.
    const auto checked = [&](const QStringList &more) {
        const QJsonObject answer = answerOf(QStringList{q("profile"), q("check")} + more);
        for (const QJsonValue &item : answer[q("items")].toArray()) {
            if (item[q("item")].toString() == q("contacts"))
                return item[q("result")].toString() + QChar(u' ') + item[q("finding")].toString();
        }
        return QString();
    };
    QVERIFY2(checked({}).startsWith(q("pass 1. Operator")), qPrintable(checked({})));
    const QString plain = checked({q("--mail-security"), q("none")});
    QVERIFY2(plain.startsWith(q("warn Mail leaves this machine without encryption")), qPrintable(plain));
    m_desk->setEnvironment({});
    QVERIFY2(checked({}).startsWith(q("warn There is no password")), qPrintable(checked({})));
}

void tst_Alarms::watchdogsHearOfTheBeginningAndTheEnd()
{
    WebServer watchdog;
    setOptions({q("--ping-start"), watchdog.url(q("/start?k=T0KEN")), q("--ping-success"),
                watchdog.url(q("/good?k=T0KEN")), q("--ping-failure"), watchdog.url(q("/bad?k=T0KEN"))});
    const auto heard = [&] {
        QByteArrayList paths;
        for (const ReceivedCall &call : watchdog.calls())
            paths << call.method + ' ' + call.path.left(call.path.indexOf('?'));
        return paths.join(", ");
    };
    QVERIFY_EXIT(m_desk->run({q("backup")}), 0);
    QCOMPARE(heard(), QByteArray("GET /start, GET /good"));
    QVERIFY_EXIT(failingBackup(), 13);
    QCOMPARE(heard(), QByteArray("GET /start, GET /good, GET /start, GET /bad"));
    // Nothing was due: no sign.
    QVERIFY_EXIT(m_desk->run({q("backup"), q("--scheduled"), q("--if-due")}), 0);
    QCOMPARE(watchdog.calls().size(), 4);
    // One that does not take it is a warning, and said without the token.
    watchdog.setCode(500);
    const ProgramOutcome unheard = m_desk->run({q("backup"), q("--json")});
    QVERIFY_EXIT(unheard, 3);
    QVERIFY(unheard.errorOutput.contains("500"));
    QFile journal(m_desk->repository() + q("/journal.jsonl"));
    QVERIFY(journal.open(QIODevice::ReadOnly));
    const QByteArray records = journal.readAll();
    QVERIFY(records.contains("\"type\":\"ping-failed\""));
    QVERIFY(!records.contains("T0KEN") && !unheard.errorOutput.contains("T0KEN"));
}

void tst_Alarms::theStatusFileSaysHowEachRunEnded()
{
    const auto status = [&] {
        QFile file(m_desk->home() + q("/state/masclet-backup/status/desk.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    };
    const auto lastBackup = [&] {
        for (const QJsonValue &run : status()[q("runs")].toArray()) {
            if (run[q("verb")].toString() == q("backup"))
                return run.toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(lastBackup()[q("state")].toString(), q("ok"));
    QCOMPARE(status()[q("sets")].toInt(), 1);
    const QTemporaryDir metrics;
    setOptions({q("--metrics-folder"), metrics.path()});
    QVERIFY_EXIT(failingBackup(), 13);
    QCOMPARE(lastBackup()[q("exitCode")].toInt(), 13);
    QCOMPARE(status()[q("alarms")][q("open")].toInt(), 1);
    QFile prom(metrics.filePath(q("masclet_backup_desk.prom")));
    QVERIFY(prom.open(QIODevice::ReadOnly));
    const QByteArray text = prom.readAll();
    QVERIFY2(text.contains("masclet_backup_last_run_exit_code{profile=\"desk\",verb=\"backup\"} 13\n"),
             text.constData());
    // For everybody, and without a word of the server's.
    const QByteArray shown = status().toJson();
    QVERIFY2(!shown.contains("animals") && !shown.contains("connect"), shown.constData());
    const QFileDevice::Permissions open = QFile::ReadOther | QFile::ReadGroup;
    QVERIFY(QFile::permissions(m_desk->home() + q("/state/masclet-backup/status/desk.json")) & open);
    QVERIFY(QFile::permissions(m_desk->home() + q("/state/masclet-backup/status")) & QFile::ExeOther);
    QVERIFY(QFile::permissions(m_desk->home() + q("/state/masclet-backup")) & QFile::ExeOther);
    QVERIFY(!(QFile::permissions(m_desk->home() + q("/state/masclet-backup/catalog.sqlite")) & open));
    // Also of a run that could not begin.
    QVERIFY(QFile::rename(m_desk->repository(), m_desk->repository() + q(".away")));
    QVERIFY_EXIT(m_desk->run({q("backup")}), 15);
    QCOMPARE(status()[q("level")].toString(), q("UNKNOWN"));
    QCOMPARE(lastBackup()[q("exitCode")].toInt(), 15);
}

void tst_Alarms::aKnownErrorIsNoneUntilItsDayIsOver()
{
    QFile log(m_desk->home() + q("/server.log"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("ERROR:  relation \"old\" does not exist\n");
    log.close();
    setOptions({q("--log-files"), log.fileName(), q("--zone"), q("UTC")});
    const auto logsItem = [&](const QStringList &wrapper = {}) {
        const QStringList call{q("status"), q("--json")};
        const QByteArray answer =
            (wrapper.isEmpty() ? m_desk->run(call) : m_desk->runUnder(wrapper, call)).output;
        return QJsonDocument::fromJson(answer)[q("profiles")][0][q("logs")][q("result")].toString();
    };
    QCOMPARE(logsItem(), q("warn"));
    const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    const QStringList add{q("known"), q("add"), q("relation \"old\""), q("--name"), q("Ana"), q("--until")};
    QVERIFY_EXIT(m_desk->run(add + QStringList{q("2020-01-01")}), 2);
    QVERIFY_EXIT(m_desk->run(add + QStringList{today}), 0);
    QCOMPARE(logsItem(), q("pass"));
    QCOMPARE(logsItem({q("faketime"), q("-f"), q("+1d")}), q("warn")); // it is not known tomorrow
    const QJsonArray known = answerOf({q("known"), q("list")})[q("known")].toArray();
    QCOMPARE(known.size(), 1);
    QCOMPARE(known[0][q("name")].toString(), q("Ana"));
    QVERIFY_EXIT(m_desk->run({q("known"), q("remove"), q("x")}), 2);
    QVERIFY_EXIT(m_desk->run({q("known"), q("remove"), known[0][q("id")].toString()}), 0);
    QCOMPARE(logsItem(), q("warn"));
    QVERIFY_EXIT(m_desk->run({q("audit"), q("verify")}), 0);
}

void tst_Alarms::aRefusedLoginIsNotTriedAgainUntilSomethingChanges() // K07
{
    setOptions({q("--host"), q("127.0.0.1"), q("--user"), q("guarded")});
    const auto look = [&](const char *when, const char *password) {
        m_desk->setEnvironment({q("PGPASSWORD=") + QString::fromLatin1(password)});
        return m_desk->runUnder({q("faketime"), q("-f"), QString::fromLatin1(when)},
                                {q("backup"), q("--scheduled"), q("--if-due")});
    };
    const auto attempts = [&] {
        return answerOf({q("list"), q("--runs")})[q("runs")].toArray().size();
    };
    QVERIFY_EXIT(look("+1d", "wrong"), 12);
    const qsizetype first = attempts();
    const ProgramOutcome again = look("+1d", "wrong");
    QVERIFY_EXIT(again, 12);
    QCOMPARE(again.errorOutput, QByteArray()); // nothing that cron would send by mail
    QCOMPARE(attempts(), first);
    const QByteArray shown =
        m_desk->runUnder({q("faketime"), q("-f"), q("+1d")}, {q("schedule"), q("show")}).errorOutput;
    QVERIFY2(shown.contains("do not try it again"), shown.constData());
    // Another password, another profile, or the next planned time.
    QVERIFY_EXIT(look("+1d", "wrong as well"), 12);
    QCOMPARE(attempts(), first + 1);
    QVERIFY_EXIT(look("+2d", "wrong as well"), 12);
    QCOMPARE(attempts(), first + 2);
    setOptions({q("--connect-timeout"), q("9s")});
    QVERIFY_EXIT(look("+2d", "wrong as well"), 12);
    QCOMPARE(attempts(), first + 3);
    QVERIFY(look("+2d", "secret").exitCode != 12);
    QVERIFY(QDir(m_desk->home() + q("/state/masclet-backup/refused")).entryList({q("*.json")}).isEmpty());
    QVERIFY(attempts() > first + 3);
    QProcess grep;
    grep.start(q("grep"), {q("-r"), q("-l"), q("wrong as well"), m_desk->home()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.readAllStandardOutput(), QByteArray());
}

void tst_Alarms::contactsArePrintedWithoutTheirSecrets()
{
    addContacts(operatorTable() + "webhook = \"https://chat.example.org/T0KEN\"\nphone = \"+34 600\"\n");
    for (const QStringList &call :
         {QStringList{q("alarm"), q("contacts")}, QStringList{q("profile"), q("show")},
          QStringList{q("show"), q("--latest")},
          QStringList{q("restore"), q("--latest"), q("--to"), q("copy"), q("--dry-run")}}) {
        const ProgramOutcome shown = m_desk->run(call);
        QVERIFY_EXIT(shown, 0);
        const QByteArray text = shown.output + shown.errorOutput; // a plan is a remark
        QVERIFY2(text.contains("chat.example.org"), text.constData());
        QVERIFY(text.contains("+34 600"));
        QVERIFY(!text.contains("T0KEN"));
        QVERIFY(!m_desk->run(call + QStringList{q("--json")}).output.contains("T0KEN"));
    }
}
