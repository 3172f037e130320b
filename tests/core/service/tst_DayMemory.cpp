#include "tests/core/service/tst_DayMemory.h"

#include "core/base/LocalTime.h"
#include "core/checks/SizeRules.h"
#include "core/procedure/StepJournal.h"
#include "core/service/DayFactsReader.h"
#include "core/service/KeptDatabases.h"
#include "core/service/RetentionHold.h"
#include "tests/core/repository/Fixture.h"

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

namespace
{

struct Remembering : RepositoryFixture {
    Remembering()
    {
        profile.id = QStringLiteral("p1");
        profile.name = QStringLiteral("masclet_imperi");
        profile.schedule.zone = QStringLiteral("Europe/Madrid");
    }
    RunRecord add(RunState state, const QString &verb = QStringLiteral("backup"),
                  const QString &profileId = QStringLiteral("p1"))
    {
        RunRecord run;
        run.id = newRunId(clock);
        run.verb = verb;
        run.profileId = profileId;
        run.state = state;
        run.started = run.finished = clock.now();
        run.sequence = ++sequence;
        run.databaseBytes = 1000 * sequence;
        run.setId = state == RunState::Ok ? QStringLiteral("shop_%1").arg(sequence) : QString();
        if (!repository->journal().runFinished(*lock, run))
            qFatal("cannot write the journal");
        clock.advance(std::chrono::hours(1));
        return run;
    }
    DayMemory memory() const
    {
        Result<DayMemory> memory = readDayMemory(
            *repository, profile, localDay(clock.now(), zoneNamed(profile.schedule.zone)), clock);
        if (!memory)
            qFatal("%s", reason(memory).constData());
        return std::move(*memory);
    }

    Profile profile;
    qint64 sequence = 0;
};

} // namespace

void tst_DayMemory::whatChecksLookForIsFoundBehindManyFailures()
{
    Remembering f;
    const QString set = *f.addSet();
    RunRecord tested = f.add(RunState::Failed, QStringLiteral("restore-test"));
    tested.setId = set;
    QVERIFY_RESULT(f.repository->journal().runFinished(*f.lock, tested));
    for (int n = 0; n < 80; ++n) // newer ones about sets that are gone
        f.add(RunState::Failed, QStringLiteral("restore-test"));
    for (int n = 0; n < 9; ++n)
        f.add(RunState::Ok);
    for (int n = 0; n < 200; ++n)
        f.add(RunState::Failed);
    const DayMemory memory = f.memory();
    QCOMPARE(memory.sets.size(), 1);
    QVERIFY(memory.runs.contains(tested));
    const SizeBand band = sizeBand(memory.runs, 10'000, {});
    QCOMPARE(band.sets, int(SizeBand::mostSets));
    const QList<RunRecord> all = runsOf(*f.repository->journal().records());
    QCOMPARE(band.median, sizeBand(all, 10'000, {}).median);
    QCOMPARE(memory.runs.first(), all.first());
    QVERIFY(memory.runs.size() < 180);
}

void tst_DayMemory::everyRunSinceTheDayBeforeIsThere()
{
    Remembering f;
    for (int n = 0; n < 100; ++n)
        f.add(RunState::Failed);
    f.clock.advance(std::chrono::hours(72));
    for (int n = 0; n < 100; ++n) {
        f.add(RunState::Failed);
        f.clock.setWall(f.clock.now().addSecs(-3500));
    }
    const DayMemory memory = f.memory();
    QCOMPARE(memory.runs.size(), 160); // all of today, sixty of before
}

void tst_DayMemory::ofOtherRecordsThoseThatStandAreThere()
{
    Remembering f;
    Journal &journal = f.repository->journal();
    const QJsonObject deleted{{QStringLiteral("setId"), QStringLiteral("shop_20240101")}};
    QVERIFY_RESULT(journal.append(*f.lock, QStringLiteral("delete"), deleted));
    QVERIFY_RESULT(
        raiseHold(journal, *f.lock, f.profile.id, QStringLiteral("shop_20250218"), QStringLiteral("rows")));
    QVERIFY_RESULT(journal.append(*f.lock, QStringLiteral("deleted"), deleted));
    QVERIFY_RESULT(journalKeptDatabase(journal, *f.lock, {"shop", "shop__old_1", 7, "42", {}, f.profile.id}));
    JournalledStep step;
    step.runId = QStringLiteral("20250218T010007Z-3f9c2a");
    step.number = 1;
    step.kind = QStringLiteral("service");
    step.profileId = f.profile.id;
    QVERIFY_RESULT(journalBegun(journal, *f.lock, step));
    const DayMemory memory = f.memory();
    QCOMPARE(memory.acts.size(), 3);
    QCOMPARE(holdsOf(memory.acts, f.profile.id).size(), 1);
    QCOMPARE(keptDatabases(memory.acts, f.profile.id).size(), 1);
    QCOMPARE(openSteps(memory.acts).size(), 1);
}

void tst_DayMemory::otherProfilesAreLeftOut()
{
    Remembering f;
    RepositoryFixture::Options options;
    options.profile = QStringLiteral("other");
    options.profileId = QStringLiteral("p2");
    QVERIFY_RESULT(f.addSet(options));
    f.add(RunState::Failed, QStringLiteral("backup"), QStringLiteral("p2"));
    const RunRecord mine = f.add(RunState::Failed);
    const DayMemory memory = f.memory();
    QCOMPARE(memory.runs, QList<RunRecord>{mine});
    QCOMPARE(memory.sets.size(), 0);
    QCOMPARE(memory.allSets.size(), 1); // retention numbers them all
}
