#pragma once

#include "core/archive/ArchiveIndex.h"
#include "core/archive/BlockCodec.h"
#include "core/archive/Buffer.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace masclet
{

/// Raw bytes that become one member.
struct RawBlock {
    Buffer bytes;
    qint64 rows = 0;
};

/// A finished member: its file bytes, and what the index says of it (without its offset).
struct PackedBlock {
    Buffer bytes;
    ArchiveMember member;
};

/// Compresses blocks in threads of its own and gives them back in the order they were put in. Memory is
/// bounded: the user must take blocks out while there is no room. Used from one thread.
class BlockPress
{
public:
    static Result<std::unique_ptr<BlockPress>> create(Compression compression, int threads);
    ~BlockPress();

    /// Whether a block of that size may be put in; an empty press takes any.
    bool hasRoomFor(size_t rawLength);
    void put(RawBlock block);
    bool isEmpty();
    /// An empty buffer for the next block, its pages used before where possible.
    Buffer spareBuffer();

    enum class Wait { No, Yes };
    /// The oldest block; nothing when the press is empty, or when it is not done and nobody waits.
    std::optional<Result<PackedBlock>> take(Wait wait);

private:
    struct Job {
        size_t rawLength;
        RawBlock raw; // given up as soon as it is packed
        std::optional<Result<PackedBlock>> packed;
    };

    BlockPress() = default;
    void work(const std::stop_token &stop, BlockCodec &codec);

    std::mutex m_mutex;
    std::condition_variable_any m_waiting;   // for the threads: a job to do
    std::condition_variable m_done;          // for the user: a job was done
    std::deque<std::shared_ptr<Job>> m_jobs; // oldest first
    std::deque<std::shared_ptr<Job>> m_toDo; // those nobody works on yet
    size_t m_rawBytes = 0;                   // of m_jobs
    std::vector<Buffer> m_spare;
    std::vector<std::unique_ptr<BlockCodec>> m_codecs;
    std::vector<std::jthread> m_threads; // last: they end before what they use
};

} // namespace masclet
