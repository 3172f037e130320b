#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <locale.h>
#include <memory>

namespace masclet
{

// What TarWriter and TarReader share about libarchive.

struct FreeArchive {
    void operator()(archive *which) const { archive_free(which); }
};
struct FreeEntry {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};
using ArchivePtr = std::unique_ptr<archive, FreeArchive>;
using EntryPtr = std::unique_ptr<archive_entry, FreeEntry>;

/// libarchive converts names by the thread's locale. Ours are UTF-8 whatever the process was started with, or
/// bytes that it must leave alone. glibc has both locales built in (C.UTF-8 since 2.35).
class NameScope
{
public:
    enum class Names { Utf8, Bytes };
    explicit NameScope(Names names)
        : m_before(::uselocale(names == Names::Utf8 ? utf8() : bytes()))
    {
    }
    ~NameScope() { ::uselocale(m_before); }
    NameScope(const NameScope &) = delete;
    NameScope &operator=(const NameScope &) = delete;

private:
    static locale_t utf8()
    {
        static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return made;
    }
    static locale_t bytes()
    {
        static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C", nullptr);
        return made;
    }
    locale_t m_before;
};

} // namespace masclet
