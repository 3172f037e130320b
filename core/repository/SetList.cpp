#include "core/base/Text.h"
#include "core/repository/Repository.h"

#include <QCoreApplication>

#include <algorithm>

// What sets there are: read from the manifests every time, never from the catalog.

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

/// As parseJsonObject allows.
constexpr qint64 maximumManifest = 256LL * 1024 * 1024;

void fillHead(StoredSet &set, const Manifest &manifest)
{
    set.readable = true;
    set.profile = manifest.profile;
    set.profileId = manifest.profileId;
    set.sequence = manifest.sequence;
    set.parent = manifest.parent;
    set.runId = manifest.runId;
    set.trigger = manifest.trigger;
    set.reason = manifest.reason;
    set.author = manifest.author;
    set.started = manifest.started;
    set.finished = manifest.finished;
    set.zone = manifest.zone;
    set.durationMs = manifest.durationMs;
    set.storedBytes = manifest.storedBytes();
    set.rawBytes = manifest.rawBytes();
    set.rows = manifest.rows();
    set.tables = manifest.tables.size();
    set.contentHash = manifest.contentHash;
    set.systemIdentifier = QString::fromLatin1(manifest.database.systemIdentifier);
    set.warnings = manifest.warnings;
    for (const ManifestFile &file : manifest.files)
        set.files << StoredSet::File{file.path, file.kind, file.role, file.storedSize, file.rawSize};
}

QString problemWith(const Directory &folder, const QByteArray &name, qint64 size, const QString &path)
{
    const Result<Directory::Entry> entry = folder.stat(name);
    if (!entry)
        return Tr::tr("%1 is missing.").arg(path);
    if (entry->type != Directory::Type::File)
        return Tr::tr("%1 is not a plain file.").arg(path);
    if (entry->size != size)
        return Tr::tr("%1 has %2 bytes, the manifest says %3.").arg(path).arg(entry->size).arg(size);
    return {};
}

/// Level 1 of verification: each file is there, plain, and as long as it was.
QString problemWithFiles(const Directory &root, const QList<ManifestFile> &files)
{
    for (const ManifestFile &file : files) {
        const QString path = oneLine(file.path);
        Result<Directory> folder = openFolderOf(root, file.path);
        if (folder && !file.members.isEmpty())
            folder = folder->openChild(fileNameOf(file.path));
        if (!folder)
            return Tr::tr("%1 is missing.").arg(path);
        QString problem;
        for (const DumpMember &member : file.members) {
            if (problem.isEmpty())
                problem = problemWith(*folder, member.name, member.size, path + u'/' + oneLine(member.name));
        }
        if (file.members.isEmpty())
            problem = problemWith(*folder, fileNameOf(file.path), file.storedSize, path);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace

qint64 StoredSet::databaseBytes() const
{
    qint64 sum = 0;
    for (const File &file : files)
        sum += file.kind == QLatin1String("db") ? file.storedSize : 0;
    return sum;
}

QStringList StoredSet::kinds() const
{
    QStringList list;
    for (const File &file : files)
        list << file.kind;
    list.removeDuplicates();
    return list;
}

Result<Manifest> Repository::manifest(const QString &setId) const
{
    MASCLET_TRY_ASSIGN(const Directory sets, m_root->openChild("sets"));
    const QByteArray name = setId.toUtf8() + ".json";
    const Result<bool> there = sets.exists(name);
    if (!isSetId(setId) || !there || !*there)
        return fail(ErrorKind::Usage, Tr::tr("There is no set %1.").arg(oneLine(setId)));
    MASCLET_TRY_ASSIGN(const QByteArray text, sets.readFile(name, maximumManifest));
    MASCLET_TRY_ASSIGN(Manifest manifest, Manifest::parse(text));
    if (manifest.setId != setId)
        return fail(ErrorKind::Verification,
                    Tr::tr("The manifest under this name is that of %1.").arg(manifest.setId));
    if (manifest.repositoryId != m_id)
        return fail(ErrorKind::Verification, Tr::tr("The set belongs to another repository."));
    return manifest;
}

Result<StoredSet> Repository::set(const QString &setId) const
{
    StoredSet set;
    set.id = setId;
    const Result<Manifest> manifest = this->manifest(setId);
    if (!manifest && manifest.error().kind == ErrorKind::Usage)
        return fail(manifest.error());
    const Result<EvidenceFile> evidence = this->evidence(setId);
    if (evidence) {
        set.evidence = summarize(evidence->records);
        set.evidence.unreadable = evidence->unreadable;
    } else {
        set.evidence.unreadable = 1;
    }
    set.state = set.evidence.state();
    if (manifest) {
        fillHead(set, *manifest);
        set.problem = problemWithFiles(*m_root, manifest->files);
    } else {
        set.problem = manifest.error().message;
    }
    if (!set.problem.isEmpty())
        set.state = SetState::Damaged;
    else if (set.state == SetState::Damaged)
        set.problem = set.evidence.damage;
    return set;
}

Result<QList<StoredSet>> Repository::sets() const
{
    MASCLET_TRY_ASSIGN(const Directory folder, m_root->openChild("sets"));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
    QList<StoredSet> list;
    for (const Directory::Entry &entry : entries) {
        const QString name = QString::fromUtf8(entry.name);
        if (!name.endsWith(QLatin1String(".json")) || !isSetId(name.chopped(5)))
            continue;
        Result<StoredSet> found = set(name.chopped(5));
        if (found)
            list << std::move(*found);
        else if (found.error().kind != ErrorKind::Usage) // deleted since the folder was read
            return fail(found.error());
    }
    std::sort(list.begin(), list.end(), [](const StoredSet &a, const StoredSet &b) {
        return a.sequence != b.sequence ? a.sequence > b.sequence : a.id < b.id;
    });
    return list;
}

} // namespace masclet
