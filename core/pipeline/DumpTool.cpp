#include "core/pipeline/DumpTool.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/pipeline/ArchiveStage.h"
#include "core/pipeline/RateLimit.h"
#include "core/pipeline/RestoreScript.h"
#include "core/process/ToolProcess.h"
#include "core/server/ToolSession.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <thread>
#include <vector>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DumpTool)
};

/// Settings of a role or database must not change the file: strings are read by what stands in it, names stay
/// readable, bytea stays hexadecimal. PGOPTIONS outranks ALTER ROLE and ALTER DATABASE.
constexpr auto sessionOptions = "-c standard_conforming_strings=on -c quote_all_identifiers=off "
                                "-c bytea_output=hex -c lock_timeout=0 -c statement_timeout=0";

constexpr std::chrono::milliseconds pauseSlice{100};

ToolCommand command(const DumpPlan &plan)
{
    ToolCommand tool;
    tool.program = plan.program;
    tool.container = plan.container;
    ConnectionSettings settings = plan.connection;
    settings.options = sessionOptions;
    tool.arguments << "--dbname=" + conninfo(settings) << "--no-password";
    tool.environment = cleanEnvironment();
    // libpq's own certificates lie in the home folder, where our session finds them; a pass file there is
    // none of ours.
    tool.environment.removeIf([](const QByteArray &variable) { return variable.startsWith("HOME="); });
    if (const QByteArray home = qgetenv("HOME"); !home.isEmpty())
        tool.environment << "HOME=" + home;
    givePassword(tool, plan.connection);
    return tool;
}

/// The level that stands for ours; pg_dump's default is 6.
int levelOf(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return 0;
    case Compression::Fast:
        return 1;
    case Compression::Small:
        return 9;
    case Compression::Auto:
        break;
    }
    return 6;
}

Result<std::unique_ptr<DumpStage>> stageFor(const DumpCodec &codec, const PgRestore *reader, Stage &next,
                                            const std::stop_token &stop)
{
    if (!reader)
        return ArchiveStage::create(codec.compression, codecThreads(codec), next);
    return RestoreStage::start(reader->command(DumpFormat::Custom, {}, randomHex(32)), next, stop);
}

/// What the tool says on standard error goes on flowing meanwhile.
Result<> pause(std::chrono::nanoseconds length, ToolProcess &tool, JobContext &context)
{
    const std::chrono::nanoseconds end = context.clock().monotonic() + length;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - context.clock().monotonic());
        if (left.count() <= 0)
            return {};
        const std::chrono::milliseconds part = std::min(left, pauseSlice);
        MASCLET_TRY_ASSIGN(const bool ended, tool.endsWithin(part, context.stopToken()));
        if (ended)
            std::this_thread::sleep_for(part);
    }
}

} // namespace

Result<> refuseIncomplete(const ToolCommand &command, const ArchiveSummary &summary)
{
    if (summary.sql.completeness.level != Completeness::Level::Incomplete)
        return {};
    return fail(ErrorKind::Dump,
                Tr::tr("%1 ended well, but what it wrote is not a whole dump.")
                    .arg(command.program.section(u'/', -1)),
                Tr::tr("The dump was thrown away. Run the backup again."), summary.sql.completeness.reason);
}

int codecThreads(const DumpCodec &codec)
{
    return codec.threads > 0 ? codec.threads : std::clamp(QThread::idealThreadCount(), 1, 4);
}

ToolCommand DumpPlan::databaseCommand() const
{
    ToolCommand tool = command(*this);
    tool.arguments << "--format=" + nameOf(format).toLatin1() << "--encoding=" + encoding
                   << "--lock-wait-timeout=" + QByteArray::number(lockWaitMs);
    if (!snapshot.isEmpty())
        tool.arguments << "--snapshot=" + snapshot;
    if (needsPgRestore(format))
        tool.arguments << "--compress=" + QByteArray::number(levelOf(compression));
    if (format == DumpFormat::Directory)
        tool.arguments << "--jobs=" + QByteArray::number(jobs) << "--file=" + QFile::encodeName(folder);
    return tool;
}

ToolCommand DumpPlan::globalsCommand() const
{
    ToolCommand tool = command(*this);
    // The server takes and gives the bytes of roles as they stand, whatever the encoding of the database
    // that one is connected to. A role's own client_encoding would change or refuse them.
    tool.arguments << "--globals-only"
                   << "--encoding=SQL_ASCII";
    if (!globalsDatabase.isEmpty())
        tool.arguments << "--database=" + conninfoOf(globalsDatabase);
    if (!rolePasswords)
        tool.arguments << "--no-role-passwords";
    return tool;
}

Result<DumpedArchive> dumpToFile(const ToolCommand &command, const DumpLimits &limits,
                                 const Directory *directory, const QByteArray &fileName,
                                 const DumpCodec &codec, const PgRestore *reader,
                                 const std::function<Result<>()> &atFirstBytes, JobContext &context)
{
    // source -> archive (raw hash, scanner, codec or pg_restore) -> stored file (encryption, hashes)
    MASCLET_TRY_ASSIGN(const std::unique_ptr<StoredFile> file,
                       directory
                           ? StoredFile::create(*directory, fileName, codec.encryption, context.stopToken())
                           : StoredFile::nowhere(codec.encryption, context.stopToken()));
    MASCLET_TRY_ASSIGN(const std::unique_ptr<DumpStage> archive,
                       stageFor(codec, reader, file->entry(), context.stopToken()));
    MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> tool, ToolProcess::start(command));
    tool->closeInput();
    RateLimit rate(limits.bytesPerSecond, context.clock());
    std::vector<std::byte> buffer(rate.blockSize(1024 * 1024));
    bool first = true;
    for (;;) {
        MASCLET_TRY_ASSIGN(const size_t got, tool->read(buffer, context.stopToken(), limits.stall));
        if (got == 0)
            break;
        if (first && atFirstBytes)
            MASCLET_TRY(atFirstBytes());
        first = false;
        MASCLET_TRY(archive->write(std::span(buffer).first(got)));
        context.advance(qint64(got));
        MASCLET_TRY(pause(rate.pauseAfter(got), *tool, context));
    }
    // The end of the pipe proves nothing: the exit code does.
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, tool->wait(context.stopToken(), limits.stall));
    if (!outcome.good())
        return fail(describe(command, outcome, ErrorKind::Dump));
    MASCLET_TRY(archive->finish()); // syncs the file; a refusal below takes it away again
    if (auto whole = refuseIncomplete(command, archive->summary()); !whole) {
        const auto gone = directory ? directory->removeFile(fileName) : Result<>();
        return fail(withCause(std::move(whole).error(), gone ? nullptr : &gone.error()));
    }
    return DumpedArchive{archive->summary(), file->figures(), {}, outcome.errorOutput};
}

} // namespace masclet
