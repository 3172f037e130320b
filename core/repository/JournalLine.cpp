#include "core/repository/JournalLine.h"

#include "core/base/DiskWait.h"
#include "core/base/ExitCode.h"
#include "core/base/JsonFields.h"
#include "core/repository/SealedJson.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

/// Small enough to stay in the processor's cache while its lines are looked at.
constexpr qint64 blockSize = 128LL * 1024;

/// Takes values out of a line, one after the other in the order of their sorted keys.
class ValueScanner
{
public:
    explicit ValueScanner(QByteArrayView line)
        : m_line(line)
    {
    }
    /// `opening` is the key with its quotes and colon and the value's first quote. Quotes inside of a text
    /// are escaped, so it can only be a member.
    QByteArrayView text(QByteArrayView opening)
    {
        const qsizetype at = find(opening);
        const qsizetype begin = at + opening.size();
        const qsizetype end = at < 0 ? -1 : m_line.indexOf('"', begin);
        const QByteArrayView found = end < 0 ? QByteArrayView() : m_line.sliced(begin, end - begin);
        m_whole = m_whole && end >= 0 && !found.contains('\\');
        m_at = std::max(m_at, end);
        return found;
    }
    bool holds(QByteArrayView member) const { return find(member) >= 0; }
    bool isWhole() const { return m_whole; }

private:
    /// Qt prepares a table for each search.
    qsizetype find(QByteArrayView what) const
    {
        const void *found =
            ::memmem(m_line.data() + m_at, size_t(m_line.size() - m_at), what.data(), size_t(what.size()));
        return found ? static_cast<const char *>(found) - m_line.data() : -1;
    }

    QByteArrayView m_line;
    qsizetype m_at = 0;
    bool m_whole = true;
};

} // namespace

Result<JournalLine> parseJournalLine(const QByteArray &text)
{
    MASCLET_TRY_ASSIGN(const QJsonObject object, unseal(text, ErrorKind::Verification));
    JsonFields fields(object, Tr::tr("Journal"), ErrorKind::Verification);
    JournalLine line;
    line.record.number = fields.integer("n", 1);
    line.record.time = fields.utc("time");
    line.record.type = fields.word("type");
    line.record.data = fields.object("data");
    line.previous = fields.text("previous").toLatin1();
    line.seal = sealOf(text);
    MASCLET_TRY(fields.finish());
    return line;
}

QByteArrayView journalTypeOf(QByteArrayView line)
{
    constexpr QByteArrayView opening(",\"type\":\"");
    const qsizetype at = line.lastIndexOf(opening);
    if (at < 0 || !line.endsWith("\"}"))
        return {};
    const QByteArrayView type = line.sliced(at + opening.size()).chopped(2);
    return type.contains('"') || type.contains('\\') ? QByteArrayView() : type;
}

std::optional<RunHead> runHeadOf(QByteArrayView line)
{
    static const QByteArray refused =
        "\"exitCode\":" + QByteArray::number(exitCodeOf(ErrorKind::Locked)) + ',';
    ValueScanner scanner(line);
    RunHead head;
    const bool locked = scanner.holds(refused);
    head.finished = scanner.text("\"finished\":\"");
    head.id = scanner.text("\"id\":\"");
    head.profileId = scanner.text("\"profileId\":\"");
    head.setId = scanner.text("\"setId\":\"");
    head.started = scanner.text("\"started\":\"");
    head.state = scanner.text("\"state\":\"");
    head.verb = scanner.text("\"verb\":\"");
    head.refused = locked && head.state == "failed";
    return scanner.isWhole() && !head.id.isEmpty() ? std::optional(head) : std::nullopt;
}

LinesBackwards::LinesBackwards(Fd file, qint64 size)
    : m_file(std::move(file))
    , m_size(size)
    , m_blockBegin(size)
{
}

Result<LinesBackwards> LinesBackwards::open(Fd file)
{
    const DiskCall call;
    struct stat info = {};
    if (::fstat(file.get(), &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read the journal"), errno));
    return LinesBackwards(std::move(file), info.st_size);
}

/// The piece before the block; what was handed out of the block goes.
Result<> LinesBackwards::readBlock()
{
    const DiskCall call;
    // A line that is longer than a block is not copied for each of its pieces.
    const qint64 size = std::min(std::max<qint64>(blockSize, m_left), m_blockBegin);
    m_block.resize(std::max(m_block.size(), size + m_left)); // once: new memory costs as much as the reading
    std::memmove(m_block.data() + size, m_block.constData(), size_t(m_left));
    for (qint64 have = 0; have < size;) {
        const ssize_t got =
            ::pread(m_file.get(), m_block.data() + have, size_t(size - have), m_blockBegin - size + have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) // also when it became shorter: a writer took a half line back
            return fail(
                systemError(ErrorKind::Storage, Tr::tr("Cannot read the journal"), got < 0 ? errno : EAGAIN));
        have += got;
    }
    m_blockBegin -= size;
    m_left += size;
    return {};
}

Result<bool> LinesBackwards::next()
{
    if (m_done)
        return false;
    for (;;) {
        const void *found = m_left > 0 ? ::memrchr(m_block.constData(), '\n', size_t(m_left)) : nullptr;
        const qsizetype begin = found ? static_cast<const char *>(found) - m_block.constData() + 1 : 0;
        if (!found && m_blockBegin > 0) {
            MASCLET_TRY(readBlock());
            continue;
        }
        m_line = QByteArrayView(m_block).sliced(begin, m_left - begin);
        m_lineBegin = m_blockBegin + begin;
        m_left = found ? begin - 1 : 0;
        m_done = !found;
        return true;
    }
}

} // namespace masclet
