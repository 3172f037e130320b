#include "core/archive/ArchiveStream.h"

#include "core/archive/ArchiveFormat.h"
#include "core/archive/MemberInflate.h"
#include "core/archive/SqlScanner.h"
#include "core/base/DiskWait.h"
#include "core/base/Hash.h"

#include <QCoreApplication>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ArchiveStream)
};

/// Raw and stored bytes of members read ahead.
constexpr qint64 aheadLimit = 24LL * 1024 * 1024;
/// A file without members is read in parts of this size.
constexpr qint64 plainPart = 2 * 1024 * 1024;

/// One member on its way: filled by the feeder, inflated by a worker, used by the reader, in this order.
struct Slot {
    qsizetype number = 0;
    Buffer stored;
    Buffer raw;
    Result<> outcome;
    bool ready = false;
};

tl::unexpected<Error> differs(const QString &message)
{
    return fail(ErrorKind::Verification, message, Tr::tr("Use another set."));
}

} // namespace

struct ArchiveStream::Private {
    std::unique_ptr<StoredBytes> stored; // feeder's; the reader's where there are no members
    const Result<> sizeOutcome;
    const ArchiveExpectation expected;
    const std::stop_token stop;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<std::unique_ptr<Slot>> ordered; // front is what the reader wants next
    std::deque<Slot *> toInflate;
    std::vector<std::unique_ptr<Slot>> spare;
    qint64 ahead = 0;
    bool fed = false; // nothing more comes
    Result<> feeding;

    Sha256 storedHash;  // feeder's until fed
    Sha256 rawHash;     // reader's
    SqlScanner scanner; // reader's
    std::unique_ptr<Slot> current;
    qint64 rawDone = 0;
    bool ended = false;
    std::stop_source ending;
    std::vector<std::jthread> threads; // last: joined before anything else goes

    Private(std::unique_ptr<StoredBytes> source, const ArchiveExpectation &wanted, std::stop_token token)
        : stored(std::move(source))
        , sizeOutcome(stored->checkSize())
        , expected(wanted)
        , stop(std::move(token))
    {
    }

    void feed();
    Result<> feedAll();
    void inflateLoop();
    Result<> checkIndexEnd() const;
    Result<> look(std::span<const std::byte> raw);
    Result<> checkContent();
    Result<std::span<const std::byte>> nextPlain();
    Result<std::unique_ptr<Slot>> take();
};

/// Reads members in order, a bounded way ahead, and hashes the stored bytes.
void ArchiveStream::Private::feed()
{
    Result<> outcome = sizeOutcome ? feedAll() : sizeOutcome;
    stored.reset(); // a child of it belongs to this thread
    const std::lock_guard lock(mutex);
    feeding = std::move(outcome);
    fed = true;
    changed.notify_all();
}

Result<> ArchiveStream::Private::feedAll()
{
    const QList<ArchiveMember> &members = expected.index.members;
    qint64 done = 0;
    for (qsizetype number = 0; number < members.size(); ++number) {
        const qint64 cost = members[number].storedLength + members[number].rawLength;
        std::unique_ptr<Slot> slot;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, ending.get_token(), [&] { return ahead == 0 || ahead + cost <= aheadLimit; });
            if (ending.stop_requested())
                return {};
            ahead += cost;
            if (!spare.empty()) {
                slot = std::move(spare.back());
                spare.pop_back();
            }
        }
        if (!slot)
            slot = std::make_unique<Slot>();
        slot->number = number;
        slot->ready = false;
        const std::span<std::byte> bytes = slot->stored.resize(size_t(members[number].storedLength));
        if (members[number].offset != done)
            return differs(Tr::tr("The parts of the archive do not follow each other."));
        MASCLET_TRY(stored->read(bytes));
        done += qint64(bytes.size());
        storedHash.add(bytes);
        const std::lock_guard lock(mutex);
        toInflate.push_back(slot.get());
        ordered.push_back(std::move(slot));
        changed.notify_all();
    }
    return stored->finish();
}

void ArchiveStream::Private::inflateLoop()
{
    for (;;) {
        Slot *slot = nullptr;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, ending.get_token(), [&] { return !toInflate.empty() || fed; });
            if (ending.stop_requested() || toInflate.empty())
                return;
            slot = toInflate.front();
            toInflate.pop_front();
        }
        Result<> outcome = inflateMember(expected.index, slot->number, slot->stored.bytes(), slot->raw);
        const std::lock_guard lock(mutex);
        slot->outcome = std::move(outcome);
        slot->ready = true;
        changed.notify_all();
    }
}

/// The next member, inflated; null at the end.
Result<std::unique_ptr<Slot>> ArchiveStream::Private::take()
{
    std::unique_lock lock(mutex);
    if (current) {
        const ArchiveMember &done = expected.index.members[current->number];
        ahead -= done.storedLength + done.rawLength;
        if (std::max(current->raw.capacity(), current->stored.capacity()) <= memberCapacity)
            spare.push_back(std::move(current));
        current.reset();
        changed.notify_all();
    }
    changed.wait(lock, stop, [&] { return ordered.empty() ? fed : ordered.front()->ready; });
    if (stop.stop_requested())
        return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
    if (ordered.empty()) {
        MASCLET_TRY(feeding);
        return std::unique_ptr<Slot>();
    }
    std::unique_ptr<Slot> slot = std::move(ordered.front());
    ordered.pop_front();
    MASCLET_TRY(slot->outcome);
    return slot;
}

Result<> ArchiveStream::Private::checkIndexEnd() const
{
    const QList<ArchiveMember> &members = expected.index.members;
    const qint64 end =
        members.isEmpty() ? expected.rawSize : members.last().offset + members.last().storedLength;
    if (end != expected.storedSize)
        return differs(Tr::tr("The index of the archive does not cover it to its end."));
    return {};
}

/// What passes, in order.
Result<> ArchiveStream::Private::look(std::span<const std::byte> raw)
{
    rawHash.add(raw);
    rawDone += qint64(raw.size());
    const qint64 rowsBefore = scanner.rows();
    MASCLET_TRY(scanner.feed(raw));
    if (!expected.index.members.isEmpty() &&
        scanner.rows() - rowsBefore != expected.index.members[current->number].rows)
        return differs(
            Tr::tr("Part %1 of the archive has not the rows that its index says.").arg(current->number + 1));
    return {};
}

Result<> ArchiveStream::Private::checkContent()
{
    if (rawDone != expected.rawSize || rawHash.hex() != expected.rawSha256)
        return differs(Tr::tr("The content of the archive is not what its manifest says."));
    if (storedHash.hex() != expected.storedSha256)
        return differs(Tr::tr("The stored bytes of the archive are not what its manifest says."));
    MASCLET_TRY_ASSIGN(SqlReport report, scanner.finish());
    if (report.completeness.level == Completeness::Level::Incomplete)
        return differs(report.completeness.reason);
    report.index.members = expected.index.members; // those were compared one by one
    if (report.index != expected.index)
        return differs(Tr::tr("The tables in the archive are not those that its index says."));
    if (expected.restrictKey && report.restrictKey != *expected.restrictKey)
        return differs(Tr::tr("The key in the archive's first line is not the one that its manifest says."));
    return {};
}

Result<std::span<const std::byte>> ArchiveStream::Private::nextPlain()
{
    if (stop.stop_requested())
        return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
    if (!current)
        current = std::make_unique<Slot>();
    const std::span<std::byte> part =
        current->raw.resize(size_t(std::min(plainPart, expected.rawSize - rawDone)));
    MASCLET_TRY(part.empty() ? stored->finish() : stored->read(part));
    storedHash.add(part);
    return part;
}

ArchiveStream::ArchiveStream(int fd, const ArchiveExpectation &expected, int threads, std::stop_token stop)
    : ArchiveStream(std::make_unique<FileBytes>(fd, expected.storedSize), expected, threads, std::move(stop))
{
}

ArchiveStream::ArchiveStream(std::unique_ptr<StoredBytes> stored, const ArchiveExpectation &expected,
                             int threads, std::stop_token stop)
    : d(std::make_unique<Private>(std::move(stored), expected, std::move(stop)))
{
    if (expected.index.members.isEmpty())
        return;
    d->threads.emplace_back([this, &waits = DiskWaits::ofThread()] {
        const WaitsForDiskAs mine(waits);
        d->feed();
    });
    for (int i = 0; i < std::max(1, threads); ++i)
        d->threads.emplace_back([this] { d->inflateLoop(); });
}

ArchiveStream::~ArchiveStream()
{
    d->ending.request_stop();
    d->threads.clear();
}

Result<std::span<const std::byte>> ArchiveStream::next()
{
    if (d->ended)
        return std::span<const std::byte>();
    if (d->rawDone == 0) {
        MASCLET_TRY(d->sizeOutcome);
        MASCLET_TRY(d->checkIndexEnd());
    }
    std::span<const std::byte> raw;
    if (d->expected.index.members.isEmpty()) {
        MASCLET_TRY_ASSIGN(raw, d->nextPlain());
    } else {
        MASCLET_TRY_ASSIGN(d->current, d->take());
        if (d->current)
            raw = d->current->raw.bytes();
    }
    MASCLET_TRY(raw.empty() ? d->checkContent() : d->look(raw));
    d->ended = raw.empty();
    return raw;
}

Result<QByteArray> readRaw(int fd, const ArchiveIndex &index, qint64 from, qint64 to)
{
    QByteArray text;
    qint64 rawAt = 0;
    Buffer stored;
    Buffer raw;
    for (qsizetype number = 0; number < index.members.size() && rawAt < to; ++number) {
        const ArchiveMember &member = index.members[number];
        const qint64 rawEnd = rawAt + member.rawLength;
        if (rawEnd > from) {
            MASCLET_TRY(readAt(fd, member.offset, stored.resize(size_t(member.storedLength))));
            MASCLET_TRY(inflateMember(index, number, stored.bytes(), raw));
            const qint64 begin = std::max(from, rawAt) - rawAt;
            const qint64 end = std::min(to, rawEnd) - rawAt;
            text.append(reinterpret_cast<const char *>(raw.bytes().data()) + begin, end - begin);
        }
        rawAt = rawEnd;
    }
    return text;
}

} // namespace masclet
