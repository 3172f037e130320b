#include "tests/cli/tst_ServerVerbs.h"

#include "core/repository/Repository.h"
#include "core/service/RetentionHold.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>

#include <sys/stat.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// What `profile check` says of an item.
QJsonObject itemOf(const QJsonObject &document, const char *id)
{
    for (const QJsonValue &value : document.value(QStringLiteral("items")).toArray()) {
        if (value.toObject().value(QStringLiteral("item")).toString() == QLatin1String(id))
            return value.toObject();
    }
    return {};
}

QString resultOf(const QJsonObject &document, const char *id)
{
    return itemOf(document, id).value(QStringLiteral("result")).toString();
}

QString hintOf(const QJsonObject &document, const char *id)
{
    return itemOf(document, id).value(QStringLiteral("hint")).toString();
}

} // namespace

void tst_ServerVerbs::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop", "CREATE TABLE animals (id int); CREATE TABLE parts (id int);"
                                           "CREATE ROLE guarded LOGIN PASSWORD 'se:cr\\et';"
                                           "CREATE ROLE weak LOGIN;"));
}

void tst_ServerVerbs::init()
{
    m_cli = std::make_unique<CliFixture>();
    run(QStringLiteral("init --profile shop --host %1 --port %2 --repository %3")
            .arg(m_cluster->socketFolder())
            .arg(m_cluster->port())
            .arg(m_cli->path(QStringLiteral("backups"))));
    QVERIFY(QFileInfo::exists(m_cli->profilePath(QStringLiteral("shop"))));
}

int tst_ServerVerbs::run(const QString &line)
{
    return m_cli->run(line.split(QChar(u' ')));
}

QString tst_ServerVerbs::passFile() const
{
    return m_cli->path(QStringLiteral("config/masclet-backup/profiles/shop.pgpass"));
}

void tst_ServerVerbs::initMeasuresASmallDatabaseAndProposesHalf()
{
    const int code =
        run(QStringLiteral("init --profile small --dbname shop --host %1 --port %2 --json --repository %3")
                .arg(m_cluster->socketFolder())
                .arg(m_cluster->port())
                .arg(m_cli->path(QStringLiteral("backups"))));
    QVERIFY2(code == 0 || code == 3, m_cli->console.errors.constData());
    const QJsonObject document = m_cli->document();
    const qint64 dumped = document.value(QStringLiteral("dumpBytes")).toInteger();
    QVERIFY(dumped > 100 && dumped < 100'000);
    QCOMPARE(document.value(QStringLiteral("minimumSize")).toInteger(), dumped / 2);
    QCOMPARE(document.value(QStringLiteral("databaseReached")).toBool(), true);
}

void tst_ServerVerbs::initProposesOnlyTablesThatExist()
{
    run(QStringLiteral("init --profile empty --dbname postgres --host %1 --port %2 --json --repository %3")
            .arg(m_cluster->socketFolder())
            .arg(m_cluster->port())
            .arg(m_cli->path(QStringLiteral("backups"))));
    QCOMPARE(m_cli->document().value(QStringLiteral("criticalTables")).toArray().size(), 0);
    run(QStringLiteral("profile show --json --profile shop"));
    const QJsonObject options = m_cli->document().value(QStringLiteral("options")).toObject();
    QCOMPARE(options.value(QStringLiteral("backup.critical_tables")).toArray().size(), 2);
}

void tst_ServerVerbs::initTellsWhatTheRoleMayNotRead()
{
    const QString line = QStringLiteral("init --dbname shop --host %1 --port %2 --repository %3 --profile ")
                             .arg(m_cluster->socketFolder())
                             .arg(m_cluster->port())
                             .arg(m_cli->path(QStringLiteral("backups")));
    QCOMPARE(run(line + QStringLiteral("weak --user weak")), 3);
    QVERIFY2(m_cli->console.errors.contains("The role weak may not read everything"),
             m_cli->console.errors.constData());
    QCOMPARE(run(line + QStringLiteral("toolless --tools /nowhere")), 3);
    QVERIFY2(m_cli->console.errors.contains("No PostgreSQL client tools") &&
                 !m_cli->console.errors.contains("not reached"),
             m_cli->console.errors.constData());
}

void tst_ServerVerbs::initWithoutAServerWarnsAndGoesOn()
{
    QCOMPARE(run(QStringLiteral("init --profile away --host /nowhere --repository ") +
                 m_cli->path(QStringLiteral("backups"))),
             3);
    QVERIFY(m_cli->console.errors.contains("not reached"));
    QVERIFY(QFileInfo::exists(m_cli->profilePath(QStringLiteral("away"))));
}

void tst_ServerVerbs::profileCheckPassesWhereABackupWould()
{
    m_cli->clock.setWall(QDateTime::currentDateTimeUtc()); // as the server's
    const int code = run(QStringLiteral("profile check --json"));
    QVERIFY2(code == 0 || code == 3, m_cli->console.errors.constData());
    const QJsonObject document = m_cli->document();
    for (const char *id :
         {"repository", "password", "connection", "rights", "tables", "server", "clock", "space"})
        QCOMPARE(resultOf(document, id), QStringLiteral("pass"));
    QVERIFY(resultOf(document, "tools") != QStringLiteral("fail"));
    QCOMPARE(code == 0, resultOf(document, "tools") == QStringLiteral("pass"));
}

void tst_ServerVerbs::profileCheckNamesWhatTheRoleMayNotRead() // D15
{
    QCOMPARE(run(QStringLiteral("profile check --user weak")), 14);
    QVERIFY(m_cli->console.errors.contains("public.animals"));
    QVERIFY(m_cli->console.output.contains("[Fail] Rights"));
}

void tst_ServerVerbs::profileCheckGoesOnAfterAFailure()
{
    QCOMPARE(run(QStringLiteral("profile check --host /nowhere --json")), 13);
    const QJsonObject document = m_cli->document();
    QCOMPARE(resultOf(document, "connection"), QStringLiteral("fail"));
    QCOMPARE(resultOf(document, "tools"), QStringLiteral("not-checked"));
    QCOMPARE(resultOf(document, "rights"), QStringLiteral("not-checked"));
    QCOMPARE(resultOf(document, "space"), QStringLiteral("pass"));
    QCOMPARE(run(QStringLiteral("profile check --repository /nowhere --json")), 15);
    QCOMPARE(resultOf(m_cli->document(), "connection"), QStringLiteral("pass"));
}

void tst_ServerVerbs::aMissingCriticalTableIsAWarning()
{
    QCOMPARE(run(QStringLiteral("profile check --critical-tables animals,farms --json")), 3);
    QCOMPARE(resultOf(m_cli->document(), "tables"), QStringLiteral("warn"));
}

void tst_ServerVerbs::aHeldRepositoryIsNotChecked() // L01
{
    const auto repository = Repository::open(m_cli->path(QStringLiteral("backups")), m_cli->clock);
    QVERIFY_RESULT(repository);
    const auto lock = repository->lock({QStringLiteral("backup"), {}, {}}, std::chrono::milliseconds(0), {});
    QVERIFY_RESULT(lock);
    QCOMPARE(run(QStringLiteral("profile check --json")), 3);
    QCOMPARE(resultOf(m_cli->document(), "space"), QStringLiteral("not-checked"));
}

void tst_ServerVerbs::acceptServerLiftsHolds() // C13
{
    const QString id = AppContext(m_cli->environment, m_cli->home.path(), ::geteuid(), m_cli->clock)
                           .profiles()
                           .load(QStringLiteral("shop"))
                           ->profile.id;
    {
        auto repository = Repository::open(m_cli->path(QStringLiteral("backups")), m_cli->clock);
        QVERIFY_RESULT(repository);
        const auto lock =
            repository->lock({QStringLiteral("backup"), {}, {}}, std::chrono::milliseconds(0), {});
        QVERIFY_RESULT(lock);
        QVERIFY_RESULT(raiseHold(repository->journal(), *lock, id, QStringLiteral("shop_20250218"),
                                 QStringLiteral("half the rows are gone")));
    }
    QCOMPARE(run(QStringLiteral("profile check --json")), 3);
    QCOMPARE(resultOf(m_cli->document(), "server"), QStringLiteral("warn"));
    QCOMPARE(hintOf(m_cli->document(), "server"),
             QStringLiteral("If that is right: masclet-backup profile check --accept-server"));
    run(QStringLiteral("profile check --accept-server --dry-run"));
    run(QStringLiteral("profile check --json"));
    QCOMPARE(resultOf(m_cli->document(), "server"), QStringLiteral("warn"));
    run(QStringLiteral("profile check --accept-server"));
    run(QStringLiteral("profile check --json"));
    QCOMPARE(resultOf(m_cli->document(), "server"), QStringLiteral("pass"));
}

/// Nothing can be accepted before a backup has held retention: that comes first.
void tst_ServerVerbs::whatAnotherServerAsksForIsTold() // C13
{
    QCOMPARE(run(QStringLiteral("profile set --restore-test never")), 0);
    run(QStringLiteral("backup --no-retention"));
    run(QStringLiteral("profile check --json"));
    QCOMPARE(resultOf(m_cli->document(), "server"), QStringLiteral("pass"));
    QCOMPARE(hintOf(m_cli->document(), "server"), QString());
    const auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    QVERIFY_RESULT((*other)->createDatabase("shop"));
    QCOMPARE(run(QStringLiteral("profile check --json --host %1 --port %2")
                     .arg((*other)->socketFolder())
                     .arg((*other)->port())),
             3);
    QCOMPARE(resultOf(m_cli->document(), "server"), QStringLiteral("warn"));
    const QString hint = hintOf(m_cli->document(), "server");
    QVERIFY2(hint.contains(QStringLiteral("make a backup")) &&
                 hint.endsWith(QStringLiteral("--accept-server")),
             qPrintable(hint));
}

void tst_ServerVerbs::aScheduledBackupIsMadeOncePerPlannedTime() // L05, L06
{
    const QString ifDue = QStringLiteral("backup --scheduled --if-due --wait 1h");
    const auto sets = [this] {
        run(QStringLiteral("list --json"));
        return m_cli->document().value(QStringLiteral("sets")).toArray().size();
    };
    run(QStringLiteral("profile set --zone Europe/Madrid --at 02:00 --restore-test never"));
    QCOMPARE(run(QStringLiteral("backup --if-due")), 0); // the repository was made at two
    QCOMPARE(m_cli->console.output,
             QByteArray("No backup is due; the next one is planned for 2025-02-19 02:00 CET.\n"));
    m_cli->clock.advance(std::chrono::hours(31)); // off that night
    QCOMPARE(run(ifDue + QStringLiteral(" --dry-run")), 0);
    QVERIFY(m_cli->console.output.contains("Dry run"));
    const int code = run(ifDue);
    QVERIFY2(code == 0 || code == 3, m_cli->console.errors.constData());
    QCOMPARE(sets(), 1);
    m_cli->clock.advance(std::chrono::hours(1));
    QCOMPARE(run(ifDue), 0);
    QCOMPARE(m_cli->console.output + m_cli->console.errors, QByteArray()); // or cron would send mail
    QCOMPARE(run(ifDue + QStringLiteral(" --json")), 0);
    QCOMPARE(m_cli->document().value(QStringLiteral("next")).toString(),
             QStringLiteral("2025-02-20T01:00:00.000Z"));
    QCOMPARE(sets(), 1);
    run(QStringLiteral("list --runs --json"));
    QStringList verbs;
    for (const QJsonValue &made : m_cli->document().value(QStringLiteral("runs")).toArray())
        verbs << made.toObject().value(QStringLiteral("verb")).toString();
    QCOMPARE(verbs.count(QStringLiteral("backup")), 1);
}

void tst_ServerVerbs::aRightPasswordIsStoredProvenAndFound() // K05
{
    m_cli->console.answers = {QStringLiteral("se:cr\\et")};
    QCOMPARE(run(QStringLiteral("secret set --host 127.0.0.1 --user guarded")), 0);
    QVERIFY(m_cli->console.output.contains("Proven"));
    QVERIFY(!m_cli->console.output.contains("cr\\et"));
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(passFile()).constData(), &info), 0);
    QCOMPARE(info.st_mode & 07777, mode_t(0600));
    QCOMPARE(run(QStringLiteral("secret test --host 127.0.0.1 --user guarded --json")), 0);
    QVERIFY(m_cli->document().value(QStringLiteral("store")).toString().contains(passFile()));
}

void tst_ServerVerbs::aRefusedPasswordIsNotStored() // K07
{
    m_cli->console.answers = {QStringLiteral("wrong")};
    QCOMPARE(run(QStringLiteral("secret set --host 127.0.0.1 --user guarded")), 12);
    QVERIFY(!QFileInfo::exists(passFile()));
    QCOMPARE(run(QStringLiteral("secret set --host 127.0.0.1 --user guarded")), 2); // nothing typed
}

void tst_ServerVerbs::aPasswordIsStoredUnprovenWhenTheServerIsAway()
{
    m_cli->console.answers = {QStringLiteral("later")};
    QCOMPARE(run(QStringLiteral("secret set --user guarded --host /nowhere")), 3);
    QVERIFY(QFileInfo::exists(passFile()));
    QVERIFY(m_cli->console.errors.contains("not proven"));
}

void tst_ServerVerbs::secretTestNamesTheStoreOfARefusedPassword() // D21, K07
{
    m_cli->environment.insert(QStringLiteral("PGPASSWORD"), QStringLiteral("wrong"));
    QCOMPARE(run(QStringLiteral("secret test --host 127.0.0.1 --user guarded")), 12);
    QVERIFY(m_cli->console.errors.contains("PGPASSWORD"));
    m_cli->environment.remove(QStringLiteral("PGPASSWORD"));
    QCOMPARE(run(QStringLiteral("secret test --host 127.0.0.1 --user guarded")), 12);
}

void tst_ServerVerbs::removeTakesThePasswordOut()
{
    m_cli->console.answers = {QStringLiteral("se:cr\\et")};
    QCOMPARE(run(QStringLiteral("secret set --host 127.0.0.1 --user guarded")), 0);
    QCOMPARE(run(QStringLiteral("secret remove --host 127.0.0.1 --user guarded --dry-run --json")), 0);
    QCOMPARE(m_cli->document().value(QStringLiteral("removed")).toBool(), true);
    QCOMPARE(run(QStringLiteral("secret remove --host 127.0.0.1 --user guarded")), 0);
    QCOMPARE(run(QStringLiteral("secret test --host 127.0.0.1 --user guarded")), 12);
    QCOMPARE(run(QStringLiteral("secret remove --host 127.0.0.1 --user guarded --json")), 0);
    QCOMPARE(m_cli->document().value(QStringLiteral("removed")).toBool(), false);
}

void tst_ServerVerbs::otherStoresAreRefused()
{
    QCOMPARE(run(QStringLiteral("secret set --store systemd")), 2);
}
