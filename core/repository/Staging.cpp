#include "core/repository/Staging.h"

#include "core/base/JsonFields.h"
#include "core/repository/RunRecord.h"
#include "core/repository/SealedJson.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

/// A plan may only name places that belong to its set.
bool isPlaceOf(const QByteArray &path, const QString &setId)
{
    const QList<QByteArray> parts = path.split('/');
    const QByteArray prefix = setId.toLatin1() + '.';
    return (parts.size() == 2 || parts.size() == 3) &&
           (parts.first() == "sets" || isKind(QString::fromLatin1(parts.first()))) &&
           std::all_of(parts.begin(), parts.end(), isPlainName) && parts.last().startsWith(prefix);
}

} // namespace

Result<Layout> layoutFromName(const QString &name)
{
    if (name == QLatin1String("flat"))
        return Layout::Flat;
    if (name == QLatin1String("dated"))
        return Layout::Dated;
    return fail(ErrorKind::Config, Tr::tr("The layout of a repository is flat or dated."));
}

QByteArray fileNameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

Result<Directory> openFolderOf(const Directory &root, const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    MASCLET_TRY_ASSIGN(Directory folder, root.openChild(parts.first()));
    for (qsizetype at = 1; at + 1 < parts.size(); ++at) {
        MASCLET_TRY_ASSIGN(folder, folder.openChild(parts[at]));
    }
    return folder;
}

QByteArray StagingPlan::serialize() const
{
    QJsonArray list;
    for (const StagedFile &file : files)
        list.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(file.name)},
                                {QStringLiteral("path"), QString::fromLatin1(file.path)}});
    return seal({{QStringLiteral("format"), 1},
                 {QStringLiteral("setId"), setId},
                 {QStringLiteral("runId"), runId},
                 {QStringLiteral("files"), list}});
}

Result<StagingPlan> StagingPlan::parse(const QByteArray &text)
{
    MASCLET_TRY_ASSIGN(const QJsonObject object, unseal(text, ErrorKind::Storage));
    JsonFields fields(object, Tr::tr("Publishing plan"), ErrorKind::Storage);
    StagingPlan plan;
    fields.integer("format", 1, 1);
    plan.setId = fields.word("setId");
    plan.runId = fields.word("runId");
    if (!isSetId(plan.setId) || !isRunId(plan.runId))
        fields.refuse("setId");
    for (const QJsonValue &value : fields.array("files")) {
        JsonFields item(value.toObject(), Tr::tr("Publishing plan"), ErrorKind::Storage);
        const StagedFile file{item.word("name").toLatin1(), item.word("path").toLatin1()};
        MASCLET_TRY(item.finish());
        if (!isPlainName(file.name) || !isPlaceOf(file.path, plan.setId))
            fields.refuse("files");
        plan.files << file;
    }
    MASCLET_TRY(fields.finish());
    return plan;
}

StagedRun::StagedRun(Directory parent, Directory directory, Manifest manifest, Layout layout)
    : m_parent(std::move(parent))
    , m_directory(std::move(directory))
    , m_manifest(std::move(manifest))
    , m_layout(layout)
{
}

StagedRun::~StagedRun()
{
    // A failure leaves it to the next run's recovery.
    if (m_parent.fd() >= 0 && !m_keep) {
        const Result<> removed = m_parent.removeTree(m_manifest.runId.toLatin1());
        Q_UNUSED(removed)
    }
}

StagedFile StagedRun::addFile(const QString &kind, const QByteArray &suffix)
{
    const QByteArray name = m_manifest.setId.toLatin1() + suffix;
    const QByteArray folder =
        m_layout == Layout::Flat
            ? kind.toLatin1()
            : kind.toLatin1() + '/' + m_manifest.setId.mid(m_manifest.profile.size() + 1, 8).toLatin1();
    m_files << StagedFile{kind.toLatin1() + '.' + name, folder + '/' + name};
    return m_files.last();
}

Result<> undoPublishing(const Directory &root, const Directory &staging, const StagingPlan &plan)
{
    // The manifest goes first: what is listed is never half there.
    for (auto file = plan.files.crbegin(); file != plan.files.crend(); ++file) {
        const Result<Directory> folder = openFolderOf(root, file->path);
        if (!folder) // never made
            continue;
        const QByteArray name = fileNameOf(file->path);
        MASCLET_TRY_ASSIGN(const bool placed, folder->exists(name));
        MASCLET_TRY_ASSIGN(const bool staged, staging.exists(file->name));
        if (!placed)
            continue;
        if (staged) {
            // Both names: somebody else's file stands there, or the rename was done in two steps and stopped
            // between them (see Directory::renameNoReplace).
            MASCLET_TRY_ASSIGN(const Directory::Entry here, staging.stat(file->name));
            MASCLET_TRY_ASSIGN(const Directory::Entry there, folder->stat(name));
            if (here.type == Directory::Type::Directory) {
                // Of a folder the first step is an empty one; anybody else's stays.
                const Result<> removed = folder->removeEmptyChild(name);
                Q_UNUSED(removed)
                continue;
            }
            const bool linked = here.inode == there.inode && here.device == there.device;
            const bool placeholder = there.type == Directory::Type::File && there.size == 0 && here.size != 0;
            if (!linked && !placeholder)
                continue;
        }
        MASCLET_TRY(folder->removeTree(name));
        MASCLET_TRY(folder->sync());
    }
    return {};
}

} // namespace masclet
