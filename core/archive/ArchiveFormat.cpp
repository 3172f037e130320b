#include "core/archive/ArchiveFormat.h"

namespace masclet
{

namespace
{

void putLittleEndian(unsigned char *at, quint32 value)
{
    for (int i = 0; i < 4; ++i)
        at[i] = static_cast<unsigned char>(value >> (8 * i));
}

} // namespace

MemberHeader memberHeader(qint64 storedLength)
{
    MemberHeader header{
        0x1f, 0x8b, 8, 4, // magic, deflate, FEXTRA
        0,    0,    0, 0, // no time
        0,    255,        // no hint about the level, unknown system
        8,    0,          // length of the extra field
        'M',  'B',  4, 0, // our subfield and its length
        0,    0,    0, 0,
    };
    putLittleEndian(header.data() + 16, quint32(storedLength));
    return header;
}

MemberTrailer memberTrailer(quint32 crc, qint64 rawLength)
{
    MemberTrailer trailer;
    putLittleEndian(trailer.data(), crc);
    putLittleEndian(trailer.data() + 4, quint32(rawLength));
    return trailer;
}

} // namespace masclet
