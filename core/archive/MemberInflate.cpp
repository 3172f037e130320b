#include "core/archive/MemberInflate.h"

#include "core/archive/ArchiveFormat.h"

#include <QCoreApplication>

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include <cstring>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ArchiveStream)
};

} // namespace

Result<> inflateMember(const ArchiveIndex &index, qsizetype number, std::span<const std::byte> stored,
                       Buffer &raw)
{
    const ArchiveMember &member = index.members[number];
    auto damaged = [&](const char *detail) {
        return fail(
            ErrorKind::Verification,
            Tr::tr("Part %1 of the archive, at byte %2, is damaged.").arg(number + 1).arg(member.offset),
            Tr::tr("Use another set."), QString::fromLatin1(detail));
    };
    const MemberHeader header = memberHeader(member.storedLength);
    const MemberTrailer trailer = memberTrailer(member.crc, member.rawLength);
    if (stored.size() != size_t(member.storedLength) || stored.size() < header.size() + trailer.size())
        return damaged("length");
    if (std::memcmp(stored.data(), header.data(), header.size()) != 0)
        return damaged("header");
    if (std::memcmp(stored.data() + stored.size() - trailer.size(), trailer.data(), trailer.size()) != 0)
        return damaged("trailer");
    if (member.rawLength > memberLimit)
        return damaged("raw length");

    const std::span<std::byte> out = raw.resize(size_t(member.rawLength));
    const std::span<const std::byte> deflated =
        stored.subspan(header.size(), stored.size() - header.size() - trailer.size());
    inflate_state state;
    isal_inflate_init(&state);
    state.next_in = const_cast<uint8_t *>(reinterpret_cast<const uint8_t *>(deflated.data()));
    state.avail_in = uint32_t(deflated.size());
    state.next_out = reinterpret_cast<uint8_t *>(out.data());
    state.avail_out = uint32_t(out.size());
    if (isal_inflate_stateless(&state) != ISAL_DECOMP_OK || state.block_state != ISAL_BLOCK_FINISH)
        return damaged("deflate");
    if (state.avail_in != 0 || state.avail_out != 0)
        return damaged("deflated length");
    if (crc32_gzip_refl(0, reinterpret_cast<const unsigned char *>(out.data()), out.size()) != member.crc)
        return damaged("checksum");
    return {};
}

} // namespace masclet
