#include "core/restore/NewFolder.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(NewFolder)
};
} // namespace

NewFolder::NewFolder(Directory target, QByteArray stagingName)
    : m_target(std::move(target))
    , m_stagingName(std::move(stagingName))
{
}

Result<NewFolder> NewFolder::create(const QString &path, const QByteArray &tag)
{
    const QByteArray stagingName = ".unfinished-" + tag;
    if (QFileInfo::exists(path)) {
        MASCLET_TRY_ASSIGN(Directory found, Directory::open(path));
        MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, found.entries());
        if (!entries.isEmpty())
            return fail(ErrorKind::Usage, Tr::tr("The folder %1 is not empty.").arg(oneLine(path)),
                        Tr::tr("Nothing was touched. Name another folder, or one that is not there yet."));
        NewFolder folder(std::move(found), stagingName);
        MASCLET_TRY_ASSIGN(folder.m_staging, folder.m_target->makeChild(stagingName));
        return folder;
    }
    const QFileInfo info(path);
    MASCLET_TRY_ASSIGN(Directory parent, Directory::open(info.path()));
    const QByteArray name = QFile::encodeName(info.fileName());
    MASCLET_TRY_ASSIGN(Directory made, parent.makeChild(name));
    NewFolder folder(std::move(made), stagingName);
    folder.m_parent = std::move(parent);
    folder.m_name = name;
    MASCLET_TRY_ASSIGN(folder.m_staging, folder.m_target->makeChild(stagingName));
    return folder;
}

NewFolder::~NewFolder()
{
    if (!m_staging)
        return; // committed, moved away, or never made
    const Result<> emptied = m_target->removeTree(m_stagingName);
    if (m_parent && emptied) {
        const Result<> removed = m_parent->removeEmptyChild(m_name);
        Q_UNUSED(removed)
    }
}

Result<> NewFolder::commit()
{
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, m_staging->entries());
    for (const Directory::Entry &entry : entries)
        MASCLET_TRY(m_staging->renameNoReplace(entry.name, *m_target, entry.name));
    MASCLET_TRY(m_target->removeEmptyChild(m_stagingName));
    m_staging.reset();
    MASCLET_TRY(m_target->sync());
    return {};
}

} // namespace masclet
