#include "tests/integration/tst_OperatorMode.h"

#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace masclet;
using namespace masclet::test;

void tst_OperatorMode::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QFile::setPermissions(m_cluster->socketFolder(), QFile::Permissions(0x7755));
}

void tst_OperatorMode::init()
{
    for (const QByteArray &name : databases().split('\n')) {
        if (!name.isEmpty())
            QVERIFY_RESULT(m_cluster->dropDatabase(name));
    }
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE TABLE animals AS SELECT generate_series(1, 100) AS id"));
    auto desk = Desk::make(*m_cluster, "farm", {q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    QVERIFY_EXIT(m_desk->run({q("backup"), q("--no-retention")}), 0);
    QProcess owner;
    owner.start(q("chown"), {q("-R"), q("nobody:nogroup"), m_desk->home()});
    QVERIFY(owner.waitForFinished() && owner.exitCode() == 0);
}

ProgramOutcome tst_OperatorMode::runAsNobody(const QByteArray &rights, const QStringList &arguments) const
{
    QTemporaryDir folder(q("/tmp/mp-XXXXXX"));
    QFile policy(folder.filePath(q("policy.toml")));
    if (!policy.open(QIODevice::WriteOnly) || policy.write("[rights]\n" + rights) < 0)
        qFatal("cannot write the policy");
    policy.close();
    // Seen as /etc/masclet-backup/policy.toml in a mount namespace of its own; then as another user.
    const QString script =
        q("mount -t tmpfs none /mnt && mkdir /mnt/up /mnt/work && mount -t overlay none -o "
          "lowerdir=/etc,upperdir=/mnt/up,workdir=/mnt/work /etc && mkdir -p "
          "/etc/masclet-backup && install -m 644 \"$0\" /etc/masclet-backup/policy.toml && "
          "exec setpriv --reuid nobody --regid nogroup --clear-groups \"$@\"");
    return m_desk->runUnder({q("unshare"), q("--mount"), q("sh"), q("-c"), script, policy.fileName()},
                            arguments);
}

QByteArray tst_OperatorMode::databases() const
{
    return m_cluster->psql("postgres", "SELECT datname FROM pg_database WHERE oid >= 16384 ORDER BY 1")
        .value_or("?")
        .trimmed();
}

qsizetype tst_OperatorMode::sets() const
{
    return QDir(m_desk->repository() + q("/sets")).entryList({q("*.json")}).size();
}

void tst_OperatorMode::verifyingIsARight()
{
    for (const QStringList &call :
         {QStringList{q("verify"), q("--latest")}, QStringList{q("restore-test"), q("--latest")}}) {
        const ProgramOutcome refused = runAsNobody("backup = [\"nobody\"]\nrestore = [\"nobody\"]\n", call);
        QVERIFY_EXIT(refused, 10);
        QVERIFY2(refused.errorOutput.contains("rights.verify"), refused.errorOutput.constData());
        QVERIFY_EXIT(runAsNobody("verify = [\"nobody\"]\n", call), 0);
    }
}

/// Who may not replace costs nobody a backup first.
void tst_OperatorMode::replacingIsARightAndAskedForFirst()
{
    const QStringList replace{q("restore"), q("--latest"), q("--replace"), q("--yes"), q("farm")};
    QCOMPARE(sets(), 1);
    const QByteArray others = "backup = [\"nobody\"]\nrestore = [\"nobody\"]\nverify = [\"*\"]\n";
    const ProgramOutcome refused = runAsNobody(others, replace);
    QVERIFY_EXIT(refused, 10);
    QVERIFY2(refused.errorOutput.contains("rights.replace"), refused.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm"));
    QCOMPARE(sets(), 1);
    QVERIFY_EXIT(runAsNobody(others, {q("restore"), q("--latest"), q("--to"), q("copy")}), 0);
    QVERIFY_EXIT(runAsNobody(others + "replace = [\"nobody\"]\n", replace), 0);
    QCOMPARE(databases(), QByteArray("copy\nfarm\nfarm__old_1"));
    QCOMPARE(sets(), 2);
}

void tst_OperatorMode::whatProtectsASetIsLiftedByWhoMayDelete()
{
    const QString set = QDir(m_desk->repository() + q("/sets")).entryList({q("*.json")}).value(0).chopped(5);
    const QByteArray others = "backup = [\"nobody\"]\nrestore = [\"nobody\"]\nverify = [\"*\"]\n";
    const QStringList unpin{q("unpin"), set};
    QVERIFY_EXIT(runAsNobody(others, {q("pin"), set}), 0);
    for (const QStringList &call : {unpin, QStringList{q("profile"), q("check"), q("--accept-server")}}) {
        const ProgramOutcome refused = runAsNobody(others, call);
        QVERIFY_EXIT(refused, 10);
        QVERIFY2(refused.errorOutput.contains("rights.delete"), refused.errorOutput.constData());
    }
    QVERIFY_EXIT(runAsNobody(others + "delete = [\"nobody\"]\n", unpin), 0);
}
