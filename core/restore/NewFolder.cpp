#include "core/restore/NewFolder.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(NewFolder)
};

QByteArray unfinishedName(const QByteArray &tag)
{
    return ".unfinished-" + tag;
}

/// Whole: only its content has to move up.
QByteArray finishedName(const QByteArray &tag)
{
    return ".finished-" + tag;
}

Result<> moveUp(const Directory &target, const QByteArray &name, const Directory &content)
{
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, content.entries());
    for (const Directory::Entry &entry : entries)
        MASCLET_TRY(content.renameNoReplace(entry.name, target, entry.name));
    MASCLET_TRY(target.removeEmptyChild(name));
    MASCLET_TRY(target.sync());
    return {};
}

} // namespace

NewFolder::NewFolder(Directory target, QByteArray tag)
    : m_target(std::move(target))
    , m_tag(std::move(tag))
{
}

Result<NewFolder> NewFolder::create(const QString &path, const QByteArray &tag)
{
    const QByteArray stagingName = unfinishedName(tag);
    if (QFileInfo::exists(path)) {
        MASCLET_TRY_ASSIGN(Directory found, Directory::open(path));
        MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, found.entries());
        if (!entries.isEmpty())
            return fail(ErrorKind::Usage, Tr::tr("The folder %1 is not empty.").arg(oneLine(path)),
                        Tr::tr("Nothing was touched. Name another folder, or one that is not there yet."));
        NewFolder folder(std::move(found), tag);
        MASCLET_TRY_ASSIGN(folder.m_staging, folder.m_target->makeChild(stagingName));
        return folder;
    }
    const QFileInfo info(path);
    MASCLET_TRY_ASSIGN(Directory parent, Directory::open(info.path()));
    const QByteArray name = QFile::encodeName(info.fileName());
    MASCLET_TRY_ASSIGN(Directory made, parent.makeChild(name));
    NewFolder folder(std::move(made), tag);
    folder.m_parent = std::move(parent);
    folder.m_name = name;
    MASCLET_TRY_ASSIGN(folder.m_staging, folder.m_target->makeChild(stagingName));
    return folder;
}

NewFolder::~NewFolder()
{
    if (!m_staging)
        return; // committed, moved away, or never made
    const Result<> emptied = m_target->removeTree(unfinishedName(m_tag));
    if (m_parent && emptied) {
        const Result<> removed = m_parent->removeEmptyChild(m_name);
        Q_UNUSED(removed)
    }
}

Result<> NewFolder::commit()
{
    MASCLET_TRY(m_target->renameNoReplace(unfinishedName(m_tag), *m_target, finishedName(m_tag)));
    const Directory content = *std::exchange(m_staging, std::nullopt);
    return moveUp(*m_target, finishedName(m_tag), content);
}

Result<> NewFolder::recover(const QString &path, bool folderWasThere, const QByteArray &tag)
{
    if (!QFileInfo::exists(path))
        return {};
    {
        MASCLET_TRY_ASSIGN(const Directory target, Directory::open(path));
        MASCLET_TRY(target.removeTree(unfinishedName(tag)));
        MASCLET_TRY_ASSIGN(const bool finished, target.exists(finishedName(tag)));
        if (finished) {
            MASCLET_TRY_ASSIGN(const Directory content, target.openChild(finishedName(tag)));
            return moveUp(target, finishedName(tag), content);
        }
    }
    if (folderWasThere)
        return {};
    const QFileInfo info(path);
    MASCLET_TRY_ASSIGN(const Directory parent, Directory::open(info.path()));
    // Not empty: the run died behind its commit, or somebody else uses it.
    static_cast<void>(parent.removeEmptyChild(QFile::encodeName(info.fileName())));
    return {};
}

} // namespace masclet
