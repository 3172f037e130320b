#include "core/archive/TarReader.h"

#include "core/archive/LibArchive.h"
#include "core/base/Text.h"

#include <QCoreApplication>

#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TarReader)
};

TarEntry::Type typeOf(archive_entry *entry)
{
    if (archive_entry_hardlink(entry))
        return TarEntry::Type::HardLink;
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return TarEntry::Type::File;
    case AE_IFDIR:
        return TarEntry::Type::Folder;
    case AE_IFLNK:
        return TarEntry::Type::Link;
    default:
        return TarEntry::Type::Other;
    }
}

std::optional<TarAclEntry::Tag> tagOf(int tag)
{
    switch (tag) {
    case ARCHIVE_ENTRY_ACL_USER_OBJ:
        return TarAclEntry::Tag::Owner;
    case ARCHIVE_ENTRY_ACL_USER:
        return TarAclEntry::Tag::User;
    case ARCHIVE_ENTRY_ACL_GROUP_OBJ:
        return TarAclEntry::Tag::OwningGroup;
    case ARCHIVE_ENTRY_ACL_GROUP:
        return TarAclEntry::Tag::Group;
    case ARCHIVE_ENTRY_ACL_MASK:
        return TarAclEntry::Tag::Mask;
    case ARCHIVE_ENTRY_ACL_OTHER:
        return TarAclEntry::Tag::Other;
    default: // NFSv4, which Linux does not have
        return {};
    }
}

void readAcl(archive_entry *entry, int type, TarAclEntry::List list, QList<TarAclEntry> &acl)
{
    if (archive_entry_acl_reset(entry, type) == 0)
        return;
    int foundType = 0;
    int permissions = 0;
    int tag = 0;
    int id = -1;
    const char *name = nullptr;
    while (archive_entry_acl_next(entry, type, &foundType, &permissions, &tag, &id, &name) == ARCHIVE_OK) {
        if (const std::optional<TarAclEntry::Tag> known = tagOf(tag))
            acl << TarAclEntry{list, *known, permissions & 7, id, QByteArray(name)};
    }
}

QList<std::pair<QByteArray, QByteArray>> attributesOf(archive_entry *entry)
{
    QList<std::pair<QByteArray, QByteArray>> attributes;
    archive_entry_xattr_reset(entry);
    const char *name = nullptr;
    const void *value = nullptr;
    size_t size = 0;
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK)
        attributes.append({QByteArray(name), QByteArray(static_cast<const char *>(value), qsizetype(size))});
    return attributes;
}

TarEntry entryFrom(archive_entry *from)
{
    TarEntry entry;
    entry.type = typeOf(from);
    entry.path = archive_entry_pathname(from);
    if (entry.type == TarEntry::Type::Link)
        entry.target = archive_entry_symlink(from);
    if (entry.type == TarEntry::Type::HardLink)
        entry.target = archive_entry_hardlink(from);
    if (entry.type == TarEntry::Type::Folder && entry.path.size() > 1 && entry.path.endsWith('/'))
        entry.path.chop(1);
    entry.size = entry.type == TarEntry::Type::File ? archive_entry_size(from) : 0;
    entry.mode = archive_entry_perm(from) & 07777;
    entry.uid = archive_entry_uid(from);
    entry.gid = archive_entry_gid(from);
    entry.user = archive_entry_uname(from);
    entry.group = archive_entry_gname(from);
    entry.modified = archive_entry_mtime(from);
    readAcl(from, ARCHIVE_ENTRY_ACL_TYPE_ACCESS, TarAclEntry::List::Access, entry.acl);
    readAcl(from, ARCHIVE_ENTRY_ACL_TYPE_DEFAULT, TarAclEntry::List::Default, entry.acl);
    entry.attributes = attributesOf(from);
    return entry;
}

} // namespace

struct TarReader::Private {
    ByteSource source;
    std::optional<Error> sourceError;
    ArchivePtr reader{archive_read_new()};
    bool ended = false;

    Result<> check(int state);
    Result<> drain();
};

Result<> TarReader::Private::check(int state)
{
    if (sourceError)
        return fail(*sourceError);
    if (state == ARCHIVE_OK || state == ARCHIVE_WARN || state == ARCHIVE_EOF)
        return {};
    return fail(ErrorKind::Verification, Tr::tr("The archive is not a whole tar file."),
                Tr::tr("Use another set."), oneLine(QByteArray(archive_error_string(reader.get()))));
}

Result<> TarReader::Private::drain()
{
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> rest, source());
        if (rest.empty())
            return {};
    }
}

TarReader::TarReader(std::unique_ptr<Private> made)
    : d(std::move(made))
{
}

TarReader::~TarReader() = default;

Result<std::unique_ptr<TarReader>> TarReader::create(ByteSource source)
{
    const NameScope names(NameScope::Names::Utf8);
    auto made = std::make_unique<Private>();
    made->source = std::move(source);
    archive *const reader = made->reader.get();
    MASCLET_TRY(made->check(archive_read_support_format_tar(reader)));
    const auto read = [](archive *, void *data, const void **bytes) -> la_ssize_t {
        auto *own = static_cast<Private *>(data);
        const auto block = own->source();
        if (!block) {
            own->sourceError = block.error();
            return -1;
        }
        *bytes = block->data();
        return la_ssize_t(block->size());
    };
    MASCLET_TRY(made->check(archive_read_open(reader, made.get(), nullptr, read, nullptr)));
    return std::unique_ptr<TarReader>(new TarReader(std::move(made)));
}

Result<std::optional<TarEntry>> TarReader::next()
{
    const NameScope names(NameScope::Names::Utf8);
    if (d->ended)
        return std::optional<TarEntry>();
    archive_entry *entry = nullptr;
    const int state = archive_read_next_header(d->reader.get(), &entry);
    MASCLET_TRY(d->check(state));
    if (state != ARCHIVE_EOF)
        return std::optional(entryFrom(entry));
    MASCLET_TRY(d->drain());
    d->ended = true;
    return std::optional<TarEntry>();
}

Result<std::optional<TarBlock>> TarReader::block()
{
    const NameScope names(NameScope::Names::Utf8);
    const void *bytes = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    const int state = archive_read_data_block(d->reader.get(), &bytes, &size, &offset);
    MASCLET_TRY(d->check(state));
    if (state == ARCHIVE_EOF)
        return std::optional<TarBlock>();
    return std::optional(TarBlock{offset, {static_cast<const std::byte *>(bytes), size}});
}

} // namespace masclet
