#include "core/pipeline/DumpFolder.h"
#include "core/pipeline/PassingTool.h"

#include "core/base/FileCalls.h"
#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/pipeline/RestoreScript.h"
#include "core/process/ToolProcess.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DumpFolder)
};

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds startSlice{20}; ///< until the table of contents is there
constexpr std::chrono::milliseconds slice{100};
constexpr std::chrono::milliseconds sizesEvery{1000}; ///< many thousand files are not looked at all the time

tl::unexpected<Error> differs(const QString &message)
{
    return fail(ErrorKind::Verification, message, Tr::tr("Use another set."));
}

QString shown(const Directory &folder, const QByteArray &name)
{
    return oneLine(folder.path().section(u'/', -1)) + QChar(u'/') + oneLine(name);
}

/// SHA-256 of a file as it is on the disk; its size is added to what `progress` is told.
Result<QByteArray> hashMember(const Directory &folder, const QByteArray &name, const MemberProgress &progress)
{
    MASCLET_TRY_ASSIGN(const Fd file, folder.openFile(name));
    // Synced pages only: asks the kernel to read them from the disk again.
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    std::vector<std::byte> block(passingBlock);
    Sha256 hash;
    for (;;) {
        const ssize_t got = ::read(file.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(
                systemError(ErrorKind::Storage, Tr::tr("Cannot read %1").arg(shown(folder, name)), errno));
        if (got == 0)
            return hash.hex();
        hash.add(std::span(block).first(size_t(got)));
        MASCLET_TRY(progress(qint64(got)));
    }
}

/// 0600 whatever the umask was, and on the disk.
Result<> keep(const Directory &folder, const QByteArray &name)
{
    MASCLET_TRY_ASSIGN(const Fd file, folder.openFile(name));
    const int problem = ::fchmod(file.get(), 0600) != 0 ? errno : syncToDisk(file.get());
    if (problem == 0)
        return {};
    return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot write %1").arg(shown(folder, name)), problem));
}

Result<QList<DumpMember>> storeMembers(const Directory &folder, JobContext &context)
{
    const auto progress = [&](qint64) {
        return context.proceed();
    };
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
    QList<DumpMember> members;
    for (const Directory::Entry &entry : entries) {
        if (entry.type != Directory::Type::File || !isMemberName(entry.name))
            return fail(ErrorKind::Dump,
                        Tr::tr("pg_dump wrote a file whose name is not known here: %1")
                            .arg(shown(folder, entry.name)),
                        Tr::tr("Use the format plain or custom."));
        MASCLET_TRY(keep(folder, entry.name));
        MASCLET_TRY_ASSIGN(const QByteArray sha256, hashMember(folder, entry.name, progress));
        members << DumpMember{entry.name, entry.size, sha256};
    }
    MASCLET_TRY(folder.sync());
    return members;
}

Result<qint64> bytesIn(const Directory &folder)
{
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
    qint64 sum = 0;
    for (const Directory::Entry &entry : entries)
        sum += entry.size;
    return sum;
}

/// Waits for the end of pg_dump, which itself says nothing: its files tell how far it is.
class FolderWatch
{
public:
    FolderWatch(ToolProcess &tool, const Directory &folder, std::chrono::milliseconds stallLimit,
                JobContext &context)
        : m_tool(tool)
        , m_folder(folder)
        , m_stallLimit(stallLimit)
        , m_context(context)
        , m_lastLook(context.clock().monotonic())
        , m_lastChange(m_lastLook)
    {
    }

    Result<ToolOutcome> wait(const std::function<Result<>()> &atFirstBytes)
    {
        for (bool first = true, ended = false; !ended;) {
            MASCLET_TRY_ASSIGN(ended, m_tool.endsWithin(first ? startSlice : slice, m_context.stopToken()));
            if (first) {
                MASCLET_TRY_ASSIGN(const bool begun, m_folder.exists("toc.dat"));
                if (begun && atFirstBytes)
                    MASCLET_TRY(atFirstBytes());
                first = !begun;
            }
            MASCLET_TRY(look());
        }
        return m_tool.wait(m_context.stopToken(), m_stallLimit);
    }

private:
    /// D22
    Result<> look()
    {
        const std::chrono::nanoseconds now = m_context.clock().monotonic();
        if (now - m_lastLook < sizesEvery)
            return {};
        m_lastLook = now;
        MASCLET_TRY_ASSIGN(const qint64 bytes, bytesIn(m_folder));
        if (bytes != m_bytes) {
            m_context.advance(bytes - m_bytes);
            m_bytes = bytes;
            m_lastChange = now;
        }
        if (now - m_lastChange > m_stallLimit)
            return m_tool.hung(m_stallLimit);
        return {};
    }

    ToolProcess &m_tool;
    const Directory &m_folder;
    const std::chrono::milliseconds m_stallLimit;
    JobContext &m_context;
    std::chrono::nanoseconds m_lastLook;
    std::chrono::nanoseconds m_lastChange;
    qint64 m_bytes = 0;
};

Result<DumpedArchive> dumpInto(const Directory &folder, const ToolCommand &command,
                               std::chrono::milliseconds stallLimit, const PgRestore &reader,
                               const std::function<Result<>()> &atFirstBytes, JobContext &context)
{
    DumpedArchive dumped;
    {
        MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> tool,
                           ToolProcess::start(command, ToolProcess::Output::Discard));
        FolderWatch watch(*tool, folder, stallLimit, context);
        MASCLET_TRY_ASSIGN(const ToolOutcome outcome, watch.wait(atFirstBytes));
        if (!outcome.good())
            return fail(describe(command, outcome, ErrorKind::Dump));
        dumped.toolWarnings = outcome.errorOutput;
    }
    MASCLET_TRY_ASSIGN(dumped.members, storeMembers(folder, context));
    dumped.stored = {storedSizeOf(dumped.members), sha256Of(dumped.members), {}};
    RestoreScript script(reader.command(DumpFormat::Directory, folder.path(), randomHex(32)), nullptr,
                         context.stopToken());
    auto summary = summarize([&] { return script.next(); },
                             [&](std::span<const std::byte>) { return context.proceed(); });
    if (!summary && summary.error().kind == ErrorKind::Verification)
        summary.error().kind = ErrorKind::Dump;
    MASCLET_TRY_ASSIGN(dumped.content, std::move(summary));
    MASCLET_TRY(refuseIncomplete(command, dumped.content));
    return dumped;
}

} // namespace

bool isMemberName(const QByteArray &name)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9_]{1,64}(\\.[a-z0-9]{1,16}){1,3}\\z"));
    return form.match(QString::fromLatin1(name)).hasMatch();
}

qint64 storedSizeOf(const QList<DumpMember> &members)
{
    qint64 sum = 0;
    for (const DumpMember &member : members)
        sum += member.size;
    return sum;
}

QByteArray sha256Of(const QList<DumpMember> &members)
{
    Sha256 hash;
    for (const DumpMember &member : members)
        hash.add(member.sha256 + "  " + member.name + '\n');
    return hash.hex();
}

Result<QList<Directory::Entry>> verifyMembers(const Directory &folder, const QList<DumpMember> &members,
                                              const MemberProgress &progress)
{
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
    // Both are in the order of their names.
    for (qsizetype i = 0; i < std::max(entries.size(), members.size()); ++i) {
        if (i < entries.size() && (i >= members.size() || entries[i].name < members[i].name))
            return differs(Tr::tr("%1 does not belong to the dump.").arg(shown(folder, entries[i].name)));
        if (i >= entries.size() || entries[i].name != members[i].name)
            return differs(Tr::tr("%1 is missing.").arg(shown(folder, members[i].name)));
        if (entries[i].type != Directory::Type::File)
            return differs(Tr::tr("%1 is not a plain file.").arg(shown(folder, members[i].name)));
        if (entries[i].size != members[i].size)
            return differs(Tr::tr("%1 has %2 bytes, the manifest says %3.")
                               .arg(shown(folder, members[i].name))
                               .arg(entries[i].size)
                               .arg(members[i].size));
    }
    for (const DumpMember &member : members) {
        MASCLET_TRY_ASSIGN(const QByteArray sha256, hashMember(folder, member.name, progress));
        if (sha256 != member.sha256)
            return differs(Tr::tr("%1 is not what the manifest says.").arg(shown(folder, member.name)));
    }
    return entries;
}

Result<> stillTheSame(const Directory &folder, const QList<Directory::Entry> &verified)
{
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> now, folder.entries());
    struct stat held = {};
    struct stat named = {};
    const bool same = ::fstat(folder.fd(), &held) == 0 &&
                      ::stat(QFile::encodeName(folder.path()).constData(), &named) == 0 &&
                      held.st_dev == named.st_dev && held.st_ino == named.st_ino;
    if (same && now == verified)
        return {};
    return differs(Tr::tr("The files of the dump were changed while they were read."));
}

Result<DumpedArchive> dumpToFolder(const ToolCommand &command, qint64 stallLimitMs,
                                   const Directory &directory, const QByteArray &folderName,
                                   const PgRestore &reader, const std::function<Result<>()> &atFirstBytes,
                                   JobContext &context)
{
    MASCLET_TRY_ASSIGN(const Directory folder, directory.makeChild(folderName));
    auto dumped =
        dumpInto(folder, command, std::chrono::milliseconds(stallLimitMs), reader, atFirstBytes, context);
    if (dumped)
        return dumped;
    if (const auto gone = directory.removeTree(folderName); !gone)
        return fail(withCause(std::move(dumped).error(), &gone.error()));
    return dumped;
}

} // namespace masclet
