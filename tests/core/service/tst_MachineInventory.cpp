#include "tests/core/service/tst_MachineInventory.h"

#include "core/base/Redact.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <thread>

using namespace masclet;
using namespace masclet::test;

namespace
{

CommandOutput outputOf(const MachineInventory &inventory, const char *name)
{
    for (const CommandOutput &command : inventory.commands) {
        if (command.name == QLatin1String(name))
            return command;
    }
    return {};
}

QString fact(const InventoryFacts &facts, const char *section, const char *name)
{
    return facts.value(QLatin1String(section)).value(QLatin1String(name));
}

} // namespace

Result<MachineInventory> tst_MachineInventory::read(const MachinePrograms &programs)
{
    JobContext context(m_stop.get_token(), m_clock, m_log, {});
    return readMachine(programs, context);
}

void tst_MachineInventory::thisMachineAnswers()
{
    const auto inventory = read({{QStringLiteral("/usr/bin"), QStringLiteral("/bin")}, {}, {}});
    QVERIFY_RESULT(inventory);
    QVERIFY(!fact(inventory->facts, "system", "kernel").isEmpty());
    QVERIFY(outputOf(*inventory, "disks").output.contains("Filesystem"));
    QVERIFY(outputOf(*inventory, "mounts").output.contains("/proc"));
    QVERIFY(!outputOf(*inventory, "services").problem.isEmpty());
    QVERIFY(!outputOf(*inventory, "containers").problem.isEmpty());
}

void tst_MachineInventory::packagesAndServicesBecomeFacts()
{
    const FakeTool dpkg("printf 'nginx:amd64 1.22.1-9 ii \\nold:all 1 rc \\n'", QStringLiteral("dpkg-query"));
    const FakeTool systemctl("case \"$1\" in list-unit-files) echo 'cron.service enabled enabled';; "
                             "*) echo 'cron.service loaded active running Cron';; esac",
                             QStringLiteral("systemctl"));
    const auto inventory = read({{dpkg.folder()}, systemctl.path(), {}});
    QVERIFY_RESULT(inventory);
    QCOMPARE(fact(inventory->facts, "packages", "nginx:amd64"), QStringLiteral("1.22.1-9"));
    QCOMPARE(inventory->facts.value(QStringLiteral("packages")).size(), 1); // removed ones do not count
    QCOMPARE(fact(inventory->facts, "services", "cron.service"), QStringLiteral("enabled"));
    QCOMPARE(fact(inventory->figures, "services", "cron.service"), QStringLiteral("active running"));
}

void tst_MachineInventory::containersBecomeFactsWithoutTheirSecrets() // SR12
{
    const FakeTool docker(R"(case "$1" in
ps) echo '{"ID":"abc","Names":"web","Image":"nginx:1.25","State":"running","Command":"run --password s3cr3t"}';;
inspect) [ "$2" = abc ] && cat <<'END'
[{"Name":"/web","Config":{"Env":["POSTGRES_PASSWORD=s3cr3t","TZ=UTC s3cr3t"],"Cmd":["serve","--token","s3cr3t"],
"Labels":{"app.secret":"s3cr3t","note":"postgresql://u:s3cr3t@db/x"}},"Args":["--password=s3cr3t"]}]
END
;;
esac)",
                          QStringLiteral("docker"));
    const auto inventory = read({{}, {}, docker.path()});
    QVERIFY_RESULT(inventory);
    QCOMPARE(fact(inventory->facts, "containers", "web"), QStringLiteral("nginx:1.25"));
    QCOMPARE(fact(inventory->figures, "containers", "web"), QStringLiteral("running"));
    for (const CommandOutput &command : inventory->commands)
        QVERIFY2(!command.output.contains("s3cr3t"), command.output.constData());
    const QByteArray details = outputOf(*inventory, "container-details").output;
    QVERIFY2(details.contains("POSTGRES_PASSWORD=(redacted)"), details.constData());
    QVERIFY(QJsonDocument::fromJson(details).isArray());
}

void tst_MachineInventory::missingAndFailingProgramsAreTold()
{
    const FakeTool docker("echo 'Cannot connect to the Docker daemon' >&2; exit 1", QStringLiteral("docker"));
    const auto inventory = read({{}, QStringLiteral("/nowhere/systemctl"), docker.path()});
    QVERIFY_RESULT(inventory);
    QVERIFY(outputOf(*inventory, "containers").problem.contains(QStringLiteral("Cannot connect")));
    QVERIFY(!outputOf(*inventory, "services").problem.isEmpty());
    QVERIFY(!outputOf(*inventory, "packages").problem.isEmpty());
    QVERIFY(!inventory->facts.contains(QStringLiteral("containers")));
}

void tst_MachineInventory::aStopEndsIt_D23()
{
    const FakeTool docker("sleep 60", QStringLiteral("docker"));
    QElapsedTimer timer;
    timer.start();
    std::jthread stopper([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        m_stop.request_stop();
    });
    QVERIFY_FAILS(read({{}, {}, docker.path()}), ErrorKind::Stopped);
    QVERIFY(timer.elapsed() < 8000);
}
