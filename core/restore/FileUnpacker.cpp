#include "core/restore/FileUnpacker.h"

#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FileUnpacker)
};

tl::unexpected<Error> cannotWrite(const QByteArray &path)
{
    return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot write %1").arg(oneLine(path, 300)), errno));
}

Result<> writeAt(int fd, const TarBlock &block, const QByteArray &path)
{
    std::span<const std::byte> bytes = block.bytes;
    for (qint64 at = block.offset; !bytes.empty();) {
        const ssize_t written = ::pwrite(fd, bytes.data(), bytes.size(), at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return cannotWrite(path);
        at += written;
        bytes = bytes.subspan(size_t(written));
    }
    return {};
}

} // namespace

FileUnpacker::FileUnpacker(const Directory &root, Place place, FileAttributes &attributes,
                           UnpackRecord &record, JobContext &context)
    : m_root(root)
    , m_place(place)
    , m_attributes(attributes)
    , m_record(record)
    , m_context(context)
    , m_trail(root)
{
}

FileUnpacker::~FileUnpacker()
{
    if (!m_finished && m_place == Place::Over)
        takeBack();
}

Result<> FileUnpacker::add(const TarEntry &entry, TarReader &content)
{
    MASCLET_TRY(m_context.proceed());
    if (entry.type == TarEntry::Type::Folder)
        return addFolder(entry);
    MASCLET_TRY_ASSIGN(const Directory *const folder, folderFor(entry.path));
    switch (entry.type) {
    case TarEntry::Type::File:
        return addFile(*folder, entry, content);
    case TarEntry::Type::Link:
        return addLink(*folder, entry);
    case TarEntry::Type::HardLink:
        return addHardLink(*folder, entry);
    case TarEntry::Type::Folder:
    case TarEntry::Type::Other:
        break;
    }
    return fail(ErrorKind::Internal, Tr::tr("An entry was to be written that was to be refused."));
}

Result<const Directory *> FileUnpacker::folderFor(const QByteArray &path)
{
    return m_trail.make(path, [this](const QByteArray &missing) -> Result<> {
        if (m_place == Place::Over)
            MASCLET_TRY(m_record.make(missing));
        m_made << missing;
        return {};
    });
}

Result<> FileUnpacker::addFolder(const TarEntry &entry)
{
    // Through a name below it, so that the folder itself is made.
    const qsizetype before = m_made.size();
    MASCLET_TRY(folderFor(entry.path + "/."));
    if (m_made.size() > before)
        m_folders << entry;
    return {};
}

Result<QByteArray> FileUnpacker::nameFor(const TarEntry &entry)
{
    if (m_place == Place::Beside)
        return lastNameOf(entry.path);
    const QByteArray folder = entry.path.left(std::max<qsizetype>(entry.path.lastIndexOf('/'), 0));
    if (!m_waitIn.contains(folder)) {
        MASCLET_TRY(m_record.waitIn(folder));
        m_waitIn.insert(folder);
    }
    const Waiting waiting{entry.path,
                          waitingPrefix(m_record.runId()) + QByteArray::number(m_waiting.size() + 1)};
    m_waiting << waiting;
    m_waitingNames.insert(entry.path, waiting.name);
    return waiting.name;
}

Result<> FileUnpacker::addFile(const Directory &folder, const TarEntry &entry, TarReader &content)
{
    MASCLET_TRY_ASSIGN(const QByteArray name, nameFor(entry));
    MASCLET_TRY_ASSIGN(Fd file, folder.createFile(name));
    MASCLET_TRY(copy(file.get(), entry, content));
    m_attributes.give(file.get(), entry);
    if (::close(file.release()) != 0)
        return cannotWrite(entry.path);
    return {};
}

Result<> FileUnpacker::copy(int fd, const TarEntry &entry, TarReader &content)
{
    const QString name = oneLine(entry.path, 300);
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::optional<TarBlock> block, content.block());
        if (!block)
            break;
        const auto size = qint64(block->bytes.size());
        if (block->offset < 0 || block->offset > entry.size - size)
            return fail(ErrorKind::Verification, Tr::tr("%1 has content behind its own end.").arg(name),
                        Tr::tr("Use another set."));
        MASCLET_TRY(writeAt(fd, *block, entry.path));
        m_context.advance(size, name);
        MASCLET_TRY(m_context.proceed());
    }
    if (::ftruncate(fd, entry.size) != 0) // a hole at the end
        return cannotWrite(entry.path);
    return {};
}

Result<> FileUnpacker::addLink(const Directory &folder, const TarEntry &entry)
{
    MASCLET_TRY_ASSIGN(const QByteArray name, nameFor(entry));
    if (::symlinkat(entry.target.constData(), folder.fd(), name.constData()) != 0)
        return cannotWrite(entry.path);
    m_attributes.giveLink(folder.fd(), name, entry);
    return {};
}

Result<> FileUnpacker::addHardLink(const Directory &folder, const TarEntry &entry)
{
    MASCLET_TRY_ASSIGN(const QByteArray name, nameFor(entry));
    FolderTrail toTarget(m_root);
    MASCLET_TRY_ASSIGN(const Directory *const targetFolder, toTarget.find(entry.target));
    const QByteArray targetName = m_waitingNames.value(entry.target, lastNameOf(entry.target));
    if (!targetFolder ||
        ::linkat(targetFolder->fd(), targetName.constData(), folder.fd(), name.constData(), 0) != 0)
        return cannotWrite(entry.path);
    return {};
}

Result<> FileUnpacker::sync() const
{
    // One call instead of one for each of many small files.
    if (::syncfs(m_root.fd()) != 0)
        return cannotWrite(QByteArrayLiteral("."));
    return {};
}

Result<> FileUnpacker::finish()
{
    MASCLET_TRY(sync());
    MASCLET_TRY(m_context.proceed());
    if (m_place == Place::Over)
        MASCLET_TRY(m_record.replace(m_waiting));
    m_replacing = !m_waiting.isEmpty();
    for (const Waiting &waiting : std::as_const(m_waiting)) {
        MASCLET_TRY_ASSIGN(const Directory *const folder, m_trail.find(waiting.path));
        if (!folder)
            return fail(ErrorKind::Storage,
                        Tr::tr("The folder of %1 has gone.").arg(oneLine(waiting.path, 300)));
        MASCLET_TRY(folder->replace(waiting.name, lastNameOf(waiting.path)));
    }
    // From the innermost on: a folder may forbid to look into it.
    for (auto folder = m_folders.crbegin(); folder != m_folders.crend(); ++folder) {
        MASCLET_TRY_ASSIGN(const Directory *const opened, m_trail.find(folder->path + "/."));
        if (opened)
            m_attributes.give(opened->fd(), *folder);
    }
    m_finished = true;
    return sync();
}

/// As far as it goes: an error has been told already, and what has its name by now is found nowhere.
void FileUnpacker::takeBack()
{
    for (const Waiting &waiting : std::as_const(m_waiting)) {
        const auto folder = m_trail.find(waiting.path);
        if (folder && *folder)
            ::unlinkat((*folder)->fd(), waiting.name.constData(), 0);
    }
    for (auto path = m_made.crbegin(); path != m_made.crend(); ++path) {
        const auto folder = m_trail.find(*path);
        if (folder && *folder)
            ::unlinkat((*folder)->fd(), lastNameOf(*path).constData(), AT_REMOVEDIR);
    }
}

} // namespace masclet
