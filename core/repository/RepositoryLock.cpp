#include "core/repository/RepositoryLock.h"

#include "core/base/DiskWait.h"
#include "core/base/DurableFile.h"
#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

constexpr std::chrono::milliseconds pollEvery{100};
constexpr qint64 maximumContent = 4096;
constexpr qsizetype maximumStep = 200;
constexpr qsizetype maximumPhases = 6; ///< fit into maximumContent, whatever their names are
constexpr qsizetype maximumPhase = 80;
const QString stepKey = QStringLiteral("step");
const QString runIdKey = QStringLiteral("runId");
const QString phasesKey = QStringLiteral("phases");
const QString nameKey = QStringLiteral("name");
const QString begunKey = QStringLiteral("begun");

QByteArray lockName()
{
    return QByteArrayLiteral(".lock");
}

enum class Taken { Yes, Busy, NotSupported };

Result<Taken> tryLock(const Fd &fd, const QString &path)
{
    while (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return Taken::Busy;
        if (errno == EBADF || errno == ENOLCK || errno == EOPNOTSUPP)
            return Taken::NotSupported;
        if (errno != EINTR)
            return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot lock %1").arg(oneLine(path)), errno));
    }
    return Taken::Yes;
}

QJsonObject describe(const LockHolder &holder, const Clock &clock)
{
    QFile bootId(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const QString boot =
        bootId.open(QIODevice::ReadOnly) ? QString::fromLatin1(bootId.readAll().trimmed()) : QString();
    return {{QStringLiteral("verb"), holder.verb},
            {runIdKey, holder.runId},
            {QStringLiteral("author"), holder.author},
            {QStringLiteral("pid"), QCoreApplication::applicationPid()},
            {QStringLiteral("bootId"), boot},
            {QStringLiteral("host"), QSysInfo::machineHostName()},
            {QStringLiteral("started"), utcText(clock.now())}};
}

QByteArray textOf(const QJsonObject &shown)
{
    return QJsonDocument(shown).toJson(QJsonDocument::Compact);
}

Error busy(const Directory &root)
{
    Error error{ErrorKind::Locked,
                Tr::tr("Another run is working in the repository %1.").arg(oneLine(root.path())),
                Tr::tr("Wait for it to end, or let this run wait with --wait."),
                {},
                {}};
    const Result<QByteArray> text = root.readFile(lockName(), maximumContent);
    if (!text)
        return error;
    const Result<QJsonObject> content = parseJsonObject(*text, ErrorKind::Locked);
    if (!content)
        return error;
    const auto field = [&](const char *key) {
        return oneLine((*content)[QLatin1String(key)].toString(), 200);
    };
    const QString step = field("step");
    const QString work = step.isEmpty() ? field("verb") : QStringLiteral("%1 (%2)").arg(field("verb"), step);
    error.message =
        Tr::tr("Another run is working in the repository %1: %2, process %3 on %4, since %5.")
            .arg(oneLine(root.path()), work, QString::number((*content)[QLatin1String("pid")].toInteger()),
                 field("host"), field("started"));
    error.detail = oneLine(text->trimmed(), maximumContent);
    return error;
}

} // namespace

RepositoryLock::RepositoryLock(Fd file, Fd folder, LockHolder holder)
    : m_file(std::move(file))
    , m_folder(std::move(folder))
    , m_holder(std::move(holder))
{
}

RepositoryLock::~RepositoryLock()
{
    // The content is for people only; a failure to clear it changes nothing.
    if (m_file && ::ftruncate(m_file.get(), 0) != 0)
        return;
}

void RepositoryLock::showStep(const QString &step, const QDateTime &now)
{
    m_shown.insert(stepKey, oneLine(step, maximumStep));
    QJsonArray phases = m_shown[phasesKey].toArray();
    while (phases.size() >= maximumPhases)
        phases.removeFirst();
    phases.append(QJsonObject{{nameKey, oneLine(step, maximumPhase)}, {begunKey, utcText(now)}});
    m_shown.insert(phasesKey, phases);
    // In one write over what stands there, so that nobody who looks finds half of it.
    const QByteArray text = textOf(m_shown);
    const QByteArray whole = text.leftJustified(m_shownSize, ' ') + '\n';
    m_shownSize = std::max(m_shownSize, text.size());
    const DiskCall call;
    const ssize_t put = ::pwrite(m_file.get(), whole.constData(), size_t(whole.size()), 0);
    Q_UNUSED(put) // for people only, as in the destructor
}

QList<HeldPhase> RepositoryLock::phasesShown(const Directory &root, const QString &runId)
{
    const Result<QByteArray> text = root.readFile(lockName(), maximumContent);
    const Result<QJsonObject> content =
        text ? parseJsonObject(*text, ErrorKind::Locked) : Result<QJsonObject>(fail(text.error()));
    if (!content || (*content)[runIdKey].toString() != runId)
        return {};
    QList<HeldPhase> phases;
    for (const QJsonValue &phase : (*content)[phasesKey].toArray())
        phases << HeldPhase{oneLine(phase[nameKey].toString(), maximumPhase),
                            QDateTime::fromString(phase[begunKey].toString(), Qt::ISODateWithMs)};
    return phases;
}

Result<bool> RepositoryLock::isHeld(const Directory &root)
{
    MASCLET_TRY_ASSIGN(const bool there, root.exists(lockName()));
    if (!there)
        return false;
    MASCLET_TRY_ASSIGN(const Fd file, root.openFile(lockName()));
    while (::flock(file.get(), LOCK_SH | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return true;
        if (errno != EINTR)
            return fail(
                systemError(ErrorKind::Storage, Tr::tr("Cannot lock %1").arg(oneLine(root.path())), errno));
    }
    return false;
}

Result<RepositoryLock> RepositoryLock::acquire(const Directory &root, const LockHolder &holder,
                                               std::chrono::milliseconds wait, const Clock &clock,
                                               const std::stop_token &stop)
{
    const std::chrono::nanoseconds start = clock.monotonic();
    for (;;) {
        MASCLET_TRY_ASSIGN(Fd file, root.openForAppend(lockName()));
        MASCLET_TRY_ASSIGN(Taken taken, tryLock(file, root.path()));
        if (taken == Taken::NotSupported)
            return fail(ErrorKind::Storage,
                        Tr::tr("The file system of %1 knows no locks.").arg(oneLine(root.path())),
                        Tr::tr("Choose another place for the repository."));
        // A descriptor of its own: the lock goes with it, whatever happens to the repository object.
        Fd folder(::openat(root.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (taken == Taken::Yes && folder) {
            MASCLET_TRY_ASSIGN(taken, tryLock(folder, root.path()));
        }
        if (taken != Taken::Busy) {
            RepositoryLock lock(std::move(file), std::move(folder), holder);
            // Shown to others only; a full disk must not keep retention from running.
            if (::ftruncate(lock.m_file.get(), 0) == 0) {
                lock.m_shown = describe(holder, clock);
                const QByteArray text = textOf(lock.m_shown);
                lock.m_shownSize = text.size();
                const Result<> written = appendLine(lock.m_file, text, root.path());
                Q_UNUSED(written)
                // What is shown later is written over it.
                const int flags = ::fcntl(lock.m_file.get(), F_GETFL);
                static_cast<void>(::fcntl(lock.m_file.get(), F_SETFL, flags & ~O_APPEND));
            }
            return lock;
        }
        if (clock.monotonic() - start >= wait)
            return fail(busy(root));
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked while waiting for the repository."));
        std::this_thread::sleep_for(pollEvery);
    }
}

} // namespace masclet
