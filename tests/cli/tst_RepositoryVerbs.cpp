#include "tests/cli/tst_RepositoryVerbs.h"

#include "core/repository/RunLog.h"
#include "tests/core/repository/Fixture.h"

#include <QFile>
#include <QJsonArray>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QString firstId = QStringLiteral("masclet_imperi_20250218");

RunRecord failedRun(const Clock &clock)
{
    RunRecord run;
    run.id = newRunId(clock);
    run.verb = QStringLiteral("backup");
    run.profile = QStringLiteral("masclet_imperi");
    run.profileId = QStringLiteral("p1");
    run.trigger = QStringLiteral("schedule");
    run.author = QStringLiteral("root@host");
    run.state = RunState::Failed;
    run.started = clock.now();
    run.finished = clock.now();
    run.exitCode = 14;
    run.message = QStringLiteral("pg_dump was killed.");
    return run;
}

const QString profileId = QStringLiteral("0123456789abcdef0123456789abcdef");

/// A repository with four verified sets of one profile.
QString makeFullRepository()
{
    RepositoryFixture fixture;
    fixture.temp.setAutoRemove(false);
    RepositoryFixture::Options options;
    options.profile = QStringLiteral("shop");
    options.profileId = profileId;
    bool made = true;
    for (int i = 0; i < 4; ++i)
        made = made && fixture.addSet(options);
    return made ? fixture.temp.filePath(QStringLiteral("backups")) : QString();
}

/// A repository with one set of our profile, one of another, and a failed run with a log. Its lock is free
/// afterwards.
QString makeRepository()
{
    RepositoryFixture fixture;
    fixture.temp.setAutoRemove(false);
    RepositoryFixture::Options other;
    other.profile = QStringLiteral("other");
    other.profileId = QStringLiteral("p2");
    const RunRecord run = failedRun(fixture.clock);
    const bool made = fixture.addSet() && fixture.addSet(other) &&
                      fixture.repository->journal().runFinished(*fixture.lock, run);
    const auto folder = fixture.repository->root().openChild("runs");
    const auto log = RunLog::create(*folder, run.id, fixture.clock);
    (*log)->info(QStringLiteral("all is well"));
    (*log)->error(QStringLiteral("pg_dump was killed."));
    return made && !(*log)->sync() ? fixture.temp.filePath(QStringLiteral("backups")) : QString();
}

} // namespace

void tst_RepositoryVerbs::init()
{
    m_cli = std::make_unique<CliFixture>();
    m_root = makeRepository();
    QVERIFY(!m_root.isEmpty());
}

void tst_RepositoryVerbs::cleanup()
{
    QDir(QFileInfo(m_root).path()).removeRecursively();
}

/// `line` with --repository; without any profile.
int tst_RepositoryVerbs::run(const char *line)
{
    return m_cli->run(QString::fromLatin1(line).split(QChar(u' '))
                      << QStringLiteral("--repository") << m_root);
}

QJsonObject tst_RepositoryVerbs::firstSet()
{
    return run("show --json masclet_imperi_20250218") == 0 ? m_cli->document() : QJsonObject();
}

void tst_RepositoryVerbs::listShowsSetsOfTheRepositoryWithoutAnyProfile()
{
    QCOMPARE(run("list"), 0);
    QVERIFY(m_cli->console.output.contains("masclet_imperi_20250218  "));
    QVERIFY(m_cli->console.output.contains("verified"));
    QVERIFY(m_cli->console.output.contains("other_20250218"));

    QCOMPARE(run("list --json"), 0);
    const QJsonArray sets = m_cli->document().value(QStringLiteral("sets")).toArray();
    QCOMPARE(sets.size(), 2);
    QCOMPARE(sets[0].toObject().value(QStringLiteral("id")).toString(), QStringLiteral("other_20250218"));
    QCOMPARE(sets[1].toObject().value(QStringLiteral("state")).toString(), QStringLiteral("verified"));
}

void tst_RepositoryVerbs::listShowsOnlyTheProfilesSetsWhenOneIsUsed()
{
    // The profile's id decides, not its name: a renamed profile keeps its sets.
    QVERIFY(QDir().mkpath(m_cli->path(QStringLiteral("config/masclet-backup/profiles"))));
    QFile file(m_cli->profilePath(QStringLiteral("renamed")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "id = \"0123456789abcdef0123456789abcdef\"\n[connection]\ndbname = \"x\"\n[repository]\npath = \"" +
        m_root.toUtf8() + "\"\n");
    file.close();
    QCOMPARE(m_cli->run({QStringLiteral("list"), QStringLiteral("--json")}), 0);
    QCOMPARE(m_cli->document().value(QStringLiteral("sets")).toArray().size(), 0);
}

void tst_RepositoryVerbs::listOfRunsShowsFailedOnes()
{
    QCOMPARE(run("list --runs"), 0);
    QVERIFY(m_cli->console.output.contains("failed"));
    QVERIFY(m_cli->console.output.contains("pg_dump was killed."));
    QCOMPARE(run("list --runs --json"), 0);
    const QJsonArray runs = m_cli->document().value(QStringLiteral("runs")).toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].toObject().value(QStringLiteral("exitCode")).toInt(), 14);
}

void tst_RepositoryVerbs::showTellsEverythingAboutASet()
{
    QCOMPARE(run("show masclet_imperi_20250218"), 0);
    const auto repository = Repository::open(m_root, m_cli->clock);
    QVERIFY_RESULT(repository);
    const auto manifest = repository->manifest(firstId);
    QVERIFY_RESULT(manifest);
    QVERIFY(m_cli->console.output.contains("db/masclet_imperi_20250218.sql.gz"));
    for (const ManifestFile &stored : manifest->files)
        QVERIFY(m_cli->console.output.contains(stored.storedSha256));
    for (const ManifestOmission &omission : manifest->omissions)
        QVERIFY(m_cli->console.output.contains("Not in this backup: " + omission.what.toUtf8()));
    QVERIFY(m_cli->console.output.contains("gunzip -c " + m_root.toUtf8() +
                                           "/db/masclet_imperi_20250218.sql.gz"));
    const QJsonObject set = firstSet();
    QCOMPARE(set.value(QStringLiteral("id")).toString(), firstId);
    QCOMPARE(set.value(QStringLiteral("evidence")).toArray().size(), 1);
    QCOMPARE(set.value(QStringLiteral("tableRows")).toArray().size(), manifest->tables.size());
}

void tst_RepositoryVerbs::showNeedsExactlyOneSet_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    QTest::newRow("none") << QByteArray("show") << 2;
    QTest::newRow("both") << QByteArray("show masclet_imperi_20250218 --latest") << 2;
    QTest::newRow("latest") << QByteArray("show --latest") << 0;
}

void tst_RepositoryVerbs::showNeedsExactlyOneSet()
{
    QFETCH(QByteArray, line);
    QFETCH(int, code);
    QCOMPARE(run(line.constData()), code);
}

void tst_RepositoryVerbs::aSetThatDoesNotExistIsUsage()
{
    QCOMPARE(run("show masclet_imperi_19990101"), 2);
    QCOMPARE(run("pin ../../etc/passwd"), 2);
}

void tst_RepositoryVerbs::pinHoldsUntilItIsLiftedAndIsJournalled()
{
    QCOMPARE(run("pin masclet_imperi_20250218 --note year-end"), 0);
    QJsonObject set = firstSet();
    QCOMPARE(set.value(QStringLiteral("pinned")).toBool(), true);
    QCOMPARE(set.value(QStringLiteral("pinNote")).toString(), QStringLiteral("year-end"));
    QCOMPARE(run("pin masclet_imperi_20250218"), 0);
    QVERIFY(m_cli->console.output.contains("already"));

    QCOMPARE(run("unpin masclet_imperi_20250218"), 0);
    set = firstSet();
    QCOMPARE(set.value(QStringLiteral("pinned")).toBool(), false);
    QCOMPARE(set.value(QStringLiteral("evidence")).toArray().size(), 3);

    const auto repository = Repository::open(m_root, m_cli->clock);
    QVERIFY_RESULT(repository);
    const auto records = repository->journal().records();
    QVERIFY_RESULT(records);
    QCOMPARE(records->last().type, QStringLiteral("unpinned"));
    QCOMPARE(records->last().data.value(QStringLiteral("set")).toString(), firstId);
}

void tst_RepositoryVerbs::aDryRunOfPinChangesNothing()
{
    QCOMPARE(run("pin masclet_imperi_20250218 --dry-run"), 0);
    QCOMPARE(firstSet().value(QStringLiteral("pinned")).toBool(), false);
}

void tst_RepositoryVerbs::pinningWhileARunHoldsTheRepositoryIsLocked() // L01
{
    const auto repository = Repository::open(m_root, m_cli->clock);
    QVERIFY_RESULT(repository);
    const auto lock = repository->lock({QStringLiteral("backup"), {}, QStringLiteral("root@host")},
                                       std::chrono::milliseconds(0), {});
    QVERIFY_RESULT(lock);
    QCOMPARE(run("pin masclet_imperi_20250218"), 11);
    QVERIFY(m_cli->console.errors.contains("backup"));
    QCOMPARE(run("list"), 0);
}

void tst_RepositoryVerbs::logsShowTheNewestRunAndItsProblems()
{
    QCOMPARE(run("logs"), 0);
    QVERIFY(m_cli->console.output.contains("all is well"));
    QCOMPARE(run("logs --problems --json"), 0);
    const QJsonArray lines = m_cli->document().value(QStringLiteral("lines")).toArray();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].toObject().value(QStringLiteral("level")).toString(), QStringLiteral("error"));
    QCOMPARE(run("logs 20200101T000000Z-000000"), 2);
    QCOMPARE(run("logs ../journal"), 2);
}

void tst_RepositoryVerbs::auditFindsAChangedJournal()
{
    QCOMPARE(run("audit verify"), 0);
    QFile journal(m_root + QStringLiteral("/journal.jsonl"));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    QByteArray text = journal.readAll();
    QVERIFY(text.contains("killed"));
    text.replace("killed", "kissed");
    QVERIFY(journal.seek(0));
    QCOMPARE(journal.write(text), qint64(text.size()));
    journal.close();
    QCOMPARE(run("audit verify --json"), 16);
    QVERIFY(m_cli->document().value(QStringLiteral("firstBadLine")).toInteger() > 0);
    QVERIFY(!m_cli->console.errors.isEmpty());
}

void tst_RepositoryVerbs::retentionDeletesOnlyWhatWasConfirmed()
{
    m_cli->clock.advance(std::chrono::hours(1)); // the sets are from seven seconds past one
    const QString root = makeFullRepository();
    QVERIFY(!root.isEmpty());
    QVERIFY(QDir().mkpath(m_cli->path(QStringLiteral("config/masclet-backup/profiles"))));
    QFile file(m_cli->profilePath(QStringLiteral("shop")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("id = \"" + profileId.toUtf8() +
               "\"\n[connection]\ndbname = \"Shop DB\"\n[repository]\npath = \"" + root.toUtf8() + "\"\n");
    file.close();
    const auto retention = [this](const QStringList &arguments) {
        return m_cli->run(
            QStringList{QStringLiteral("retention"), QStringLiteral("--profile"), QStringLiteral("shop")} +
            arguments);
    };
    const auto sets = [&root] {
        return QDir(root + QStringLiteral("/sets")).entryList({QStringLiteral("*.json")}).size();
    };
    const QString apply = QStringLiteral("--apply");
    QCOMPARE(retention({}), 0);
    QVERIFY2(m_cli->console.output.contains("shop_20250218  delete"), m_cli->console.output.constData());
    QCOMPARE(retention({apply}), 2);
    QCOMPARE(retention({apply, QStringLiteral("--yes"), QStringLiteral("shop")}), 2);
    QCOMPARE(retention({apply, QStringLiteral("--dry-run")}), 0);
    QCOMPARE(sets(), 4);
    QCOMPARE(retention({apply, QStringLiteral("--yes"), QStringLiteral("Shop DB")}), 0);
    QCOMPARE(sets(), 3);
    QCOMPARE(retention({apply}), 0); // nothing to delete, nothing to confirm
    QDir(QFileInfo(root).path()).removeRecursively();
}

void tst_RepositoryVerbs::catalogRebuildReadsTheRepositoryAnew() // X01
{
    const QString path = m_cli->path(QStringLiteral("state/masclet-backup/catalog.sqlite"));
    QCOMPARE(run("catalog rebuild --dry-run"), 0);
    QVERIFY(!QFileInfo::exists(path));
    QCOMPARE(run("catalog rebuild --json"), 0);
    QCOMPARE(m_cli->document().value(QStringLiteral("rows")).toInt(), 3);
    QVERIFY(QFileInfo::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a database");
    file.close();
    QCOMPARE(run("catalog rebuild"), 0);
    QVERIFY(m_cli->console.errors.contains("damaged"));
    const QString elsewhere = m_cli->path(QStringLiteral("elsewhere"));
    QCOMPARE(run(("catalog rebuild --state " + elsewhere.toUtf8()).constData()), 0);
    QVERIFY(QFileInfo::exists(elsewhere + QStringLiteral("/catalog.sqlite")));
}

void tst_RepositoryVerbs::aFolderThatIsNoRepositoryIsAStorageError() // S06
{
    QVERIFY(QFile::remove(m_root + QStringLiteral("/repository.json")));
    QCOMPARE(run("list"), 15);
    QCOMPARE(run("logs"), 15);
}
