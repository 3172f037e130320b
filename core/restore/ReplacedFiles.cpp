#include "core/restore/ReplacedFiles.h"

#include "core/base/Text.h"
#include "core/restore/FolderTrail.h"

#include <QCoreApplication>
#include <QFile>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ReplacedFiles)
};

tl::unexpected<Error> cannotKeep(const QByteArray &path, const QString &detail)
{
    return fail(ErrorKind::RestoreUntouched,
                Tr::tr("%1 would be replaced, and cannot be kept before.").arg(oneLine(path, 300)),
                Tr::tr("Nothing was replaced."), detail);
}

Result<> keep(TarWriter &tar, const Directory &folder, const QByteArray &path, JobContext &context)
{
    const QByteArray name = lastNameOf(path);
    MASCLET_TRY_ASSIGN(const Directory::Entry entry, folder.stat(name));
    TarCopy copied;
    if (entry.type == Directory::Type::Link) {
        MASCLET_TRY_ASSIGN(copied, tar.addLink(path, folder.fd(), name));
    } else {
        MASCLET_TRY_ASSIGN(const Fd file, folder.openFile(name));
        MASCLET_TRY_ASSIGN(copied, tar.addFile(path, file.get(), [&](qint64 bytes) {
            context.advance(bytes, oneLine(path, 300));
            return context.proceed();
        }));
    }
    if (copied.outcome == TarCopy::Outcome::Unreadable || copied.outcome == TarCopy::Outcome::LeadsOut)
        return cannotKeep(path, copied.problem);
    return {};
}

} // namespace

Result<FileArchive> keepReplaced(const Directory &root, const QList<QByteArray> &paths,
                                 const Directory &target, const QByteArray &fileName, JobContext &context)
{
    FolderTrail trail(root);
    const auto fill = [&](TarWriter &tar) -> Result<> {
        for (const QByteArray &path : paths) {
            MASCLET_TRY(context.proceed());
            MASCLET_TRY_ASSIGN(const Directory *const folder, trail.find(path));
            if (!folder)
                return cannotKeep(path, {});
            MASCLET_TRY(keep(tar, *folder, path, context));
        }
        return {};
    };
    return writeTarFile(fill, target, fileName, DumpCodec(), context.stopToken());
}

QString keptArchiveFolder(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/replaced");
}

QString keptArchivePath(const QString &stateFolder, const QString &runId)
{
    return keptArchiveFolder(stateFolder) + QChar(u'/') + runId + QStringLiteral(".tar.gz");
}

Result<> forgetKept(const QString &stateFolder, const QString &runId)
{
    const QString path = keptArchivePath(stateFolder, runId);
    if (QFile::exists(path) && !QFile::remove(path))
        return fail(ErrorKind::Storage, Tr::tr("%1 could not be removed.").arg(oneLine(path)));
    return {};
}

} // namespace masclet
