#include "core/service/DatabaseSurvey.h"

#include "core/archive/ArchiveWriter.h"
#include "core/base/Text.h"
#include "core/pipeline/DumpTool.h"
#include "core/process/ToolProcess.h"
#include "core/server/Snapshot.h"
#include "core/server/ToolLocator.h"

#include <QCoreApplication>

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

} // namespace

Result<DatabaseSurvey> surveyDatabase(const ServiceEnvironment &environment, const Profile &profile,
                                      JobContext &context)
{
    context.phase(Tr::tr("Looking at the database"));
    DatabaseSurvey survey;
    MASCLET_TRY_ASSIGN(const FoundSecret secret,
                       findSecret(profile, environment.secrets, context.stopToken()));
    DumpPlan plan;
    plan.connection = connectionOf(profile, profile.connection.dbname.toUtf8(), secret.password);
    MASCLET_TRY_ASSIGN(Snapshot snapshot, Snapshot::open(plan.connection, context.stopToken()));
    MASCLET_TRY_ASSIGN(survey.facts, snapshot.readFacts());
    MASCLET_TRY_ASSIGN(
        const PostgresTools tools,
        findClientTools(toolSearch(environment, profile), survey.facts.serverVersion, context.stopToken()));
    survey.warnings = missingFixes(tools.version, survey.facts.serverVersion);
    if (tableBytes(survey.facts) > largestMeasured)
        return survey;

    plan.program = tools.program(QStringLiteral("pg_dump"));
    plan.encoding = survey.facts.encoding;
    plan.snapshot = snapshot.name();
    plan.lockWaitMs = profile.backup.lockWait;
    plan.stallLimitMs = profile.backup.stallLimit;
    if (const Result<qint64> measured = measureDump(plan, context))
        survey.dumpBytes = *measured;
    else if (measured.error().kind == ErrorKind::Stopped)
        return fail(measured.error());
    else
        survey.warnings << measured.error().message + QChar(u' ') + measured.error().detail;
    return survey;
}

} // namespace masclet
