#include "tests/integration/tst_SeedCommands.h"

#include "tests/support/Program.h"
#include "tests/support/TestMain.h"
#include "tests/support/Zoo.h"

#include <QDir>
#include <QTemporaryDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// Runs a command with `backups` as /backups and a home at /home, in namespaces of its own: the machine's
/// /backups, if it has one, is out of reach.
ProgramOutcome inSeedsWorld(const QString &folder, const TempCluster &cluster, const QStringList &command)
{
    QProcess process;
    QStringList arguments = {QStringLiteral("--tmpfs"),
                             QStringLiteral("/"),
                             QStringLiteral("--ro-bind"),
                             QStringLiteral("/usr"),
                             QStringLiteral("/usr"),
                             QStringLiteral("--ro-bind"),
                             QStringLiteral("/etc"),
                             QStringLiteral("/etc"),
                             QStringLiteral("--symlink"),
                             QStringLiteral("usr/bin"),
                             QStringLiteral("/bin"),
                             QStringLiteral("--symlink"),
                             QStringLiteral("usr/lib"),
                             QStringLiteral("/lib"),
                             QStringLiteral("--symlink"),
                             QStringLiteral("usr/lib64"),
                             QStringLiteral("/lib64"),
                             QStringLiteral("--proc"),
                             QStringLiteral("/proc"),
                             QStringLiteral("--dev"),
                             QStringLiteral("/dev"),
                             QStringLiteral("--dir"),
                             QStringLiteral("/tmp"),
                             QStringLiteral("--bind"),
                             cluster.socketFolder(),
                             cluster.socketFolder(),
                             QStringLiteral("--ro-bind"),
                             QFileInfo(programPath()).path(),
                             QStringLiteral("/program"),
                             QStringLiteral("--ro-bind"),
                             QStringLiteral("%1/tests/integration/seed_commands.sh")
                                 .arg(qEnvironmentVariable("MASCLET_SOURCE_DIR")),
                             QStringLiteral("/seed.sh"),
                             QStringLiteral("--bind"),
                             folder + QStringLiteral("/backups"),
                             QStringLiteral("/backups"),
                             QStringLiteral("--bind"),
                             folder + QStringLiteral("/home"),
                             QStringLiteral("/home"),
                             QStringLiteral("--die-with-parent"),
                             QStringLiteral("--clearenv")};
    for (const QString &variable :
         {QStringLiteral("PATH=/usr/bin:/bin"), QStringLiteral("HOME=/home"),
          QStringLiteral("LC_ALL=C.UTF-8"), QStringLiteral("XDG_CONFIG_HOME=/home/config"),
          QStringLiteral("XDG_STATE_HOME=/home/state"),
          QStringLiteral("PGHOST=%1").arg(cluster.socketFolder()),
          QStringLiteral("PGPORT=%1").arg(cluster.port())})
        arguments << QStringLiteral("--setenv") << variable.section(u'=', 0, 0) << variable.section(u'=', 1);
    process.start(QStringLiteral("/usr/bin/bwrap"), arguments + command);
    process.waitForFinished(300'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

void tst_SeedCommands::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(makeSample(*m_cluster));
}

void tst_SeedCommands::theSeedsOwnCommandsWorkOnOurSets()
{
    const QTemporaryDir folder(QStringLiteral("/tmp/md-XXXXXX"));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("backups")));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("home")));
    const QString program = QStringLiteral("/program/masclet-backup");
    const QList<QStringList> commands = {
        {program, QStringLiteral("init"), QStringLiteral("--profile"), QStringLiteral("masclet_imperi"),
         QStringLiteral("--host"), m_cluster->socketFolder(), QStringLiteral("--port"),
         QString::number(m_cluster->port()), QStringLiteral("--dbname"), QStringLiteral("masclet_imperi"),
         QStringLiteral("--user"), QStringLiteral("postgres")},
        {program, QStringLiteral("backup")},
        {QStringLiteral("/bin/bash"), QStringLiteral("/seed.sh")}};
    ProgramOutcome outcome;
    for (const QStringList &command : commands) {
        outcome = inSeedsWorld(folder.path(), *m_cluster, command);
        QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errorOutput).constData());
    }
    QVERIFY2(!outcome.errorOutput.contains("ERROR"), outcome.errorOutput.constData());
    QVERIFY2(outcome.output.contains(" 347\n"), outcome.output.constData());
    QVERIFY2(outcome.output.contains("  1467\n"), outcome.output.constData());
}
