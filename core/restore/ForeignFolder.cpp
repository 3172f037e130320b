#include "core/restore/ForeignFolder.h"

#include "core/archive/StoredBytes.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ForeignSource)
};

tl::unexpected<Error> refuse(const QString &message)
{
    return fail(ErrorKind::Verification, message,
                Tr::tr("Use another copy of the folder, or make the dump again."));
}

/// "3349; 0 16385 TABLE DATA public animals postgres": the number names the file with the rows.
QSet<QByteArray> tablesIn(const QByteArray &contents)
{
    static const QRegularExpression line(QStringLiteral("^(\\d+); \\d+ \\d+ TABLE DATA "),
                                         QRegularExpression::MultilineOption);
    QSet<QByteArray> numbers;
    auto matches = line.globalMatch(QString::fromLatin1(contents));
    while (matches.hasNext())
        numbers << matches.next().captured(1).toLatin1();
    return numbers;
}

Result<QByteArray> part(const Directory &folder, const QByteArray &name, qint64 from, qint64 length)
{
    MASCLET_TRY_ASSIGN(const Fd file, folder.openFile(name));
    QByteArray bytes(length, '\0');
    MASCLET_TRY(readAt(file.get(), from, std::as_writable_bytes(std::span(bytes.data(), size_t(length)))));
    return bytes;
}

/// As pg_dump ends the rows of a table, written for COPY or as INSERTs.
Result<bool> isWhole(const Directory &folder, const Directory::Entry &entry)
{
    constexpr qint64 seen = 12;
    const qint64 length = std::min(seen, entry.size);
    MASCLET_TRY_ASSIGN(const QByteArray first, part(folder, entry.name, 0, length));
    MASCLET_TRY_ASSIGN(const QByteArray last, part(folder, entry.name, entry.size - length, length));
    return last.endsWith("\\.\n\n\n") || last == "\n\n" ||
           (first.startsWith("INSERT INTO ") && last.endsWith(";\n\n\n"));
}

} // namespace

Result<> checkForeignFolder(const Directory &folder, const QByteArray &contents)
{
    static const QRegularExpression rows(QStringLiteral("\\A(\\d+)\\.dat(\\.[a-z0-9]+)?\\z"));
    const QSet<QByteArray> tables = tablesIn(contents);
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
    for (const Directory::Entry &entry : entries) {
        const auto table = rows.match(QString::fromLatin1(entry.name));
        const bool packed = table.capturedLength(2) > 0;
        const bool largeObject = entry.name.startsWith("blob_") && !entry.name.endsWith(".dat");
        const QString name = oneLine(entry.name);
        if (table.hasMatch() && !tables.contains(table.captured(1).toLatin1()))
            return refuse(Tr::tr("%1 does not belong to the dump.").arg(name));
        if (entry.size == 0 && (table.hasMatch() || largeObject))
            return refuse(Tr::tr("%1 is empty.").arg(name));
        if (table.hasMatch() && !packed) {
            MASCLET_TRY_ASSIGN(const bool whole, isWhole(folder, entry));
            if (!whole)
                return refuse(Tr::tr("%1 is cut.").arg(name));
        }
    }
    return {};
}

} // namespace masclet
