#include "core/restore/UnpackRecord.h"

#include "core/base/FileCalls.h"
#include "core/base/Text.h"
#include "core/repository/RunRecord.h"
#include "core/restore/FolderTrail.h"
#include "core/restore/NewFolder.h"
#include "core/restore/ReplacedFiles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cerrno>

#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(UnpackRecord)
};

constexpr qint64 largestRecord = 256LL * 1024 * 1024;
const QString startWord = QStringLiteral("start");
const QString waitWord = QStringLiteral("wait-in");
const QString makeWord = QStringLiteral("make");
const QString fileWord = QStringLiteral("file");
const QString replaceWord = QStringLiteral("replace");
const QString overWord = QStringLiteral("over");
const QString besideWord = QStringLiteral("beside");

QString recordFolder(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/unpacking");
}

/// Paths are bytes.
QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray line(const QJsonArray &words)
{
    return QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n';
}

/// What a record says.
struct Left {
    UnpackRecord::Start start;
    QList<QByteArray> folders; ///< in which files may wait
    QList<QByteArray> made;    ///< folders, those above first
    QList<UnpackRecord::Waiting> waiting;
    bool replacing = false;
};

/// A last line that was cut off told of nothing that was done already.
Left parse(const QByteArray &text)
{
    Left left;
    for (const QByteArray &one : text.split('\n')) {
        const QJsonArray words = QJsonDocument::fromJson(one).array();
        const QString word = words[0].toString();
        const auto bytes = [&](int at) {
            return QByteArray::fromHex(words[at].toString().toLatin1());
        };
        if (word == startWord)
            left.start = {words[1].toString() == overWord ? UnpackRecord::Place::Over
                                                          : UnpackRecord::Place::Beside,
                          words[2].toString(), words[3].toBool()};
        else if (word == waitWord)
            left.folders << bytes(1);
        else if (word == makeWord)
            left.made << bytes(1);
        else if (word == fileWord)
            left.waiting << UnpackRecord::Waiting{bytes(1), bytes(2)};
        else if (word == replaceWord)
            left.replacing = true;
    }
    return left;
}

/// The folder at that path below the root; nothing when it is not there.
Result<const Directory *> folderAt(FolderTrail &trail, const QByteArray &path)
{
    return trail.find(path.isEmpty() ? QByteArrayLiteral("x") : path + "/x");
}

Result<> takeWaitingAway(const Left &left, const Directory &root, const QByteArray &prefix)
{
    FolderTrail trail(root);
    for (const QByteArray &path : left.folders) {
        MASCLET_TRY_ASSIGN(const Directory *const folder, folderAt(trail, path));
        if (!folder)
            continue;
        MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder->entries());
        for (const Directory::Entry &entry : entries) {
            if (entry.name.startsWith(prefix))
                MASCLET_TRY(folder->removeFile(entry.name));
        }
    }
    for (auto path = left.made.crbegin(); path != left.made.crend(); ++path) {
        MASCLET_TRY_ASSIGN(const Directory *const above, trail.find(*path));
        // Somebody else may have put something into it.
        if (above)
            static_cast<void>(above->removeEmptyChild(lastNameOf(*path)));
    }
    return {};
}

Result<> putRestInPlace(const Left &left, const Directory &root, const QByteArray &prefix)
{
    FolderTrail trail(root);
    for (const UnpackRecord::Waiting &waiting : left.waiting) {
        MASCLET_TRY_ASSIGN(const Directory *const folder, trail.find(waiting.path));
        if (!folder || !waiting.name.startsWith(prefix))
            continue;
        MASCLET_TRY_ASSIGN(const bool waits, folder->exists(waiting.name));
        if (waits)
            MASCLET_TRY(folder->replace(waiting.name, lastNameOf(waiting.path)));
    }
    return {};
}

Result<> endOver(const Left &left, const QString &stateFolder, const QString &runId, Log &log)
{
    MASCLET_TRY_ASSIGN(const Directory root, Directory::open(left.start.folder));
    const QByteArray prefix = waitingPrefix(runId);
    if (left.replacing) {
        MASCLET_TRY(putRestInPlace(left, root, prefix));
        log.warning(
            Tr::tr("The restore %1 of files was cut off while they took their places; the rest was put "
                   "in place now. What was there before: %2")
                .arg(runId, oneLine(keptArchivePath(stateFolder, runId))));
        if (!left.made.isEmpty())
            log.warning(Tr::tr("Folders that it made may lack their owner and rights: restore again."));
        return {};
    }
    MASCLET_TRY(takeWaitingAway(left, root, prefix));
    log.warning(Tr::tr("The restore %1 of files was cut off before it replaced anything; what it had written "
                       "was removed.")
                    .arg(runId));
    return forgetKept(stateFolder, runId);
}

} // namespace

QByteArray waitingPrefix(const QString &runId)
{
    return ".masclet-" + runId.toLatin1() + '-';
}

UnpackRecord::UnpackRecord(Directory folder, Fd file, QString runId)
    : m_folder(std::move(folder))
    , m_file(std::move(file))
    , m_runId(std::move(runId))
{
}

UnpackRecord::~UnpackRecord()
{
    if (m_file)
        static_cast<void>(m_folder.removeFile(m_runId.toLatin1()));
}

Result<UnpackRecord> UnpackRecord::begin(const QString &stateFolder, const QString &runId, const Start &start)
{
    MASCLET_TRY_ASSIGN(Directory folder, Directory::openOrMake(recordFolder(stateFolder)));
    MASCLET_TRY_ASSIGN(Fd file, folder.createFile(runId.toLatin1()));
    UnpackRecord record(std::move(folder), std::move(file), runId);
    MASCLET_TRY(record.append(line({startWord, start.place == Place::Over ? overWord : besideWord,
                                    start.folder, start.folderWasThere})));
    MASCLET_TRY(record.m_folder.sync());
    return record;
}

Result<> UnpackRecord::append(const QByteArray &lines)
{
    const auto failed = [](int number) {
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot note what is being restored"), number));
    };
    if (const int problem = writeAll(m_file.get(), std::as_bytes(std::span(lines))); problem != 0)
        return failed(problem);
    if (const int problem = syncToDisk(m_file.get()); problem != 0)
        return failed(problem);
    return {};
}

Result<> UnpackRecord::waitIn(const QByteArray &folder)
{
    return append(line({waitWord, hex(folder)}));
}

Result<> UnpackRecord::make(const QByteArray &folder)
{
    return append(line({makeWord, hex(folder)}));
}

Result<> UnpackRecord::replace(const QList<Waiting> &waiting)
{
    QByteArray lines;
    for (const Waiting &one : waiting)
        lines += line({fileWord, hex(one.path), hex(one.name)});
    MASCLET_TRY(append(lines));
    return append(line({replaceWord}));
}

Result<> endUnpacking(const QString &stateFolder, const QString &runId, Log &log)
{
    // The name comes out of a journal, which others may be able to write.
    if (!isRunId(runId))
        return {};
    const auto folder = Directory::open(recordFolder(stateFolder));
    if (!folder)
        return {};
    MASCLET_TRY_ASSIGN(const bool there, folder->exists(runId.toLatin1()));
    if (!there)
        return {};
    MASCLET_TRY_ASSIGN(const QByteArray text, folder->readFile(runId.toLatin1(), largestRecord));
    const Left left = parse(text);
    if (!left.start.folder.isEmpty()) {
        MASCLET_TRY(left.start.place == UnpackRecord::Place::Over
                        ? endOver(left, stateFolder, runId, log)
                        : NewFolder::recover(left.start.folder, left.start.folderWasThere, runId.toLatin1()));
    }
    return folder->removeFile(runId.toLatin1());
}

} // namespace masclet
