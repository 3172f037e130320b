#include "tests/integration/tst_Encryption.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/FakeTool.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QByteArray marker = "unmistakable-plain-text";

QString recipientIn(const QByteArray &output)
{
    static const QRegularExpression key(q("age1[0-9a-z]{58}"));
    return key.match(QString::fromLatin1(output)).captured();
}

/// What stands in the clear in any file below `folder`.
QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found << file.fileName();
    }
    return found;
}

QString encryptedArchive(const Desk &desk)
{
    const QDir folder(desk.repository() + q("/db"));
    const QStringList names = folder.entryList({q("*.sql.gz.age")}, QDir::Files, QDir::Time);
    for (const QString &name : names) {
        if (!name.contains(q(".globals.")))
            return folder.filePath(name);
    }
    return {};
}

} // namespace

void tst_Encryption::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE TABLE animals (id int PRIMARY KEY, nom text); INSERT INTO "
                                           "animals SELECT g, '" +
                                               marker +
                                               " ' || g || md5(g::text) FROM generate_series(1, 20000) g"));
    m_key = m_folder.filePath(q("key.txt"));
    const ProgramOutcome made = runProgram(m_folder.path(), {q("key"), q("create"), m_key});
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    m_recipient = recipientIn(made.output);
    QVERIFY(!m_recipient.isEmpty());
    QVERIFY(!made.output.contains("AGE-SECRET-KEY"));
    m_other = m_folder.filePath(q("other.txt"));
    QCOMPARE(runProgram(m_folder.path(), {q("key"), q("create"), m_other}).exitCode, 0);
}

QByteArray tst_Encryption::databases() const
{
    return m_cluster->psql("postgres", "SELECT datname FROM pg_database WHERE oid >= 16384 ORDER BY 1")
        .value_or("?")
        .trimmed();
}

void tst_Encryption::theKeyIsMadeOnceAndForItsOwnerOnly()
{
    const QFile::Permissions others(0x0077);
    QCOMPARE(QFileInfo(m_key).permissions() & others, QFile::Permissions());
    const ProgramOutcome again = runProgram(m_folder.path(), {q("key"), q("create"), m_key});
    QCOMPARE(again.exitCode, 10);
    const ProgramOutcome printed = runProgram(
        m_folder.path(), {q("key"), q("create"), m_folder.filePath(q("printed.txt")), q("--print")});
    QCOMPARE(printed.exitCode, 0);
    QVERIFY(printed.output.contains("AGE-SECRET-KEY-1"));
}

void tst_Encryption::aMachineWithoutTheSecretWritesAndCannotRead()
{
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient, q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run({q("backup"), q("--no-retention")});
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    QVERIFY(QFile::exists(encryptedArchive(**desk)));
    QVERIFY((*desk)->run({q("list")}).output.contains("verified"));
    const ProgramOutcome verified = (*desk)->run({q("verify"), q("--latest")});
    QVERIFY2(verified.exitCode == 0, verified.errorOutput.constData());
    QVERIFY(verified.output.contains("stored bytes"));
    for (const QStringList &call : {QStringList{q("restore-test"), q("--latest")},
                                    QStringList{q("restore"), q("--latest"), q("--to"), q("copy")}}) {
        const ProgramOutcome refused = (*desk)->run(call);
        QVERIFY2(refused.exitCode == 12, refused.errorOutput.constData());
    }
    // Asked for a proof it cannot give, the night is not called good.
    QCOMPARE((*desk)->run({q("profile"), q("set"), q("--restore-test"), q("every")}).exitCode, 0);
    QCOMPARE((*desk)->run({q("backup"), q("--no-retention")}).exitCode, 12);
}

/// A set is written for its public keys. Of what cannot be opened here the stored bytes are read back.
void tst_Encryption::aKeyThatCannotServeCostsNoBackup()
{
    const QString other = m_folder.filePath(q("of somebody else.txt"));
    QCOMPARE(runProgram(m_folder.path(), {q("key"), q("create"), other}).exitCode, 0);
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient, q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    for (const QString &key : {q("/nowhere/key.txt"), other}) {
        const ProgramOutcome made = (*desk)->run({q("backup"), q("--no-retention"), q("--identity"), key});
        QVERIFY_EXIT(made, 3);
        QVERIFY2(made.errorOutput.contains("stored bytes"), made.errorOutput.constData());
    }
    QCOMPARE(QDir((*desk)->repository() + q("/sets")).entryList({q("*.json")}).size(), 2);
    QVERIFY_EXIT((*desk)->run({q("restore-test"), q("--latest"), q("--identity"), m_key}), 0);
}

void tst_Encryption::checkingTheProfileTriesTheKeys()
{
    const auto desk = Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient});
    QVERIFY_RESULT(desk);
    const QStringList check{q("profile"), q("check")};
    const ProgramOutcome without = (*desk)->run(check);
    QVERIFY2(without.output.contains("No secret key is here"), without.output.constData());
    const ProgramOutcome with = (*desk)->run(check + QStringList{q("--identity"), m_key});
    QVERIFY2(with.output.contains("The secret key here opens them"), with.output.constData());
    const QString other = m_folder.filePath(q("foreign.txt"));
    QCOMPARE(runProgram(m_folder.path(), {q("key"), q("create"), other}).exitCode, 0);
    const ProgramOutcome wrong = (*desk)->run(check + QStringList{q("--identity"), other});
    QVERIFY2(wrong.output.contains("opens none of them"), wrong.output.constData());
    QCOMPARE(wrong.exitCode, 3);
    const ProgramOutcome missing = (*desk)->run(check + QStringList{q("--age"), q("/nowhere/age")});
    QCOMPARE(missing.exitCode, 20);
    QVERIFY2(missing.output.contains("/nowhere/age"), missing.output.constData());
}

void tst_Encryption::theRightKeyProvesAndRestores()
{
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient, q("--identity"), m_key});
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run({q("backup"), q("--no-retention")});
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    QVERIFY(made.output.contains("restore-tested"));
    const ProgramOutcome restored = (*desk)->run({q("restore"), q("--latest"), q("--to"), q("copy")});
    QVERIFY2(restored.exitCode == 0, restored.errorOutput.constData());
    const auto found = compareDatabases(*m_cluster, "farm", "copy");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(4000)));
    QVERIFY_RESULT(m_cluster->dropDatabase("copy"));
    // A key that others may read is none.
    QFile::setPermissions(m_key, QFile::Permissions(0x6644));
    QCOMPARE((*desk)->run({q("restore-test"), q("--latest")}).exitCode, 12);
    QFile::setPermissions(m_key, QFile::ReadUser | QFile::WriteUser);
}

void tst_Encryption::aWrongKeyAndADamagedFileAreToldApart_O03()
{
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient, q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run({q("backup"), q("--no-retention")}).exitCode, 0);
    const ProgramOutcome wrong = (*desk)->run({q("restore-test"), q("--latest"), q("--identity"), m_other});
    QCOMPARE(wrong.exitCode, 12);
    QVERIFY2(wrong.errorOutput.contains(m_recipient.toLatin1()), wrong.errorOutput.constData());
    QVERIFY((*desk)->run({q("list")}).output.contains("verified"));

    QFile file(encryptedArchive(**desk));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60)); // in the header: to age it looks like a wrong key
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1);
    byte = byte == 'a' ? 'b' : 'a';
    QCOMPARE(file.write(&byte, 1), 1);
    file.close();
    for (const QString &key : {m_key, m_other}) {
        const ProgramOutcome damaged = (*desk)->run({q("restore-test"), q("--latest"), q("--identity"), key});
        QVERIFY2(damaged.exitCode == 16, damaged.errorOutput.constData());
    }
    QCOMPARE((*desk)->run({q("verify"), q("--latest")}).exitCode, 16);
}

/// LoadCredential=desk.age:… in the unit gives it to a scheduled run.
void tst_Encryption::theKeyComesFromASystemdCredential()
{
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient, q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run({q("backup"), q("--no-retention")}), 0);
    const QStringList test{q("restore-test"), q("--latest")};
    const QTemporaryDir credentials(q("/tmp/mk-XXXXXX"));
    (*desk)->setEnvironment({q("CREDENTIALS_DIRECTORY=") + credentials.path()});
    QVERIFY_EXIT((*desk)->run(test), 12);
    QVERIFY(QFile::copy(m_key, credentials.filePath(q("desk.age"))));
    const ProgramOutcome tested = (*desk)->run(test);
    QVERIFY_EXIT(tested, 0);
    QVERIFY((*desk)->run({q("list")}).output.contains("restore-tested"));
    (*desk)->setEnvironment({});
    QVERIFY_EXIT((*desk)->run(test), 12);
}

void tst_Encryption::theKeyOpensWhatIsRestoredAndLookedInto()
{
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient, q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run({q("backup"), q("--no-retention")}), 0);
    const QStringList restore{q("restore"), q("--latest"), q("--to"), q("copy")};
    const QStringList rows{q("inspect"), q("--latest"), q("--table"), q("animals"), q("--rows"), q("3")};
    for (const QStringList &key : {QStringList(), QStringList{q("--identity"), m_other}}) {
        for (const QStringList &call : {restore, rows}) {
            const ProgramOutcome refused = (*desk)->run(call + key);
            QVERIFY_EXIT(refused, 12);
            QVERIFY2(!refused.output.contains(marker), refused.output.constData());
            // What is missing, and what would open it.
            QVERIFY2(refused.errorOutput.contains(key.isEmpty() ? QByteArray("--identity")
                                                                : m_recipient.toLatin1()),
                     refused.errorOutput.constData());
        }
    }
    QCOMPARE(databases(), QByteArray("farm"));
    const QStringList right{q("--identity"), m_key};
    const ProgramOutcome shown = (*desk)->run(rows + right);
    QVERIFY_EXIT(shown, 0);
    QCOMPARE(shown.output.count(marker), 3);
    QVERIFY2(shown.output.contains("CREATE TABLE public.animals"), shown.output.constData());
}

void tst_Encryption::damageInTheMiddleIsFoundBeforeAnythingIsMade()
{
    const auto desk =
        Desk::make(*m_cluster, "farm",
                   {q("--recipients"), m_recipient, q("--identity"), m_key, q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run({q("backup"), q("--no-retention")}), 0);
    QFile file(encryptedArchive(**desk));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1);
    byte = char(byte ^ 1);
    QCOMPARE(file.write(&byte, 1), 1);
    file.close();
    const ProgramOutcome refused = (*desk)->run({q("restore"), q("--latest"), q("--to"), q("copy")});
    QVERIFY_EXIT(refused, 16);
    QCOMPARE(databases(), QByteArray("farm"));
    QVERIFY_EXIT((*desk)->run({q("restore-test"), q("--latest")}), 16);
    QCOMPARE(databases(), QByteArray("farm"));
}

void tst_Encryption::aToolKilledInTheMiddleIsNoWrongKey_G13_data()
{
    QTest::addColumn<QString>("tool");
    QTest::newRow("age") << q("age");
    QTest::newRow("pg_restore") << q("pg_restore");
}

/// By the system's out-of-memory killer, say. Nobody is told to look for another key or another set.
void tst_Encryption::aToolKilledInTheMiddleIsNoWrongKey_G13()
{
    QFETCH(QString, tool);
    const bool isAge = tool == q("age");
    const QByteArray real = isAge ? QByteArray("/usr/bin/age") : stockPrograms().toUtf8() + "/pg_restore";
    QStringList options{q("--restore-test"), q("never")};
    options += isAge ? QStringList{q("--recipients"), m_recipient, q("--identity"), m_key}
                     : QStringList{q("--format"), q("custom")};
    const auto desk = Desk::make(*m_cluster, "farm", options);
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run({q("backup"), q("--no-retention")}), 0);
    // Calls with a pass live.
    const QTemporaryDir passes(q("/tmp/mr-XXXXXX"));
    const FakeTool dying("case \"$*\" in *--help*|*--version*) exec " + real +
                             " \"$@\";; esac\nfor pass in " + passes.path().toUtf8() +
                             "/*; do [ -e \"$pass\" ] && rm \"$pass\" && exec " + real + " \"$@\"; done\n" +
                             real + " \"$@\" | head -c 100000; kill -9 $$",
                         tool);
    QVERIFY(QFile::link(q("/usr/bin/age-keygen"), dying.folder() + q("/age-keygen")));
    for (const char *program : {"pg_dump", "pg_dumpall"})
        QVERIFY(QFile::link(stockPrograms() + u'/' + q(program), dying.folder() + u'/' + q(program)));
    const QStringList with =
        isAge ? QStringList{q("--age"), dying.path()} : QStringList{q("--tools"), dying.folder()};
    QVERIFY_EXIT((*desk)->run(QStringList{q("profile"), q("set")} + with), 0);

    const auto ends = [&](const QStringList &call, int exitCode) {
        const ProgramOutcome outcome = (*desk)->run(call);
        QVERIFY_EXIT(outcome, exitCode);
        QVERIFY2(outcome.errorOutput.contains(tool.toUtf8() + " was killed by signal 9"),
                 outcome.errorOutput.constData());
        QCOMPARE(databases(), QByteArray("farm"));
    };
    ends({q("restore-test"), q("--latest")}, 17);
    if (isAge)
        ends({q("restore-test"), q("--latest"), q("--sandbox")}, 17);
    ends({q("verify"), q("--latest")}, 20);
    // It dies while the set is validated.
    ends({q("restore"), q("--latest"), q("--to"), q("copy")}, 20);
    if (isAge) { // pg_restore sees no passes from behind its walls
        for (const char *name : {"archive", "globals"}) {
            QFile pass(passes.filePath(q(name)));
            QVERIFY(pass.open(QIODevice::WriteOnly));
        }
        ends({q("restore"), q("--latest"), q("--to"), q("copy")}, 21); // while it is loaded
    }
    // Nothing is known to be wrong with the set.
    QVERIFY(!(*desk)->run({q("list")}).output.contains("damaged"));
}

void tst_Encryption::stockToolsOpenIt()
{
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--recipients"), m_recipient, q("--identity"), m_key});
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run({q("backup"), q("--no-retention")}).exitCode, 0);
    const ProgramOutcome shown = (*desk)->run({q("show"), q("--latest")});
    static const QRegularExpression line(q("age -d -i \\S+ \\S+ \\| gunzip -c \\| "));
    const auto command = line.match(QString::fromUtf8(shown.output));
    QVERIFY2(command.hasMatch(), shown.output.constData());
    QProcess pipe;
    pipe.start(q("/bin/bash"), {q("-o"), q("pipefail"), q("-c"), command.captured() + q("cat")});
    QVERIFY(pipe.waitForFinished());
    QCOMPARE(pipe.exitCode(), 0);
    QCOMPARE(pipe.readAllStandardOutput().count(marker), 20000);
}

/// Killed in the middle as well: neither the repository nor /tmp has a word of it.
void tst_Encryption::nothingIsLeftInPlainText_O04()
{
    const auto desk =
        Desk::make(*m_cluster, "farm",
                   {q("--recipients"), m_recipient, q("--identity"), m_key, q("--compression"), q("none")});
    QVERIFY_RESULT(desk);
    for (int round = 0; round < scaled(20); ++round) {
        const auto running = (*desk)->start({q("backup"), q("--no-retention")});
        running->waitForFinished(60 + (round * 97) % 500);
        running->kill();
        running->waitForFinished(-1);
        QCOMPARE(filesWith((*desk)->home(), marker), QStringList());
    }
    QCOMPARE((*desk)->run({q("backup"), q("--no-retention")}).exitCode, 0);
    QCOMPARE(filesWith((*desk)->home(), marker), QStringList());
    QCOMPARE(filesWith((*desk)->home(), "AGE-SECRET-KEY"), QStringList());
}

void tst_Encryption::withoutTheProgramNothingIsMade()
{
    const auto desk = Desk::make(
        *m_cluster, "farm",
        {q("--recipients"), m_recipient, q("--age"), q("/nowhere/age"), q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    const ProgramOutcome refused = (*desk)->run({q("backup")});
    QVERIFY2(refused.exitCode == 20, refused.errorOutput.constData());
    QVERIFY(refused.errorOutput.contains("/nowhere/age"));
    QVERIFY(QDir((*desk)->repository() + q("/db")).isEmpty());
}

void tst_Encryption::allKindsAreEncrypted()
{
    const QTemporaryDir settings(q("/tmp/mc-XXXXXX"));
    QFile file(settings.filePath(q("app.conf")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(marker) > 0);
    file.close();
    const auto desk =
        Desk::make(*m_cluster, "farm",
                   {q("--recipients"), m_recipient, q("--identity"), m_key, q("--restore-test"), q("never"),
                    q("--kinds"), q("db,config,state"), q("--config-paths"), settings.path()});
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run({q("backup"), q("--no-retention")});
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    QCOMPARE(filesWith((*desk)->repository(), marker), QStringList());
    for (const char *kind : {"db", "config", "state"}) {
        const QFileInfoList files = QDir((*desk)->repository() + u'/' + q(kind)).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), kind == QByteArray("db") ? 2 : 1);
        for (const QFileInfo &info : files) { // compressed, a file would not show the marker either
            QFile stored(info.filePath());
            QVERIFY(info.fileName().endsWith(q(".age")) && stored.open(QIODevice::ReadOnly));
            QVERIFY2(stored.readAll().startsWith("age-encryption.org/v1"), qPrintable(info.fileName()));
        }
    }
    QCOMPARE((*desk)->run({q("verify"), q("--latest")}).exitCode, 0);
    const QString back = settings.filePath(q("back"));
    const QStringList restore{q("restore"), q("--latest"), q("--files"), back};
    QCOMPARE((*desk)->run(restore).exitCode, 0);
    QCOMPARE(filesWith(back, marker).size(), 1);
    QVERIFY(QDir(back).removeRecursively());
    QCOMPARE((*desk)->run({q("profile"), q("set"), q("--identity"), QString()}).exitCode, 0);
    QCOMPARE((*desk)->run(restore).exitCode, 12);
    QCOMPARE((*desk)->run({q("inspect"), q("--drift"), q("--latest")}).exitCode, 12);
    QVERIFY(!QFileInfo::exists(back));
}
