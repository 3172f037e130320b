#include "tests/core/restore/tst_SandboxLocales.h"

#include "core/restore/SandboxLocales.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

// Names no machine has, so that every one is built.
const QByteArray supported = "xx_XX.UTF-8 UTF-8\nxx_XX ISO-8859-1\nxx_XX@euro ISO-8859-15\n"
                             "xx_YY UTF-8\nxx_YY@valencia UTF-8\n";

} // namespace

void tst_SandboxLocales::nothingIsBuiltForLocalesTheMachineHas()
{
    const auto sources =
        localesToBuild({QStringLiteral("C"), QStringLiteral("POSIX"), QStringLiteral("C.UTF-8")}, {});
    QVERIFY_RESULT(sources);
    QVERIFY(sources->isEmpty());
}

void tst_SandboxLocales::namesAreFoundInTheListOfGlibc_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("charmap");
    QTest::newRow("codeset") << QStringLiteral("xx_XX.UTF-8") << QByteArray("xx_XX") << QByteArray("UTF-8");
    QTest::newRow("as locale -a says")
        << QStringLiteral("xx_XX.utf8") << QByteArray("xx_XX") << QByteArray("UTF-8");
    QTest::newRow("none") << QStringLiteral("xx_XX") << QByteArray("xx_XX") << QByteArray("ISO-8859-1");
    QTest::newRow("Latin 1") << QStringLiteral("xx_XX.ISO8859-1") << QByteArray("xx_XX")
                             << QByteArray("ISO-8859-1");
    QTest::newRow("modifier") << QStringLiteral("xx_XX@euro") << QByteArray("xx_XX@euro")
                              << QByteArray("ISO-8859-15");
    QTest::newRow("only UTF-8") << QStringLiteral("xx_YY.UTF-8") << QByteArray("xx_YY")
                                << QByteArray("UTF-8");
    QTest::newRow("codeset and modifier")
        << QStringLiteral("xx_YY.UTF-8@valencia") << QByteArray("xx_YY@valencia") << QByteArray("UTF-8");
}

void tst_SandboxLocales::namesAreFoundInTheListOfGlibc()
{
    QFETCH(const QString, name);
    const auto sources = localesToBuild({QStringLiteral("C"), name, name}, supported);
    QVERIFY_RESULT(sources);
    QCOMPARE(sources->size(), 1);
    QCOMPARE(sources->first().name, name.toUtf8());
    QTEST(sources->first().input, "input");
    QTEST(sources->first().charmap, "charmap");
}

void tst_SandboxLocales::hostileAndForeignNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("another system's") << QStringLiteral("Spanish_Spain.1252");
    QTest::newRow("a path") << QStringLiteral("../xx_XX.UTF-8");
    QTest::newRow("a path in the codeset") << QStringLiteral("xx_XX.UTF/-8");
    QTest::newRow("an option") << QStringLiteral("--help");
    QTest::newRow("two lines") << QStringLiteral("xx_XX.UTF-8\nx");
}

void tst_SandboxLocales::hostileAndForeignNamesAreRefused()
{
    QFETCH(const QString, name);
    QVERIFY_FAILS(localesToBuild({name}, supported), ErrorKind::RestoreTest);
}
