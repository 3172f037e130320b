#include "tests/cli/tst_RepositoryVerbs.h"

#include "core/repository/RunLog.h"
#include "core/service/PendingRuns.h"
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

/// The journal's record of the runs that made the sets, as a real backup leaves it.
bool recordRuns(RepositoryFixture &fixture)
{
    const auto sets = fixture.repository->sets();
    bool good = sets.has_value();
    for (qsizetype i = good ? sets->size() : 0; i > 0; --i) {
        RunRecord run = failedRun(fixture.clock);
        run.id = sets->at(i - 1).runId;
        run.profileId = sets->at(i - 1).profileId;
        run.setId = sets->at(i - 1).id;
        run.state = RunState::Ok;
        run.exitCode = 0;
        good = good && fixture.repository->journal().runStarted(*fixture.lock, run) &&
               fixture.repository->journal().runFinished(*fixture.lock, run);
    }
    return good;
}

/// A repository with verified sets of one profile.
QString makeFullRepository(int sets = 4)
{
    RepositoryFixture fixture;
    fixture.temp.setAutoRemove(false);
    RepositoryFixture::Options options;
    options.profile = QStringLiteral("shop");
    options.profileId = profileId;
    bool made = true;
    for (int i = 0; i < sets; ++i)
        made = made && fixture.addSet(options);
    made = made && recordRuns(fixture);
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

/// A profile "shop" with a repository of verified sets, which goes with the object.
class Shop
{
public:
    Shop(CliFixture &cli, int sets)
        : m_cli(cli)
        , m_root(makeFullRepository(sets))
    {
        cli.clock.advance(std::chrono::hours(1)); // the sets are from seven seconds past one
        QDir().mkpath(cli.path(QStringLiteral("config/masclet-backup/profiles")));
        QFile file(cli.profilePath(QStringLiteral("shop")));
        if (m_root.isEmpty() || !file.open(QIODevice::WriteOnly) ||
            file.write("id = \"" + profileId.toUtf8() +
                       "\"\n[connection]\ndbname = \"Shop DB\"\n[repository]\npath = \"" + m_root.toUtf8() +
                       "\"\n") < 0)
            qFatal("cannot make the shop");
    }
    ~Shop() { QDir(QFileInfo(m_root).path()).removeRecursively(); }
    Shop(const Shop &) = delete;
    Shop &operator=(const Shop &) = delete;

    const QString &root() const { return m_root; }
    int run(const QStringList &arguments)
    {
        return m_cli.run(arguments + QStringList{QStringLiteral("--profile"), QStringLiteral("shop")});
    }
    int retention(const QStringList &arguments)
    {
        return run(QStringList{QStringLiteral("retention")} + arguments);
    }
    QStringList sets() const
    {
        return QDir(m_root + QStringLiteral("/sets")).entryList({QStringLiteral("*.json")});
    }

private:
    CliFixture &m_cli;
    QString m_root;
};

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
    Shop shop(*m_cli, 1);
    const QStringList audit = {QStringLiteral("audit"), QStringLiteral("verify"), QStringLiteral("--json")};
    QCOMPARE(shop.run(audit), 0);
    QFile journal(shop.root() + QStringLiteral("/journal.jsonl"));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    QByteArray text = journal.readAll();
    QVERIFY(text.contains("killed"));
    text.replace("killed", "kissed");
    QVERIFY(journal.seek(0));
    QCOMPARE(journal.write(text), qint64(text.size()));
    journal.close();
    QCOMPARE(shop.run(audit), 16);
    QVERIFY(m_cli->document().value(QStringLiteral("firstBadLine")).toInteger() > 0);
    QVERIFY(!m_cli->console.errors.isEmpty());
}

/// A chain that is cut at its end is whole in itself; what stands beside it tells.
void tst_RepositoryVerbs::auditFindsWhatWasCutOffAtTheEnd()
{
    Shop shop(*m_cli, 3);
    const QStringList audit = {QStringLiteral("audit"), QStringLiteral("verify")};
    QCOMPARE(shop.retention({QStringLiteral("--apply")}), 0);
    QCOMPARE(shop.run(audit), 0);
    const QString path = shop.root() + QStringLiteral("/journal.jsonl");
    const auto cut = [&path](int lines) {
        QFile journal(path);
        if (!journal.open(QIODevice::ReadWrite))
            return false;
        QList<QByteArray> all = journal.readAll().split('\n');
        all.erase(all.end() - 1 - lines, all.end() - 1);
        return journal.resize(0) && journal.seek(0) && journal.write(all.join('\n')) > 0;
    };
    QVERIFY(cut(1)); // the end of the retention run
    QCOMPARE(shop.run(audit), 16);
    // What this machine remembers is enough; elsewhere the sets tell of the runs that made them.
    QVERIFY(QDir(m_cli->path(QStringLiteral("state"))).removeRecursively());
    QCOMPARE(shop.run(audit), 0);
    QVERIFY(cut(1 + 2));
    QCOMPARE(shop.run(audit), 16);
    QVERIFY2(m_cli->console.errors.contains("shop_20250218-3"), m_cli->console.errors.constData());
}

void tst_RepositoryVerbs::aRunThatStillWaitsForTheJournalIsNotMissing()
{
    Shop shop(*m_cli, 1);
    const QStringList audit = {QStringLiteral("audit"), QStringLiteral("verify")};
    const auto repository = Repository::open(shop.root(), m_cli->clock);
    QVERIFY_RESULT(repository);
    const auto sets = repository->sets();
    QVERIFY_RESULT(sets);
    RunRecord run = failedRun(m_cli->clock);
    run.id = sets->first().runId;
    PendingRuns(m_cli->path(QStringLiteral("state/masclet-backup"))).keep(shop.root(), run);
    QFile journal(shop.root() + QStringLiteral("/journal.jsonl"));
    QVERIFY(journal.resize(0));
    QCOMPARE(shop.run(audit), 0);
    QVERIFY(QDir(m_cli->path(QStringLiteral("state"))).removeRecursively());
    QCOMPARE(shop.run(audit), 16);
}

void tst_RepositoryVerbs::retentionDeletesOnlyWhatWasConfirmed()
{
    Shop shop(*m_cli, 4);
    const QString apply = QStringLiteral("--apply");
    QCOMPARE(shop.retention({}), 0);
    QVERIFY2(m_cli->console.output.contains("shop_20250218  delete"), m_cli->console.output.constData());
    QCOMPARE(shop.retention({apply}), 2);
    QCOMPARE(shop.retention({apply, QStringLiteral("--yes"), QStringLiteral("shop")}), 2);
    QCOMPARE(shop.retention({apply, QStringLiteral("--dry-run")}), 0);
    QCOMPARE(shop.sets().size(), 4);
    QCOMPARE(shop.retention({apply, QStringLiteral("--yes"), QStringLiteral("Shop DB")}), 0);
    QCOMPARE(shop.sets().size(), 3);
    QCOMPARE(shop.retention({apply}), 0); // nothing to delete, nothing to confirm
}

void tst_RepositoryVerbs::retentionDeletesNothingElseThanWasShown()
{
    Shop shop(*m_cli, 5);
    ScriptedConsole console(ScriptedConsole::Streams::Terminal);
    console.answers = {QStringLiteral("Shop DB")};
    console.whileAsking = [&shop] {
        shop.run({QStringLiteral("pin"), QStringLiteral("shop_20250218")});
    };
    const AppContext app(m_cli->environment, m_cli->home.path(), ::geteuid(), m_cli->clock);
    QCOMPARE(execute({QStringLiteral("retention"), QStringLiteral("--apply"), QStringLiteral("--profile"),
                      QStringLiteral("shop")},
                     app, console),
             18);
    QCOMPARE(console.prompts.size(), 1);
    QCOMPARE(shop.sets().size(), 5);
}

/// L01: the run that was refused says nothing about the backups.
void tst_RepositoryVerbs::aRefusedBackupHoldsNoRetention()
{
    Shop shop(*m_cli, 4);
    {
        const auto repository = Repository::open(shop.root(), m_cli->clock);
        QVERIFY_RESULT(repository);
        const auto lock = repository->lock({QStringLiteral("verify"), {}, QStringLiteral("root@host")},
                                           std::chrono::milliseconds(0), {});
        QVERIFY_RESULT(lock);
        QCOMPARE(shop.run({QStringLiteral("backup")}), 11);
    }
    QCOMPARE(shop.retention({QStringLiteral("--apply"), QStringLiteral("--yes"), QStringLiteral("Shop DB")}),
             0);
    QCOMPARE(shop.sets().size(), 3);
    QCOMPARE(shop.run({QStringLiteral("list"), QStringLiteral("--runs"), QStringLiteral("--json")}), 0);
    const QJsonArray runs = m_cli->document().value(QStringLiteral("runs")).toArray();
    QCOMPARE(runs[1].toObject().value(QStringLiteral("exitCode")).toInt(), 11);
}

/// Whose rules they are is a matter of the profile, which --repository alone does not tell.
void tst_RepositoryVerbs::retentionOfARepositoryNeedsAProfile()
{
    QCOMPARE(run("retention"), 10);
    Shop shop(*m_cli, 4);
    QCOMPARE(m_cli->run({QStringLiteral("retention"), QStringLiteral("--repository"), shop.root()}), 0);
    QVERIFY2(m_cli->console.output.contains("shop_20250218  delete"), m_cli->console.output.constData());
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
