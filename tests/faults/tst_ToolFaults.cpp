#include "tests/faults/tst_ToolFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QJsonDocument>

using namespace masclet;
using namespace masclet::test;

void tst_ToolFaults::toolsOlderThanTheServerAreRefused_D09()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const FakeTool old(
        "case \"$1\" in --version) echo 'pg_dump (PostgreSQL) 14.9';; *) touch \"$0.used\";; esac");
    const ProgramOutcome outcome = desk.backup({QStringLiteral("--tools"), old.folder()});
    QVERIFY_EXIT(outcome, 20);
    QVERIFY2(outcome.errorOutput.contains("postgresql-client-15"), endOf(outcome).constData());
    QVERIFY(!QFile::exists(old.path() + QStringLiteral(".used")));
    QVERIFY_HOLDS(invariants.broken(outcome));
}

/// Newer than the server is no matter, known holes are (3.1): the backup is made and says so.
void tst_ToolFaults::toolsWithKnownHolesAreAWarning_SR1()
{
    const FaultDesk desk;
    const Invariants invariants = desk.invariants();
    const DumpStub old = DumpStub::ofVersion("15.14");
    const ProgramOutcome outcome = desk.backup(old.option());
    QVERIFY_EXIT(outcome, 3);
    const QByteArray sentence = "The client tools are 15.14 and lack security fixes that came with 15.20.";
    QVERIFY2(outcome.errorOutput.contains(sentence), endOf(outcome).constData());
    QVERIFY(QJsonDocument(desk.newestRun()).toJson().contains(sentence));
    const ProgramOutcome shown =
        desk.run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
    QVERIFY2(shown.output.contains(sentence), endOf(shown).constData());
    QFile manifest(QStringLiteral("%1/sets/%2.json").arg(desk.repository(), desk.sets().value(0)));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QByteArray text = manifest.readAll();
    QVERIFY2(text.contains(sentence) && text.contains("15.14"), text.constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QVERIFY_EXIT(desk.backup(), 0);
}
