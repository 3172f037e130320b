#pragma once

#include "core/base/Directory.h"
#include "core/repository/Manifest.h"

#include <QList>

namespace masclet
{

enum class Layout {
    Flat,  ///< <kind>/<set id>.…
    Dated, ///< <kind>/<YYYYMMDD>/<set id>.…; manifests stay in sets/ in both layouts
};
Result<Layout> layoutFromName(const QString &name);

/// Where one file of a set is written and where it will be.
struct StagedFile {
    QByteArray name; ///< in StagedRun::directory()
    QByteArray path; ///< relative to the repository's root: ManifestFile::path
};

/// What publishing has moved or will move, written as plan.json before the first rename, so that the next run
/// can undo a half-done one. Only names that carry the set's id are accepted when it is read back.
struct StagingPlan {
    QString setId;
    QString runId;
    QList<StagedFile> files; ///< the checksum file and the manifest come last, in this order

    QByteArray serialize() const;
    static Result<StagingPlan> parse(const QByteArray &text);
};

/// The folder a run writes its set into, and the set's name and place in the order. Going out of scope
/// unpublished removes everything. Move only; one thread at a time.
class StagedRun
{
public:
    StagedRun(StagedRun &&) noexcept = default;
    StagedRun &operator=(StagedRun &&) noexcept = delete;
    ~StagedRun();

    const Directory &directory() const { return m_directory; }
    /// Names a file of the set; create it with DurableFile in directory(). `suffix` is ".sql.gz".
    StagedFile addFile(const QString &kind, const QByteArray &suffix);
    /// With the ids, sequence, parent, zone and start time filled in.
    const Manifest &manifest() const { return m_manifest; }
    const QList<StagedFile> &files() const { return m_files; }

private:
    friend class Repository;
    StagedRun(Directory parent, Directory directory, Manifest manifest, Layout layout);
    void leaveForRecovery() { m_keep = true; }

    Directory m_parent; ///< .staging
    Directory m_directory;
    Manifest m_manifest;
    Layout m_layout;
    QList<StagedFile> m_files;
    bool m_keep = false;
};

/// Removes from their final places what `plan` had moved there; what is still staged was not moved, and what
/// stands at its place is not ours. Shared by a publishing that failed and by the recovery of one that died.
Result<> undoPublishing(const Directory &root, const Directory &staging, const StagingPlan &plan);

/// Storage when the path now leads to another folder than the one held open: replaced or unmounted (S06,
/// S13).
Result<> checkStillThere(const Directory &root);

/// The folder of a relative path, opened step by step without following links.
Result<Directory> openFolderOf(const Directory &root, const QByteArray &path);
QByteArray fileNameOf(const QByteArray &path);

} // namespace masclet
