#include "core/repository/Deletion.h"

#include "core/base/Text.h"
#include "core/repository/Staging.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <optional>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

constexpr qint64 maximumManifest = 256LL * 1024 * 1024;

QByteArray prefix()
{
    return QByteArrayLiteral(".deleting-");
}

QJsonObject recordOf(const QString &setId, const RepositoryLock &lock)
{
    return {{QStringLiteral("setId"), setId},
            {QStringLiteral("runId"), lock.holder().runId},
            {QStringLiteral("author"), lock.holder().author}};
}

Result<> removeIfPlain(const Directory &folder, const QByteArray &name, QJsonArray &left)
{
    MASCLET_TRY_ASSIGN(const bool there, folder.exists(name));
    if (!there)
        return {};
    MASCLET_TRY_ASSIGN(const Directory::Entry entry, folder.stat(name));
    if (entry.type == Directory::Type::File)
        return folder.removeFile(name);
    left.append(oneLine(folder.path()) + QChar(u'/') + oneLine(name));
    return {};
}

/// A dump that is a folder: its members, then the folder. Whatever else lies in it stays, and keeps it.
Result<> removeMembers(const Directory &parent, const ManifestFile &file, QJsonArray &left)
{
    const QByteArray name = fileNameOf(file.path);
    MASCLET_TRY_ASSIGN(const bool there, parent.exists(name));
    if (!there)
        return {};
    MASCLET_TRY_ASSIGN(const Directory folder, parent.openChild(name));
    QJsonArray noPlainFile; // these are among the others
    for (const DumpMember &member : file.members)
        MASCLET_TRY(removeIfPlain(folder, member.name, noPlainFile));
    MASCLET_TRY(folder.sync());
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> others, folder.entries());
    for (const Directory::Entry &other : others)
        left.append(oneLine(folder.path()) + QChar(u'/') + oneLine(other.name));
    return others.isEmpty() ? parent.removeEmptyChild(name) : Result<>();
}

/// The dated layout's folder goes with its last file; anything else in it keeps it.
void removeEmptyFolder(const Directory &root, const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    if (parts.size() != 3)
        return;
    if (const Result<Directory> kind = root.openChild(parts.first())) {
        const Result<> removed = kind->removeEmptyChild(parts[1]);
        Q_UNUSED(removed)
    }
}

/// The folder of a set's file, unless it has gone with its last file. A link in its place is an error: what
/// it hides could not be deleted.
Result<std::optional<Directory>> folderIfThere(const Directory &root, const QByteArray &path)
{
    QList<QByteArray> parts = path.split('/');
    parts.removeLast();
    MASCLET_TRY_ASSIGN(const bool kindThere, root.exists(parts[0]));
    if (!kindThere)
        return std::optional<Directory>();
    MASCLET_TRY_ASSIGN(Directory folder, root.openChild(parts[0]));
    if (parts.size() == 1)
        return std::optional(std::move(folder));
    MASCLET_TRY_ASSIGN(const bool datedThere, folder.exists(parts[1]));
    if (!datedThere)
        return std::optional<Directory>();
    MASCLET_TRY_ASSIGN(Directory dated, folder.openChild(parts[1]));
    return std::optional(std::move(dated));
}

/// Second phase, from the renamed manifest on; everything in it may be done already.
Result<> finishDeletion(const Directory &root, const RepositoryLock &lock, Journal &journal,
                        const Manifest &manifest)
{
    QJsonArray left;
    for (const ManifestFile &file : manifest.files) {
        MASCLET_TRY_ASSIGN(const std::optional<Directory> folder, folderIfThere(root, file.path));
        if (!folder)
            continue;
        MASCLET_TRY(file.members.isEmpty() ? removeIfPlain(*folder, fileNameOf(file.path), left)
                                           : removeMembers(*folder, file, left));
        MASCLET_TRY(folder->sync());
        removeEmptyFolder(root, file.path);
    }
    MASCLET_TRY_ASSIGN(const Directory sets, root.openChild("sets"));
    const QByteArray id = manifest.setId.toLatin1();
    for (const QByteArray &name : {id + ".sha256", id + ".evidence.jsonl", prefix() + id + ".json"}) {
        MASCLET_TRY(removeIfPlain(sets, name, left));
        MASCLET_TRY(sets.sync());
    }
    QJsonObject record = recordOf(manifest.setId, lock);
    record.insert(QStringLiteral("sequence"), manifest.sequence);
    record.insert(QStringLiteral("freedBytes"), manifest.storedBytes());
    record.insert(QStringLiteral("left"), left);
    return journal.append(lock, QStringLiteral("deleted"), record);
}

/// Set ids whose first record has no second one, oldest first.
QStringList openDeletions(const QList<JournalRecord> &records)
{
    QStringList open;
    for (const JournalRecord &record : records) {
        const QString id = record.data[QLatin1String("setId")].toString();
        if (record.type == QLatin1String("delete"))
            open << id;
        else if (record.type == QLatin1String("deleted") || record.type == QLatin1String("delete-abandoned"))
            open.removeAll(id);
    }
    return open;
}

/// The process died before the rename or after the last file: only the record is missing.
Result<> closeRecords(const Directory &sets, const RepositoryLock &lock, Journal &journal)
{
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records,
                       journal.recordsOf({QStringLiteral("delete"), QStringLiteral("deleted"),
                                          QStringLiteral("delete-abandoned")}));
    for (const QString &id : openDeletions(records)) {
        MASCLET_TRY_ASSIGN(const bool there, sets.exists(id.toUtf8() + ".json"));
        MASCLET_TRY_ASSIGN(const bool unfinished, sets.exists(prefix() + id.toUtf8() + ".json"));
        if (!unfinished)
            MASCLET_TRY(journal.append(lock,
                                       there ? QStringLiteral("delete-abandoned") : QStringLiteral("deleted"),
                                       recordOf(id, lock)));
    }
    return {};
}

} // namespace

Result<> deleteSet(const Directory &root, const RepositoryLock &lock, Journal &journal,
                   const Manifest &manifest, const QString &reason)
{
    QJsonArray files;
    for (const ManifestFile &file : manifest.files)
        files.append(QJsonObject{{QStringLiteral("path"), QString::fromUtf8(file.path)},
                                 {QStringLiteral("storedSize"), file.storedSize},
                                 {QStringLiteral("storedSha256"), QString::fromLatin1(file.storedSha256)}});
    QJsonObject record = recordOf(manifest.setId, lock);
    record.insert(QStringLiteral("sequence"), manifest.sequence);
    record.insert(QStringLiteral("profileId"), manifest.profileId);
    record.insert(QStringLiteral("reason"), reason);
    record.insert(QStringLiteral("files"), files);
    MASCLET_TRY(journal.append(lock, QStringLiteral("delete"), record));

    const QByteArray name = manifest.setId.toLatin1() + ".json";
    MASCLET_TRY_ASSIGN(const Directory sets, root.openChild("sets"));
    MASCLET_TRY(sets.renameNoReplace(name, sets, prefix() + name));
    MASCLET_TRY(sets.sync());
    return finishDeletion(root, lock, journal, manifest);
}

Result<> finishDeletions(const Directory &root, const QString &repositoryId, const RepositoryLock &lock,
                         Journal &journal, QStringList &lines)
{
    MASCLET_TRY_ASSIGN(const Directory sets, root.openOrMakeChild("sets"));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, sets.entries());
    for (const Directory::Entry &entry : entries) {
        if (!entry.name.startsWith(prefix()))
            continue;
        MASCLET_TRY_ASSIGN(const QByteArray text, sets.readFile(entry.name, maximumManifest));
        const Result<Manifest> manifest = Manifest::parse(text);
        if (!manifest || manifest->repositoryId != repositoryId ||
            entry.name != prefix() + manifest->setId.toLatin1() + ".json") {
            lines << Tr::tr("The deletion of %1 cannot be finished: its manifest is damaged.")
                         .arg(oneLine(entry.name));
            continue;
        }
        MASCLET_TRY(finishDeletion(root, lock, journal, *manifest));
        lines << Tr::tr("The deletion of %1, which a dead run had begun, was finished.").arg(manifest->setId);
    }
    return closeRecords(sets, lock, journal);
}

} // namespace masclet
