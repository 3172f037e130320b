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

/// What is left over may resist; a server that is gone or a person who stops it is something else.
bool endsTheRun(const Error &error)
{
    return error.kind == ErrorKind::Stopped || error.kind == ErrorKind::Connection;
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

Result<QStringList> dropLeftovers(Connection &admin, const ConnectionSettings &settings, const TestRun &run,
                                  JobContext &context)
{
    const QByteArray &repositoryId = run.tag.repositoryId;
    QStringList resisting;
    if (const auto tagged = tagOrphans(admin, repositoryId, run.earlierRuns); !tagged) {
        if (endsTheRun(tagged.error()))
            return fail(tagged.error());
        resisting << Tr::tr("An unfinished database of an earlier run cannot be dropped: %1")
                         .arg(tagged.error().message);
    }
    MASCLET_TRY_ASSIGN(const QList<ScratchDatabase> left, listScratch(admin, repositoryId));
    for (const ScratchDatabase &scratch : left) {
        const QString name = oneLine(scratch.name, 80);
        const auto dropped = dropScratch(admin, settings, scratch.name, repositoryId, context.stopToken());
        if (dropped)
            context.log().warning(Tr::tr("The unfinished database %1, left by run %2, was dropped.")
                                      .arg(name, oneLine(scratch.runId, 80)));
        else if (endsTheRun(dropped.error()))
            return fail(dropped.error());
        else
            resisting << Tr::tr("The unfinished database %1, left by run %2, cannot be dropped: %3")
                             .arg(name, oneLine(scratch.runId, 80), dropped.error().message);
    }
    return resisting;
}

Result<> dropUnfinished(const ConnectionSettings &settings, const QByteArray &name, const ScratchTag &tag)
{
    MASCLET_TRY_ASSIGN(Connection admin, Connection::open(settings, {}));
    return dropScratch(admin, settings, name, tag.repositoryId, {});
}

} // namespace masclet
