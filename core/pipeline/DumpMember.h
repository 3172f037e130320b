#pragma once

#include <QByteArray>
#include <QList>

namespace masclet
{

/// One file of a dump in the directory format.
struct DumpMember {
    QByteArray name;
    qint64 size = 0;
    QByteArray sha256; ///< lower-case hexadecimal
    friend bool operator==(const DumpMember &, const DumpMember &) = default;
};

/// What pg_dump calls the files of the directory format: toc.dat, 3349.dat.gz, blobs.toc, blob_16455.dat.gz.
bool isMemberName(const QByteArray &name);
qint64 storedSizeOf(const QList<DumpMember> &members);
/// One hash for all of them: SHA-256 over lines as sha256sum writes them.
QByteArray sha256Of(const QList<DumpMember> &members);

} // namespace masclet
