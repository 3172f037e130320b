#include "core/pipeline/RestoreScript.h"
#include "core/pipeline/PassingTool.h"

#include "core/base/Text.h"
#include "core/process/ToolProcess.h"

#include <QCoreApplication>

#include <chrono>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreScript)
};

using namespace std::chrono_literals;

} // namespace

struct RestoreScript::Private {
    const ToolCommand command;
    const ByteSource archive;
    const std::stop_token stop;
    std::unique_ptr<ToolProcess> tool; // started by the thread that reads
    std::vector<std::byte> block = std::vector<std::byte>(passingBlock);
    std::span<const std::byte> toFeed; // the archive's
    bool archiveEnded = false;
    bool ended = false;

    Private(ToolCommand translator, ByteSource source, std::stop_token token)
        : command(std::move(translator))
        , archive(std::move(source))
        , stop(std::move(token))
        , archiveEnded(!archive)
    {
    }

    Result<> refill();
    Result<> close();
};

Result<> RestoreScript::Private::refill()
{
    MASCLET_TRY_ASSIGN(toFeed, archive());
    archiveEnded = toFeed.empty();
    if (archiveEnded)
        tool->closeInput();
    return {};
}

/// A damaged archive is explained better by its own hash than by pg_restore.
Result<> RestoreScript::Private::close()
{
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, tool->wait(stop, passingStallLimit));
    while (!archiveEnded)
        MASCLET_TRY(refill());
    if (outcome.good())
        return {};
    if (auto killed = killedInItsWork(QStringLiteral("pg_restore"), outcome))
        return fail(std::move(*killed));
    return fail(ErrorKind::Verification, Tr::tr("pg_restore cannot read the dump."),
                Tr::tr("It is damaged, or a newer pg_dump wrote it."), oneLine(outcome.errorOutput));
}

RestoreScript::RestoreScript(ToolCommand command, ByteSource archive, std::stop_token stop)
    : d(std::make_unique<Private>(std::move(command), std::move(archive), std::move(stop)))
{
}

RestoreScript::~RestoreScript() = default;

Result<std::span<const std::byte>> RestoreScript::next()
{
    if (d->ended)
        return std::span<const std::byte>();
    if (!d->tool) {
        const auto input = d->archive ? ToolProcess::Input::Fed : ToolProcess::Input::None;
        MASCLET_TRY_ASSIGN(d->tool, ToolProcess::start(d->command, ToolProcess::Output::Read, input));
    }
    for (;;) {
        if (d->toFeed.empty() && !d->archiveEnded)
            MASCLET_TRY(d->refill());
        MASCLET_TRY_ASSIGN(const ToolProcess::Exchange moved,
                           d->tool->exchange(d->toFeed, d->block, d->stop, passingStallLimit));
        d->toFeed = d->toFeed.subspan(moved.put);
        if (moved.got > 0)
            return std::span<const std::byte>(d->block).first(moved.got);
        if (moved.outputEnded)
            break;
    }
    MASCLET_TRY(d->close());
    d->ended = true;
    return std::span<const std::byte>();
}

Result<ArchiveSummary> summarize(const ByteSource &sql,
                                 const std::function<Result<>(std::span<const std::byte>)> &look)
{
    ArchiveSummary summary;
    SqlScanner scanner;
    Sha256 hash;
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, sql());
        if (raw.empty())
            break;
        hash.add(raw);
        summary.rawSize += qint64(raw.size());
        MASCLET_TRY(scanner.feed(raw));
        MASCLET_TRY(look(raw));
    }
    MASCLET_TRY_ASSIGN(summary.sql, scanner.finish());
    summary.rawSha256 = hash.hex();
    return summary;
}

RestoreStage::RestoreStage(std::unique_ptr<ToolProcess> tool, Stage &next, std::stop_token stop)
    : m_tool(std::move(tool))
    , m_next(next)
    , m_stop(std::move(stop))
    , m_buffer(passingBlock)
{
}

RestoreStage::~RestoreStage() = default;

Result<std::unique_ptr<RestoreStage>> RestoreStage::start(const ToolCommand &command, Stage &next,
                                                          std::stop_token stop)
{
    MASCLET_TRY_ASSIGN(auto tool,
                       ToolProcess::start(command, ToolProcess::Output::Read, ToolProcess::Input::Fed));
    return std::unique_ptr<RestoreStage>(new RestoreStage(std::move(tool), next, std::move(stop)));
}

/// Takes from `bytes` what was accepted and looks at what came; false at the end of the output.
Result<bool> RestoreStage::exchange(std::span<const std::byte> &bytes)
{
    MASCLET_TRY_ASSIGN(const ToolProcess::Exchange moved,
                       m_tool->exchange(bytes, m_buffer, m_stop, passingStallLimit));
    bytes = bytes.subspan(moved.put);
    const std::span<const std::byte> sql = std::span(m_buffer).first(moved.got);
    m_hash.add(sql);
    m_summary.rawSize += qint64(sql.size());
    MASCLET_TRY(m_scanner.feed(sql));
    return !moved.outputEnded;
}

Result<> RestoreStage::write(std::span<const std::byte> bytes)
{
    MASCLET_TRY(m_next.write(bytes));
    while (!bytes.empty())
        MASCLET_TRY(exchange(bytes));
    return {};
}

Result<> RestoreStage::finish()
{
    m_tool->closeInput();
    for (bool more = true; more;) {
        std::span<const std::byte> nothing;
        MASCLET_TRY_ASSIGN(more, exchange(nothing));
    }
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, m_tool->wait(m_stop, passingStallLimit));
    if (!outcome.good())
        return fail(ErrorKind::Dump, Tr::tr("pg_restore cannot read what pg_dump wrote."),
                    Tr::tr("The dump was thrown away. Run the backup again."), oneLine(outcome.errorOutput));
    MASCLET_TRY_ASSIGN(m_summary.sql, m_scanner.finish());
    m_summary.rawSha256 = m_hash.hex();
    return m_next.finish();
}

} // namespace masclet
