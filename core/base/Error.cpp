#include "core/base/Error.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Error)
};

QString hintFor(int errnoValue)
{
    switch (errnoValue) {
    case ENOSPC:
        return Tr::tr("The disk is full. Free space there, or choose another place.");
    case EDQUOT:
        return Tr::tr("The disk quota of this user is used up.");
    case EROFS:
        return Tr::tr("The file system is mounted read-only.");
    case EACCES:
    case EPERM:
        return Tr::tr("This user may not do that there. Check owner and permissions.");
    case EIO:
        return Tr::tr("The disk reported an error. Do not trust it before it has been checked.");
    case ELOOP:
        return Tr::tr("A symbolic link stands where a plain file or folder must be. Links are not followed.");
    default:
        return {};
    }
}

} // namespace

Error &&Error::during(const QString &what) &&
{
    context << what;
    return std::move(*this);
}

Error &&Error::as(ErrorKind other) &&
{
    kind = other;
    return std::move(*this);
}

Error systemError(ErrorKind kind, const QString &what, int errnoValue)
{
    return Error{kind,
                 what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errnoValue)),
                 hintFor(errnoValue),
                 QStringLiteral("errno %1").arg(errnoValue),
                 {}};
}

Error withCause(Error error, const Error *cause)
{
    if (cause)
        error.detail = QStringList{error.detail, cause->message, cause->detail}.join(QChar(u'\n')).trimmed();
    return error;
}

} // namespace masclet
