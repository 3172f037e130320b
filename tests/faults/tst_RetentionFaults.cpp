#include "tests/faults/tst_RetentionFaults.h"

#include "core/repository/SealedJson.h"
#include "tests/faults/FaultDesk.h"
#include "tests/support/Files.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <functional>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// A backup with the retention that follows it.
ProgramOutcome night(const FaultDesk &desk, const QStringList &arguments = {})
{
    return desk.run(QStringList{QStringLiteral("backup")} + arguments);
}

/// Edits a sealed file and seals it again, as one would who knows how.
void reseal(const QString &path, const std::function<void(QJsonObject &)> &edit)
{
    QFile file(path);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
    auto object = unseal(file.readAll().chopped(1), ErrorKind::Internal);
    QVERIFY_RESULT(object);
    edit(*object);
    const QByteArray text = seal(*object) + '\n';
    QVERIFY(file.seek(0) && file.write(text) == text.size() && file.resize(text.size()));
}

} // namespace

void tst_RetentionFaults::initTestCase()
{
    QVERIFY_RESULT(FaultDesk::server().createDatabase("bare"));
}

void tst_RetentionFaults::cleanupTestCase()
{
    QVERIFY_RESULT(FaultDesk::server().dropDatabase("bare"));
}

void tst_RetentionFaults::sevenBadNightsLeaveTheThreeGoodSets_T01_data()
{
    QTest::addColumn<int>("keep");
    QTest::newRow("as many as are kept") << 3;
    QTest::newRow("more than are kept") << 1; // two of them would go after a good night
}

void tst_RetentionFaults::sevenBadNightsLeaveTheThreeGoodSets_T01()
{
    QFETCH(int, keep);
    const FaultDesk desk({QStringLiteral("--keep-last"), QString::number(keep)});
    for (int i = 0; i < 3; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    const QStringList good = desk.sets();
    const Invariants invariants = desk.invariants();
    const DumpStub stub("exit 1");
    ProgramOutcome failed;
    for (int i = 0; i < 7; ++i) {
        failed = night(desk, stub.option());
        QVERIFY_EXIT(failed, 14);
    }
    QVERIFY_HOLDS(invariants.broken(failed));
    // Not even asked for does retention delete after a bad night.
    desk.run({QStringLiteral("retention"), QStringLiteral("--apply"), QStringLiteral("--yes"),
              QStringLiteral("shop")});
    QCOMPARE(desk.sets(), good);
    // A good night ends that: the new set is there, and what goes for it are the oldest.
    QVERIFY_EXIT(night(desk), 0);
    const QStringList now = desk.sets();
    QCOMPARE(now.size(), keep);
    QVERIFY(!good.contains(now.last()));
    QCOMPARE(now.mid(0, keep - 1), good.mid(4 - keep));
}

/// Faults 4.4, level 2: no set stays unread for more than seven days while there is a backup each day.
void tst_RetentionFaults::oldSetsAreReadAgainAndDamageIsFound()
{
    FaultDesk desk({}, "bare", QString());
    const auto documentOf = [&](const QStringList &arguments) {
        return QJsonDocument::fromJson(desk.run(arguments + QStringList{QStringLiteral("--json")}).output)
            .object();
    };
    const auto rereads = [&](const QString &id) {
        int count = 0;
        const QJsonObject set = documentOf({QStringLiteral("show"), id});
        for (const QJsonValue &record : set[QStringLiteral("evidence")].toArray())
            count += record[QStringLiteral("type")].toString() == QLatin1String("reread") ? 1 : 0;
        return count;
    };
    for (const char *day : {"-9d", "-7d", "-5d"}) {
        desk.setDay(QString::fromLatin1(day));
        QVERIFY_EXIT(desk.backup(), 0);
    }
    const QStringList sets = desk.sets();
    desk.setDay(QStringLiteral("+0d"));
    const QJsonObject before = documentOf({QStringLiteral("status")});
    const auto oldest = [](const QJsonObject &status) {
        return status[QStringLiteral("profiles")][0][QStringLiteral("levels")][QStringLiteral("read")]
                     [QStringLiteral("ageSeconds")]
                         .toInteger();
    };
    QVERIFY2(oldest(before) > 8 * 86'400, QJsonDocument(before).toJson().constData());
    const QJsonObject plan = documentOf({QStringLiteral("backup"), QStringLiteral("--dry-run")});
    QCOMPARE(plan[QStringLiteral("toRead")].toArray(), QJsonArray({sets[0], sets[1]}));
    QVERIFY_EXIT(desk.backup(), 0);
    QCOMPARE(rereads(sets[0]), 1);
    QCOMPARE(rereads(sets[1]), 1);
    QCOMPARE(rereads(sets[2]), 0);
    QVERIFY(oldest(documentOf({QStringLiteral("status")})) < 6 * 86'400);
    // Not again the same day.
    QVERIFY_EXIT(desk.backup(), 0);
    QCOMPARE(rereads(sets[0]), 1);

    QFile file(QStringLiteral("%1/db/%2.sql.gz").arg(desk.repository(), sets[1]));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1);
    byte = char(byte ^ 0x10);
    QVERIFY(file.write(&byte, 1) == 1);
    file.close();
    desk.setDay(QStringLiteral("+7d"));
    const QStringList all = desk.sets();
    const ProgramOutcome found = night(desk);
    QVERIFY_EXIT(found, 18);
    QVERIFY2(found.errorOutput.contains(sets[1].toUtf8()), endOf(found).constData());
    QCOMPARE(desk.sets().size(), all.size() + 1); // the new one is there, and nothing was deleted
    QCOMPARE(documentOf({QStringLiteral("show"), sets[1]})[QStringLiteral("state")].toString(),
             QStringLiteral("damaged"));
    QCOMPARE(rereads(sets[0]), 2);
}

/// Each part that is heavy runs in a thread that steps back: the backup, and then the reading.
void tst_RetentionFaults::readingThemAgainStepsBack()
{
    FaultDesk desk({QStringLiteral("--nice"), QStringLiteral("15")}, "bare", QString());
    const QString calls = desk.desk().home() + QStringLiteral("/calls");
    const auto partsThatStepBack = [&] {
        const ProgramOutcome made = desk.backupUnder(
            {QStringLiteral("/usr/bin/strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
             QStringLiteral("-e"), QStringLiteral("trace=setpriority"), QStringLiteral("-o"), calls});
        return made.exitCode == 0 ? contentOf(calls).count("PRIO_PROCESS, 0, 15)") : -1;
    };
    desk.setDay(QStringLiteral("-9d"));
    QCOMPARE(partsThatStepBack(), qsizetype(1));
    desk.setEnvironment({});
    QCOMPARE(partsThatStepBack(), qsizetype(2));
}

/// Verified when they were made, and flipped since: nothing but reading them again can tell.
void tst_RetentionFaults::damageInWhatStaysDeletesNothing_T02()
{
    const FaultDesk desk({}, "bare", QString());
    for (int i = 0; i < 4; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    const QStringList sets = desk.sets();
    for (const QString &id : sets.mid(1)) {
        QFile file(QStringLiteral("%1/db/%2.sql.gz").arg(desk.repository(), id));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        char byte = 0;
        QVERIFY(file.peek(&byte, 1) == 1);
        byte = char(byte ^ 0x10);
        QVERIFY(file.write(&byte, 1) == 1);
    }
    const ProgramOutcome applied = desk.run({QStringLiteral("retention"), QStringLiteral("--apply"),
                                             QStringLiteral("--yes"), QStringLiteral("bare")});
    QVERIFY_EXIT(applied, 18);
    QCOMPARE(desk.sets(), sets);
    QVERIFY_EXIT(desk.run({QStringLiteral("status")}), 2);
    // A good new backup does not make the old good one superfluous.
    night(desk);
    QCOMPARE(desk.sets().size(), 5);
    for (const QString &id : sets)
        QVERIFY2(desk.sets().contains(id), qPrintable(id));
}

void tst_RetentionFaults::aCriticalTableThatLostHalfHoldsRetention_C13()
{
    TempCluster &server = FaultDesk::server();
    // A small table: the database as a whole hardly shrinks.
    QVERIFY_RESULT(
        server.psql("shop", "CREATE TABLE public.few AS SELECT n AS id FROM generate_series(1, 100) AS n;"));
    const FaultDesk desk({}, "shop", QStringLiteral("animals,few"));
    for (int i = 0; i < 3; ++i)
        QVERIFY_EXIT(night(desk), 0);
    const Invariants invariants = desk.invariants(); // I2: none of the three goes
    QVERIFY_RESULT(server.psql("shop", "DELETE FROM public.few WHERE id > 50;"));
    const ProgramOutcome shrunk = night(desk);
    QVERIFY_EXIT(shrunk, 3);
    QVERIFY2(shrunk.errorOutput.contains("public.few"), shrunk.errorOutput.constData());
    // Nights later the new size is the usual one, and still nobody has looked.
    night(desk);
    QVERIFY_HOLDS(invariants.broken(night(desk)));
    QCOMPARE(desk.sets().size(), 6);
    QVERIFY_RESULT(server.psql("shop", "DROP TABLE public.few;"));
}

void tst_RetentionFaults::foreignAndPinnedThingsStay_T04_T08()
{
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    QVERIFY_EXIT(night(desk), 0);
    const QString pinned = desk.sets().first();
    QVERIFY_EXIT(desk.run({QStringLiteral("pin"), pinned}), 0);
    QMap<QString, QByteArray> foreign;
    for (const char *name : {"notes.txt", "db/other_20250101.sql.gz", "db/desk_20240101.sql.gz",
                             "sets/readme", "sets/desk_20240101.sha256", "db/.hidden", "runs/mine.log"}) {
        foreign.insert(QStringLiteral("%1/%2").arg(desk.repository(), QLatin1String(name)), name);
    }
    for (auto it = foreign.constBegin(); it != foreign.constEnd(); ++it) {
        QFile file(it.key());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it.value()) > 0);
    }
    Invariants invariants = desk.invariants();
    invariants.setRetention(Invariants::Retention::On);
    ProgramOutcome outcome;
    for (int i = 0; i < 3; ++i) {
        outcome = night(desk);
        QVERIFY_EXIT(outcome, 0);
    }
    QCOMPARE(desk.sets().size(), 2); // the pinned one and the newest
    QVERIFY(desk.sets().contains(pinned));
    for (auto it = foreign.constBegin(); it != foreign.constEnd(); ++it) {
        QFile file(it.key());
        QVERIFY2(file.open(QIODevice::ReadOnly) && file.readAll() == it.value(), qPrintable(it.key()));
        QVERIFY(file.remove());
    }
    QVERIFY_HOLDS(invariants.broken(outcome));
}

/// A full disk is what retention is for: the reserve pays for the record of the run and of each deletion.
void tst_RetentionFaults::aFullDiskIsMadeRoomOn_S02()
{
    const FaultDesk desk;
    const SmallDisk disk(desk.repository(), "size=64m");
    for (int i = 0; i < 3; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    const QStringList sets = desk.sets();
    Invariants invariants = desk.invariants();
    invariants.setRetention(Invariants::Retention::On);
    // A run that died in the middle of a line took the last room of the journal's last page.
    QFile journal(desk.repository() + QStringLiteral("/journal.jsonl"));
    QVERIFY(journal.open(QIODevice::Append));
    const qint64 page = 4096;
    QVERIFY(journal.write(QByteArray(page - journal.size() % page, '{')) > 0);
    journal.close();
    disk.fill(0);
    const ProgramOutcome outcome =
        desk.run({QStringLiteral("retention"), QStringLiteral("--apply"), QStringLiteral("--yes"),
                  QStringLiteral("shop"), QStringLiteral("--keep-last"), QStringLiteral("1")});
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, endOf(outcome).constData());
    QCOMPARE(desk.sets(), sets.mid(2));
    // The disk is as full as before but for what went.
    QVERIFY_HOLDS(invariants.broken(outcome, QStringLiteral("retention")));
    QVERIFY(QFileInfo(desk.repository() + QStringLiteral("/.reserve")).size() > 0);
    disk.emptyAgain();
    QVERIFY_EXIT(desk.backup(), 0);
}

/// Which night's server is another one nobody but a person can tell: the old sets may be all that is left.
void tst_RetentionFaults::anotherServerUnderTheSameNameHoldsRetention()
{
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")}, "bare", QString());
    QVERIFY_EXIT(night(desk), 0);
    const QString old = desk.sets().first();
    const auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    QVERIFY_RESULT((*started)->createDatabase("bare"));
    const QStringList there{QStringLiteral("--host"), (*started)->socketFolder(), QStringLiteral("--port"),
                            QString::number((*started)->port())};
    const ProgramOutcome other = night(desk, there);
    QVERIFY_EXIT(other, 3);
    QVERIFY2(other.errorOutput.contains("The server is another one than for " + old.toUtf8()),
             endOf(other).constData());
    QVERIFY_HOLDS(Invariants(desk.desk(), **started).broken(other));
    // The nights after it are like the night before, and still nobody has looked.
    night(desk, there);
    QVERIFY(desk.sets().contains(old));
    QCOMPARE(desk.sets().size(), 3);
    // A person has.
    QVERIFY_EXIT(desk.run(QStringList{QStringLiteral("profile"), QStringLiteral("check"),
                                      QStringLiteral("--accept-server")} +
                          there),
                 0);
    QVERIFY_EXIT(night(desk, there), 0);
    QCOMPARE(desk.sets().size(), 1);
}

/// What a later version keeps beside a set, an off-site copy that is not there yet for one, may be a reason
/// to keep it. So what cannot be understood keeps the set, and an option of that version is no option here.
void tst_RetentionFaults::evidenceOfALaterVersionKeepsTheSet_T09()
{
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    QVERIFY_EXIT(desk.backup(), 0);
    const QString marked = desk.sets().first();
    QFile evidence(QStringLiteral("%1/sets/%2.evidence.jsonl").arg(desk.repository(), marked));
    QVERIFY(evidence.open(QIODevice::ReadWrite));
    auto line = unseal(evidence.readAll().split('\n').first(), ErrorKind::Internal);
    QVERIFY_RESULT(line);
    line->insert(QStringLiteral("type"), QStringLiteral("off-site-wanted"));
    QVERIFY(evidence.write(seal(*line) + '\n') > 0);
    evidence.close();
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT(night(desk), 0);
    QCOMPARE(desk.sets().size(), 2); // it and the newest
    QVERIFY(desk.sets().contains(marked));
    const ProgramOutcome shown = desk.run({QStringLiteral("retention"), QStringLiteral("--json")});
    QVERIFY2(shown.output.contains("\"evidence\""), endOf(shown).constData());

    QFile profile(desk.desk().home() + QStringLiteral("/config/masclet-backup/profiles/desk.toml"));
    QVERIFY(profile.open(QIODevice::Append) && profile.write("[offsite]\nremote = \"b2:farm\"\n") > 0);
    profile.close();
    const ProgramOutcome refused = night(desk);
    QVERIFY_EXIT(refused, 10);
    QVERIFY2(refused.errorOutput.contains("offsite"), endOf(refused).constData());
    QCOMPARE(desk.sets().size(), 2);
}

/// The moments are within what one took that nobody killed.
void tst_RetentionFaults::aDeletionThatIsKilledIsFinishedOrNotBegun_T05()
{
    const QStringList deletion{QStringLiteral("retention"),   QStringLiteral("--apply"),
                               QStringLiteral("--yes"),       QStringLiteral("bare"),
                               QStringLiteral("--keep-last"), QStringLiteral("1")};
    QRandomGenerator random(seed());
    qint64 whole = 0;
    int hits = 0;
    const int blows = scaled(20);
    for (int i = 0; i <= blows; ++i) {
        const FaultDesk desk({}, "bare", QString());
        for (int n = 0; n < 4; ++n)
            QVERIFY_EXIT(desk.backup(), 0);
        Invariants invariants = desk.invariants();
        invariants.setRetention(Invariants::Retention::On);
        QElapsedTimer timer;
        timer.start();
        const auto process = desk.desk().start(deletion);
        process->waitForFinished(i == 0 ? -1 : random.bounded(int(whole)));
        if (i == 0)
            whole = std::max<qint64>(1, timer.elapsed());
        process->kill();
        process->waitForFinished();
        hits += process->exitStatus() == QProcess::CrashExit ? 1 : 0;
        QVERIFY_HOLDS(invariants.broken());
        QVERIFY(!desk.sets().isEmpty());
    }
    QVERIFY2(2 * hits >= blows, qPrintable(QString::number(hits)));
}

void tst_RetentionFaults::aForgedManifestDeletesNothing_T06_data()
{
    QTest::addColumn<QString>("path"); // HOME: the desk's folder
    QTest::newRow("above the repository") << QStringLiteral("../victim");
    QTest::newRow("above it, from a folder of its own") << QStringLiteral("db/../../victim");
    QTest::newRow("absolute") << QStringLiteral("HOME/victim");
    QTest::newRow("through a link") << QStringLiteral("db/out/victim");
}

/// Sealed again by whoever forged it, so that nothing but the path itself can give it away.
void tst_RetentionFaults::aForgedManifestDeletesNothing_T06()
{
    QFETCH(QString, path);
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    QVERIFY_EXIT(desk.backup(), 0);
    const QString forged = desk.sets().first();
    const QString home = desk.desk().home();
    const QString victim = home + QStringLiteral("/victim");
    const QString archive = QStringLiteral("db/%1.sql.gz").arg(forged);
    QVERIFY(QFile::copy(desk.repository() + u'/' + archive, victim)); // what the manifest says of it is true
    QVERIFY(QFile::link(home, desk.repository() + QStringLiteral("/db/out")));
    const QString manifest = QStringLiteral("%1/sets/%2.json").arg(desk.repository(), forged);
    reseal(manifest, [&](QJsonObject &object) {
        QJsonArray files = object[QStringLiteral("files")].toArray();
        QJsonObject first = files[0].toObject();
        QCOMPARE(first[QStringLiteral("path")].toString(), archive);
        first.insert(QStringLiteral("path"), QString(path).replace(QStringLiteral("HOME"), home));
        files[0] = first;
        object.insert(QStringLiteral("files"), files);
    });
    night(desk);
    night(desk);
    desk.run({QStringLiteral("retention"), QStringLiteral("--apply"), QStringLiteral("--yes"),
              QStringLiteral("shop")});
    QVERIFY(QFile::exists(victim));
    QVERIFY(desk.sets().contains(forged));
    const ProgramOutcome verified = desk.run({QStringLiteral("verify"), QStringLiteral("--all")});
    QVERIFY_EXIT(verified, 16);
    QVERIFY2(verified.errorOutput.contains("the value of \"path\" is not allowed"),
             endOf(verified).constData());
}

/// What is sealed again without an edit is the same set: the test above forges what it means to forge.
void tst_RetentionFaults::aManifestSealedAgainIsGood_T06()
{
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    QVERIFY_EXIT(desk.backup(), 0);
    const QString set = desk.sets().first();
    reseal(QStringLiteral("%1/sets/%2.json").arg(desk.repository(), set), [](QJsonObject &) {});
    QVERIFY_EXIT(desk.run({QStringLiteral("verify"), QStringLiteral("--all")}), 0);
    QVERIFY_EXIT(night(desk), 0);
    QVERIFY(!desk.sets().contains(set));
}

/// The order of sets is their sequence, and a clock that went back holds retention.
void tst_RetentionFaults::aClockThatJumpsDeletesNothing_T07()
{
    FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    QVERIFY_EXIT(desk.backup(), 0);
    desk.setDay(QStringLiteral("+365d"));
    QVERIFY_EXIT(desk.backup(), 0);
    const QString future = desk.sets().last();
    desk.setEnvironment({});
    const ProgramOutcome outcome = night(desk);
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, endOf(outcome).constData());
    QCOMPARE(desk.sets().size(), 3);
    QVERIFY2(outcome.errorOutput.contains("clock"), endOf(outcome).constData());
    const ProgramOutcome listed = desk.run({QStringLiteral("list"), QStringLiteral("--json")});
    const QJsonArray sets =
        QJsonDocument::fromJson(listed.output).object().value(QStringLiteral("sets")).toArray();
    QCOMPARE(sets.at(1)[QStringLiteral("id")].toString(), future);
    desk.setDay(QStringLiteral("-365d"));
    QVERIFY_EXIT(desk.backup(), 0);
    QCOMPARE(desk.sets().size(), 4);
    QVERIFY_EXIT(desk.run({QStringLiteral("verify"), QStringLiteral("--all")}), 0);
}
