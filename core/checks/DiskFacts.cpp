#include "core/checks/DiskFacts.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

#include <sys/stat.h>
#include <sys/statvfs.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

} // namespace

Result<DiskFacts> diskFacts(const Directory &repository)
{
    struct statvfs space = {};
    if (::fstatvfs(repository.fd(), &space) != 0)
        return fail(systemError(ErrorKind::Storage,
                                Tr::tr("Cannot ask for the free space of %1").arg(oneLine(repository.path())),
                                errno));
    DiskFacts facts;
    facts.totalBytes = qint64(space.f_blocks) * qint64(space.f_frsize);
    facts.freeBytes = qint64(space.f_bavail) * qint64(space.f_frsize);
    return facts;
}

DataPlace dataPlaceOf(const Directory &repository, const QString &dataFolder)
{
    struct stat here = {};
    struct stat data = {};
    if (dataFolder.isEmpty() || ::fstat(repository.fd(), &here) != 0 ||
        ::stat(QFile::encodeName(dataFolder).constData(), &data) != 0)
        return DataPlace::Unknown;
    return here.st_dev == data.st_dev ? DataPlace::SameDisk : DataPlace::OtherDisk;
}

} // namespace masclet
