#include "tests/core/checks/tst_Status.h"

#include "core/checks/Status.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

#include <functional>

using namespace masclet;
using namespace masclet::test;

namespace
{

using Change = std::function<void(StatusFacts &)>;

const QString id = QStringLiteral("masclet_imperi_20250218");

/// A scheduled profile whose set of 02:00 was restored; now it is 09:00 in Madrid.
StatusFacts goodFacts()
{
    StatusFacts facts;
    facts.profile = sampleProfile();
    facts.zone = QTimeZone("Europe/Madrid");
    facts.now = utc("2025-02-18T08:00");
    facts.since = utc("2024-01-01T00:00");
    facts.scheduled = true;
    facts.sets = {sampleSet(id, "2025-02-18T01:00")};
    facts.runs = {runOf(facts.sets.first())};
    return facts;
}

void setState(StatusFacts &facts, SetState state)
{
    facts.sets[0] = sampleSet(id, "2025-02-18T01:00", state);
}

void addOlderTested(StatusFacts &facts, int days)
{
    StoredSet older = sampleSet(QStringLiteral("masclet_imperi_20250101"), "2025-02-17T01:00");
    older.started = facts.now.addDays(-days);
    older.evidence.restoreTested = older.started;
    facts.sets << older;
}

} // namespace

Q_DECLARE_METATYPE(Change)

void tst_Status::everyStateHasItsLevel_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, StatusLevel level, const Change &change) {
        QTest::newRow(name) << int(level) << change;
    };
    using L = StatusLevel;
    row("restored tonight", L::Ok, [](StatusFacts &) {});
    row("exactly 26 hours old", L::Ok, [](StatusFacts &f) { f.now = utc("2025-02-19T03:00"); });
    // L06, L08: silence is failure.
    row("older than 26 hours", L::Critical, [](StatusFacts &f) { f.now = utc("2025-02-19T03:01"); });
    const auto workdays = [](const char *now) {
        return [now](StatusFacts &f) {
            f.profile.schedule.weekdays = {QStringLiteral("mon"), QStringLiteral("tue")}; // the 18th is one
            f.now = utc(now);
        };
    };
    row("five days without a plan make no set old", L::Ok, workdays("2025-02-24T03:00"));
    row("the next planned one is missing", L::Critical, workdays("2025-02-24T03:01"));
    row("old and nothing scheduled", L::Critical, [](StatusFacts &f) {
        f.now = utc("2025-02-20T03:00");
        f.scheduled = false;
    });
    row("nothing scheduled", L::Warning, [](StatusFacts &f) { f.scheduled = false; });
    row("verified, not yet proven", L::Warning, [](StatusFacts &f) { setState(f, SetState::Verified); });
    row("verified, yesterday's was proven", L::Warning, [](StatusFacts &f) {
        setState(f, SetState::Verified);
        addOlderTested(f, 1);
    });
    row("verified, proven weekly", L::Ok, [](StatusFacts &f) {
        setState(f, SetState::Verified);
        f.profile.schedule.restoreTest = QStringLiteral("weekly");
        addOlderTested(f, 6);
    });
    row("verified, weekly test overdue", L::Warning, [](StatusFacts &f) {
        setState(f, SetState::Verified);
        f.profile.schedule.restoreTest = QStringLiteral("weekly");
        addOlderTested(f, 9);
    });
    // V07
    row("tests switched off", L::Warning, [](StatusFacts &f) {
        setState(f, SetState::Verified);
        f.profile.schedule.restoreTest = QStringLiteral("never");
        addOlderTested(f, 1);
    });
    row("newest is only complete, the one before good", L::Warning, [](StatusFacts &f) {
        setState(f, SetState::Complete);
        addOlderTested(f, 1);
    });
    row("newest is damaged", L::Critical, [](StatusFacts &f) {
        setState(f, SetState::Damaged);
        addOlderTested(f, 1);
    });
    row("an older one is damaged", L::Warning, [](StatusFacts &f) {
        StoredSet older = f.sets.first();
        older.id = QStringLiteral("older");
        older.sequence = 0;
        older.state = SetState::Damaged;
        f.sets << older;
    });
    row("a file of the newest is missing", L::Critical, [](StatusFacts &f) {
        f.sets[0].problem = QStringLiteral("missing");
        addOlderTested(f, 1);
    });
    row("no set at all", L::Critical, [](StatusFacts &f) {
        f.sets.clear();
        f.runs.clear();
    });
    row("no set yet on the first day", L::Warning, [](StatusFacts &f) {
        f.sets.clear();
        f.runs.clear();
        f.since = utc("2025-02-18T07:00");
    });
    row("restore test of the newest failed", L::Critical, [](StatusFacts &f) {
        setState(f, SetState::Verified);
        f.runs[0].state = RunState::Failed;
        f.runs[0].exitCode = 17;
    });
    row("it failed, then succeeded", L::Ok, [](StatusFacts &f) {
        RunRecord test = f.runs[0];
        test.verb = QStringLiteral("restore-test");
        test.state = RunState::Failed;
        test.exitCode = 17;
        f.runs << test;
    });
    const auto lastRun = [](RunState state) {
        return [state](StatusFacts &f) {
            RunRecord run = f.runs[0];
            run.setId.clear();
            run.state = state;
            f.runs.prepend(run);
        };
    };
    row("last run failed, the copy is fresh", L::Warning, lastRun(RunState::Failed));
    row("a second run was refused", L::Ok, [](StatusFacts &f) { // L01
        RunRecord run = f.runs[0];
        run.setId.clear();
        run.state = RunState::Failed;
        run.exitCode = 11;
        f.runs.prepend(run);
    });
    row("last run interrupted", L::Warning, lastRun(RunState::Interrupted));
    row("last run stopped", L::Warning, lastRun(RunState::Stopped));
    row("last run with warnings", L::Warning, lastRun(RunState::Warnings));
    row("a run is going on", L::Ok, lastRun(RunState::Running));
    row("other verbs may fail", L::Ok, [](StatusFacts &f) {
        RunRecord run = f.runs[0];
        run.setId.clear();
        run.verb = QStringLiteral("retention");
        run.state = RunState::Failed;
        f.runs.prepend(run);
    });
    row("space is short", L::Warning, [](StatusFacts &f) {
        f.checks = {Check{CheckItem::Space, CheckResult::Fail, QStringLiteral("full"), {}, {}, {}, {}, {}}};
    });
    row("one disk only", L::Ok, [](StatusFacts &f) {
        f.checks = {
            Check{CheckItem::Space, CheckResult::Warn, QStringLiteral("one disk"), {}, {}, {}, {}, {}}};
    });
    row("retention is on hold", L::Warning,
        [](StatusFacts &f) { f.attention = {QStringLiteral("Retention waits.")}; });
    row("a service is down", L::Critical,
        [](StatusFacts &f) { f.alarms = {QStringLiteral("The service web is not running.")}; });
    // T07, L09
    row("clock before the last run", L::Unknown, [](StatusFacts &f) { f.now = utc("2024-02-18T08:00"); });
    row("clock a minute behind", L::Ok, [](StatusFacts &f) { f.now = f.runs[0].finished.addSecs(-60); });
}

void tst_Status::everyStateHasItsLevel()
{
    QFETCH(int, level);
    QFETCH(Change, change);
    StatusFacts facts = goodFacts();
    change(facts);
    const Status status = evaluateStatus(facts);
    QVERIFY2(int(status.level) == level, qPrintable(nameOf(status.level) + QChar(u' ') + status.line));
    QVERIFY(!status.line.isEmpty());
    QVERIFY(!status.line.contains(QChar(u'\n')));
}

void tst_Status::theWorstIsToldFirst()
{
    StatusFacts facts = goodFacts();
    facts.scheduled = false;
    facts.now = utc("2025-02-21T03:00");
    facts.runs[0].state = RunState::Failed;
    facts.runs[0].message = QStringLiteral("The disk is full.\nOK - all good");
    const Status status = evaluateStatus(facts);
    QVERIFY2(status.line.contains(QStringLiteral("74 h")), qPrintable(status.line));
    QCOMPARE(status.others.size(), 2);
    QVERIFY(status.others[0].contains(QStringLiteral("The disk is full.")));
    QVERIFY(!status.others[0].contains(QChar(u'\n')));
    QCOMPARE(status.newestSet, id);
    QCOMPARE(status.verified, utc("2025-02-18T01:00"));
    QCOMPARE(status.proven, utc("2025-02-18T01:00"));
}

void tst_Status::levelsAreThoseOfNagios()
{
    const QList<StatusLevel> levels{StatusLevel::Ok, StatusLevel::Warning, StatusLevel::Critical,
                                    StatusLevel::Unknown};
    const QStringList names{QStringLiteral("OK"), QStringLiteral("WARNING"), QStringLiteral("CRITICAL"),
                            QStringLiteral("UNKNOWN")};
    for (qsizetype i = 0; i < levels.size(); ++i) {
        QCOMPARE(int(levels[i]), int(i));
        QCOMPARE(nameOf(levels[i]), names[i]);
    }
}

void tst_Status::worstOfSeveralProfiles()
{
    using L = StatusLevel;
    QCOMPARE(worstOf({L::Ok, L::Warning, L::Ok}), L::Warning);
    QCOMPARE(worstOf({L::Unknown, L::Warning}), L::Unknown);
    QCOMPARE(worstOf({L::Unknown, L::Critical, L::Ok}), L::Critical);
    QCOMPARE(worstOf({L::Ok}), L::Ok);
    QCOMPARE(worstOf({}), L::Unknown);
}
