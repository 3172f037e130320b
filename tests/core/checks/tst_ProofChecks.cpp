#include "tests/core/checks/tst_ProofChecks.h"

#include "core/checks/Evaluators.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

DayFacts dayInState(SetState state)
{
    DayFacts facts = goodDay();
    facts.set = sampleSet(facts.set->id, "2025-02-18T01:00", state);
    facts.sets = {*facts.set};
    return facts;
}

} // namespace

void tst_ProofChecks::integrityFollowsTheEvidence_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<int>("result");
    QTest::newRow("restored") << int(SetState::RestoreTested) << QString() << int(CheckResult::Pass);
    QTest::newRow("verified") << int(SetState::Verified) << QString() << int(CheckResult::Pass);
    QTest::newRow("never read back") << int(SetState::Complete) << QString() << int(CheckResult::NotChecked);
    QTest::newRow("damaged") << int(SetState::Damaged) << QString() << int(CheckResult::Fail);
    QTest::newRow("a file is missing")
        << int(SetState::Verified) << QStringLiteral("db/x is missing") << int(CheckResult::Fail);
}

void tst_ProofChecks::integrityFollowsTheEvidence()
{
    QFETCH(int, state);
    QFETCH(QString, problem);
    QFETCH(int, result);
    DayFacts facts = dayInState(SetState(state));
    facts.set->problem = problem;
    const Check check = checkIntegrity(facts);
    QCOMPARE(int(check.result), result);
    if (check.result == CheckResult::Fail)
        QVERIFY(check.finding.contains(problem.isEmpty() ? QStringLiteral("member 3 does not inflate")
                                                         : problem));
    else if (check.result == CheckResult::NotChecked)
        QVERIFY(check.hint.contains(QStringLiteral("masclet-backup verify masclet_imperi_20250218")));
}

void tst_ProofChecks::ageIsCountedFromTheNewestProof()
{
    DayFacts facts = dayInState(SetState::Verified); // verified at 01:05, now is 08:00
    QVERIFY2(checkIntegrity(facts).finding.contains(QStringLiteral("6 h 55 min")),
             qPrintable(checkIntegrity(facts).finding));
    facts.set->evidence.reread = utc("2025-02-18T07:00");
    QVERIFY(checkIntegrity(facts).finding.contains(QStringLiteral("1 h 0 min")));
    // A restore test reads the dump alone.
    facts.set->evidence.restoreTested = utc("2025-02-18T07:30");
    QVERIFY(checkIntegrity(facts).finding.contains(QStringLiteral("1 h 0 min")));
    facts.set->evidence.verified = facts.set->evidence.reread = {};
    QCOMPARE(checkIntegrity(facts).result, CheckResult::NotChecked);
}

// L09, T07
void tst_ProofChecks::clockSetBackGivesNoNegativeAge()
{
    DayFacts facts = dayInState(SetState::RestoreTested);
    facts.now = utc("2024-02-18T01:00");
    for (const Check &check : {checkIntegrity(facts), checkRestore(facts)}) {
        QCOMPARE(check.result, CheckResult::Pass);
        QVERIFY2(!check.finding.contains(QChar(u'-')), qPrintable(check.finding));
    }
}

void tst_ProofChecks::unreadableEvidenceIsSaid()
{
    DayFacts facts = dayInState(SetState::Verified);
    QCOMPARE(checkIntegrity(facts).unchecked, QString());
    facts.set->evidence.unreadable = 2;
    QVERIFY(checkIntegrity(facts).unchecked.contains(QStringLiteral("2")));
}

// V07: what was not tested is never green.
void tst_ProofChecks::restoreFollowsEvidenceAndRhythm_data()
{
    QTest::addColumn<QString>("rhythm");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("daysSinceLastTest"); // of another set; -1: never
    QTest::addColumn<int>("result");
    const auto row = [](const char *name, const char *rhythm, SetState state, int days, CheckResult result) {
        QTest::newRow(name) << QString::fromLatin1(rhythm) << int(state) << days << int(result);
    };
    const SetState tested = SetState::RestoreTested;
    const SetState verified = SetState::Verified;
    row("every, tested", "every", tested, -1, CheckResult::Pass);
    row("every, skipped", "every", verified, -1, CheckResult::NotChecked);
    row("every, only yesterday's tested", "every", verified, 1, CheckResult::NotChecked);
    row("never, but tested by hand", "never", tested, -1, CheckResult::Pass);
    row("never", "never", verified, 1, CheckResult::NotChecked);
    row("weekly, tested today", "weekly", tested, -1, CheckResult::Pass);
    row("weekly, six days ago", "weekly", verified, 6, CheckResult::Pass);
    row("weekly, nine days ago", "weekly", verified, 9, CheckResult::Warn);
    row("weekly, never", "weekly", verified, -1, CheckResult::NotChecked);
    row("monthly, 30 days ago", "monthly", verified, 30, CheckResult::Pass);
    row("monthly, 40 days ago", "monthly", verified, 40, CheckResult::Warn);
    row("damaged", "every", SetState::Damaged, 1, CheckResult::Fail);
}

void tst_ProofChecks::restoreFollowsEvidenceAndRhythm()
{
    QFETCH(QString, rhythm);
    QFETCH(int, state);
    QFETCH(int, daysSinceLastTest);
    QFETCH(int, result);
    DayFacts facts = dayInState(SetState(state));
    facts.profile.schedule.restoreTest = rhythm;
    if (daysSinceLastTest >= 0) {
        StoredSet other = sampleSet(QStringLiteral("masclet_imperi_20250101"), "2025-01-01T01:00");
        other.evidence.restoreTested = facts.now.addDays(-daysSinceLastTest);
        facts.sets << other;
    }
    const Check check = checkRestore(facts);
    QVERIFY2(int(check.result) == result, qPrintable(check.finding));
    if (daysSinceLastTest >= 0 && SetState(state) == SetState::Verified)
        QVERIFY2(check.finding.contains(QStringLiteral("masclet_imperi_20250101")),
                 qPrintable(check.finding));
}

void tst_ProofChecks::failedRestoreTestIsAFailureUntilALaterOneSucceeds()
{
    DayFacts facts = dayInState(SetState::Verified);
    RunRecord run = runOf(*facts.set);
    run.verb = QStringLiteral("restore-test");
    run.state = RunState::Failed;
    run.exitCode = 17;
    run.started = utc("2025-02-18T02:00");
    run.finished = utc("2025-02-18T02:10");
    run.message = QStringLiteral("animals: 347 rows at the dump, 346 restored");
    facts.runs.prepend(run);
    QCOMPARE(checkRestore(facts).result, CheckResult::Fail);
    QVERIFY(checkRestore(facts).finding.contains(run.message));
    facts.set->evidence.restoreTested = utc("2025-02-18T03:00");
    QCOMPARE(checkRestore(facts).result, CheckResult::Pass);
    facts.set->evidence.restoreTested = utc("2025-02-18T01:10"); // the good one came before
    QCOMPARE(checkRestore(facts).result, CheckResult::Fail);
    facts.runs.first().exitCode = 13; // the server was away: nothing is known
    facts.set->evidence.restoreTested = {};
    QCOMPARE(checkRestore(facts).result, CheckResult::NotChecked);
}

void tst_ProofChecks::damageSinceTheTestIsAFailure()
{
    DayFacts facts = dayInState(SetState::RestoreTested);
    facts.set->state = SetState::Damaged;
    facts.set->evidence.damaged = utc("2025-02-18T05:00");
    QCOMPARE(checkRestore(facts).result, CheckResult::Fail);
    QCOMPARE(checkIntegrity(facts).result, CheckResult::Fail);
    // Nor does the test of another set count that was damaged since.
    facts = dayInState(SetState::Verified);
    facts.profile.schedule.restoreTest = QStringLiteral("weekly");
    facts.sets << sampleSet(QStringLiteral("masclet_imperi_20250217"), "2025-02-17T01:00");
    QCOMPARE(checkRestore(facts).result, CheckResult::Pass);
    facts.sets.last().state = SetState::Damaged;
    QCOMPARE(checkRestore(facts).result, CheckResult::NotChecked);
}

void tst_ProofChecks::commandsAreThoseOfTheSeed()
{
    DayFacts facts = goodDay();
    QCOMPARE(checkIntegrity(facts).command,
             QStringLiteral("gunzip -t /backups/db/masclet_imperi_20250218.sql.gz\n"
                            "cd /backups && sha256sum -c sets/masclet_imperi_20250218.sha256"));
    QCOMPARE(checkRestore(facts).command,
             QStringLiteral("createdb -h 127.0.0.1 -p 5432 -U postgres -T template0 -E UTF8 "
                            "masclet_imperi_test\n"
                            "gunzip -c /backups/db/masclet_imperi_20250218.sql.gz | "
                            "psql -X -v ON_ERROR_STOP=1 -h 127.0.0.1 -p 5432 -U postgres "
                            "-d masclet_imperi_test"));
    facts.manifest->database.encoding = "LATIN1";
    facts.manifest->database.collate = facts.manifest->database.ctype = "ca_ES";
    QVERIFY(checkRestore(facts).command.contains(
        QStringLiteral(" -T template0 -E LATIN1 --lc-collate ca_ES --lc-ctype ca_ES masclet_imperi_test\n")));
    facts.set->files[0].path = "db/masclet_imperi_20250218.sql";
    QCOMPARE(checkIntegrity(facts).command,
             QStringLiteral("cd /backups && sha256sum -c sets/masclet_imperi_20250218.sha256"));
    QVERIFY(checkRestore(facts).command.endsWith(
        QStringLiteral("-d masclet_imperi_test < /backups/db/masclet_imperi_20250218.sql")));
}
