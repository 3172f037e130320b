#include "tests/cli/tst_Language.h"

#include "app/Language.h"
#include "core/base/ExitCode.h"
#include "tests/cli/CliFixture.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QLocale>

using namespace masclet;
using masclet::test::CliFixture;

void tst_Language::chosenByFlagThenEnvironment_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("language");
    const auto row = [](const char *arguments, const char *variables, const char *language) {
        QTest::addRow("%s | %s", arguments, variables)
            << QString::fromLatin1(arguments) << QString::fromLatin1(variables)
            << QString::fromLatin1(language);
    };
    row("list", "", "en");
    row("list --lang es", "LANG=en_GB.UTF-8", "es");
    row("--lang=es list", "", "es");
    row("--lang en", "LC_ALL=es_ES.UTF-8", "en");
    row("list", "LANG=es_ES.UTF-8", "es");
    row("list", "LC_MESSAGES=en_GB.UTF-8 LANG=es_ES.UTF-8", "en");
    row("list", "LC_ALL=es_ES LC_MESSAGES=C", "es");
    row("list", "LANG=C", "en");
    row("list", "LANG=fr_FR.UTF-8", "en");
    row("--lang", "LANG=es", "es");
}

void tst_Language::chosenByFlagThenEnvironment()
{
    QFETCH(QString, arguments);
    QFETCH(QString, variables);
    QFETCH(QString, language);
    Environment environment;
    for (const QString &variable : variables.split(QChar(u' '), Qt::SkipEmptyParts))
        environment.insert(variable.section(QChar(u'='), 0, 0), variable.section(QChar(u'='), 1));
    QCOMPARE(chosenLanguage(arguments.split(QChar(u' ')), environment), language);
}

void tst_Language::theSpanishCatalogueIsCompiledIn()
{
    CliFixture cli;
    QCOMPARE(cli.run({QStringLiteral("--lang"), QStringLiteral("es"), QStringLiteral("--help")}), 0);
    QVERIFY(cli.console.output.contains("otra ejecución tiene el repositorio"));
    QCOMPARE(cli.run({QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--help")}), 0);
    QVERIFY(cli.console.output.contains("another run holds the repository"));
}

void tst_Language::englishHasItsPlurals()
{
    const LanguageScope language(QStringLiteral("en"));
    const auto profiles = [](int n) {
        return QCoreApplication::translate("StatusCommand", "%n profile(s)", nullptr, n);
    };
    QCOMPARE(profiles(1), QStringLiteral("1 profile"));
    QCOMPARE(profiles(2), QStringLiteral("2 profiles"));
}

void tst_Language::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("catalogue");
    QTest::newRow("Spanish") << QStringLiteral("es");
    QTest::newRow("English plurals") << QStringLiteral("en");
}

void tst_Language::everyTextIsTranslated()
{
    QFETCH(QString, catalogue);
    QFile file(qEnvironmentVariable("MASCLET_SOURCE_DIR") +
               QStringLiteral("/resources/i18n/masclet_%1.ts").arg(catalogue));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<translation>"));
    const qsizetype unfinished = text.indexOf("type=\"unfinished\"");
    QVERIFY2(unfinished < 0, text.mid(std::max<qsizetype>(unfinished - 300, 0), 340).constData());
}

void tst_Language::afterwardsTheLanguageIsAsBefore()
{
    {
        const LanguageScope language(QStringLiteral("es"));
        QCOMPARE(QLocale().toString(1.5, 'f', 1), QStringLiteral("1,5"));
    }
    QCOMPARE(QLocale().toString(1.5, 'f', 1), QStringLiteral("1.5"));
    QCOMPARE(exitCodeText(exitCodes()[0]), QStringLiteral("done"));
}
