#include "tests/faults/tst_PathFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QHash>

#include <sys/stat.h>
#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

constexpr char secretWord[] = "what somebody else keeps\n";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(), qPrintable(path));
}

/// Names of plain files, links included, below a folder.
QStringList filesBelow(const QString &folder)
{
    QStringList names;
    QDirIterator entries(folder, QDir::Files | QDir::System | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        names << entries.next();
    return names;
}

/// Shell lines that run while pg_dumpall does: "$1" is the id of the set that is being made.
DumpStub whileItRuns(const FaultDesk &desk, const QByteArray &lines)
{
    const QByteArray staged = desk.repository().toUtf8() + "/.staging/*/db.*.globals.sql.gz";
    return DumpStub("exec " + DumpStub::run("pg_dump"),
                    "id=$(/usr/bin/basename " + staged + " .globals.sql.gz)\nid=${id#db.}\ncd " +
                        desk.repository().toUtf8() + '\n' + lines + "\nexec " + DumpStub::run("pg_dumpall"));
}

/// A word for a shell that stands for these bytes, whatever they are.
QByteArray shellWord(const QByteArray &bytes)
{
    QByteArray octal;
    for (const char byte : bytes)
        octal += "\\0" + QByteArray::number(uchar(byte), 8).rightJustified(3, '0');
    return "\"$(printf %b '" + octal + "')\"";
}

/// A final name of the set "$id".
void addFinalNames()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("archive") << QByteArray("db/$id.sql.gz");
    QTest::newRow("globals") << QByteArray("db/$id.globals.sql.gz");
    QTest::newRow("checksums") << QByteArray("sets/$id.sha256");
    QTest::newRow("manifest") << QByteArray("sets/$id.json");
}

} // namespace

void tst_PathFaults::aForeignFileOfTheNextNameIsSteppedAround_S11()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const QString foreign = QStringLiteral("%1/db/%2-2.sql.gz").arg(desk.repository(), desk.sets().first());
    writeFile(foreign, secretWord);
    const Invariants invariants = desk.invariants();
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, 0);
    QVERIFY(desk.sets().contains(desk.sets().first() + QStringLiteral("-3")));
    QCOMPARE(contentOf(foreign), QByteArray(secretWord));
    QVERIFY(QFile::remove(foreign));
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_PathFaults::aFileThatAppearsAtAFinalNameIsNotReplaced_S11_data()
{
    addFinalNames();
}

void tst_PathFaults::aFileThatAppearsAtAFinalNameIsNotReplaced_S11()
{
    QFETCH(QByteArray, name);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const DumpStub stub = whileItRuns(desk, "echo theirs > " + name + "; echo " + name + " > planted");
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY_EXIT(outcome, 15);
    const QString planted =
        desk.repository() + u'/' +
        QString::fromUtf8(contentOf(desk.repository() + QStringLiteral("/planted"))).trimmed();
    QCOMPARE(contentOf(planted), QByteArray("theirs\n"));
    QVERIFY(QFile::remove(planted));
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_PathFaults::plantedLinksAreNotFollowed_S12_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"db", "sets", "runs", ".staging", "repository.json", "journal.jsonl", ".lock", ".reserve"})
        QTest::newRow(name) << QByteArray(name);
}

/// A link in the place of anything that is ours leads nowhere: its target stays as it is, and no set comes
/// to be through it.
void tst_PathFaults::plantedLinksAreNotFollowed_S12()
{
    QFETCH(QByteArray, name);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QString place = desk.repository() + u'/' + QString::fromUtf8(name);
    const QString away = desk.desk().home() + QStringLiteral("/away");
    const bool folder = QFileInfo(place).isDir();
    QVERIFY(QFile::rename(place, away));
    QVERIFY(QFile::link(away, place));
    const QStringList before = filesBelow(away);
    const QByteArray content = folder ? QByteArray() : contentOf(away);
    const ProgramOutcome outcome = desk.backup();
    QVERIFY2(QFileInfo(place).isSymLink() || outcome.exitCode == 0, endOf(outcome).constData());
    if (folder)
        QCOMPARE(filesBelow(away), before);
    else
        QCOMPARE(contentOf(away), content);
    if (QFileInfo(place).isSymLink()) {
        QVERIFY(QFile::remove(place));
        QVERIFY(QFile::rename(away, place));
    }
    QVERIFY_HOLDS(invariants.broken());
}

void tst_PathFaults::aLinkPlantedAtAFinalNameIsNotFollowed_S12()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const QString victim = desk.desk().home() + QStringLiteral("/victim");
    writeFile(victim, secretWord);
    for (const QByteArray name : {"db/$id.sql.gz", "db/$id.globals.sql.gz", "sets/$id.json"}) {
        const Invariants invariants = desk.invariants();
        const DumpStub stub = whileItRuns(desk, "ln -s " + victim.toUtf8() + ' ' + name);
        const ProgramOutcome outcome = desk.backup(stub.option());
        QVERIFY_EXIT(outcome, 15);
        QCOMPARE(contentOf(victim), QByteArray(secretWord));
        for (const QString &path : filesBelow(desk.repository())) {
            if (QFileInfo(path).isSymLink())
                QVERIFY(QFile::remove(path));
        }
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
}

void tst_PathFaults::aRepositorySwappedForALinkReceivesNothing_S13()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QString elsewhere = desk.desk().home() + QStringLiteral("/elsewhere");
    QVERIFY(QDir().mkdir(elsewhere));
    const QByteArray path = desk.repository().toUtf8();
    const DumpStub stub =
        whileItRuns(desk, "mv " + path + ' ' + path + ".away\nln -s " + elsewhere.toUtf8() + ' ' + path);
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY_EXIT(outcome, 15);
    QVERIFY(filesBelow(elsewhere).isEmpty());
    QVERIFY(QFile::remove(desk.repository()));
    QVERIFY(QFile::rename(desk.repository() + QStringLiteral(".away"), desk.repository()));
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_PathFaults::aRepositoryOthersMayWriteInIsNamedOrRefused_S14()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QByteArray path = desk.repository().toUtf8();
    QCOMPARE(::chmod(path.constData(), 0777), 0);
    QVERIFY_EXIT(desk.backup(), 10);
    QCOMPARE(::chmod(path.constData(), 0770), 0);
    const ProgramOutcome group = desk.backup();
    QVERIFY_EXIT(group, 3);
    QVERIFY2(group.errorOutput.contains("The group of"), endOf(group).constData());
    QCOMPARE(::chmod(path.constData(), 0700), 0);
    if (::geteuid() == 0) {
        QCOMPARE(::chown(path.constData(), 65534, 65534), 0);
        const ProgramOutcome foreign = desk.backup();
        QVERIFY_EXIT(foreign, 3);
        QVERIFY2(foreign.errorOutput.contains("another user"), endOf(foreign).constData());
        QCOMPARE(::chown(path.constData(), 0, 0), 0);
    }
    QVERIFY_HOLDS(invariants.broken());
}

void tst_PathFaults::everythingIsPrivateWhateverTheUmask_S15_data()
{
    QTest::addColumn<mode_t>("mask");
    QTest::addColumn<QString>("format");
    const QString plain = QStringLiteral("plain");
    QTest::newRow("000") << mode_t(0) << plain;
    QTest::newRow("077") << mode_t(077) << plain;
    QTest::newRow("777") << mode_t(0777) << plain;
    // Here pg_dump makes the files and pg_restore reads them again.
    const QString folder = QStringLiteral("directory");
    QTest::newRow("000, directory") << mode_t(0) << folder;
    QTest::newRow("777, directory") << mode_t(0777) << folder;
}

void tst_PathFaults::everythingIsPrivateWhateverTheUmask_S15()
{
    QFETCH(mode_t, mask);
    QFETCH(QString, format);
    const FaultDesk desk;
    const mode_t before = ::umask(mask);
    const ProgramOutcome outcome = desk.backup({QStringLiteral("--format"), format});
    ::umask(before);
    QVERIFY_EXIT(outcome, 0);
    // The status file is for everybody, and so is the way to it; nothing else is, not even a list of names.
    const QByteArray state = (desk.desk().home() + QStringLiteral("/state/masclet-backup")).toUtf8();
    const QHash<QByteArray, mode_t> open{
        {state, 0711}, {state + "/status", 0755}, {state + "/status/desk.json", 0644}};
    qsizetype seen = 0;
    for (const QString &top : {desk.repository(), desk.desk().home() + QStringLiteral("/state")}) {
        QDirIterator entries(top, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QByteArray path = entries.next().toUtf8();
            struct stat info = {};
            QCOMPARE(::lstat(path.constData(), &info), 0);
            const mode_t wanted = open.value(path, S_ISDIR(info.st_mode) ? 0700 : 0600);
            seen += open.contains(path) ? 1 : 0;
            QVERIFY2((info.st_mode & 07777) == wanted,
                     (path + ' ' + QByteArray::number(info.st_mode, 8)).constData());
        }
    }
    QCOMPARE(seen, open.size());
}

void tst_PathFaults::oddPathsWorkOrAreRefused_S17_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("works");
    QTest::newRow("spaces, quotes, signs") << QByteArray("a b 'c' \"d\" %s $(id) ;&* ñ日") << true;
    QTest::newRow("255 bytes") << QByteArray(255, 'x') << true;
    QTest::newRow("3 kB of folders") << (QByteArray(200, 'y') + '/').repeated(15) + "z" << true;
    QTest::newRow("too long") << (QByteArray(200, 'y') + '/').repeated(20) + "z" << false;
    QTest::newRow("line break") << QByteArray("a\nb") << false;
    QTest::newRow("escape") << QByteArray("a\x1b[31mb") << false;
    QTest::newRow("not UTF-8") << QByteArray("a\xff") << false;
}

void tst_PathFaults::oddPathsWorkOrAreRefused_S17()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, works);
    const FaultDesk desk;
    const QTemporaryDir folder;
    const QByteArray path = folder.path().toUtf8() + '/' + name;
    // Through a shell: QProcess would recode bytes that are no text.
    const auto call = [&](const QByteArray &verb) {
        const QByteArray line = "exec \"$0\" " + verb + " --repository " + shellWord(path);
        return desk.desk().runUnder(
            {QStringLiteral("/bin/sh"), QStringLiteral("-c"), QString::fromUtf8(line)}, {});
    };
    const ProgramOutcome made = call("init --profile odd --dbname shop --user postgres --host " +
                                     FaultDesk::server().socketFolder().toUtf8() + " --port " +
                                     QByteArray::number(FaultDesk::server().port()));
    if (!works) {
        QVERIFY_EXIT(made, 10);
        QVERIFY(QDir(folder.path()).isEmpty());
        return;
    }
    QVERIFY_EXIT(call("backup --profile odd --no-retention"), 0);
    QVERIFY_EXIT(call("verify --profile odd --all"), 0);
}
