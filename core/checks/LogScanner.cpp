#include "core/checks/LogScanner.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

struct OpenLog {
    Fd file;
    struct stat info = {};
};

/// Links are followed: the path is the administrator's, and log folders are full of them.
Result<OpenLog> openLog(const QString &path)
{
    OpenLog log;
    // O_NONBLOCK: a FIFO under that name must not hang us.
    log.file = Fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!log.file || ::fstat(log.file.get(), &log.info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read %1").arg(oneLine(path)), errno));
    if (!S_ISREG(log.info.st_mode))
        return fail(ErrorKind::Storage, Tr::tr("%1 is not a plain file.").arg(oneLine(path)));
    return log;
}

bool isAt(const LogPosition &position, const struct stat &info)
{
    return position.device == info.st_dev && position.inode == info.st_ino && position.offset <= info.st_size;
}

/// Whole lines out of blocks of bytes. A line over the limit is handed out in pieces that overlap, so that no
/// pattern is lost between two of them.
class LineCutter
{
public:
    LineCutter(qsizetype limit, qsizetype overlap)
        : m_limit(limit)
        , m_overlap(overlap)
    {
    }

    /// Calls visit(piece, endsTheLine) for everything that is complete.
    template <class Visit>
    void add(const char *data, qsizetype size, const Visit &visit)
    {
        for (const char *const end = data + size; data < end;) {
            const auto *stop = static_cast<const char *>(::memchr(data, '\n', size_t(end - data)));
            const qsizetype wanted = (stop ? stop : end) - data;
            const qsizetype taken = std::min(wanted, m_limit - m_line.size());
            m_line.append(data, taken);
            data += taken;
            if (taken < wanted) {
                visit(m_line, false);
                m_line = m_line.right(m_overlap);
            } else if (stop) {
                ++data;
                visit(m_line, true);
                m_line.clear();
            }
        }
    }

private:
    qsizetype m_limit;
    qsizetype m_overlap;
    QByteArray m_line;
};

QList<QByteArray> bytesOf(const QStringList &texts)
{
    QList<QByteArray> bytes;
    for (const QString &text : texts) {
        if (!text.isEmpty())
            bytes << text.toUtf8();
    }
    return bytes;
}

bool holdsAny(const QByteArray &line, const QList<QByteArray> &texts)
{
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QByteArray &text) { return line.contains(text); });
}

} // namespace

LogScanner::LogScanner(const QStringList &patterns, const QStringList &known, LogScanLimits limits)
    : m_patterns(bytesOf(patterns))
    , m_known(bytesOf(known))
    , m_limits(limits)
{
    for (const QByteArray &text : m_patterns + m_known)
        m_longest = std::max(m_longest, text.size());
    m_limits.line = std::max(m_limits.line, 2 * m_longest + 1);
}

Result<qint64> LogScanner::scanRange(const Fd &file, Range range, LogFileFindings &findings,
                                     const std::stop_token &stop) const
{
    constexpr qsizetype excerptLimit = 300;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    LineCutter cutter(m_limits.line, std::max<qsizetype>(m_longest - 1, 0));
    bool matched = false;
    const auto visit = [&](const QByteArray &piece, bool lineEnds) {
        if (!matched && holdsAny(piece, m_patterns) && holdsAny(piece, m_known)) {
            matched = true;
            ++findings.known;
        } else if (!matched && holdsAny(piece, m_patterns)) {
            matched = true;
            ++findings.matches;
            findings.excerpts << oneLine(piece, excerptLimit);
            if (findings.excerpts.size() > m_limits.excerpts)
                findings.excerpts.removeFirst();
        }
        matched = matched && !lineEnds;
    };
    qint64 wholeLines = range.begin;
    for (qint64 at = range.begin; at < range.end;) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        const size_t wanted = size_t(std::min<qint64>(block.size(), range.end - at));
        const ssize_t got = ::pread(file.get(), block.data(), wanted, at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            findings.problem =
                systemError(ErrorKind::Storage, Tr::tr("Cannot read %1").arg(oneLine(findings.path)), errno)
                    .message;
        if (got <= 0)
            break;
        cutter.add(block.constData(), got, visit);
        const qsizetype lineEnd = QByteArrayView(block.constData(), got).lastIndexOf('\n');
        if (lineEnd >= 0)
            wholeLines = at + lineEnd + 1;
        at += got;
        findings.bytesRead += got;
    }
    return wholeLines;
}

Result<LogScan> LogScanner::scan(const QString &path, const std::optional<LogPosition> &from,
                                 const std::stop_token &stop) const
{
    LogScan scan;
    scan.findings.path = path;
    const Result<OpenLog> log = openLog(path);
    if (!log) {
        scan.findings.problem = log.error().message;
        scan.next = from.value_or(LogPosition{path, 0, 0, 0});
        return scan;
    }
    qint64 begin = 0;
    if (from && isAt(*from, log->info)) {
        begin = from->offset;
    } else if (from) {
        const Result<OpenLog> rotated = openLog(path + QStringLiteral(".1"));
        scan.findings.restarted = !rotated || !isAt(*from, rotated->info);
        if (!scan.findings.restarted) {
            const Range rest{std::max<qint64>(from->offset, rotated->info.st_size - m_limits.bytes),
                             rotated->info.st_size};
            scan.findings.bytesSkipped += rest.begin - from->offset;
            MASCLET_TRY(scanRange(rotated->file, rest, scan.findings, stop));
        }
    }
    const qint64 size = log->info.st_size;
    const qint64 newest = std::max(begin, size - m_limits.bytes);
    scan.findings.bytesSkipped += newest - begin;
    MASCLET_TRY_ASSIGN(const qint64 next, scanRange(log->file, {newest, size}, scan.findings, stop));
    scan.next = LogPosition{path, quint64(log->info.st_dev), quint64(log->info.st_ino), next};
    return scan;
}

Result<> countRunLog(const Directory &runs, const QString &runId, const std::stop_token &stop,
                     LogFindings &findings)
{
    const QByteArray name = runId.toLatin1() + ".log";
    const Result<bool> there = runs.exists(name);
    if (!there || !*there)
        return {};
    // Inside a JSON string the quotes are escaped, so no text that was logged can look like a level.
    const QString path = runs.path() + QChar(u'/') + QString::fromLatin1(name);
    const auto count = [&](const QString &level) {
        return LogScanner({QStringLiteral("\"level\":\"%1\"").arg(level)}).scan(path, {}, stop);
    };
    MASCLET_TRY_ASSIGN(const LogScan errors, count(QStringLiteral("error")));
    MASCLET_TRY_ASSIGN(const LogScan warnings, count(QStringLiteral("warning")));
    findings.ownErrors += errors.findings.matches;
    findings.ownWarnings += warnings.findings.matches;
    return {};
}

} // namespace masclet
