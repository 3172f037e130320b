#include "tests/integration/tst_Kinds.h"

#include "tests/support/Files.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <sys/stat.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// What a stock program says; its exit code must be 0.
QByteArray stock(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        return "FAILED: " + process.readAllStandardError() + process.readAllStandardOutput();
    return process.readAllStandardOutput();
}

} // namespace

void tst_Kinds::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop", "CREATE TABLE animals AS SELECT generate_series(1, 347) AS id"));
}

void tst_Kinds::init()
{
    auto desk = Desk::make(*m_cluster, "shop",
                           {q("--restore-test"), q("never"), q("--kinds"), q("db,config,logs,state")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    write("etc/app.conf", "port = 5432\n");
    write("etc/.env", "POSTGRES_DB=shop\n");
    write("etc/db.pgpass", "never in a backup\n");
    write("log/app.log", QByteArray("2025-02-18 all is well\n").repeated(1000));
    const ProgramOutcome set = m_desk->run(
        {q("profile"), q("set"), q("--config-paths"), tree("etc"), q("--logs-paths"), tree("log")});
    QVERIFY_EXIT(set, 0);
}

void tst_Kinds::cleanup()
{
    m_desk.reset();
}

QString tst_Kinds::tree(const char *name) const
{
    return m_desk->home() + q("/tree/") + q(name);
}

void tst_Kinds::write(const char *name, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(tree(name)).path());
    QFile file(tree(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
}

ProgramOutcome tst_Kinds::backup(const QStringList &options)
{
    return m_desk->run(QStringList{q("backup"), q("--no-retention")} + options);
}

QJsonObject tst_Kinds::show() const
{
    return QJsonDocument::fromJson(m_desk->run({q("show"), q("--latest"), q("--json")}).output).object();
}

QStringList tst_Kinds::files() const
{
    QStringList list;
    for (const char *kind : {"db", "config", "logs", "state"}) {
        QDirIterator walk(m_desk->repository() + u'/' + q(kind), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            list << QDir(m_desk->repository()).relativeFilePath(walk.next());
    }
    return list;
}

QString tst_Kinds::unpacked(const QString &kind) const
{
    const QString target = m_desk->home() + q("/unpacked-") + kind;
    QDir().mkpath(target);
    const QString archive = files().filter(kind + u'/').value(0);
    const QByteArray said =
        stock(q("tar"), {q("-xpzf"), m_desk->repository() + u'/' + archive, q("-C"), target});
    return said.isEmpty() ? target : QString::fromUtf8(said);
}

void tst_Kinds::allKindsAreOneSet_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("compression");
    QTest::newRow("flat") << q("flat") << q("auto");
    QTest::newRow("dated") << q("dated") << q("auto");
    QTest::newRow("not compressed") << q("flat") << q("none");
}

void tst_Kinds::allKindsAreOneSet()
{
    QFETCH(QString, layout);
    QFETCH(QString, compression);
    QVERIFY_EXIT(backup({q("--layout"), layout, q("--compression"), compression}), 0);
    const QJsonObject set = show();
    QCOMPARE(set[q("kinds")].toArray(), (QJsonArray{q("db"), q("config"), q("logs"), q("state")}));
    QCOMPARE(files().size(), 5);
    QCOMPARE(set[q("files")].toArray().size(), 5);
    for (const QString &path : files()) {
        QCOMPARE(path.count(u'/'), layout == q("dated") ? 2 : 1);
        QCOMPARE(path.endsWith(q(".gz")), compression == q("auto"));
        struct stat info = {};
        QCOMPARE(::stat(qPrintable(m_desk->repository() + u'/' + path), &info), 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0600));
    }
    QCOMPARE(set[q("archives")].toArray().size(), 3);
    QVERIFY(set[q("omissions")].toArray().size() >= 1); // the pass file's pattern
    QVERIFY_EXIT(m_desk->run({q("verify"), q("--latest")}), 0);
    const QByteArray sums = stock(
        q("sha256sum"), {q("-c"), q("sets/") + set[q("id")].toString() + q(".sha256")}, m_desk->repository());
    QCOMPARE(sums.count(": OK\n"), 6);
    const ProgramOutcome listed = m_desk->run({q("list")});
    QVERIFY2(listed.output.contains("db config logs state"), listed.output.constData());
}

void tst_Kinds::stockToolsUnpackThem()
{
    QVERIFY_EXIT(backup(), 0);
    const QString config = unpacked(q("config"));
    QCOMPARE(contentOf(config + tree("etc/app.conf")), "port = 5432\n");
    QCOMPARE(contentOf(config + tree("etc/.env")), "POSTGRES_DB=shop\n");
    QVERIFY(!QFileInfo::exists(config + tree("etc/db.pgpass")));
    QVERIFY(contentOf(config + q("/profile/desk.toml")).contains("dbname = \"shop\""));
    QVERIFY(contentOf(config + q("/by-sql/settings.json")).contains("\"shared_buffers\""));
    QVERIFY(contentOf(config + q("/by-sql/hba_rules.json")).contains("\"trust\""));
    QCOMPARE(contentOf(unpacked(q("logs")) + tree("log/app.log")), contentOf(tree("log/app.log")));
    // The printed commands are just that.
    const ProgramOutcome shown = m_desk->run({q("show"), q("--latest")});
    QVERIFY2(shown.output.contains("tar -xzpf " + m_desk->repository().toUtf8() + "/config/"),
             shown.output.constData());
}

void tst_Kinds::theInventoryTellsMachineAndServer()
{
    QVERIFY_EXIT(backup(), 0);
    const QString state = unpacked(q("state"));
    const QJsonObject inventory = QJsonDocument::fromJson(contentOf(state + q("/inventory.json"))).object();
    const QJsonObject facts = inventory[q("facts")].toObject();
    for (const char *section : {"system", "packages", "server", "settings", "databases", "roles", "objects",
                                "extensions", "hba_rules"})
        QVERIFY2(!facts[q(section)].toObject().isEmpty(), section);
    QVERIFY(facts[q("databases")].toObject().contains(q("shop")));
    QCOMPARE(facts[q("objects")].toObject()[q("table")].toString(), q("1"));
    QVERIFY(contentOf(state + q("/commands/disks.txt")).startsWith("# "));
    QVERIFY(contentOf(state + q("/by-sql/roles.json")).contains("postgres"));
}

void tst_Kinds::aKindWithoutFilesIsLeftOutAndRecorded()
{
    QVERIFY_EXIT(backup({q("--logs-paths"), QString(), q("--kinds"), q("db,logs,state")}), 0);
    const QJsonObject set = show();
    QCOMPARE(set[q("kinds")].toArray(), (QJsonArray{q("db"), q("state")}));
    QStringList missing;
    for (const QJsonValue &omission : set[q("omissions")].toArray())
        missing << omission[q("what")].toString();
    QCOMPARE(missing, (QStringList{q("config"), q("logs")}));
}

/// logs.max_age and logs.max_size: the newest ones, and what is left out is told.
void tst_Kinds::logsStayWithinTheirLimits()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int day = 0; day < 5; ++day) { // day-0.log is the newest
        const QByteArray name = "log/day-" + QByteArray::number(day) + ".log";
        write(name.constData(), QByteArray(10'000, char('a' + day)));
        QFile file(tree(name.constData()));
        QVERIFY(file.open(QIODevice::ReadWrite) &&
                file.setFileTime(now.addDays(-day).addSecs(-60), QFileDevice::FileModificationTime));
    }
    QVERIFY(QFile::remove(tree("log/app.log")));
    const auto logsOf = [&](const QStringList &limits) {
        for (const QString &path : files())
            QFile::remove(m_desk->repository() + u'/' + path);
        const ProgramOutcome made = backup(QStringList{q("--kinds"), q("db,logs")} + limits);
        if (made.exitCode != 0)
            return QString::fromUtf8(endOf(made));
        const QByteArray names =
            stock(q("tar"), {q("-tzf"), m_desk->repository() + u'/' + files().filter(q("logs/")).last()});
        static const QRegularExpression day(q("day-(\\d)\\.log"));
        QStringList days;
        for (auto found = day.globalMatch(QString::fromUtf8(names)); found.hasNext();)
            days << found.next().captured(1);
        days.sort();
        return days.join(u' ');
    };
    const auto leftOut = [&] {
        return QJsonDocument(show()[q("omissions")].toArray()).toJson();
    };
    QCOMPARE(logsOf({q("--logs-max-age"), q("0s"), q("--logs-max-size"), q("0 B")}), q("0 1 2 3 4"));
    QVERIFY(!leftOut().contains("day-"));
    QCOMPARE(logsOf({q("--logs-max-age"), q("60h")}), q("0 1 2"));
    QVERIFY2(leftOut().contains("2 files with 19.5 kB"), leftOut().constData());
    QCOMPARE(logsOf({q("--logs-max-size"), q("25 kB")}), q("0 1"));
    QVERIFY2(leftOut().contains("3 files with 29.3 kB"), leftOut().constData());
}

/// hba_rules and ident mappings are for superusers; the settings come all the same.
void tst_Kinds::whatTheServerKeepsFromARoleIsRecorded()
{
    QFile ident(m_cluster->dataFolder() + q("/pg_ident.conf"));
    QVERIFY(ident.open(QIODevice::Append) && ident.write("farmers vaquer shop\n") > 0);
    ident.close();
    QVERIFY_EXIT(backup(), 0);
    QVERIFY(contentOf(unpacked(q("config")) + q("/by-sql/ident_mappings.json")).contains("\"farmers\""));
    for (const QString &path : files())
        QVERIFY(QFile::remove(m_desk->repository() + u'/' + path));

    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP ROLE IF EXISTS weak; CREATE ROLE weak LOGIN; GRANT "
                                               "pg_read_all_data TO weak"));
    const ProgramOutcome made = backup({q("--user"), q("weak"), q("--role-passwords"), q("false")});
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, endOf(made).constData());
    QStringList missing;
    for (const QJsonValue &omission : show()[q("omissions")].toArray())
        missing << omission[q("what")].toString();
    QVERIFY2(missing.contains(q("hba_rules")) && missing.contains(q("ident_mappings")),
             qPrintable(missing.join(u' ')));
    QVERIFY(QDir(m_desk->home() + q("/unpacked-config")).removeRecursively());
    const QString config = unpacked(q("config"));
    QVERIFY(contentOf(config + q("/by-sql/settings.json")).contains("\"shared_buffers\""));
    QVERIFY(contentOf(config + q("/by-sql/hba_rules.json")).contains("permission denied"));
}

/// The real program on this machine, started where a compose file lies.
void tst_Kinds::initProposesWhatIsThere()
{
    write("srv/compose.yaml", "services: {}\n");
    write("srv/.env", "POSTGRES_DB=shop\n");
    const ProgramOutcome made = m_desk->runUnder(
        {q("/bin/sh"), q("-c"), q("cd \"$0\" && exec \"$@\""), tree("srv")},
        {q("init"), q("--profile"), q("second"), q("--dbname"), q("shop"), q("--user"), q("postgres"),
         q("--host"), m_cluster->socketFolder(), q("--repository"), m_desk->repository(), q("--json")});
    QVERIFY_EXIT(made, 0);
    const QJsonDocument answer = QJsonDocument::fromJson(made.output);
    QCOMPARE(answer[q("kinds")].toArray(), (QJsonArray{q("db"), q("config"), q("logs"), q("state")}));
    const QJsonArray proposed = answer[q("configPaths")].toArray();
    QVERIFY2(proposed.contains(tree("srv/compose.yaml")) && proposed.contains(tree("srv/.env")),
             made.output.constData());
    QCOMPARE(proposed.contains(q("/etc/cron.d")), QFileInfo::exists(q("/etc/cron.d")));
    QCOMPARE(answer[q("logsPaths")].toArray().contains(q("/var/log/postgresql")),
             QFileInfo::exists(q("/var/log/postgresql")));
}

void tst_Kinds::whatCannotBeReadIsAWarningAndAnOmission()
{
    const ProgramOutcome outcome = backup({q("--config-paths"), tree("etc") + u',' + tree("nowhere")});
    QVERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.errorOutput.contains("nowhere"), outcome.errorOutput.constData());
    const QByteArray omissions = QJsonDocument(show()[q("omissions")].toArray()).toJson();
    QVERIFY2(omissions.contains(tree("nowhere").toUtf8()), omissions.constData());
    QVERIFY_EXIT(m_desk->run({q("verify"), q("--latest")}), 0);
}

void tst_Kinds::theRepositoryIsNotInItsOwnSets()
{
    QVERIFY_EXIT(backup(), 0);
    QVERIFY_EXIT(backup({q("--config-paths"), m_desk->home()}), 0);
    const QString archive = files().filter(q("config/")).last();
    const QByteArray names = stock(q("tar"), {q("-tzf"), m_desk->repository() + u'/' + archive});
    QVERIFY(names.contains("app.conf"));
    QVERIFY2(!names.contains("/backups/"), names.constData());
}

void tst_Kinds::damageOfAnyKindIsFound_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"db", "config", "logs", "state"})
        QTest::newRow(kind) << q(kind);
}

void tst_Kinds::damageOfAnyKindIsFound() // G03
{
    QFETCH(QString, kind);
    QVERIFY_EXIT(backup(), 0);
    QFile file(m_desk->repository() + u'/' + files().filter(kind + u'/').value(0));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1);
    byte = char(byte ^ 8);
    QVERIFY(file.write(&byte, 1) == 1);
    file.close();
    const ProgramOutcome verified = m_desk->run({q("verify"), q("--latest")});
    QVERIFY_EXIT(verified, 16);
    QCOMPARE(show()[q("state")].toString(), q("damaged"));
}

void tst_Kinds::theWholeSetIsDeleted()
{
    for (int night = 0; night < 4; ++night)
        QVERIFY_EXIT(backup(), 0);
    QCOMPARE(files().size(), 20);
    QVERIFY_EXIT(m_desk->run({q("retention"), q("--apply"), q("--yes"), q("shop")}), 0);
    QCOMPARE(files().size(), 15);
    QVERIFY_EXIT(m_desk->run({q("verify"), q("--all")}), 0);
}

void tst_Kinds::aDryRunCountsTheFiles()
{
    const ProgramOutcome plan = backup({q("--dry-run")});
    QVERIFY_EXIT(plan, 0);
    QVERIFY2(plan.output.contains("Archive the configuration: 2 files"), plan.output.constData());
    QVERIFY2(plan.output.contains("Archive the logs: 1 files"), plan.output.constData());
    QVERIFY(files().isEmpty());
}

void tst_Kinds::noSecretReachesAFile_SR12()
{
    const QByteArray password = "m4rk3r-of-a-passw0rd";
    m_desk->setEnvironment({q("PGPASSWORD=") + QString::fromLatin1(password)});
    QVERIFY_EXIT(backup({q("--compression"), q("none")}), 0);
    QDirIterator walk(m_desk->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        QVERIFY2(!contentOf(path).contains(password), qPrintable(path));
    }
}
