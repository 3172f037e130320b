#include "tests/integration/tst_KeptDatabases.h"

#include "tests/support/Desk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList inEightDays = {q("faketime"), q("-f"), q("+8d")};
const QStringList dropOld = {q("restore"), q("--drop-kept"), q("farm__old_1"), q("--yes"), q("farm__old_1")};

/// A desk whose farm was replaced: farm__old_1 is kept.
std::unique_ptr<Desk> deskAfterReplace(const TempCluster &cluster)
{
    auto desk = Desk::make(cluster, "farm", {q("--restore-test"), q("never")});
    if (!desk || (*desk)->run({q("backup"), q("--no-retention")}).exitCode != 0)
        return nullptr;
    const ProgramOutcome replaced = (*desk)->run({q("restore"), q("--latest"), q("--replace"), q("--yes"),
                                                  q("farm"), q("--no-safety-backup"), q("farm")});
    return replaced.exitCode == 0 ? std::move(*desk) : nullptr;
}

QJsonArray keptBy(const Desk &desk)
{
    const ProgramOutcome status = desk.run({q("status"), q("--profile"), q("desk"), q("--json")});
    const QJsonObject answer = QJsonDocument::fromJson(status.output).object();
    return answer.value(q("profiles")).toArray().at(0).toObject().value(q("kept")).toArray();
}

} // namespace

void tst_KeptDatabases::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
}

void tst_KeptDatabases::init()
{
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE TABLE animals AS SELECT generate_series(1, 100) AS id"));
}

void tst_KeptDatabases::cleanup()
{
    for (const QByteArray &name : databases().split('\n')) {
        if (!name.isEmpty())
            QVERIFY_RESULT(m_cluster->dropDatabase(name));
    }
}

QByteArray tst_KeptDatabases::databases() const
{
    return m_cluster
        ->psql("postgres", "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', "
                           "'template1') ORDER BY 1")
        .value_or("?")
        .trimmed();
}

void tst_KeptDatabases::statusShowsThemAndTheyAreDroppedByName()
{
    const auto desk = deskAfterReplace(*m_cluster);
    QVERIFY(desk);
    const QJsonArray kept = keptBy(*desk);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][q("database")].toString(), q("farm__old_1"));
    QVERIFY(desk->run({q("status"), q("--profile"), q("desk")}).output.contains("farm__old_1"));

    const ProgramOutcome unconfirmed = desk->run({q("restore"), q("--drop-kept"), q("farm__old_1")});
    QCOMPARE(unconfirmed.exitCode, 2);
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
    QCOMPARE(desk->run(dropOld + QStringList{q("--dry-run")}).exitCode, 0);
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));

    const ProgramOutcome dropped = desk->run(dropOld);
    QVERIFY2(dropped.exitCode == 0, dropped.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm"));
    QVERIFY(keptBy(*desk).isEmpty());
    const ProgramOutcome audited = desk->run({q("audit"), q("verify")});
    QCOMPARE(audited.exitCode, 0);
}

void tst_KeptDatabases::onlyKeptOnesAreDropped()
{
    const auto desk = deskAfterReplace(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome refused =
        desk->run({q("restore"), q("--drop-kept"), q("farm"), q("--yes"), q("farm")});
    QCOMPARE(refused.exitCode, 21);
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
}

void tst_KeptDatabases::aSubscriptionKeepsItAndIsNamed()
{
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE SUBSCRIPTION feed CONNECTION 'dbname=nowhere' PUBLICATION "
                                           "p WITH (connect = false, slot_name = NONE)"));
    const auto desk = deskAfterReplace(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome refused = desk->run(dropOld);
    QCOMPARE(refused.exitCode, 21);
    QVERIFY2(refused.errorOutput.contains("feed"), refused.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
    QCOMPARE(keptBy(*desk).size(), 1);

    // After its time a backup says so, and is a good backup all the same.
    const ProgramOutcome later = desk->runUnder(inEightDays, {q("backup")});
    QVERIFY2(later.exitCode == 3, later.errorOutput.constData());
    QVERIFY2(later.errorOutput.contains("farm__old_1"), later.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
    for (const QByteArray &database : {QByteArray("farm"), QByteArray("farm__old_1")}) {
        QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS true"));
        QVERIFY_RESULT(m_cluster->psql(database, "DROP SUBSCRIPTION IF EXISTS feed"));
    }
}

/// PostgreSQL drops a slot that nobody uses at the moment together with its database, without a word.
void tst_KeptDatabases::aSlotKeepsItFromGoingByItself()
{
    TempCluster::Options options;
    options.settings = {q("wal_level = logical")};
    const auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    QVERIFY_RESULT((*cluster)->createDatabase("farm"));
    QVERIFY_RESULT(
        (*cluster)->psql("farm", "SELECT pg_create_logical_replication_slot('shelf', 'pgoutput')"));
    const auto desk = deskAfterReplace(**cluster);
    QVERIFY(desk);
    const QByteArray both =
        "SELECT count(*), (SELECT count(*) FROM pg_database WHERE datname = 'farm__old_1') "
        "FROM pg_replication_slots";
    const ProgramOutcome later = desk->runUnder(inEightDays, {q("backup")});
    QVERIFY_EXIT(later, 3);
    QVERIFY2(later.errorOutput.contains("farm__old_1") && later.errorOutput.contains("shelf"),
             later.errorOutput.constData());
    QCOMPARE((*cluster)->psql("postgres", both)->trimmed(), QByteArray("1|1"));
    // By its name it goes, and its slot with it; both are told.
    const ProgramOutcome dropped = desk->run(dropOld);
    QVERIFY_EXIT(dropped, 3);
    QVERIFY2(dropped.errorOutput.contains("shelf"), dropped.errorOutput.constData());
    QCOMPARE((*cluster)->psql("postgres", both)->trimmed(), QByteArray("0|0"));
}

void tst_KeptDatabases::theirTimeEndsAfterSevenDays()
{
    const auto desk = deskAfterReplace(*m_cluster);
    QVERIFY(desk);
    QCOMPARE(desk->run({q("backup")}).exitCode, 0);
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
    const ProgramOutcome later = desk->runUnder(inEightDays, {q("backup")});
    QVERIFY2(later.exitCode == 0, later.errorOutput.constData());
    QVERIFY(later.output.contains("farm__old_1"));
    QCOMPARE(databases(), QByteArray("farm"));
}

/// The policy of the machine: the backup of somebody who may not delete is good and deletes nothing.
void tst_KeptDatabases::whoMayNotDeleteDoesNot()
{
    const auto desk = deskAfterReplace(*m_cluster);
    QVERIFY(desk);
    const QTemporaryDir folder(q("/tmp/mp-XXXXXX"));
    QFile::setPermissions(folder.path(), QFile::Permissions(0x7755));
    QFile policy(folder.filePath(q("policy.toml")));
    QVERIFY(policy.open(QIODevice::WriteOnly) && policy.write("[rights]\nbackup = [\"nobody\"]\n") > 0);
    policy.close();
    policy.setPermissions(QFile::Permissions(0x6644));
    // Seen as /etc/masclet-backup/policy.toml in a mount namespace of its own; then as another user.
    const QByteArray script =
        "mount -t tmpfs none /etc/masclet-backup 2>/dev/null || { mount -t tmpfs none /mnt && "
        "mkdir /mnt/up /mnt/work && mount -t overlay none -o "
        "lowerdir=/etc,upperdir=/mnt/up,workdir=/mnt/work /etc && mkdir -p "
        "/etc/masclet-backup; } && cp \"$0\" /etc/masclet-backup/policy.toml && exec "
        "setpriv --reuid nobody --regid nogroup --clear-groups \"$@\"";
    const QStringList asNobody = {
        q("unshare"), q("--mount"), q("sh"), q("-c"), QString::fromLatin1(script), policy.fileName()};
    QProcess owner;
    owner.start(q("chown"), {q("-R"), q("nobody:nogroup"), desk->home()});
    QVERIFY(owner.waitForFinished() && owner.exitCode() == 0);
    QFile::setPermissions(m_cluster->socketFolder(), QFile::Permissions(0x7755));

    const ProgramOutcome refused = desk->runUnder(
        asNobody, {q("restore"), q("--drop-kept"), q("farm__old_1"), q("--yes"), q("farm__old_1")});
    QVERIFY2(refused.exitCode == 10, refused.errorOutput.constData());
    QVERIFY2(refused.errorOutput.contains("rights.delete"), refused.errorOutput.constData());
    QCOMPARE(desk->runUnder(asNobody, {q("restore"), q("--latest"), q("--to"), q("copy")}).exitCode, 10);
    // Nor is anything backed up for the sake of what will not be done.
    const ProgramOutcome replaced =
        desk->runUnder(asNobody, {q("restore"), q("--latest"), q("--replace"), q("--yes"), q("farm")});
    QVERIFY_EXIT(replaced, 10);
    QVERIFY2(replaced.errorOutput.contains("rights.replace"), replaced.errorOutput.constData());
    QCOMPARE(QDir(desk->repository() + q("/sets")).entryList({q("*.json")}).size(), 1);
    const ProgramOutcome made = desk->runUnder(asNobody, {q("backup")});
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
}

void tst_KeptDatabases::anotherDatabaseOfThatNameIsLeftAlone()
{
    const auto desk = deskAfterReplace(*m_cluster);
    QVERIFY(desk);
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE farm__old_1"));
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE DATABASE farm__old_1"));
    const ProgramOutcome outcome = desk->run(dropOld);
    QCOMPARE(outcome.exitCode, 3);
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
    QVERIFY(keptBy(*desk).isEmpty());
}
