#include "tests/integration/tst_EmptyMachine.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"
#include "tests/support/Zoo.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// Every command that `show` prints, in the order in which they are to be typed on a server without roles.
QByteArray printedCommands(const QByteArray &shown)
{
    QByteArrayList roles;
    QByteArrayList rest;
    for (QByteArray line : shown.split('\n')) {
        line.replace("KEY.txt", "/root/key.txt");
        const bool loads = line.startsWith("gunzip ") || line.startsWith("age ");
        if (loads && line.contains(".globals."))
            roles << line + " || true"; // the role postgres is there already
        else if (loads || line.startsWith("createdb ") || line.startsWith("mkdir ") ||
                 line.startsWith("tar "))
            rest << line;
    }
    return (roles + rest).join('\n') + '\n';
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

void tst_EmptyMachine::aSetOfAllKindsComesBack_data()
{
    QTest::addColumn<bool>("withProgram");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("by the program") << true << false;
    QTest::newRow("by the printed commands") << false << false;
    QTest::newRow("encrypted, by the program and the key") << true << true;
    QTest::newRow("encrypted, by the printed commands and the key") << false << true;
}

void tst_EmptyMachine::aSetOfAllKindsComesBack()
{
    QFETCH(bool, withProgram);
    QFETCH(bool, encrypted);
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    QVERIFY_RESULT(makeSample(**cluster));
    QVERIFY_RESULT((*cluster)->psql("masclet_imperi", "CREATE ROLE granja LOGIN PASSWORD 'x';"
                                                      "ALTER TABLE animals OWNER TO granja;"));
    const auto desk = Desk::make(**cluster, "masclet_imperi",
                                 {q("--restore-test"), q("never"), q("--kinds"), q("db,config,logs,state")});
    QVERIFY_RESULT(desk);
    const QString tree = (*desk)->home() + q("/tree");
    write(tree + q("/etc/app.conf"), "port = 5432\n");
    write(tree + q("/log/app.log"), "2025-02-18 all is well\n");
    const ProgramOutcome set = (*desk)->run(
        {q("profile"), q("set"), q("--config-paths"), tree + q("/etc"), q("--logs-paths"), tree + q("/log")});
    QVERIFY_EXIT(set, 0);
    const QTemporaryDir safe(q("/tmp/mk-XXXXXX"));
    const QString key = encrypted ? safe.filePath(q("key.txt")) : QString();
    if (encrypted) { // the machine that writes has no secret key
        const ProgramOutcome made = (*desk)->run({q("key"), q("create"), key});
        QVERIFY_EXIT(made, 0);
        static const QRegularExpression recipient(q("age1[0-9a-z]{58}"));
        QVERIFY_EXIT((*desk)->run({q("profile"), q("set"), q("--recipients"),
                                   recipient.match(QString::fromUtf8(made.output)).captured()}),
                     0);
    }
    const ProgramOutcome backup = (*desk)->run({q("backup"), q("--json")});
    QVERIFY_EXIT(backup, 0);
    const QString id = QJsonDocument::fromJson(backup.output)[q("set")].toString();
    QVERIFY(!id.isEmpty());
    const ProgramOutcome shown = (*desk)->run({q("show"), id});
    QVERIFY_EXIT(shown, 0);
    const auto source = databaseContents(**cluster, "masclet_imperi");
    QVERIFY_RESULT(source);

    // The old machine is gone; the new server answers where the old one did.
    const QString sockets = (*cluster)->socketFolder();
    cluster->reset();
    QVERIFY(QDir().mkpath(sockets));
    QFile::setPermissions(sockets, QFile::Permissions(0x7777));
    const QTemporaryDir root(q("/tmp/mr-XXXXXX"));
    const QString commands = root.path() + q(".sh");
    write(commands, printedCommands(shown.output));
    QProcess machine;
    machine.start(q("/usr/bin/unshare"),
                  {q("--mount"), q("--pid"), q("--fork"), q("--kill-child"), q("--propagation"), q("private"),
                   q("/bin/bash"),
                   qEnvironmentVariable("MASCLET_SOURCE_DIR") + q("/tests/integration/empty_machine.sh"),
                   root.path(), (*desk)->repository(), QFileInfo(programPath()).path(), sockets,
                   withProgram ? QString() : commands, id, key});
    QByteArray said;
    while (!said.contains("ready\n") && machine.state() != QProcess::NotRunning) {
        machine.waitForReadyRead(1000);
        said += machine.readAllStandardOutput();
    }
    const QByteArray complaints = machine.readAllStandardError();
    QVERIFY2(said.contains("ready\n"), (said + complaints).constData());
    QVERIFY2(said.contains("port = 5432\n"), said.constData());
    const auto copy = databaseContents(*TempCluster::reach(sockets), "desk_test");
    machine.closeWriteChannel();
    machine.waitForFinished();
    QFile::remove(commands);
    QDir(sockets).removeRecursively();
    QVERIFY_RESULT(copy);
    QCOMPARE(differences(*source, *copy).join(u'\n'), QString());
}
