#include "tests/core/service/tst_DueBackup.h"

#include "core/service/BackupService.h"
#include "core/service/DueBackup.h"
#include "tests/core/repository/Fixture.h"
#include "tests/support/LogCapture.h"

#include <QDir>

#include <atomic>
#include <thread>

#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// The repository's fixture begins seven seconds after two in Madrid.
Profile nightlyOf(const RepositoryFixture &fixture)
{
    Profile profile;
    profile.name = QStringLiteral("masclet_imperi");
    profile.id = QStringLiteral("p1");
    profile.schedule.zone = QStringLiteral("Europe/Madrid");
    profile.repository.path = fixture.path({});
    profile.connection.host = QStringLiteral("/nowhere");
    return profile;
}

bool isDue(const RepositoryFixture &fixture)
{
    const auto run = dueBackup(*fixture.repository, nightlyOf(fixture), fixture.clock.now());
    if (!run)
        QTest::qFail(reason(run).constData(), __FILE__, __LINE__);
    return run && *run;
}

} // namespace

void tst_DueBackup::runsAreOwedSinceTheRepositoryExists()
{
    RepositoryFixture fixture;
    QVERIFY(!isDue(fixture));
    fixture.clock.advance(std::chrono::hours(23));
    QVERIFY(!isDue(fixture));
    fixture.clock.advance(std::chrono::hours(1));
    QVERIFY(isDue(fixture));
}

void tst_DueBackup::aGoodSetOfTheProfileSettlesTheRun()
{
    RepositoryFixture fixture;
    fixture.clock.advance(std::chrono::hours(24));
    RepositoryFixture::Options other;
    other.profile = QStringLiteral("other");
    other.profileId = QStringLiteral("p2");
    QVERIFY_RESULT(fixture.addSet(other));
    QVERIFY(isDue(fixture));
    QVERIFY_RESULT(fixture.addSet());
    QVERIFY(!isDue(fixture));
    fixture.clock.advance(std::chrono::hours(23));
    QVERIFY(!isDue(fixture));
    fixture.clock.advance(std::chrono::hours(1));
    QVERIFY(isDue(fixture));
    fixture.clock.advance(-std::chrono::hours(48)); // before that set was started: it settles nothing then
    QVERIFY(!isDue(fixture));
}

void tst_DueBackup::aSetThatIsNotGoodSettlesNothing_data()
{
    QTest::addColumn<QList<EvidenceType>>("evidence");
    QTest::newRow("never verified") << QList<EvidenceType>();
    QTest::newRow("damaged") << QList<EvidenceType>{EvidenceType::Verified, EvidenceType::Damaged};
}

void tst_DueBackup::aSetThatIsNotGoodSettlesNothing()
{
    QFETCH(const QList<EvidenceType>, evidence);
    RepositoryFixture fixture;
    fixture.clock.advance(std::chrono::hours(24));
    RepositoryFixture::Options options;
    options.evidence = evidence;
    QVERIFY_RESULT(fixture.addSet(options));
    QVERIFY(isDue(fixture));
}

// L01: cron and systemd, or two hourly looks during one long run, must not make two sets.
void tst_DueBackup::aRunThatWaitedLooksAgain()
{
    RepositoryFixture fixture;
    fixture.clock.advance(std::chrono::hours(24));
    std::atomic<int> asked = 0;
    fixture.clock.whenAsked = [&asked] {
        ++asked;
    };
    LogCapture log;
    const ServiceEnvironment environment{.clock = fixture.clock,
                                         .secrets = {},
                                         .stateFolder = fixture.temp.filePath(QStringLiteral("state")),
                                         .runtimeFolder = fixture.temp.path(),
                                         .toolRoots = {},
                                         .author = QStringLiteral("root@granja"),
                                         .policyFile = {},
                                         .program = QStringLiteral("test"),
                                         .machine = QStringLiteral("granja"),
                                         .profiles = ProfileStore({}, ::geteuid())};
    BackupRequest request;
    request.profile = nightlyOf(fixture);
    request.when = BackupRequest::When::IfDue;
    request.wait = std::chrono::minutes(1); // of the clock that stands still
    std::stop_source stop;
    JobContext job(stop.get_token(), fixture.clock, log, {});
    Result<BackupReport> report = fail(ErrorKind::Internal, {});
    {
        const std::jthread worker([&] { report = BackupService(environment).run(request, job); });
        // The first look, and the name and the time of a run that begins.
        const bool waits = QTest::qWaitFor([&asked] { return asked >= 3; }, 20'000);
        const auto made = fixture.addSet();
        fixture.lock = fail(ErrorKind::Internal, {}); // sets it free
        QVERIFY(waits);
        QVERIFY_RESULT(made);
    }
    QVERIFY_RESULT(report);
    QVERIFY(!report->wasMade());
    QCOMPARE(fixture.repository->sets()->size(), 1);
    QVERIFY(QDir(fixture.path(QStringLiteral("runs"))).isEmpty());
    QVERIFY(!QFileInfo::exists(environment.stateFolder));
}
