#include "core/pipeline/FileWalk.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fnmatch.h>
#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FileWalk)
};

/// Each level costs a descriptor.
constexpr int deepest = 200;

/// One path of the selection, as the kernel sees it.
struct Root {
    QByteArray path;
    dev_t device = 0;
    Directory::Type type = Directory::Type::Other;
};

QByteArray joined(const QByteArray &folder, const QByteArray &name)
{
    return folder == "/" ? folder + name : folder + '/' + name;
}

bool isBelow(const QByteArray &path, const QByteArray &folder)
{
    return folder == "/" || path == folder || path.startsWith(folder + '/');
}

bool matches(const QByteArray &pattern, const QByteArray &path)
{
    if (!pattern.contains('/'))
        return ::fnmatch(pattern.constData(), path.mid(path.lastIndexOf('/') + 1).constData(), 0) == 0;
    if (pattern.startsWith('/'))
        return ::fnmatch(pattern.constData(), path.constData(), FNM_PATHNAME) == 0;
    return ::fnmatch(("*/" + pattern).constData(), path.constData(), 0) == 0;
}

class Walk
{
public:
    Walk(const FileSelection &selection, FileVisitor &visitor, const std::stop_token &stop)
        : m_selection(selection)
        , m_visitor(visitor)
        , m_stop(stop)
    {
        for (const QString &pattern : selection.exclude)
            m_patterns.append({QFile::encodeName(pattern), 0});
    }

    Result<> run();

private:
    struct Pattern {
        QByteArray text;
        qint64 hits = 0;
    };

    QList<Root> findRoots();
    Result<> visitRoot(const Root &root);
    Result<std::optional<Directory>> enterParents(const QByteArray &path);
    Result<> visit(const QByteArray &path, const Directory &parent, const Directory::Entry &entry,
                   dev_t device, int depth);
    Result<> visitFolder(const QByteArray &path, const Directory &folder, dev_t device, int depth);
    Result<> tell(const QByteArray &path, const Directory &folder);
    bool isExcluded(const QByteArray &path);
    bool isNever(const Directory &folder) const;
    void note(FileNote::Type type, const QByteArray &path, const QString &reason);
    void noteRepository(const QByteArray &path);

    const FileSelection &m_selection;
    FileVisitor &m_visitor;
    const std::stop_token &m_stop;
    QList<Pattern> m_patterns;
    QList<Root> m_roots;
    QSet<QByteArray> m_told; // folders above roots, which several may share
};

void Walk::note(FileNote::Type type, const QByteArray &path, const QString &reason)
{
    m_visitor.note({type, oneLine(path), reason});
}

void Walk::noteRepository(const QByteArray &path)
{
    note(FileNote::Type::LeftOut, path, Tr::tr("the repository itself"));
}

bool Walk::isExcluded(const QByteArray &path)
{
    for (Pattern &pattern : m_patterns) {
        if (matches(pattern.text, path)) {
            ++pattern.hits;
            return true;
        }
    }
    return false;
}

/// Each folder once, also one that is above several roots.
Result<> Walk::tell(const QByteArray &path, const Directory &folder)
{
    if (m_told.contains(path))
        return {};
    if (std::any_of(m_roots.begin(), m_roots.end(),
                    [&](const Root &root) { return isBelow(root.path, path); }))
        m_told << path;
    return m_visitor.folder(path, folder);
}

bool Walk::isNever(const Directory &folder) const
{
    struct stat info = {};
    return ::fstat(folder.fd(), &info) == 0 &&
           m_selection.never.contains(std::pair(info.st_dev, info.st_ino));
}

/// The paths without links in them, sorted, those inside another one left out unless they are another mount.
QList<Root> Walk::findRoots()
{
    QList<Root> all;
    for (const QString &path : m_selection.paths) {
        const QByteArray given = QFile::encodeName(path);
        const std::unique_ptr<char, decltype(&::free)> real(::realpath(given.constData(), nullptr), &::free);
        struct stat info = {};
        if (!real || ::lstat(real.get(), &info) != 0) {
            note(FileNote::Type::Unreadable, given,
                 errno == ENOENT ? Tr::tr("does not exist") : oneLine(QByteArray(::strerror(errno))));
            continue;
        }
        Root root{QByteArray(real.get()), info.st_dev, Directory::Type::Other};
        if (S_ISDIR(info.st_mode))
            root.type = Directory::Type::Directory;
        QByteArray plain = given;
        while (plain.size() > 1 && plain.endsWith('/'))
            plain.chop(1);
        if (root.path != plain)
            note(FileNote::Type::Remark, given,
                 Tr::tr("leads to %1 and is kept there").arg(oneLine(root.path)));
        all << root;
    }
    std::sort(all.begin(), all.end(), [](const Root &a, const Root &b) { return a.path < b.path; });
    QList<Root> outer;
    for (const Root &root : all) {
        const bool inside = std::any_of(outer.begin(), outer.end(), [&](const Root &other) {
            return root.path == other.path || (other.device == root.device && isBelow(root.path, other.path));
        });
        if (!inside)
            outer << root;
    }
    return outer;
}

/// The folder a path is in, opened step by step; those on the way are told once. Nothing when it cannot be
/// had, which has been noted.
Result<std::optional<Directory>> Walk::enterParents(const QByteArray &path)
{
    Result<Directory> folder = Directory::open(QStringLiteral("/"));
    QByteArray at = "/";
    const QList<QByteArray> parts = path.mid(1).split('/');
    for (qsizetype i = 0; folder && i + 1 < parts.size(); ++i) {
        if (isNever(*folder)) {
            noteRepository(path);
            return std::optional<Directory>();
        }
        at = joined(at, parts[i]);
        folder = folder->openChild(parts[i]);
        if (folder)
            MASCLET_TRY(tell(at, *folder));
    }
    if (folder && isNever(*folder)) {
        noteRepository(path);
        return std::optional<Directory>();
    }
    if (folder)
        return std::optional(std::move(*folder));
    note(FileNote::Type::Unreadable, path, folder.error().message);
    return std::optional<Directory>();
}

Result<> Walk::visitRoot(const Root &root)
{
    MASCLET_TRY_ASSIGN(const std::optional<Directory> parent, enterParents(root.path));
    if (!parent)
        return {};
    if (root.path == "/")
        return visitFolder(root.path, *parent, root.device, 0);
    const Result<Directory::Entry> entry = parent->stat(root.path.mid(root.path.lastIndexOf('/') + 1));
    if (entry)
        return visit(root.path, *parent, *entry, root.device, 0);
    note(FileNote::Type::Unreadable, root.path, entry.error().message);
    return {};
}

Result<> Walk::visit(const QByteArray &path, const Directory &parent, const Directory::Entry &entry,
                     dev_t device, int depth)
{
    if (m_stop.stop_requested())
        return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
    if (isExcluded(path))
        return {};
    switch (entry.type) {
    case Directory::Type::File:
        return m_visitor.file(path, parent, entry);
    case Directory::Type::Link:
        return m_visitor.link(path, parent, entry);
    case Directory::Type::Other:
        note(FileNote::Type::LeftOut, path, Tr::tr("a socket, pipe or device"));
        return {};
    case Directory::Type::Directory:
        break;
    }
    if (entry.device != device) {
        note(FileNote::Type::LeftOut, path, Tr::tr("another file system; name it to have it in the backup"));
        return {};
    }
    if (depth == deepest) {
        note(FileNote::Type::Unreadable, path, Tr::tr("lies too deep"));
        return {};
    }
    const Result<Directory> folder = parent.openChild(entry.name);
    if (!folder) {
        note(FileNote::Type::Unreadable, path, folder.error().message);
        return {};
    }
    if (isNever(*folder)) {
        noteRepository(path);
        return {};
    }
    MASCLET_TRY(tell(path, *folder));
    return visitFolder(path, *folder, device, depth);
}

Result<> Walk::visitFolder(const QByteArray &path, const Directory &folder, dev_t device, int depth)
{
    const Result<QList<Directory::Entry>> entries = folder.entries();
    if (!entries) {
        note(FileNote::Type::Unreadable, path, entries.error().message);
        return {};
    }
    for (const Directory::Entry &entry : *entries)
        MASCLET_TRY(visit(joined(path, entry.name), folder, entry, device, depth + 1));
    return {};
}

Result<> Walk::run()
{
    m_roots = findRoots();
    for (const Root &root : std::as_const(m_roots))
        MASCLET_TRY(visitRoot(root));
    for (const Pattern &pattern : std::as_const(m_patterns)) {
        if (pattern.hits > 0)
            note(FileNote::Type::LeftOut, pattern.text,
                 Tr::tr("excluded by the profile (%n found)", nullptr,
                        int(std::min<qint64>(pattern.hits, INT_MAX))));
    }
    return {};
}

} // namespace

Result<> walkFiles(const FileSelection &selection, FileVisitor &visitor, const std::stop_token &stop)
{
    return Walk(selection, visitor, stop).run();
}

} // namespace masclet
