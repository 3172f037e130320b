#include "core/restore/ForeignSource.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/pipeline/PgRestore.h"
#include "core/pipeline/RestoreScript.h"
#include "core/process/ToolProcess.h"
#include "core/restore/ForeignFolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <cerrno>
#include <chrono>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ForeignSource)
};

using namespace std::chrono_literals;

constexpr size_t foreignBlock = 1024 * 1024;
constexpr auto listLimit = std::chrono::milliseconds(5min);
constexpr qint64 contentsLimit = 256LL * 1024 * 1024;

tl::unexpected<Error> refuse(const QString &message, const QString &hint)
{
    return fail(ErrorKind::Verification, message, hint);
}

/// Watches that text said to be UTF-8 is.
class Utf8Watch
{
public:
    bool feed(std::span<const std::byte> bytes)
    {
        const QByteArrayView view(bytes);
        // Converts block by block and throws the text away; what is cut at a block's end is kept inside.
        m_scratch.resize(m_decoder.requiredSpace(view.size()));
        m_decoder.appendToBuffer(m_scratch.data(), view);
        return !m_decoder.hasError();
    }

private:
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QString m_scratch;
};

} // namespace

struct ForeignSource::Private {
    QString path;
    Fd file; ///< of a file; the folder's otherwise
    DumpFormat format = DumpFormat::PlainSql;
    std::optional<PgRestore> tool;
    QByteArray key; ///< what pg_restore writes must be the same each time
    QByteArray checkedSha256;

    // One reading.
    std::stop_token stop;
    std::vector<std::byte> block = std::vector<std::byte>(foreignBlock);
    std::unique_ptr<GunzipStream> inflated;
    std::unique_ptr<RestoreScript> script;
    Sha256 hash;
    bool ended = false;

    Result<std::span<const std::byte>> stored();
    Result<std::span<const std::byte>> next();
    Result<> checkFolder() const;
    void rewind(const std::stop_token &token);
    Result<ForeignDump> readThroughTool(JobContext &context, const RawLook &look);
    Result<> checkEncoding(const SqlReport &sql, JobContext &context);
};

void ForeignSource::Private::rewind(const std::stop_token &token)
{
    stop = token;
    hash = Sha256();
    ended = false;
    ::lseek(file.get(), 0, SEEK_SET);
    inflated.reset();
    script.reset();
    const auto bytes = [this] {
        return stored();
    };
    if (format == DumpFormat::GzipSql)
        inflated = std::make_unique<GunzipStream>(bytes, GunzipLimits());
    if (format == DumpFormat::Directory)
        script = std::make_unique<RestoreScript>(tool->command(format, path, key), nullptr, stop);
    else if (tool)
        script = std::make_unique<RestoreScript>(tool->command(format, {}, key), bytes, stop);
}

/// The next bytes of the file itself.
Result<std::span<const std::byte>> ForeignSource::Private::stored()
{
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        const ssize_t got = ::read(file.get(), block.data(), block.size());
        if (got >= 0)
            return std::span<const std::byte>(block).first(size_t(got));
        if (errno != EINTR)
            return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read the file"), errno));
    }
}

Result<std::span<const std::byte>> ForeignSource::Private::next()
{
    if (ended)
        return std::span<const std::byte>();
    MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, script     ? script->next()
                                                             : inflated ? inflated->next()
                                                                        : stored());
    hash.add(raw);
    ended = raw.empty();
    if (ended && !checkedSha256.isEmpty() && hash.hex() != checkedSha256)
        return refuse(Tr::tr("%1 is not what it was when it was checked.").arg(oneLine(path)),
                      Tr::tr("Somebody changed it meanwhile. Begin again with a file that stays as it is."));
    return raw;
}

/// pg_restore takes an emptied or a cut file of a folder for a table without rows, and is silent about files
/// that nothing refers to (faults G12).
Result<> ForeignSource::Private::checkFolder() const
{
    MASCLET_TRY_ASSIGN(const QByteArray contents, runTool(tool->listCommand(path), stop, listLimit,
                                                          ErrorKind::Verification, contentsLimit));
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(path));
    return checkForeignFolder(folder, contents);
}

/// What pg_restore makes of it.
Result<ForeignDump> ForeignSource::Private::readThroughTool(JobContext &context, const RawLook &look)
{
    if (format == DumpFormat::Directory)
        MASCLET_TRY(checkFolder());
    const auto source = [this] {
        return next();
    };
    auto summary = summarize(source, [&](std::span<const std::byte> raw) -> Result<> {
        context.advance(qint64(raw.size()));
        return look(raw);
    });
    if (!summary)
        return fail(std::move(summary).error().during(oneLine(path)));
    ForeignDump dump;
    dump.format = format;
    dump.rawSize = summary->rawSize;
    dump.rawSha256 = summary->rawSha256;
    dump.sql = std::move(summary->sql);
    if (dump.sql.completeness.level == Completeness::Level::Incomplete)
        return refuse(dump.sql.completeness.reason,
                      Tr::tr("Use another copy of the file, or make the dump again."));
    return dump;
}

/// A dump that was sent through a console or an editor is often text of another encoding than it says; the
/// server would refuse it in the middle, or take it.
Result<> ForeignSource::Private::checkEncoding(const SqlReport &sql, JobContext &context)
{
    if (sql.clientEncoding != "UTF8")
        return {};
    rewind(context.stopToken());
    Utf8Watch watch;
    qint64 done = 0;
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, next());
        if (raw.empty())
            return {};
        if (!watch.feed(raw))
            return refuse(Tr::tr("The dump says that it is UTF-8, and is not: near byte %1.").arg(done),
                          Tr::tr("It was probably converted by a console or an editor on its way. Make the "
                                 "dump again with pg_dump --file."));
        done += qint64(raw.size());
    }
}

ForeignSource::ForeignSource()
    : d(std::make_unique<Private>())
{
}

ForeignSource::ForeignSource(ForeignSource &&) noexcept = default;
ForeignSource &ForeignSource::operator=(ForeignSource &&) noexcept = default;
ForeignSource::~ForeignSource() = default;

Result<ForeignSource> ForeignSource::open(const QString &path, const ForeignTools &tools,
                                          const std::stop_token &stop)
{
    ForeignSource source;
    Private &d = *source.d;
    d.path = path;
    d.stop = stop;
    // A pipe would wait for its writer.
    d.file = Fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!d.file)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot open %1").arg(oneLine(path)), errno));
    MASCLET_TRY_ASSIGN(d.format, dumpFormatOf(d.file.get()));
    if (!needsPgRestore(d.format))
        return source;
    // Measured: pg_restore 15 never ends on one that is cut and comes through a pipe.
    if (d.format == DumpFormat::Tar)
        return refuse(Tr::tr("This is a dump in the tar format, in which pg_restore does not notice a cut."),
                      Tr::tr("Make it again in another format, or convert it: pg_restore -f dump.sql FILE."));
    MASCLET_TRY_ASSIGN(const PostgresTools found, findRestoreTools(tools.search, tools.serverVersion, stop));
    if (const QStringList holes = missingFixes(found.version, 0); !holes.isEmpty())
        return fail(ErrorKind::ClientTool, holes.first(),
                    Tr::tr("A file of unknown origin is not given to it. Update the client tools."));
    MASCLET_TRY_ASSIGN(d.tool, PgRestore::create(found, PgRestore::Walls::Required, stop));
    d.key = randomHex(32);
    return source;
}

DumpFormat ForeignSource::format() const
{
    return d->format;
}

Result<ForeignDump> ForeignSource::readWhole(JobContext &context, const RawLook &look)
{
    d->checkedSha256.clear();
    d->rewind(context.stopToken());
    if (d->tool)
        return d->readThroughTool(context, look);
    return checkForeignDump(d->file.get(), QFile::encodeName(d->path), context.stopToken(),
                            [&](std::span<const std::byte> raw) -> Result<> {
                                context.advance(qint64(raw.size()));
                                return look(raw);
                            });
}

Result<ForeignDump> ForeignSource::check(JobContext &context)
{
    MASCLET_TRY_ASSIGN(ForeignDump dump,
                       readWhole(context, [](std::span<const std::byte>) -> Result<> { return {}; }));
    d->checkedSha256 = dump.rawSha256;
    MASCLET_TRY(d->checkEncoding(dump.sql, context));
    if (dump.sql.command)
        return refuse(Tr::tr("Line %1 is a command of psql: %2")
                          .arg(dump.sql.command->line)
                          .arg(oneLine(dump.sql.command->text, 80)),
                      Tr::tr("pg_dump writes none. The file was made or changed by somebody else."));
    return dump;
}

RawSource ForeignSource::read(const std::stop_token &stop)
{
    d->rewind(stop);
    return [d = d.get()] {
        return d->next();
    };
}

} // namespace masclet
