#include "tests/core/service/tst_RestoreSafety.h"

#include "core/repository/Repository.h"
#include "core/service/BackupService.h"
#include "core/service/RestoreService.h"
#include "tests/support/LogCapture.h"
#include "tests/support/MemoryKeychain.h"
#include "tests/support/TempCluster.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

#include <atomic>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// Fails once when it is told so, as one that a person has to unlock.
class MoodyKeychain final : public Keychain
{
public:
    Result<> reach(const std::stop_token &) const override { return {}; }
    Result<std::optional<Secret>> find(const QString &, const std::stop_token &) const override
    {
        if (failNext.exchange(false))
            return fail(ErrorKind::Credentials, QStringLiteral("The keychain is locked."));
        QByteArray password = "any";
        return std::optional(Secret::take(password));
    }
    Result<> store(const QString &, const Secret &, const std::stop_token &) const override { return {}; }
    Result<bool> remove(const QString &, const std::stop_token &) const override { return false; }

    mutable std::atomic<bool> failNext = false;
};

} // namespace

void tst_RestoreSafety::aPromisedBackupThatWasNotMadeKeepsTheDatabase()
{
    const auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    QVERIFY_RESULT((*cluster)->createDatabase("shop"));
    QVERIFY_RESULT((*cluster)->psql("shop", "CREATE TABLE animals AS SELECT generate_series(1, 5) AS id"));
    const QTemporaryDir home(QStringLiteral("/tmp/ms-XXXXXX"));
    const SystemClock clock;
    const auto keychain = std::make_shared<MoodyKeychain>();
    ServiceEnvironment environment{.clock = clock,
                                   .secrets = {},
                                   .stateFolder = home.filePath(QStringLiteral("state")),
                                   .runtimeFolder = QStringLiteral("/tmp"),
                                   .toolRoots = {},
                                   .author = QStringLiteral("ana@granja"),
                                   .policyFile = {},
                                   .program = QStringLiteral("masclet-backup test"),
                                   .machine = QStringLiteral("granja"),
                                   .profiles = ProfileStore({}, 0)};
    environment.secrets.keychain = keychain;
    Profile profile;
    profile.name = QStringLiteral("shop");
    profile.id = QStringLiteral("0123456789abcdef0123456789abcdef");
    profile.connection.host = (*cluster)->socketFolder();
    profile.connection.port = (*cluster)->port();
    profile.connection.dbname = QStringLiteral("shop");
    profile.connection.secret = QStringLiteral("keychain");
    profile.connection.tools = stockPrograms();
    profile.repository.path = home.filePath(QStringLiteral("backups"));
    const auto repository = Repository::init(profile.repository.path, clock);
    QVERIFY_RESULT(repository);
    LogCapture log;
    JobContext job({}, clock, log, {});
    BackupRequest backup;
    backup.profile = profile;
    const auto made = BackupService(environment).run(backup, job);
    QVERIFY_RESULT(made);

    RestoreRequest request;
    request.profile = profile;
    request.setId = made->manifest.setId;
    request.target = "shop";
    request.mode = GateQuestion::Mode::Replace;
    const auto databases = [&] {
        return (*cluster)
            ->psql("postgres", "SELECT datname FROM pg_database WHERE datname ~ '^shop' ORDER BY 1")
            .value_or("?")
            .trimmed();
    };
    keychain->failNext = true;
    const RestoreService service(environment);
    QVERIFY_FAILS(service.run(request, job), ErrorKind::RestoreUntouched);
    QVERIFY(!keychain->failNext.load());
    QCOMPARE(databases(), QByteArray("shop"));
    const auto restored = service.run(request, job);
    QVERIFY_RESULT(restored);
    QVERIFY(!restored->safetySet.isEmpty());
    QCOMPARE(databases(), QByteArray("shop\nshop__old_1"));
}
