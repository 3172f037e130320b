#include "core/process/PassFile.h"

#include "core/base/FileCalls.h"
#include "core/base/Hash.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/crypto.h>

#include <cerrno>
#include <csignal>

#include <sys/mman.h>
#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PassFile)
};

QByteArray escaped(QByteArray field)
{
    return field.replace("\\", "\\\\").replace(":", "\\:");
}

QByteArray fieldOrAny(const QByteArray &field)
{
    return field.isEmpty() ? QByteArray("*") : escaped(field);
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
}

Error cannotMake(int errnoValue)
{
    return systemError(ErrorKind::Credentials, Tr::tr("Cannot make the secret file for a program"),
                       errnoValue);
}

Result<> fill(const Fd &file, const QByteArray &content, uid_t owner, gid_t group)
{
    if (!file || ::fchmod(file.get(), 0600) != 0 || ::fchown(file.get(), owner, group) != 0)
        return fail(cannotMake(errno));
    const auto bytes = std::as_bytes(std::span(content.constData(), size_t(content.size())));
    if (const int problem = writeAll(file.get(), bytes))
        return fail(cannotMake(problem));
    return {};
}

const QByteArray folderPrefix = "masclet-pass-";
const QByteArray fileName = "pgpass";

/// Folders of runs that were killed: "masclet-pass-PID-RANDOM" of a process that is no more.
void removeLeftovers(const Directory &parent)
{
    const auto entries = parent.entries();
    if (!entries)
        return;
    for (const Directory::Entry &entry : *entries) {
        const pid_t maker = entry.name.startsWith(folderPrefix)
                                ? entry.name.mid(folderPrefix.size()).split('-').first().toInt()
                                : 0;
        if (maker > 0 && ::kill(maker, 0) != 0 && errno == ESRCH)
            (void)parent.removeTree(entry.name); // another user's stays; it is not ours to complain about
    }
}

/// Memory first; /tmp is on every system.
Result<Directory> secretsParent()
{
    auto parent = Directory::open(QStringLiteral("/dev/shm"));
    if (!parent)
        parent = Directory::open(QStringLiteral("/tmp"));
    if (!parent)
        return fail(std::move(parent).error().as(ErrorKind::Credentials));
    removeLeftovers(*parent);
    return parent;
}

QByteArray folderName()
{
    return folderPrefix + QByteArray::number(::getpid()) + '-' + randomHex(8);
}

} // namespace

Result<QByteArray> passLine(const ToolCommand::PassEntry &entry)
{
    const std::string_view password = entry.password.bytes();
    if (password.find_first_of(std::string_view("\n\r\0", 3)) != std::string_view::npos)
        return fail(ErrorKind::Credentials, Tr::tr("The password contains a line end or a NUL byte."),
                    Tr::tr("PostgreSQL's client tools cannot be given such a password. Choose another one."));
    QByteArray secret(password.data(), qsizetype(password.size()));
    const QByteArray line = fieldOrAny(entry.host) + ':' + fieldOrAny(entry.port) + ':' +
                            fieldOrAny(entry.database) + ':' + fieldOrAny(entry.user) + ':' +
                            escaped(secret) + '\n';
    wipe(secret);
    return line;
}

Result<PassFile> PassFile::create(const QList<ToolCommand::PassEntry> &entries, uid_t owner, gid_t group)
{
    QByteArray content;
    for (const ToolCommand::PassEntry &entry : entries) {
        auto line = passLine(entry);
        if (!line) {
            wipe(content);
            return fail(std::move(line).error());
        }
        QByteArray longer = content + *line; // not +=, which may leave an unwiped copy behind
        wipe(content);
        wipe(*line);
        content = std::move(longer);
    }
    Result<PassFile> file = made(content, owner, group);
    wipe(content);
    return file;
}

Result<PassFile> PassFile::create(const Secret &content, uid_t owner, gid_t group)
{
    const std::string_view view = content.bytes();
    // Not a copy: the secret stays in its own buffer.
    return made(QByteArray::fromRawData(view.data(), qsizetype(view.size())), owner, group);
}

Result<PassFile> PassFile::made(const QByteArray &content, uid_t owner, gid_t group)
{
    const bool reachable = ::access("/dev/fd", X_OK) == 0;
    return reachable ? inMemory(content, owner, group) : onDisk(content, owner, group);
}

Result<PassFile> PassFile::inMemory(const QByteArray &content, uid_t owner, gid_t group)
{
    PassFile file;
    file.m_memory = Fd(::memfd_create("passfile", MFD_CLOEXEC));
    MASCLET_TRY(fill(file.m_memory, content, owner, group));
    file.m_path = "/dev/fd/" + QByteArray::number(file.m_memory.get());
    return file;
}

Result<PassFile> PassFile::onDisk(const QByteArray &content, uid_t owner, gid_t group)
{
    MASCLET_TRY_ASSIGN(Directory parent, secretsParent());
    PassFile file;
    file.m_name = folderName();
    MASCLET_TRY_ASSIGN(const Directory folder, parent.makeChild(file.m_name));
    file.m_path = QFile::encodeName(folder.path()) + '/' + fileName;
    file.m_parent = std::move(parent);
    MASCLET_TRY_ASSIGN(const Fd written, folder.createFile(fileName));
    MASCLET_TRY(fill(written, content, owner, group));
    if (::fchown(folder.fd(), owner, group) != 0)
        return fail(cannotMake(errno));
    return file;
}

Result<CredentialsFolder> CredentialsFolder::create()
{
    CredentialsFolder folder;
    MASCLET_TRY_ASSIGN(folder.m_parent, secretsParent());
    folder.m_name = folderName();
    MASCLET_TRY(folder.m_parent->makeChild(folder.m_name));
    return folder;
}

CredentialsFolder::~CredentialsFolder()
{
    if (m_parent)
        (void)m_parent->removeEmptyChild(m_name); // the next one made removes what stays
}

PassFile::~PassFile()
{
    if (m_parent)
        (void)m_parent->removeTree(m_name); // the next one made removes what stays
}

} // namespace masclet
