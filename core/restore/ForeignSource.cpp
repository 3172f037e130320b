#include "core/restore/ForeignSource.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/process/ToolProcess.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <cerrno>
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

constexpr size_t blockSize = 1024 * 1024;
constexpr auto stallLimit = std::chrono::milliseconds(15min);

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
    QString pgRestore;
    Fd file; ///< of a file; the folder's otherwise
    DumpFormat format = DumpFormat::PlainSql;
    QByteArray checkedSha256;

    // One reading.
    std::stop_token stop;
    std::vector<std::byte> block = std::vector<std::byte>(blockSize);
    std::unique_ptr<GunzipStream> inflated;
    std::unique_ptr<ToolProcess> tool;
    ToolCommand command;
    Sha256 hash;
    bool ended = false;

    bool needsTool() const { return format != DumpFormat::PlainSql && format != DumpFormat::GzipSql; }
    Result<std::span<const std::byte>> stored();
    Result<> prepare();
    Result<std::span<const std::byte>> written();
    Result<std::span<const std::byte>> next();
    void rewind(const std::stop_token &token);
    Result<ForeignDump> checkWritten(JobContext &context);
    Result<> checkEncoding(const SqlReport &sql, JobContext &context);
};

void ForeignSource::Private::rewind(const std::stop_token &token)
{
    stop = token;
    tool.reset();
    hash = Sha256();
    ended = false;
    ::lseek(file.get(), 0, SEEK_SET);
    inflated = format == DumpFormat::GzipSql
                   ? std::make_unique<GunzipStream>([this] { return stored(); }, GunzipLimits())
                   : nullptr;
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

/// What it writes must be the same each time, so its random key is fixed where it has one.
Result<> ForeignSource::Private::prepare()
{
    if (!command.program.isEmpty())
        return {};
    ToolCommand help;
    help.program = pgRestore;
    help.environment = cleanEnvironment();
    help.arguments << "--help";
    MASCLET_TRY_ASSIGN(const QByteArray options, runTool(help, stop, 10s, ErrorKind::ClientTool));
    command.program = pgRestore;
    command.environment = cleanEnvironment();
    if (options.contains("--restrict-key"))
        command.arguments << "--restrict-key=" + randomHex(32);
    command.arguments << "--file=-" << QFile::encodeName(path);
    return {};
}

/// The next bytes that pg_restore writes. It gets no connection and runs nothing: it only translates.
Result<std::span<const std::byte>> ForeignSource::Private::written()
{
    if (!tool) {
        MASCLET_TRY(prepare());
        MASCLET_TRY_ASSIGN(tool, ToolProcess::start(command));
    }
    MASCLET_TRY_ASSIGN(const size_t got, tool->read(block, stop, stallLimit));
    if (got > 0)
        return std::span<const std::byte>(block).first(got);
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, tool->wait(stop, stallLimit));
    if (!outcome.good())
        return fail(ErrorKind::Verification, Tr::tr("pg_restore cannot read %1.").arg(oneLine(path)),
                    Tr::tr("The file is damaged, or a newer pg_dump wrote it."),
                    oneLine(outcome.errorOutput));
    return std::span<const std::byte>();
}

Result<std::span<const std::byte>> ForeignSource::Private::next()
{
    if (ended)
        return std::span<const std::byte>();
    MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, needsTool() ? written()
                                                             : inflated  ? inflated->next()
                                                                         : stored());
    hash.add(raw);
    ended = raw.empty();
    if (ended && !checkedSha256.isEmpty() && hash.hex() != checkedSha256)
        return refuse(Tr::tr("%1 is not what it was when it was checked.").arg(oneLine(path)),
                      Tr::tr("Somebody changed it meanwhile. Begin again with a file that stays as it is."));
    return raw;
}

/// What pg_restore makes of a file in one of its formats.
Result<ForeignDump> ForeignSource::Private::checkWritten(JobContext &context)
{
    ForeignDump dump;
    dump.format = format;
    SqlScanner scanner;
    Sha256 whole;
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, next());
        if (raw.empty())
            break;
        whole.add(raw);
        dump.rawSize += qint64(raw.size());
        MASCLET_TRY(scanner.feed(raw));
        context.advance(qint64(raw.size()));
    }
    MASCLET_TRY_ASSIGN(dump.sql, scanner.finish());
    if (dump.sql.completeness.level == Completeness::Level::Incomplete)
        return refuse(dump.sql.completeness.reason,
                      Tr::tr("Use another copy of the file, or make the dump again."));
    dump.rawSha256 = whole.hex();
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

Result<ForeignSource> ForeignSource::open(const QString &path, const QString &pgRestore)
{
    ForeignSource source;
    Private &d = *source.d;
    d.path = path;
    d.pgRestore = pgRestore;
    // A pipe would wait for its writer.
    d.file = Fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!d.file)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot open %1").arg(oneLine(path)), errno));
    MASCLET_TRY_ASSIGN(d.format, dumpFormatOf(d.file.get()));
    return source;
}

DumpFormat ForeignSource::format() const
{
    return d->format;
}

Result<ForeignDump> ForeignSource::check(JobContext &context)
{
    d->checkedSha256.clear();
    d->rewind(context.stopToken());
    ForeignDump dump;
    if (d->needsTool()) {
        MASCLET_TRY_ASSIGN(dump, d->checkWritten(context));
    } else {
        const auto look = [&](std::span<const std::byte> raw) -> Result<> {
            context.advance(qint64(raw.size()));
            return {};
        };
        MASCLET_TRY_ASSIGN(
            dump, checkForeignDump(d->file.get(), QFile::encodeName(d->path), context.stopToken(), look));
    }
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
