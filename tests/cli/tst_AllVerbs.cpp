#include "tests/cli/tst_AllVerbs.h"

#include "app/cli/Command.h"
#include "core/base/Hash.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QDirIterator>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// How a verb is called so that it has something to do; SET stands for the older set, HOME for the home.
const QHash<QByteArray, QString> &argumentsOf()
{
    static const QHash<QByteArray, QString> rows{
        {"init", q("--profile second --host /nowhere --repository HOME/second")},
        {"profile set", q("--keep-last 7")},
        {"secret set", q("--store passfile")},
        {"secret remove", q("--store passfile")},
        {"backup", q("--reason why")},
        {"show", q("SET")},
        {"pin", q("SET --note why")},
        {"unpin", q("SET")},
        {"verify", q("SET")},
        {"restore-test", q("SET")},
        {"restore", q("SET --to farm_copy")},
        {"inspect", q("SET")},
        {"checklist", q("--sign Ana")},
        {"retention", q("--apply --yes farm --keep-last 1")},
        {"schedule show", q("--root HOME")},
        {"schedule install", q("--as cron --root HOME")},
        {"schedule remove", q("--root HOME")},
        {"schedule prove", q("--no-store")},
        {"alarm ack", q("20250218T010007Z-3f9c2a/1")},
        {"key create", q("HOME/key.txt")},
    };
    return rows;
}

void addVerbs()
{
    QTest::addColumn<QByteArray>("verb");
    for (const auto &command : makeCommands())
        QTest::newRow(command->spec().name.constData()) << command->spec().name;
}

QStringList lineOf(const QByteArray &verb, const Desk &desk)
{
    const ProgramOutcome listed = desk.run({q("list"), q("--json")});
    const QJsonArray sets = QJsonDocument::fromJson(listed.output).object().value(q("sets")).toArray();
    QString line = QString::fromLatin1(verb) + QChar(u' ') + argumentsOf().value(verb);
    line.replace(q("SET"), sets.last().toObject().value(q("id")).toString());
    line.replace(q("HOME"), desk.home());
    if (verb != "init") // which adds a second one
        line += q(" --profile desk");
    return line.split(QChar(u' '), Qt::SkipEmptyParts);
}

/// What is read from standard input (a password) is there.
ProgramOutcome runVerb(const QByteArray &verb, const Desk &desk, const QStringList &more)
{
    return runProgram(desk.home(), lineOf(verb, desk) + more, {}, "secret\n");
}

/// Everything below the home: repository, configuration, state.
QMap<QString, QByteArray> contents(const Desk &desk)
{
    QMap<QString, QByteArray> all;
    QDirIterator entries(desk.home(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        QFile file(path);
        all.insert(path, entries.fileInfo().isDir()       ? QByteArray("folder")
                         : file.open(QIODevice::ReadOnly) ? Sha256::hexOf(file.readAll())
                                                          : QByteArray("unreadable"));
    }
    return all;
}

} // namespace

void tst_AllVerbs::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE TABLE animals (id int PRIMARY KEY); "
                                           "INSERT INTO animals SELECT generate_series(1, 100);"));
    auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT(m_desk->run({q("backup"), q("--no-retention"), q("--restore-test"), q("never")}), 0);
}

void tst_AllVerbs::cleanupTestCase()
{
    m_desk.reset();
    m_cluster.reset();
}

void tst_AllVerbs::dryRunsChangeNothing_data()
{
    addVerbs();
}

void tst_AllVerbs::dryRunsChangeNothing()
{
    QFETCH(QByteArray, verb);
    const auto databases = [this] {
        return m_cluster->psql("postgres", "SELECT datname FROM pg_database ORDER BY 1").value_or("?");
    };
    const QMap<QString, QByteArray> before = contents(*m_desk);
    const QByteArray databasesBefore = databases();
    const ProgramOutcome outcome = runVerb(verb, *m_desk, {q("--dry-run"), q("--json")});
    const QMap<QString, QByteArray> after = contents(*m_desk);
    for (auto entry = after.constBegin(); entry != after.constEnd(); ++entry)
        QVERIFY2(before.value(entry.key()) == entry.value(), qPrintable(entry.key()));
    QCOMPARE(after.size(), before.size());
    QCOMPARE(databases(), databasesBefore);
    QVERIFY2(!QJsonDocument::fromJson(outcome.output).object().isEmpty(), endOf(outcome).constData());
}

void tst_AllVerbs::jsonIsOneDocument_data()
{
    addVerbs();
}

/// The last test of all: the verbs do what they are for.
void tst_AllVerbs::jsonIsOneDocument()
{
    QFETCH(QByteArray, verb);
    const ProgramOutcome outcome = runVerb(verb, *m_desk, {q("--json")});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(outcome.output, &problem);
    QVERIFY2(document.isObject(), (problem.errorString().toUtf8() + '\n' + endOf(outcome)).constData());
    QVERIFY2(!document.object().isEmpty(), endOf(outcome).constData());
    // Failed or not, there is one place to look at.
    const QJsonValue error = document.object().value(q("error"));
    if (error.isObject())
        QCOMPARE(error.toObject().value(q("code")).toInt(), outcome.exitCode);
}
