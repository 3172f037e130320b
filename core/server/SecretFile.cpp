#include "core/server/SecretFile.h"

#include "core/base/Directory.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SecretSources)
};

constexpr qint64 largestSecret = 64 * 1024;
constexpr mode_t others = 077;

} // namespace

Result<Secret> readSecretFile(const QString &path, const QString &what)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return fail(ErrorKind::Credentials,
                    Tr::tr("The file with %1, %2, is missing.").arg(what, oneLine(path)));
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(QFileInfo(real).path()));
    MASCLET_TRY_ASSIGN(QByteArray content,
                       folder.readFile(QFile::encodeName(QFileInfo(real).fileName()), largestSecret));
    if (content.endsWith('\n'))
        content.chop(content.endsWith("\r\n") ? 2 : 1);
    return Secret::take(content);
}

Result<> checkPrivate(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) == 0 && (info.st_mode & others) != 0)
        return fail(ErrorKind::Credentials, Tr::tr("Others may read the file %1.").arg(oneLine(path)),
                    Tr::tr("chmod 600 %1").arg(oneLine(path)));
    return {};
}

} // namespace masclet
