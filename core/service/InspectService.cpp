#include "core/service/InspectService.h"

#include "core/archive/ArchiveStream.h"
#include "core/archive/CopyCells.h"
#include "core/base/Text.h"
#include "core/checks/TableRows.h"
#include "core/restore/ForeignSource.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(InspectService)
};

constexpr qint64 partSize = 4 * 1024 * 1024;

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), size_t(bytes.size())));
}

/// An archive of ours, open.
struct OwnArchive {
    std::unique_ptr<const Manifest> manifest; ///< its address stays when this object moves
    SetFile file;
    SetAccess access;

    const ArchiveIndex &index() const { return *file.entry->index; }
    /// Its parts cannot be read alone.
    bool isReadWhole() const
    {
        return file.entry->encryption || needsPgRestore(dumpFormatNamed(file.entry->format));
    }
    Result<QByteArray> read(qint64 from, qint64 to) const;
    Result<> feed(qint64 from, qint64 to, TablePicker &picker, JobContext &context) const;
};

Result<OwnArchive> openOwn(const DumpPlace &place)
{
    OwnArchive own;
    MASCLET_TRY_ASSIGN(Manifest manifest, place.repository->manifest(place.setId));
    own.manifest = std::make_unique<const Manifest>(std::move(manifest));
    const ManifestFile *archive = own.manifest->file(QStringLiteral("db"), QStringLiteral("archive"));
    if (!archive || !archive->index)
        return fail(ErrorKind::Usage, Tr::tr("The backup %1 has no dump to look into.").arg(place.setId));
    MASCLET_TRY_ASSIGN(own.file, openSetFile(*place.repository, *own.manifest, *archive));
    own.access = place.access;
    return own;
}

Result<QByteArray> OwnArchive::read(qint64 from, qint64 to) const
{
    if (!index().members.isEmpty())
        return readRaw(file.fd.get(), index(), from, to);
    QByteArray text(to - from, Qt::Uninitialized);
    const auto bytes = std::as_writable_bytes(std::span(text.data(), size_t(text.size())));
    MASCLET_TRY(readAt(file.fd.get(), from, bytes));
    return text;
}

Result<> OwnArchive::feed(qint64 from, qint64 to, TablePicker &picker, JobContext &context) const
{
    for (qint64 at = from; at < to; at = std::min(at + partSize, to)) {
        MASCLET_TRY(context.proceed());
        MASCLET_TRY_ASSIGN(const QByteArray part, read(at, std::min(at + partSize, to)));
        MASCLET_TRY(picker.feed(spanOf(part)));
        context.advance(part.size());
    }
    return {};
}

/// From the beginning to the end.
Result<> feedWhole(const OwnArchive &own, TablePicker &picker, JobContext &context)
{
    context.phase(Tr::tr("Reading %1").arg(own.manifest->setId), own.file.entry->rawSize);
    MASCLET_TRY_ASSIGN(const ByteSource sql, sqlOf(own.file, own.access, context.stopToken()));
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, sql());
        if (raw.empty())
            return picker.finish();
        MASCLET_TRY(picker.feed(raw));
        context.advance(qint64(raw.size()));
    }
}

/// Structure only, where it can be had alone: what lies before and behind the rows.
Result<> feedStructure(const OwnArchive &own, TablePicker &picker, JobContext &context)
{
    if (own.isReadWhole())
        return feedWhole(own, picker, context);
    const ArchiveIndex &index = own.index();
    context.phase(Tr::tr("Reading the structure of %1").arg(own.manifest->setId),
                  index.dataAt + index.rawLength - index.postDataAt);
    MASCLET_TRY(own.feed(0, index.dataAt, picker, context));
    MASCLET_TRY(own.feed(index.postDataAt, index.rawLength, picker, context));
    return picker.finish();
}

/// The first rows of one block, at most `wanted`.
Result<QList<QByteArray>> firstLines(const OwnArchive &own, const CopyBlock &block, qint64 wanted)
{
    wanted = std::min(wanted, block.rows);
    QByteArray text;
    while (text.count('\n') < wanted && block.dataAt + text.size() < block.endAt) {
        const qint64 from = block.dataAt + text.size();
        MASCLET_TRY_ASSIGN(const QByteArray part, own.read(from, std::min(from + partSize, block.endAt)));
        text += part;
    }
    return text.split('\n').mid(0, wanted);
}

Result<QList<QByteArray>> firstLines(const OwnArchive &own, const SqlName &name, qint64 wanted)
{
    QList<QByteArray> lines;
    const ArchiveTable *table = own.index().table(name.schema, name.name);
    for (const CopyBlock &block : table ? table->blocks : QList<CopyBlock>()) {
        if (lines.size() >= wanted)
            break;
        MASCLET_TRY_ASSIGN(const QList<QByteArray> more, firstLines(own, block, wanted - lines.size()));
        lines << more;
    }
    return lines;
}

Result<ForeignDump> readForeign(const DumpPlace &place, TablePicker &picker, JobContext &context)
{
    MASCLET_TRY_ASSIGN(ForeignSource source,
                       ForeignSource::open(place.file, {place.access.tools, {}}, context.stopToken()));
    context.phase(Tr::tr("Reading %1").arg(oneLine(place.file)));
    MASCLET_TRY_ASSIGN(ForeignDump dump, source.readWhole(context, [&](std::span<const std::byte> raw) {
        return picker.feed(raw);
    }));
    MASCLET_TRY(picker.finish());
    return dump;
}

QList<InspectedTable> tablesOf(const ArchiveIndex &index, const TablePicker &picker)
{
    QList<InspectedTable> tables;
    for (const ArchiveTable &table : index.tables) {
        const SqlName name{table.schema, table.name};
        tables << InspectedTable{name, table.rows(), picker.columns().value(name)};
    }
    return tables;
}

/// One table was meant.
Result<PickedTable> onlyOne(const TablePicker &picker, const QString &wanted)
{
    const QList<PickedTable> &tables = picker.tables();
    if (tables.size() == 1)
        return tables.first();
    QStringList names;
    for (const PickedTable &table : tables)
        names << tableText(table.name.schema, table.name.name);
    if (tables.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("The dump has no table \"%1\".").arg(oneLine(wanted, 150)));
    return fail(ErrorKind::Usage, Tr::tr("\"%1\" means more than one table.").arg(oneLine(wanted, 150)),
                Tr::tr("Write the schema before the table's name."), names.join(u'\n'));
}

InspectedRows rowsOf(const PickedTable &table, const TablePicker &picker, const ArchiveIndex &index)
{
    InspectedRows found{table.name, 0, table.columns, {}, table.statements};
    if (const ArchiveTable *counted = index.table(table.name.schema, table.name.name)) {
        found.rows = counted->rows();
        found.columns = counted->columns;
    }
    if (found.columns.isEmpty()) {
        for (const SqlColumn &column : picker.columns().value(table.name))
            found.columns << column.name;
    }
    for (const QByteArray &row : table.rows)
        found.first << (found.columns.isEmpty() ? QList<std::optional<QByteArray>>() : copyCells(row));
    return found;
}

/// A set is looked into with its repository held open and its key at hand.
template <class Look>
std::invoke_result_t<Look, const DumpPlace &> lookInto(const ServiceEnvironment &environment,
                                                       const DumpName &dump, JobContext &context,
                                                       const Look &look)
{
    if (dump.setId.isEmpty())
        return look(DumpPlace{nullptr, {}, dump.file, {{}, toolSearch(environment, dump.profile)}});
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(dump.profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(SetAccess access, findSetAccess(dump.profile, environment, context.stopToken()));
    return look(DumpPlace{&repository, dump.setId, {}, std::move(access)});
}

} // namespace

qint64 InspectedDump::rows() const
{
    qint64 sum = 0;
    for (const InspectedTable &table : tables)
        sum += table.rows;
    return sum;
}

Result<InspectedDump> inspectDump(const DumpPlace &place, Columns columns, JobContext &context)
{
    TablePicker picker([](const SqlName &) { return false; }, 0);
    InspectedDump dump;
    if (!place.repository) {
        MASCLET_TRY_ASSIGN(const ForeignDump read, readForeign(place, picker, context));
        dump = {place.file, tablesOf(read.sql.index, picker), read.rawSize, read.sql.index.largeObjects};
        return dump;
    }
    MASCLET_TRY_ASSIGN(const OwnArchive own, openOwn(place));
    if (columns == Columns::Read)
        MASCLET_TRY(feedStructure(own, picker, context));
    dump = {place.setId, tablesOf(own.index(), picker), own.file.entry->rawSize, own.index().largeObjects};
    return dump;
}

Result<InspectedRows> inspectTable(const DumpPlace &place, const QString &table, qint64 rows,
                                   JobContext &context)
{
    TablePicker picker([&](const SqlName &name) { return namesTable(table, name.schema, name.name); }, rows);
    if (!place.repository) {
        MASCLET_TRY_ASSIGN(const ForeignDump read, readForeign(place, picker, context));
        MASCLET_TRY_ASSIGN(const PickedTable found, onlyOne(picker, table));
        return rowsOf(found, picker, read.sql.index);
    }
    MASCLET_TRY_ASSIGN(const OwnArchive own, openOwn(place));
    MASCLET_TRY(feedStructure(own, picker, context));
    MASCLET_TRY_ASSIGN(PickedTable found, onlyOne(picker, table));
    if (!own.isReadWhole()) {
        MASCLET_TRY_ASSIGN(found.rows, firstLines(own, found.name, rows));
    }
    return rowsOf(found, picker, own.index());
}

Result<InspectedDump> inspectDump(const ServiceEnvironment &environment, const DumpName &dump,
                                  Columns columns, JobContext &context)
{
    return lookInto(environment, dump, context,
                    [&](const DumpPlace &place) { return inspectDump(place, columns, context); });
}

Result<InspectedRows> inspectTable(const ServiceEnvironment &environment, const DumpName &dump,
                                   const QString &table, qint64 rows, JobContext &context)
{
    return lookInto(environment, dump, context,
                    [&](const DumpPlace &place) { return inspectTable(place, table, rows, context); });
}

} // namespace masclet
