#include "core/archive/BlockPress.h"

#include "core/archive/ArchiveFormat.h"

#include <isa-l/crc.h>

#include <algorithm>

namespace masclet
{

namespace
{

// Raw size of all blocks in the press, done ones included: compressed they are never larger, so this bounds
// both.
constexpr size_t rawBytesLimit = 24 * 1024 * 1024;

// Pages kept for reuse: a few buffers of the usual size.
constexpr size_t spareLimit = 3;

Result<PackedBlock> pack(const RawBlock &raw, BlockCodec &codec, Buffer &scratch)
{
    const std::span<const std::byte> bytes = raw.bytes.bytes();
    const std::span<std::byte> room = scratch.resize(BlockCodec::roomFor(bytes.size()));
    MASCLET_TRY_ASSIGN(const size_t deflated, codec.deflate(bytes, room));

    PackedBlock packed;
    packed.member.storedLength = memberHeaderSize + qint64(deflated) + memberTrailerSize;
    packed.member.rawLength = qint64(bytes.size());
    packed.member.rows = raw.rows;
    packed.member.crc =
        crc32_gzip_refl(0, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
    const MemberHeader header = memberHeader(packed.member.storedLength);
    const MemberTrailer trailer = memberTrailer(packed.member.crc, packed.member.rawLength);
    packed.bytes.reserve(size_t(packed.member.storedLength));
    packed.bytes.append(std::as_bytes(std::span(header)));
    packed.bytes.append(room.first(deflated));
    packed.bytes.append(std::as_bytes(std::span(trailer)));
    return packed;
}

} // namespace

Result<std::unique_ptr<BlockPress>> BlockPress::create(Compression compression, int threads)
{
    std::unique_ptr<BlockPress> press(new BlockPress);
    for (int i = 0; i < std::max(threads, 1); ++i) {
        MASCLET_TRY_ASSIGN(std::unique_ptr<BlockCodec> codec, BlockCodec::create(compression));
        press->m_codecs.push_back(std::move(codec));
    }
    for (const auto &codec : press->m_codecs)
        press->m_threads.emplace_back(
            [own = press.get(), &codec](const std::stop_token &stop) { own->work(stop, *codec); });
    return press;
}

BlockPress::~BlockPress()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

bool BlockPress::hasRoomFor(size_t rawLength)
{
    const std::scoped_lock lock(m_mutex);
    return m_jobs.empty() || m_rawBytes + rawLength <= rawBytesLimit;
}

bool BlockPress::isEmpty()
{
    const std::scoped_lock lock(m_mutex);
    return m_jobs.empty();
}

Buffer BlockPress::spareBuffer()
{
    const std::scoped_lock lock(m_mutex);
    if (m_spare.empty())
        return {};
    Buffer buffer = std::move(m_spare.back());
    m_spare.pop_back();
    buffer.clear();
    return buffer;
}

void BlockPress::put(RawBlock block)
{
    const std::scoped_lock lock(m_mutex);
    m_rawBytes += block.bytes.size();
    m_jobs.push_back(std::make_shared<Job>(Job{block.bytes.size(), std::move(block), {}}));
    m_toDo.push_back(m_jobs.back());
    m_waiting.notify_one();
}

std::optional<Result<PackedBlock>> BlockPress::take(Wait wait)
{
    std::unique_lock lock(m_mutex);
    if (m_jobs.empty())
        return {};
    if (wait == Wait::Yes)
        m_done.wait(lock, [&] { return m_jobs.front()->packed.has_value(); });
    if (!m_jobs.front()->packed)
        return {};
    const std::shared_ptr<Job> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_rawBytes -= job->rawLength;
    return std::move(job->packed);
}

void BlockPress::work(const std::stop_token &stop, BlockCodec &codec)
{
    Buffer scratch;
    std::unique_lock lock(m_mutex);
    while (m_waiting.wait(lock, stop, [&] { return !m_toDo.empty(); }) && !stop.stop_requested()) {
        const std::shared_ptr<Job> job = std::move(m_toDo.front());
        m_toDo.pop_front();
        lock.unlock();
        Result<PackedBlock> packed = pack(job->raw, codec, scratch);
        lock.lock();
        if (m_spare.size() < spareLimit && job->raw.bytes.capacity() <= memberCapacity)
            m_spare.push_back(std::move(job->raw.bytes));
        job->raw = {};
        job->packed = std::move(packed);
        m_done.notify_one();
    }
}

} // namespace masclet
