#include "core/restore/DatabaseCopy.h"

#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DatabaseCopy)
};

ComparedScope comparedScope(const TestedSet &set, const LoadSelection &selection)
{
    const Manifest &manifest = set.manifest;
    if (selection.rows == LoadSelection::Rows::All)
        return {set.known, manifest.tables};
    ComparedScope scope{ComparedScope::Objects::Rows, {}};
    std::copy_if(manifest.tables.begin(), manifest.tables.end(), std::back_inserter(scope.tables),
                 [&](const ManifestTable &table) {
                     return selection.takesRows({table.schema, table.name});
                 });
    return scope;
}

} // namespace

Result<CopyOutcome> loadAndCompare(const ConnectionSettings &settings, const TestedSet &set,
                                   const LoadOptions &options, JobContext &context)
{
    CopyOutcome outcome;
    LoadReport loaded;
    {
        context.phase(Tr::tr("Loading %1").arg(set.manifest.setId), set.manifest.rawBytes());
        const std::chrono::nanoseconds start = context.clock().monotonic();
        MASCLET_TRY_ASSIGN(Connection connection, Connection::open(settings, context.stopToken()));
        auto load = loadDump(connection, set.archive, options, context);
        // A tool that is killed in the middle ends the load as a lost connection does.
        if (!load && load.error().kind == ErrorKind::ClientTool)
            load.error().kind = options.kind;
        MASCLET_TRY_ASSIGN(loaded, std::move(load));
        outcome.loadMs = millisecondsSince(context.clock(), start);
    }
    context.phase(Tr::tr("Comparing the copy"));
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(settings, context.stopToken()));
    const ComparedScope scope = comparedScope(set, options.selection);
    MASCLET_TRY_ASSIGN(
        const CopyFacts copy,
        readCopyFacts(connection, tablesToCount(set.manifest.database, scope.tables), options.kind));
    outcome.comparison = compareCopy(set.manifest, scope, loaded, copy);
    for (const QByteArray &notice : std::as_const(loaded.notices))
        context.log().info(oneLine(notice));
    return outcome;
}

Result<> dropLeftovers(Connection &admin, const ConnectionSettings &settings, const TestRun &run,
                       JobContext &context)
{
    const QByteArray &repositoryId = run.tag.repositoryId;
    MASCLET_TRY(tagOrphans(admin, repositoryId, run.earlierRuns));
    MASCLET_TRY_ASSIGN(const QList<ScratchDatabase> left, listScratch(admin, repositoryId));
    for (const ScratchDatabase &scratch : left) {
        MASCLET_TRY(dropScratch(admin, settings, scratch.name, repositoryId, context.stopToken()));
        context.log().warning(Tr::tr("The unfinished database %1, left by run %2, was dropped.")
                                  .arg(oneLine(scratch.name, 80), oneLine(scratch.runId, 80)));
    }
    return {};
}

Result<> dropUnfinished(const ConnectionSettings &settings, const QByteArray &name, const ScratchTag &tag)
{
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(settings, {}));
    return dropScratch(admin, settings, name, tag.repositoryId, {});
}

} // namespace masclet
