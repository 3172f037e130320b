#include "tests/cli/tst_Documents.h"

#include "core/base/ExitCode.h"
#include "tests/cli/CliFixture.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QProcess>

using namespace masclet;
using masclet::test::CliFixture;

namespace
{

QString sourcePath(const QString &relative)
{
    return qEnvironmentVariable("MASCLET_SOURCE_DIR") + QChar(u'/') + relative;
}

const QString manPath = QStringLiteral("packaging/man/masclet-backup.1");
const QString completionPath = QStringLiteral("packaging/completion/masclet-backup");

} // namespace

void tst_Documents::theCommittedDocumentsAreCurrent_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("path");
    QTest::newRow("man page") << QStringLiteral("man") << manPath;
    QTest::newRow("completion") << QStringLiteral("completion") << completionPath;
}

void tst_Documents::theCommittedDocumentsAreCurrent()
{
    QFETCH(QString, kind);
    QFETCH(QString, path);
    CliFixture cli;
    QCOMPARE(cli.run({QStringLiteral("--generate"), kind}), 0);
    QFile file(sourcePath(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == cli.console.output, "run: cmake --build … --target update_documents");
}

void tst_Documents::theReadmeHasTheExitCodesOfTheProgram()
{
    QFile file(sourcePath(QStringLiteral("README.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QChar(u'\n'));
    QStringList expected;
    for (const ExitCodeRow &row : exitCodes()) {
        // The last row is a rule, not a number: "128+N: stopped by signal N".
        const QString text = exitCodeText(row);
        const QString rule = text.section(QStringLiteral(": "), 0, 0);
        expected << (row.code == 128 ? QStringLiteral("| %1 | %2 |").arg(rule, text.mid(rule.size() + 2))
                                     : QStringLiteral("| %1 | %2 |").arg(row.code).arg(text));
    }
    const qsizetype head = lines.indexOf(QStringLiteral("| code | meaning |"));
    QVERIFY(head > 0);
    QCOMPARE(lines.mid(head + 2, expected.size()), expected);
    QCOMPARE(lines.value(head + 2 + expected.size()), QString());
}

void tst_Documents::verbsTellOfExitCodesThatAreTheirs_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("checklist") << QStringLiteral("checklist") << QByteArray("3");
    QTest::newRow("audit verify") << QStringLiteral("audit verify") << QByteArray("16");
}

void tst_Documents::verbsTellOfExitCodesThatAreTheirs()
{
    QFETCH(QString, verb);
    QFETCH(QByteArray, code);
    CliFixture cli;
    QCOMPARE(cli.run(verb.split(QChar(u' ')) << QStringLiteral("--help")), 0);
    QVERIFY2(cli.console.output.contains("Ends with " + code + ' '), cli.console.output.constData());
}

void tst_Documents::theManPageHasNoErrors()
{
    QProcess man;
    man.start(QStringLiteral("groff"),
              {QStringLiteral("-man"), QStringLiteral("-Kutf8"), QStringLiteral("-Tutf8"),
               QStringLiteral("-ww"), QStringLiteral("-z"), sourcePath(manPath)});
    QVERIFY(man.waitForFinished());
    QCOMPARE(man.readAllStandardError(), QByteArray());
    QCOMPARE(man.exitCode(), 0);
}

void tst_Documents::bashCompletesVerbsFlagsAndValues_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("verb") << QStringLiteral("masclet-backup prof") << QByteArray("profile");
    QTest::newRow("second word") << QStringLiteral("masclet-backup profile se") << QByteArray("set");
    QTest::newRow("flag") << QStringLiteral("masclet-backup profile set --keep-la")
                          << QByteArray("--keep-last");
    QTest::newRow("flag not taken") << QStringLiteral("masclet-backup list --keep-la") << QByteArray();
    QTest::newRow("value") << QStringLiteral("masclet-backup profile set --sslmode verify-f")
                           << QByteArray("verify-full");
    QTest::newRow("flag before the verb")
        << QStringLiteral("masclet-backup --lang es li") << QByteArray("list");
}

void tst_Documents::bashCompletesVerbsFlagsAndValues()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, expected);
    const QString script =
        QStringLiteral("source \"$1\"; COMP_WORDS=(%1); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); "
                       "_masclet_backup; echo -n \"${COMPREPLY[*]}\"")
            .arg(words);
    QProcess bash;
    bash.start(QStringLiteral("bash"), {QStringLiteral("--norc"), QStringLiteral("-c"), script,
                                        QStringLiteral("bash"), sourcePath(completionPath)});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardError(), QByteArray());
    QCOMPARE(bash.readAllStandardOutput(), expected);
}
