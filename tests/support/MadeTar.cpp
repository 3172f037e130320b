#include "tests/support/MadeTar.h"

#include "core/archive/LibArchive.h"

namespace masclet::test
{

QByteArray makeTar(const QList<MadeEntry> &entries)
{
    const NameScope names(NameScope::Names::Utf8);
    QByteArray tar;
    const ArchivePtr writer(archive_write_new());
    archive_write_set_format_pax_restricted(writer.get());
    const auto write = [](archive *, void *to, const void *bytes, size_t size) -> la_ssize_t {
        static_cast<QByteArray *>(to)->append(static_cast<const char *>(bytes), qsizetype(size));
        return la_ssize_t(size);
    };
    if (archive_write_open2(writer.get(), &tar, nullptr, write, nullptr, nullptr) != ARCHIVE_OK)
        qFatal("cannot write a tar archive");
    for (const MadeEntry &made : entries) {
        const EntryPtr entry(archive_entry_new());
        const bool hasContent = made.type == S_IFREG && made.link == MadeEntry::Link::No;
        archive_entry_copy_pathname(entry.get(), made.path.constData());
        archive_entry_set_mode(entry.get(), made.type | (made.type == S_IFDIR ? 0755 : 0644));
        archive_entry_set_size(entry.get(), hasContent ? made.content.size() : 0);
        archive_entry_set_mtime(entry.get(), 1'700'000'000, 0);
        if (made.link == MadeEntry::Link::Hard)
            archive_entry_copy_hardlink(entry.get(), made.target.constData());
        else if (made.type == S_IFLNK)
            archive_entry_copy_symlink(entry.get(), made.target.constData());
        if (archive_write_header(writer.get(), entry.get()) < ARCHIVE_WARN)
            qFatal("cannot write %s", made.path.constData());
        if (hasContent)
            archive_write_data(writer.get(), made.content.constData(), size_t(made.content.size()));
    }
    archive_write_close(writer.get());
    return tar;
}

} // namespace masclet::test
