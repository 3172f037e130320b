#include "tests/architecture/tst_Layers.h"

#include "tests/architecture/SourceRules.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest>

using namespace masclet::test;

namespace
{

QDir top()
{
    return QDir(qEnvironmentVariable("MASCLET_SOURCE_DIR"));
}

/// Relative paths of the files below the top folder, what is built and what git keeps left out.
QStringList filesOfTheTree()
{
    QStringList files;
    QDirIterator walk(top().path(), QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = top().relativeFilePath(walk.next());
        if (!path.startsWith(QStringLiteral("build/")) && !path.startsWith(QStringLiteral(".git/")) &&
            !path.startsWith(QStringLiteral(".cache/")) && path != QStringLiteral(".git"))
            files << path;
    }
    files.sort();
    return files;
}

QByteArray contentOf(const QString &path)
{
    QFile file(top().filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isSource(const QString &path)
{
    return path.endsWith(QStringLiteral(".cpp")) || path.endsWith(QStringLiteral(".h"));
}

} // namespace

void tst_Layers::sourcesKeepTheOrder()
{
    QStringList found;
    int sources = 0;
    for (const QString &path : filesOfTheTree()) {
        if (!isSource(path))
            continue;
        ++sources;
        found += sourceBreaches(path, contentOf(path));
    }
    QVERIFY2(sources > 30, "the sources are not where MASCLET_SOURCE_DIR says");
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void tst_Layers::noMachinePathsOrAddresses()
{
    QStringList found;
    for (const QString &path : filesOfTheTree()) {
        const QByteArray content = contentOf(path);
        if (!content.left(8000).contains('\0'))
            found += textBreaches(path, content);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void tst_Layers::topLevelIsClosed()
{
    const QStringList found =
        topLevelBreaches(top().entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void tst_Layers::badSamplesAreFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const char *path, const QByteArray &content) {
        QTest::newRow(name) << QString::fromLatin1(path) << content;
    };
    row("later folder", "core/base/A.cpp", "#include \"core/service/B.h\"\n");
    row("unknown folder", "core/odd/A.cpp", "#include \"core/base/B.h\"\n");
    row("core includes app", "core/job/A.h", "#include \"app/cli/B.h\"\n");
    row("core includes tests", "core/job/A.h", "#include \"tests/support/B.h\"\n");
    row("beside itself", "core/job/A.h", "#include \"B.h\"\n");
    row("command line includes ui", "app/cli/A.cpp", "#include \"ui/B.h\"\n");
    row("widgets in core", "core/service/A.cpp", "#include <QWidget>\n");
    row("bus in core", "core/service/A.cpp", "#include <QDBusConnection>\n");
    row("process elsewhere", "core/server/A.cpp", "void f()\n{\n    QProcess p;\n}\n");
    row("libpq elsewhere", "core/archive/A.cpp", "void f() { PQclear(r); }\n");
    row("libpq header elsewhere", "core/archive/A.cpp", "#include <libpq-fe.h>\n");
    row("SQLite elsewhere", "core/service/A.cpp", "QSqlQuery q;\n");
    row("event loop", "core/job/A.cpp", "QEventLoop loop;\n");
    row("shell", "app/cli/A.cpp", "int r = system(\"ls\");\n");
    row("pipe to a shell", "core/process/A.cpp", "FILE *f = popen(\"ls\", \"r\");\n");
    row("environment", "core/profile/A.cpp", "auto h = qgetenv(\"HOME\");\n");
    row("clock", "core/profile/A.cpp", "auto t = QDateTime::currentDateTimeUtc();\n");
    row("too long", "core/base/A.cpp", QByteArray(501, '\n'));
    row("after a raw string", "core/base/A.cpp", "auto s = R\"x(\")x\"; QEventLoop loop;\n");
    row("after a character", "core/base/A.cpp", "char c = '\"'; QEventLoop loop;\n");
    row("after a block comment", "core/base/A.cpp", "/* \" */ QEventLoop loop;\n");
}

void tst_Layers::badSamplesAreFound()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QCOMPARE(sourceBreaches(path, content).size(), 1);
}

void tst_Layers::goodSamplesPass_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const char *path, const QByteArray &content) {
        QTest::newRow(name) << QString::fromLatin1(path) << content;
    };
    row("earlier folder", "core/service/A.cpp", "#include \"core/base/B.h\"\n");
    row("own folder", "core/base/A.cpp", "#include \"core/base/A.h\"\n");
    row("process at home", "core/process/A.cpp", "QProcess p;\n");
    row("libpq at home", "core/server/A.cpp", "#include <libpq-fe.h>\nvoid f() { PQclear(r); }\n");
    row("SQLite at home", "core/catalog/A.cpp", "QSqlQuery q;\n");
    row("only a comment", "core/base/A.cpp", "// QProcess and\n/* QSqlQuery\n * popen( */\n");
    row("only a text", "core/base/A.cpp", "auto s = \"QEventLoop \\\" system(\";\n");
    row("a digit separator", "core/base/A.cpp", "int n = 1'000; // QEventLoop's\n");
    row("a method called system", "core/base/A.cpp", "x.system(1); y->system(2); subsystem(3);\n");
    row("500 lines", "core/base/A.cpp", QByteArray(500, '\n'));
    row("tests may", "tests/support/A.cpp", "QProcess p;\n#include \"core/service/B.h\"\n");
}

void tst_Layers::goodSamplesPass()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QCOMPARE(sourceBreaches(path, content), QStringList());
}

void tst_Layers::badTextsAreFound()
{
    QCOMPARE(textBreaches(QStringLiteral("README.md"), "see /wo"
                                                       "rk/x\n")
                 .size(),
             1);
    QCOMPARE(textBreaches(QStringLiteral("packaging/a.sh"), "curl https:"
                                                            "//example.org\n")
                 .size(),
             1);
    QCOMPARE(textBreaches(QStringLiteral("README.md"), "see https:"
                                                       "//example.org\n")
                 .size(),
             0);
    QCOMPARE(
        topLevelBreaches({QStringLiteral("core"), QStringLiteral(".ci"), QStringLiteral("notes.txt")}).size(),
        1);
}

QTEST_GUILESS_MAIN(tst_Layers)
