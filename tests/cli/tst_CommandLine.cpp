#include "tests/cli/tst_CommandLine.h"

#include "app/cli/CommandLine.h"
#include "tests/cli/CliFixture.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using masclet::test::CliFixture;

void tst_CommandLine::helpListsEveryVerbAndEveryExitCode()
{
    CliFixture cli;
    QCOMPARE(cli.run({QStringLiteral("--help")}), 0);
    QCOMPARE(cli.console.errors, QByteArray());
    for (const auto &command : makeCommands())
        QVERIFY(cli.console.output.contains("\n  " + command->spec().name + ' '));
    for (const ExitCodeRow &row : exitCodes())
        QVERIFY(cli.console.output.contains("\n  " + QByteArray::number(row.code) + ' '));
    const QByteArray help = cli.console.output;
    QCOMPARE(cli.run({}), 0);
    QCOMPARE(cli.console.output, help);
}

void tst_CommandLine::everyVerbHasItsOwnHelp_data()
{
    QTest::addColumn<QByteArray>("verb");
    for (const auto &command : makeCommands())
        QTest::newRow(command->spec().name.constData()) << command->spec().name;
}

void tst_CommandLine::everyVerbHasItsOwnHelp()
{
    QFETCH(QByteArray, verb);
    CliFixture cli;
    QStringList words = QString::fromLatin1(verb).split(QChar(u' '));
    QCOMPARE(cli.run(words << QStringLiteral("--help")), 0);
    QVERIFY(cli.console.output.startsWith("masclet-backup " + verb));
    QVERIFY(cli.console.output.contains("--dry-run"));
    for (const auto &command : makeCommands()) {
        if (command->spec().name != verb)
            continue;
        QVERIFY(!command->spec().summary.isEmpty());
        for (const ArgumentSpec &argument : command->spec().arguments) {
            QVERIFY2(!argument.help.isEmpty(), argument.name.constData());
            QCOMPARE(argument.value.isEmpty(), argument.kind == ArgumentSpec::Kind::Switch);
        }
    }
}

void tst_CommandLine::helpOfAGroupShowsItsVerbsOnly()
{
    CliFixture cli;
    QCOMPARE(cli.run({QStringLiteral("profile"), QStringLiteral("--help")}), 0);
    QVERIFY(cli.console.output.contains("\n  profile show "));
    QVERIFY(!cli.console.output.contains("\n  init "));
}

void tst_CommandLine::everyOptionIsAFlagOfProfileSet_data()
{
    QTest::addColumn<QString>("path");
    for (const Option &option : optionTable())
        QTest::newRow(qPrintable(option.path())) << option.path();
}

void tst_CommandLine::everyOptionIsAFlagOfProfileSet()
{
    QFETCH(QString, path);
    const Option &option = *optionByPath(path);
    const QString text = optionText(option, option.get(Profile()));
    const auto commands = makeCommands();
    const auto parsed = parseCommandLine({QStringLiteral("profile"), QStringLiteral("set"),
                                          option.flag() + QChar(u'=') + text, QStringLiteral("--json")},
                                         commands);
    QVERIFY_RESULT(parsed);
    QCOMPARE(parsed->command->spec().name, QByteArray("profile set"));
    if (text.isEmpty())
        return; // CLI11 takes "--zone=" as an option without a value; the file can still say ""
    QCOMPARE(parsed->arguments.options.size(), 1);
    QCOMPARE(parsed->arguments.options.first().option, &option);
    QCOMPARE(parsed->arguments.options.first().text, text);
}

void tst_CommandLine::wrongUsageIsTwoAndSaysHowToGetHelp_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *line) {
        QTest::newRow(line) << QString::fromLatin1(line).split(QChar(u' '));
    };
    row("unknown");
    row("profile");
    row("profile unknown");
    row("profile list surplus");
    row("profile list --unknown");
    row("profile list --profile");
    row("profile list profile show");
    row("--json");
    row("list --lang fr");
    row("--lang=fr --help");
    row("key create");
    row("key create --dry-run");
    row("profile set --keep-last 0"); // T03, after parsing; needs no profile to be wrong
}

void tst_CommandLine::wrongUsageIsTwoAndSaysHowToGetHelp()
{
    QFETCH(QStringList, arguments);
    CliFixture cli;
    if (arguments.contains(QStringLiteral("--keep-last"))) {
        QDir().mkpath(cli.path(QStringLiteral("config/masclet-backup/profiles")));
        QFile file(cli.profilePath(QStringLiteral("shop")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("id = \"0123456789abcdef0123456789abcdef\"\n");
    }
    QCOMPARE(cli.run(arguments), 2);
    QVERIFY(cli.console.errors.startsWith("Error: "));
    QCOMPARE(cli.console.output.isEmpty(), !arguments.contains(QStringLiteral("--json")));
}

void tst_CommandLine::jsonErrorsAreOneDocumentOnStandardOutput()
{
    CliFixture cli;
    QCOMPARE(cli.run({QStringLiteral("profile"), QStringLiteral("show"), QStringLiteral("--json")}), 10);
    const QJsonObject error = cli.document().value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("kind")).toString(), QStringLiteral("config"));
    QCOMPARE(error.value(QStringLiteral("code")).toInt(), 10);
    QVERIFY(!error.value(QStringLiteral("message")).toString().isEmpty());
    QVERIFY(!cli.console.errors.isEmpty());

    QCOMPARE(cli.run({QStringLiteral("blub"), QStringLiteral("--json")}), 2);
    QVERIFY(cli.document().contains(QStringLiteral("error")));
}

void tst_CommandLine::commonArgumentsWorkBeforeAndAfterTheVerb()
{
    const auto commands = makeCommands();
    const auto parsed =
        parseCommandLine({QStringLiteral("--profile"), QStringLiteral("one"),
                          QStringLiteral("--repository=/r"), QStringLiteral("profile"),
                          QStringLiteral("list"), QStringLiteral("--profile"), QStringLiteral("two")},
                         commands);
    QVERIFY_RESULT(parsed);
    QCOMPARE(parsed->arguments.value("profile"), QStringLiteral("two"));
    QCOMPARE(parsed->arguments.options.size(), 1);
    QCOMPARE(parsed->arguments.options.first().text, QStringLiteral("/r"));
}

void tst_CommandLine::aRelativePathIsSeenFromTheCurrentFolder()
{
    const auto commands = makeCommands();
    const auto parsed = parseCommandLine(
        {QStringLiteral("list"), QStringLiteral("--repository"), QStringLiteral("b")}, commands);
    QVERIFY_RESULT(parsed);
    QCOMPARE(parsed->arguments.options.first().text, QDir::current().absoluteFilePath(QStringLiteral("b")));
}

void tst_CommandLine::versionIsOneLine()
{
    CliFixture cli;
    QCOMPARE(cli.run({QStringLiteral("--version")}), 0);
    QCOMPARE(cli.console.output, QByteArray("masclet-backup " MASCLET_VERSION "\n"));
}
