#pragma once

#include "core/archive/ArchiveWriter.h"
#include "core/base/Fd.h"

#include "tests/support/Text.h"

#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

#include <vector>

#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

namespace masclet::test
{

/// As gzip writes it, one member.
inline QByteArray gzip(const QByteArray &raw, int level = 6)
{
    z_stream stream{};
    deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray stored(qsizetype(deflateBound(&stream, uLong(raw.size()))) + 64, '\0');
    QByteArray input = raw;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(stored.data());
    stream.avail_out = uInt(stored.size());
    deflate(&stream, Z_FINISH);
    stored.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return stored;
}

/// A file without a name.
inline Fd fileWith(const QByteArray &content)
{
    Fd file(::memfd_create("content", MFD_CLOEXEC));
    if (::write(file.get(), content.constData(), size_t(content.size())) != content.size())
        qFatal("memfd");
    return file;
}

/// A real dump (pg_dump 15.20) of a database made to confuse readers: see its table and function names.
inline QByteArray oddObjects()
{
    QFile file(
        QStringLiteral("%1/tests/data/odd_objects.sql").arg(qEnvironmentVariable("MASCLET_SOURCE_DIR")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/odd_objects.sql is missing");
    return file.readAll();
}

/// A small dump as pg_dump writes it, with `body` in the middle. Without a key: as before August 2025.
inline QByteArray dumpOf(const QByteArray &body, const QByteArray &key = "Key1")
{
    const QByteArray open = key.isEmpty() ? QByteArray() : "\\restrict " + key + "\n\n";
    const QByteArray close = key.isEmpty() ? QByteArray() : "\\unrestrict " + key + "\n\n";
    return "--\n-- PostgreSQL database dump\n--\n\n" + open + "SET client_encoding = 'UTF8';\n\n" + body +
           "\n--\n-- PostgreSQL database dump complete\n--\n\n" + close;
}

/// A dump of about `megabytes` with two large tables and a small one, the same every time.
inline QByteArray largeDump(int megabytes)
{
    QRandomGenerator random(347);
    QByteArray body = "CREATE TABLE public.animals ();\n\nCOPY public.animals (id, nom, notes) FROM stdin;\n";
    auto addRows = [&](qsizetype size) {
        for (int id = 1; body.size() < size; ++id)
            body += QByteArray::number(id) + "\tvaca " + QByteArray::number(random.generate()) +
                    "\tparida a la quadra " + QByteArray::number(random.bounded(40)) + " \\N \\\\.\n";
    };
    addRows(megabytes * 700'000);
    body += "\\.\n\nCOPY public.parts (id, nom, notes) FROM "
            "stdin;\n";
    addRows(megabytes * 1'000'000);
    return dumpOf(body + "\\.\n\nALTER TABLE public.animals ADD PRIMARY KEY (id);\n");
}

struct Archive {
    QByteArray stored;
    ArchiveSummary summary;
};

inline Result<Archive> archiveOf(const QByteArray &text, Compression compression = Compression::Auto,
                                 qsizetype chunk = 65536, int threads = 2)
{
    Archive archive;
    MASCLET_TRY_ASSIGN(
        const auto writer,
        ArchiveWriter::create(compression, threads, [&](std::span<const std::byte> bytes) -> Result<> {
            archive.stored.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
            return {};
        }));
    for (qsizetype at = 0; at < text.size(); at += chunk)
        MASCLET_TRY(writer->write(bytesOf(text.mid(at, chunk))));
    MASCLET_TRY_ASSIGN(archive.summary, writer->finish());
    return archive;
}

inline Result<SqlReport> scan(const QByteArray &text, qsizetype size = 65536)
{
    SqlScanner scanner;
    for (qsizetype at = 0; at < text.size(); at += size)
        MASCLET_TRY(scanner.feed(bytesOf(text.mid(at, size))));
    return scanner.finish();
}

} // namespace masclet::test
