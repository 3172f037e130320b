#include "tests/integration/tst_Damage.h"

#include "tests/support/Desk.h"
#include "tests/support/Files.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>

#include <random>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList verify = {QStringLiteral("verify"), QStringLiteral("--latest")};

QString onlyFile(const Desk &desk, const QString &folder, const QString &pattern, const QString &without)
{
    const QDir directory(desk.repository() + QChar(u'/') + folder);
    for (const QString &name : directory.entryList({pattern}, QDir::Files)) {
        if (without.isEmpty() || !name.contains(without))
            return directory.filePath(name);
    }
    return {};
}

} // namespace

void tst_Damage::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE TABLE animals AS SELECT g AS id, md5(g::text) AS nom FROM "
                                           "generate_series(1, 3000) g;"));
}

void tst_Damage::flipsAndCutsAreAlwaysFound_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("without");
    QTest::addColumn<QString>("compression");
    const auto row = [](const char *title, const char *folder, const char *pattern, const char *without,
                        const char *compression = "auto") {
        QTest::newRow(title) << q(folder) << q(pattern) << q(without) << q(compression);
    };
    row("archive", "db", "*.sql.gz", ".globals.");
    row("globals", "db", "*.globals.sql.gz", "");
    row("manifest", "sets", "*.json", "");
    row("archive, not compressed", "db", "*.sql", ".globals.", "none");
    row("globals, not compressed", "db", "*.globals.sql", "", "none");
}

/// G01, G02, G03: every place answers 16, never 0, and the file put back is good again.
void tst_Damage::flipsAndCutsAreAlwaysFound()
{
    QFETCH(QString, folder);
    QFETCH(QString, pattern);
    QFETCH(QString, without);
    QFETCH(QString, compression);
    const auto desk =
        Desk::make(*m_cluster, "farm", {q("--restore-test"), q("never"), q("--compression"), compression});
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run({QStringLiteral("backup"), QStringLiteral("--no-retention")}).exitCode, 0);
    const QString path = onlyFile(**desk, folder, pattern, without);
    const QByteArray good = contentOf(path);
    QVERIFY(good.size() > 100);
    std::mt19937 random(20250218);
    for (int i = 0; i < scaled(200); ++i) {
        const qsizetype at = qsizetype(random() % quint32(good.size()));
        QByteArray bad = good;
        if (i % 3 == 0)
            bad.truncate(at);
        else
            bad[at] = char(uchar(bad[at]) ^ (1U << (random() % 8)));
        put(path, bad);
        const ProgramOutcome outcome = (*desk)->run(verify);
        QVERIFY2(outcome.exitCode == 16, qPrintable(QStringLiteral("place %1: exit code %2 %3")
                                                        .arg(at)
                                                        .arg(outcome.exitCode)
                                                        .arg(QString::fromUtf8(outcome.errorOutput))));
    }
    put(path, good);
    QCOMPARE((*desk)->run(verify).exitCode, 0);
}

/// Two hundred sets of differing content at full scale.
void tst_Damage::goodArchivesAreNeverAlarms()
{
    const auto desk = Desk::make(*m_cluster, "farm",
                                 {QStringLiteral("--restore-test"), QStringLiteral("never"),
                                  QStringLiteral("--shrink-rows"), QStringLiteral("99")});
    QVERIFY_RESULT(desk);
    for (int i = 0; i < scaled(200); ++i) {
        QVERIFY_RESULT(m_cluster->psql(
            "farm", "UPDATE animals SET nom = md5(random()::text) WHERE id % 7 = " +
                        QByteArray::number(i % 7) + "; INSERT INTO animals SELECT 9000, repeat(chr(" +
                        QByteArray::number(200 + i * 37) + "), " + QByteArray::number(i * 911) + ");"));
        const ProgramOutcome made =
            (*desk)->run({QStringLiteral("backup"), QStringLiteral("--no-retention")});
        QVERIFY2(made.exitCode == 0 || made.exitCode == 3, made.errorOutput.constData());
    }
    const ProgramOutcome all = (*desk)->run({QStringLiteral("verify"), QStringLiteral("--all")});
    QVERIFY2(all.exitCode == 0, all.errorOutput.constData());
    QCOMPARE(all.output.count(": verified, "), scaled(200));
}
