#include "core/service/DatabaseSurvey.h"

#include "core/archive/ArchiveWriter.h"
#include "core/base/Text.h"
#include "core/pipeline/DumpTool.h"
#include "core/process/ToolProcess.h"
#include "core/server/Snapshot.h"
#include "core/server/ToolSession.h"
#include "core/service/RightsReport.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DatabaseSurvey)
};

/// Tables larger than this dump to more than the seed's 1 MB; measuring them would only take time.
constexpr qint64 largestMeasured = 64LL * 1024 * 1024;
constexpr qsizetype mostCounted = 500; ///< tables; each takes some questions
constexpr std::chrono::seconds surveyLockLimit{1};

qint64 tableBytes(const DatabaseFacts &facts)
{
    return std::accumulate(facts.relations.cbegin(), facts.relations.cend(), qint64(0),
                           [](qint64 sum, const RelationFacts &relation) { return sum + relation.bytes; });
}

/// Bytes of the archive that a backup would write.
Result<qint64> measureDump(const DumpPlan &plan, JobContext &context)
{
    context.phase(Tr::tr("Measuring a dump"));
    qint64 stored = 0;
    MASCLET_TRY_ASSIGN(
        const std::unique_ptr<ArchiveWriter> writer,
        ArchiveWriter::create(Compression::Auto, 1, [&stored](std::span<const std::byte> bytes) {
            stored += qint64(bytes.size());
            return Result<>();
        }));
    const std::chrono::milliseconds stallLimit(plan.stallLimitMs);
    MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> tool, ToolProcess::start(plan.databaseCommand()));
    tool->closeInput();
    std::vector<std::byte> buffer(256 * 1024);
    for (;;) {
        MASCLET_TRY_ASSIGN(const size_t got, tool->read(buffer, context.stopToken(), stallLimit));
        if (got == 0)
            break;
        MASCLET_TRY(writer->write(std::span(buffer).first(got)));
        context.advance(qint64(got));
    }
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, tool->wait(context.stopToken(), stallLimit));
    if (!outcome.good())
        return fail(ErrorKind::Dump, Tr::tr("A trial dump failed."), {}, oneLine(outcome.errorOutput));
    MASCLET_TRY(writer->finish());
    return stored;
}

/// What the role may not read is found before a dump fails on it.
Result<> lookAtRights(const Profile &profile, Snapshot &snapshot, DatabaseSurvey &survey)
{
    const QByteArray role = profile.connection.user.toUtf8();
    MASCLET_TRY_ASSIGN(const MissingRights missing, snapshot.readMissingRights());
    if (const Result<> readable = refuseMissingRights(missing, role); !readable)
        survey.rightsProblem = readable.error();
    if (!profile.backup.rolePasswords)
        return {};
    MASCLET_TRY_ASSIGN(const bool passwords, snapshot.mayReadRolePasswords());
    if (!passwords)
        survey.warnings << unreadablePasswords(role);
    return {};
}

/// The rows of every table, where that takes no time; a table that is locked stays uncounted.
Result<> countTables(Snapshot &snapshot, DatabaseFacts &facts)
{
    QList<RelationFacts> tables;
    std::copy_if(facts.relations.cbegin(), facts.relations.cend(), std::back_inserter(tables),
                 [](const RelationFacts &relation) { return relation.kind == 'r' || relation.kind == 'p'; });
    if (tables.size() > mostCounted)
        return {};
    MASCLET_TRY_ASSIGN(const QList<TableCount> counts, snapshot.countRows(tables, surveyLockLimit));
    QHash<quint32, std::optional<qint64>> rows;
    for (const TableCount &count : counts)
        rows.insert(count.oid, count.rows);
    for (RelationFacts &relation : facts.relations)
        relation.rows = rows.value(relation.oid);
    return {};
}

/// Those that would dump it, and how they get in.
Result<ConnectionSettings> lookAtTools(const ToolSearch &search, const Profile &profile,
                                       const ConnectionSettings &ours, Snapshot &snapshot,
                                       DatabaseSurvey &survey, const std::stop_token &stop)
{
    const auto way = [&]() -> Result<ConnectionSettings> {
        MASCLET_TRY_ASSIGN(survey.tools, findClientTools(search, survey.facts.serverVersion, stop));
        if (!survey.tools->container)
            return ours;
        return insideConnection(*survey.tools, ours, snapshot, newToolSessionName(profile.id.toUtf8()), stop);
    };
    Result<ConnectionSettings> found = way();
    if (found) {
        survey.warnings << missingFixes(survey.tools->version, survey.facts.serverVersion);
        return found;
    }
    if (found.error().kind == ErrorKind::Stopped)
        return found;
    survey.tools.reset();
    survey.toolsProblem = std::move(found).error();
    return ours;
}

Result<> measure(const Profile &profile, const ConnectionSettings &ours, const DumpPlan &plan,
                 DatabaseSurvey &survey, JobContext &context)
{
    DumpPlan trial = plan;
    trial.program = survey.tools->program(QStringLiteral("pg_dump"));
    trial.container = survey.tools->container;
    trial.encoding = survey.facts.encoding;
    trial.lockWaitMs = profile.backup.lockWait;
    trial.stallLimitMs = profile.backup.stallLimit;
    const Result<qint64> measured = measureDump(trial, context);
    if (!measured && trial.container) // what could not be ended ends by itself: a small dump
        (void)endToolSessions(ours, trial.connection.applicationName);
    if (measured)
        survey.dumpBytes = *measured;
    else if (measured.error().kind == ErrorKind::Stopped)
        return fail(measured.error());
    else
        survey.warnings << measured.error().message + QChar(u' ') + measured.error().detail;
    return {};
}

} // namespace

Result<DatabaseSurvey> surveyDatabase(const ServiceEnvironment &environment, const Profile &profile,
                                      JobContext &context)
{
    context.phase(Tr::tr("Looking at the database"));
    DatabaseSurvey survey;
    MASCLET_TRY_ASSIGN(const FoundSecret secret,
                       findSecret(profile, environment.secrets, context.stopToken()));
    DumpPlan plan;
    const ConnectionSettings ours =
        connectionOf(profile, profile.connection.dbname.toUtf8(), secret.password);
    MASCLET_TRY_ASSIGN(Snapshot snapshot, Snapshot::open(ours, context.stopToken()));
    plan.snapshot = snapshot.name();
    MASCLET_TRY_ASSIGN(survey.facts, snapshot.readFacts());
    MASCLET_TRY_ASSIGN(survey.estimatedRows, snapshot.estimateRows());
    MASCLET_TRY(lookAtRights(profile, snapshot, survey));
    MASCLET_TRY_ASSIGN(plan.connection, lookAtTools(toolSearch(environment, profile), profile, ours, snapshot,
                                                    survey, context.stopToken()));
    if (tableBytes(survey.facts) > largestMeasured || survey.rightsProblem)
        return survey;
    MASCLET_TRY(countTables(snapshot, survey.facts));
    if (survey.tools)
        MASCLET_TRY(measure(profile, ours, plan, survey, context));
    return survey;
}

} // namespace masclet
