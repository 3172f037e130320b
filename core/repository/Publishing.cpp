#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/repository/Repository.h"

#include <QCoreApplication>

#include <algorithm>

// How a set comes to be: named and staged, then published with the manifest last (design section 4).

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

/// Whether any file of the repository begins with the set's name; a file somebody put there counts as well
/// (fault S11).
Result<bool> isTaken(const Directory &root, const QString &setId)
{
    const QByteArray prefix = setId.toLatin1() + '.';
    const auto holds = [&](const Directory &folder) -> Result<bool> {
        MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
        return std::any_of(entries.begin(), entries.end(),
                           [&](const Directory::Entry &entry) { return entry.name.startsWith(prefix); });
    };
    for (const char *name : {"sets", "db", "config", "logs", "state"}) {
        MASCLET_TRY_ASSIGN(const bool there, root.exists(name));
        if (!there)
            continue;
        MASCLET_TRY_ASSIGN(const Directory folder, root.openChild(name));
        MASCLET_TRY_ASSIGN(bool taken, holds(folder));
        MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
        for (const Directory::Entry &entry : entries) {
            if (taken)
                return true;
            // The folders of dated sets; not those of dumps.
            if (entry.type != Directory::Type::Directory || entry.name.contains('.'))
                continue;
            MASCLET_TRY_ASSIGN(const Directory dated, folder.openChild(entry.name));
            MASCLET_TRY_ASSIGN(taken, holds(dated));
        }
        if (taken)
            return true;
    }
    return false;
}

/// Whether what was staged is what the manifest lists, by kind and size.
Result<bool> isStaged(const Directory &directory, const QByteArray &name, const ManifestFile &listed)
{
    MASCLET_TRY_ASSIGN(const Directory::Entry entry, directory.stat(name));
    if (listed.members.isEmpty())
        return entry.type == Directory::Type::File && entry.size == listed.storedSize;
    MASCLET_TRY_ASSIGN(const Directory folder, directory.openChild(name));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
    return std::equal(entries.begin(), entries.end(), listed.members.begin(), listed.members.end(),
                      [](const Directory::Entry &there, const DumpMember &member) {
                          return there.type == Directory::Type::File && there.name == member.name &&
                                 there.size == member.size;
                      });
}

Result<> checkStaged(const StagedRun &staged, const Manifest &manifest)
{
    const Manifest &planned = staged.manifest();
    if (manifest.setId != planned.setId || manifest.repositoryId != planned.repositoryId ||
        manifest.runId != planned.runId || manifest.sequence != planned.sequence ||
        manifest.files.size() != staged.files().size())
        return fail(ErrorKind::Internal, Tr::tr("The manifest is not the one of the staged set."));
    for (const StagedFile &file : staged.files()) {
        const auto listed = std::find_if(manifest.files.begin(), manifest.files.end(),
                                         [&](const ManifestFile &item) { return item.path == file.path; });
        bool there = false;
        if (listed != manifest.files.end()) {
            MASCLET_TRY_ASSIGN(there, isStaged(staged.directory(), file.name, *listed));
        }
        if (!there)
            return fail(
                ErrorKind::Verification,
                Tr::tr("What was staged as %1 is not what the manifest says.").arg(oneLine(file.path)));
    }
    return {};
}

/// For `sha256sum -c` from the repository's root.
QByteArray checksums(const Manifest &manifest, const QByteArray &manifestText)
{
    QByteArray text;
    for (const ManifestFile &file : manifest.files) {
        for (const DumpMember &member : file.members)
            text += member.sha256 + "  " + file.path + '/' + member.name + '\n';
        if (file.members.isEmpty())
            text += file.storedSha256 + "  " + file.path + '\n';
    }
    return text + Sha256::hexOf(manifestText) + "  sets/" + manifest.setId.toLatin1() + ".json\n";
}

/// Writes the two files that describe the set and the plan; returns the plan, whose last entry is the
/// manifest.
Result<StagingPlan> writePlan(const StagedRun &staged, const Manifest &manifest)
{
    const Directory &directory = staged.directory();
    const QByteArray id = manifest.setId.toLatin1();
    const QByteArray text = manifest.serialize();
    StagingPlan plan{manifest.setId, manifest.runId, staged.files()};
    plan.files << StagedFile{"sets." + id + ".sha256", "sets/" + id + ".sha256"}
               << StagedFile{"sets." + id + ".json", "sets/" + id + ".json"};
    MASCLET_TRY(directory.writeFile(plan.files[plan.files.size() - 2].name, checksums(manifest, text)));
    MASCLET_TRY(directory.writeFile(plan.files.last().name, text));
    // What cannot be read back must not become a set.
    MASCLET_TRY_ASSIGN(const QByteArray written, directory.readFile(plan.files.last().name, text.size()));
    const Result<Manifest> read = Manifest::parse(written);
    if (!read || written != text)
        return fail(ErrorKind::Internal, Tr::tr("The manifest that was written cannot be read back."), {},
                    read ? QString() : read.error().message);
    MASCLET_TRY(directory.writeFile("plan.json", plan.serialize()));
    return plan;
}

class Publisher
{
public:
    Publisher(const Directory &root, const Directory &staging, const StagingPlan &plan)
        : m_root(root)
        , m_staging(staging)
        , m_plan(plan)
    {
    }

    Result<> run()
    {
        MASCLET_TRY(sync(m_staging));
        for (const StagedFile &file : m_plan.files) {
            // Everything else must be on the disk before the manifest says that it is.
            if (&file == &m_plan.files.last())
                MASCLET_TRY(syncFolders());
            MASCLET_TRY_ASSIGN(const Directory folder, makeFolderOf(file.path));
            MASCLET_TRY_ASSIGN(const Directory::Renamed renamed,
                               m_staging.renameNoReplace(file.name, folder, fileNameOf(file.path)));
            if (renamed != Directory::Renamed::Atomic)
                warn(Tr::tr("The file system cannot rename without replacing in one step."));
        }
        MASCLET_TRY(syncFolders());
        // Where a rename is a link and an unlink, a manifest still staged after a power failure would look
        // like a set that was never finished.
        return sync(m_staging);
    }

    QStringList takeWarnings() { return std::move(m_warnings); }

private:
    void warn(const QString &text)
    {
        if (!m_warnings.contains(text))
            m_warnings << text;
    }

    Result<> sync(const Directory &folder)
    {
        MASCLET_TRY_ASSIGN(const Directory::Synced synced, folder.sync());
        if (synced != Directory::Synced::Yes)
            warn(Tr::tr("The file system cannot sync folders; a power failure now may lose this set."));
        return {};
    }

    Result<Directory> makeFolderOf(const QByteArray &path) const
    {
        const QList<QByteArray> parts = path.split('/');
        MASCLET_TRY_ASSIGN(Directory folder, m_root.openOrMakeChild(parts.first()));
        for (qsizetype at = 1; at + 1 < parts.size(); ++at) {
            MASCLET_TRY_ASSIGN(folder, folder.openOrMakeChild(parts[at]));
        }
        return folder;
    }

    /// Each folder a file went to, and those above it, since they may be new.
    Result<> syncFolders()
    {
        for (const StagedFile &file : m_plan.files) {
            const QList<QByteArray> parts = file.path.split('/');
            MASCLET_TRY_ASSIGN(Directory folder, m_root.openOrMakeChild(parts.first()));
            MASCLET_TRY(sync(folder));
            for (qsizetype at = 1; at + 1 < parts.size(); ++at) {
                MASCLET_TRY_ASSIGN(folder, folder.openOrMakeChild(parts[at]));
                MASCLET_TRY(sync(folder));
            }
        }
        return sync(m_root);
    }

    const Directory &m_root;
    const Directory &m_staging;
    const StagingPlan &m_plan;
    QStringList m_warnings;
};

} // namespace

Result<StagedRun> Repository::stage(const RepositoryLock &, const StageRequest &request) const
{
    if (!request.zone.isValid() || !isRunId(request.runId))
        return fail(ErrorKind::Internal, Tr::tr("A set needs a run and a time zone."));
    MASCLET_TRY_ASSIGN(const QList<StoredSet> known, sets());
    Manifest manifest;
    for (const StoredSet &set : known) {
        manifest.sequence = std::max(manifest.sequence, set.sequence);
        if (manifest.parent.isEmpty() && set.readable && set.profileId == request.profileId)
            manifest.parent = set.id;
    }
    // Sets that are gone keep their name and number. A journal that cannot be read stops no backup (X05).
    const Result<TakenSets> taken = m_journal.takenSets(request.profile);
    if (taken)
        manifest.sequence = std::max(manifest.sequence, taken->sequence);
    ++manifest.sequence;

    manifest.started = m_clock->now();
    const QString base = request.profile + QChar(u'_') +
                         manifest.started.toTimeZone(request.zone).toString(QStringLiteral("yyyyMMdd"));
    manifest.setId = base;
    for (int number = 2;; ++number) {
        if (!isSetId(manifest.setId))
            return fail(ErrorKind::Config,
                        Tr::tr("The profile's name cannot name a set: %1").arg(oneLine(base)));
        MASCLET_TRY_ASSIGN(const bool isThere, isTaken(*m_root, manifest.setId));
        if (!isThere && !(taken && taken->ids.contains(manifest.setId)))
            break;
        manifest.setId = base + QChar(u'-') + QString::number(number);
    }
    manifest.repositoryId = m_id;
    manifest.profile = request.profile;
    manifest.profileId = request.profileId;
    manifest.runId = request.runId;
    manifest.zone = QString::fromUtf8(request.zone.id());
    MASCLET_TRY_ASSIGN(Directory parent, m_root->openOrMakeChild(".staging"));
    MASCLET_TRY_ASSIGN(Directory directory, parent.makeChild(request.runId.toLatin1()));
    return StagedRun(std::move(parent), std::move(directory), std::move(manifest), request.layout);
}

Result<PublishReport> Repository::publish(const RepositoryLock &, StagedRun staged,
                                          const Manifest &manifest) const
{
    MASCLET_TRY(checkStaged(staged, manifest));
    MASCLET_TRY(checkStillThere(*m_root));
    MASCLET_TRY_ASSIGN(const StagingPlan plan, writePlan(staged, manifest));
    Publisher publisher(*m_root, staged.directory(), plan);
    if (Result<> published = publisher.run(); !published) {
        // Where undoing fails as well, the staged plan must stay for the next run's recovery.
        if (!undoPublishing(*m_root, staged.directory(), plan))
            staged.leaveForRecovery();
        return fail(std::move(published).error().during(Tr::tr("publishing %1").arg(manifest.setId)));
    }
    return PublishReport{publisher.takeWarnings()};
}

} // namespace masclet
