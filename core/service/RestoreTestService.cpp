#include "core/service/RestoreTestService.h"
#include "core/server/ServerVersion.h"

#include "core/base/Text.h"
#include "core/checks/TableRows.h"
#include "core/process/Priority.h"
#include "core/restore/RestoreTest.h"
#include "core/service/OpenSet.h"
#include "core/service/RestoreSupport.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>
#include <QStorageInfo>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreTestService)
};

/// The server must have room for the copy. Only the disk of this machine can be asked; what is not known is
/// said and does not stop the test.
Result<> checkRoom(RunScope &run, const Profile &server, const ConnectionSettings &settings, qint64 bytes)
{
    const qint64 needed = bytes + bytes / 4; // sorts of index builds
    MASCLET_TRY_ASSIGN(const QString folder, localDataFolder(server, settings, run.job().stopToken()));
    const QStorageInfo disk(folder);
    if (folder.isEmpty() || !disk.isValid()) {
        run.job().log().info(Tr::tr("Free space of the server: could not check."));
        return {};
    }
    if (disk.bytesAvailable() >= needed)
        return {};
    return fail(ErrorKind::RestoreTest,
                Tr::tr("Not tested: the copy needs about %1 and the server's disk has %2 free.")
                    .arg(sizeText(needed), sizeText(disk.bytesAvailable())),
                Tr::tr("Free space there, or test on another server or in a sandbox."));
}

Result<CopyOutcome> testThere(RunScope &run, const RestorePlace &place, const TestedSet &set)
{
    const ServiceEnvironment &environment = run.environment();
    const ScratchTag tag{run.repository().id().toUtf8(), run.record().id.toUtf8()};
    if (place.kind == RestorePlace::Kind::Sandbox) {
        const int major = set.manifest.database.serverVersion / perMajor;
        MASCLET_TRY_ASSIGN(
            const PostgresTools programs,
            findServerPrograms(toolSearch(environment, place.server), major, run.job().stopToken()));
        SandboxOptions options;
        options.toolsFolder = programs.folder;
        options.baseFolder = environment.runtimeFolder;
        // Our own sets come from our own server: another user's rights are enough where there are no
        // namespaces.
        options.weakest = Isolation::Kind::OtherUser;
        return testInSandbox(options, set, tag, run.job());
    }
    MASCLET_TRY_ASSIGN(const FoundSecret secret,
                       findSecret(place.server, environment.secrets, run.job().stopToken()));
    const ConnectionSettings settings =
        connectionOf(place.server, place.server.connection.dbname.toUtf8(), secret.password);
    MASCLET_TRY(checkRoom(run, place.server, settings, set.manifest.database.bytes));
    MASCLET_TRY_ASSIGN(const QList<QByteArray> earlier, interruptedRuns(run.journal()));
    return testOnServer(settings, set, {tag, earlier}, run.job());
}

/// The set's own server and files had their say before: what fails here is the place of the test.
Error asUntested(Error error)
{
    for (const ErrorKind ofThePlace :
         {ErrorKind::Connection, ErrorKind::Credentials, ErrorKind::ClientTool}) {
        if (error.kind == ofThePlace)
            return std::move(error).as(ErrorKind::RestoreTest);
    }
    return error;
}

/// What the set's evidence keeps of a good test.
QJsonObject evidenceDetails(const RestorePlace &place, const CopyOutcome &outcome)
{
    QList<TableRows> rows;
    for (const ComparedTable &table : outcome.comparison.tables)
        rows << TableRows{table.schema, table.name, table.restored.value_or(0)};
    const QString where =
        place.kind == RestorePlace::Kind::Sandbox ? QStringLiteral("sandbox") : QStringLiteral("server");
    return {{QStringLiteral("place"), where},
            {QStringLiteral("loadMs"), outcome.loadMs},
            {QStringLiteral("tables"), toJson(rows)}};
}

Result<> keepEvidence(RunScope &run, const QString &setId, EvidenceType type, const QString &note,
                      const QJsonObject &details)
{
    const Evidence evidence{type,   run.environment().clock.now(), run.record().id, run.record().author, note,
                            details};
    return run.repository().appendEvidence(run.lock(), setId, evidence);
}

Error unequal(const QString &setId, const QStringList &differences)
{
    return {ErrorKind::RestoreTest,
            Tr::tr("The restored copy of %1 is not equal to what was backed up: %2")
                .arg(setId, differences.first()),
            Tr::tr("Do not rely on this set. Make a new backup and test it."),
            differences.join(QChar(u'\n')),
            {}};
}

Result<RestoreTestReport> testSet(RunScope &run, const RestoreTestRequest &request)
{
    run.record().setId = request.setId;
    if (!request.place)
        return fail(Error(request.place.error()).as(ErrorKind::RestoreTest));
    const RestorePlace &place = *request.place;
    const std::stop_token stop = run.job().stopToken();
    MASCLET_TRY_ASSIGN(SetAccess access, findSetAccess(request.profile, run.environment(), stop));
    MASCLET_TRY_ASSIGN(const OpenSet set,
                       OpenSet::open(run.repository(), request.setId, std::move(access), stop));
    const Manifest &manifest = set.manifest();
    run.record().sequence = manifest.sequence;
    MASCLET_TRY(set.checkReadable());
    MASCLET_TRY_ASSIGN(const TestedSet sources, set.sources());
    const Result<CopyOutcome> tested =
        withPriority(priorityOf(request.profile.backup), [&] { return testThere(run, place, sources); });
    if (!tested)
        return fail(asUntested(tested.error()));
    const CopyOutcome &outcome = *tested;
    RestoreTestReport report{{}, outcome.comparison, outcome.loadMs, {}};
    run.record().rawBytes = manifest.rawBytes();
    run.record().rows = manifest.rows();
    for (const QString &remark : outcome.comparison.remarks)
        run.job().log().info(remark);
    for (const QString &warning : outcome.warnings)
        run.warn(warning);
    if (!outcome.comparison.equal()) {
        report.failure = unequal(request.setId, outcome.comparison.differences);
        return report;
    }
    MASCLET_TRY(
        keepEvidence(run, request.setId, EvidenceType::RestoreTested, {}, evidenceDetails(place, outcome)));
    run.job().log().info(Tr::tr("%1 was restored and compared: %2 rows in %n table(s) are equal.", nullptr,
                                int(manifest.tables.size()))
                             .arg(request.setId)
                             .arg(manifest.rows()));
    return report;
}

} // namespace

Result<RestorePlace> restorePlaceNamed(const QString &name, const Profile &profile,
                                       const ProfileStore &profiles, const Environment &environment)
{
    if (name == QStringLiteral("server"))
        return RestorePlace{RestorePlace::Kind::Server, profile};
    if (name == QStringLiteral("sandbox"))
        return RestorePlace{RestorePlace::Kind::Sandbox, profile};
    MASCLET_TRY_ASSIGN(StoredProfile other, profiles.load(name));
    MASCLET_TRY(applyEnvironment(other, environment));
    MASCLET_TRY(checkComplete(other.profile));
    return RestorePlace{RestorePlace::Kind::Server, other.profile};
}

RestoreTestService::RestoreTestService(const ServiceEnvironment &environment)
    : m_environment(environment)
{
}

Result<QStringList> RestoreTestService::plan(const RestoreTestRequest &request) const
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(request.profile.repository.path, m_environment.clock));
    MASCLET_TRY_ASSIGN(const Manifest manifest, repository.manifest(request.setId));
    MASCLET_TRY_ASSIGN(const RestorePlace place, request.place);
    const Profile::Connection &server = place.server.connection;
    return QStringList{
        place.kind == RestorePlace::Kind::Sandbox
            ? Tr::tr("Start a throw-away PostgreSQL %1 on this machine")
                  .arg(manifest.database.serverVersion / perMajor)
            : Tr::tr("Make a scratch database on %1, port %2").arg(oneLine(server.host)).arg(server.port),
        Tr::tr("Load %1 into it (%2)").arg(request.setId, sizeText(manifest.rawBytes())),
        Tr::tr("Count the rows of %n table(s) and compare them with the manifest", nullptr,
               int(manifest.tables.size())),
        place.kind == RestorePlace::Kind::Sandbox ? Tr::tr("Stop the server and remove it")
                                                  : Tr::tr("Drop the scratch database"),
    };
}

Result<RestoreTestReport> RestoreTestService::test(const RestoreTestRequest &request,
                                                   JobContext &context) const
{
    const RunRequest recordedAs{
        request.profile, QStringLiteral("restore-test"), Right::Verify, request.trigger, {}, request.wait};
    return recorded<RestoreTestReport>(
        m_environment, recordedAs, context, [&](RunScope &run) -> Result<RestoreTestReport> {
            auto report = testSet(run, request);
            if (report || report.error().kind != ErrorKind::Verification)
                return report;
            MASCLET_TRY(keepEvidence(run, request.setId, EvidenceType::Damaged, report.error().message, {}));
            return report;
        });
}

} // namespace masclet
