#include "core/profile/ProfileStore.h"

#include "core/base/DurableFile.h"
#include "core/base/Hash.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

constexpr qint64 fileLimit = 1024 * 1024;
constexpr QLatin1String suffix(".toml");

/// Others than the owner may put another file in its place: the folder is world-writable and not sticky.
bool replaceableByOthers(const struct stat &folder)
{
    return (folder.st_mode & S_IWOTH) != 0 && (folder.st_mode & S_ISVTX) == 0;
}

Result<QByteArray> readAll(const Fd &fd, const QString &path)
{
    QFile file;
    if (!file.open(fd.get(), QIODevice::ReadOnly, QFileDevice::DontCloseHandle))
        return fail(ErrorKind::Config, Tr::tr("Cannot read %1.").arg(oneLine(path)), {}, file.errorString());
    const QByteArray text = file.read(fileLimit + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Config, Tr::tr("Cannot read %1.").arg(oneLine(path)), {}, file.errorString());
    if (text.size() > fileLimit)
        return fail(ErrorKind::Config, Tr::tr("%1 is too large for a profile.").arg(oneLine(path)));
    return text;
}

/// Root's profiles are not for everybody's eyes; whoever may not see them has own ones.
bool isClosedToUs(const QString &folder)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(folder).constData(), R_OK | X_OK, AT_EACCESS) != 0 &&
           errno == EACCES;
}

QStringList namesOf(const QList<ProfileStore::Entry> &entries)
{
    QStringList names;
    for (const ProfileStore::Entry &entry : entries)
        names << entry.name;
    return names;
}

/// A profile that cannot be read again would end every backup.
Result<QByteArray> readableText(const StoredProfile &stored, const QString &place)
{
    const QByteArray text = profileText(stored);
    MASCLET_TRY(parseProfile(text, place));
    return text;
}

} // namespace

bool isProfileName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("\\A(?!.*_[0-9]{8}\\z)[a-z0-9][a-z0-9_-]{0,47}\\z"));
    return form.match(name).hasMatch();
}

ProfileStore::ProfileStore(ProfileLocations locations, uid_t user)
    : m_locations(std::move(locations))
    , m_user(user)
{
}

Result<QList<ProfileStore::Entry>> ProfileStore::list() const
{
    QMap<QString, Entry> found;
    for (const QString &path : {m_locations.systemFolder, m_locations.userFolder}) {
        if (path.isEmpty() || !QFileInfo::exists(path))
            continue;
        if (path == m_locations.systemFolder && isClosedToUs(path))
            continue;
        auto folder = Directory::open(path);
        if (!folder)
            return fail(std::move(folder).error().as(ErrorKind::Config));
        auto entries = folder->entries();
        if (!entries)
            return fail(std::move(entries).error().as(ErrorKind::Config));
        for (const Directory::Entry &entry : *entries) {
            const QString file = QFile::decodeName(entry.name);
            if (!file.endsWith(suffix) || !isProfileName(file.chopped(suffix.size())))
                continue;
            const QString name = file.chopped(suffix.size());
            found.insert(name, Entry{name, path + QChar(u'/') + file});
        }
    }
    return found.values();
}

Result<StoredProfile> ProfileStore::load(const QString &nameOrPath) const
{
    MASCLET_TRY_ASSIGN(const QList<Entry> entries, list());
    const bool byPath = nameOrPath.contains(QChar(u'/')) || nameOrPath.endsWith(suffix);
    const QString path = byPath ? QFileInfo(nameOrPath).absoluteFilePath() : QString();
    for (const Entry &entry : entries) {
        if (byPath ? entry.path == path : entry.name == nameOrPath) {
            MASCLET_TRY_ASSIGN(StoredProfile stored, loadFile(entry.path));
            stored.profile.reference = entry.name;
            return stored;
        }
    }
    if (byPath) {
        MASCLET_TRY_ASSIGN(StoredProfile stored, loadFile(path));
        stored.profile.reference = path;
        return stored;
    }
    return fail(ErrorKind::Config, Tr::tr("There is no profile \"%1\".").arg(oneLine(nameOrPath, 100)),
                entries.isEmpty()
                    ? Tr::tr("There is none yet. \"masclet-backup init\" makes one.")
                    : Tr::tr("Known profiles: %1").arg(namesOf(entries).join(QStringLiteral(", "))));
}

Result<StoredProfile> ProfileStore::loadOnly() const
{
    MASCLET_TRY_ASSIGN(const QList<Entry> entries, list());
    if (entries.size() == 1)
        return loadFile(entries.first().path);
    if (entries.isEmpty())
        return fail(ErrorKind::Config, Tr::tr("There is no profile yet."),
                    Tr::tr("\"masclet-backup init\" makes one."));
    return fail(
        ErrorKind::Usage, Tr::tr("There are several profiles."),
        Tr::tr("Name one of them with --profile: %1").arg(namesOf(entries).join(QStringLiteral(", "))));
}

Result<QByteArray> ProfileStore::readFile(const Directory &folder, const QByteArray &name) const
{
    const QString path = folder.path() + QChar(u'/') + QFile::decodeName(name);
    struct stat folderInfo = {};
    struct stat info = {};
    auto fd = folder.openFile(name);
    if (!fd)
        return fail(std::move(fd).error().as(ErrorKind::Config));
    if (::fstat(folder.fd(), &folderInfo) != 0 || ::fstat(fd->get(), &info) != 0)
        return fail(systemError(ErrorKind::Config, Tr::tr("Cannot look at %1").arg(oneLine(path)), errno));
    if (info.st_uid != m_user && info.st_uid != 0)
        return fail(ErrorKind::Config, Tr::tr("%1 belongs to another user.").arg(oneLine(path)),
                    Tr::tr("A profile names programs to run. Make it yours with chown."));
    if ((info.st_mode & S_IWOTH) != 0 || replaceableByOthers(folderInfo))
        return fail(ErrorKind::Config, Tr::tr("%1 can be changed by every user.").arg(oneLine(path)),
                    Tr::tr("A profile names programs to run. Protect file and folder with chmod o-w."));
    return readAll(*fd, path);
}

Result<StoredProfile> ProfileStore::loadFile(const QString &path) const
{
    const QFileInfo info(path);
    const QString name = info.fileName().chopped(info.fileName().endsWith(suffix) ? suffix.size() : 0);
    if (!isProfileName(name))
        return fail(ErrorKind::Config,
                    Tr::tr("\"%1\" cannot be the name of a profile.").arg(oneLine(name, 100)),
                    Tr::tr("Use up to 48 of a-z, 0-9, _ and -, not ending in _ and eight digits."));
    auto folder = Directory::open(info.path());
    if (!folder)
        return fail(std::move(folder).error().as(ErrorKind::Config));
    MASCLET_TRY_ASSIGN(const QByteArray text, readFile(*folder, QFile::encodeName(info.fileName())));
    MASCLET_TRY_ASSIGN(StoredProfile stored, parseProfile(text, path));
    stored.profile.name = name;
    stored.profile.path = path;
    return stored;
}

QString ProfileStore::newPath(const QString &name) const
{
    return m_locations.writeFolder() + QChar(u'/') + name + suffix;
}

Result<> ProfileStore::create(const StoredProfile &stored) const
{
    const QByteArray name = QFile::encodeName(stored.profile.name + suffix);
    const QByteArray temporary = "." + name + "." + randomHex(6);
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::openOrMake(m_locations.writeFolder()));
    MASCLET_TRY_ASSIGN(const bool there, folder.exists(name));
    if (there)
        return fail(ErrorKind::Config, Tr::tr("The profile \"%1\" exists already.").arg(stored.profile.name),
                    Tr::tr("\"masclet-backup profile set\" changes it."));
    MASCLET_TRY_ASSIGN(const QByteArray text, readableText(stored, QString::fromUtf8(name)));
    MASCLET_TRY(folder.writeFile(temporary, text));
    auto renamed = folder.renameNoReplace(temporary, folder, name);
    if (!renamed) {
        (void)folder.removeFile(temporary);
        return fail(std::move(renamed).error());
    }
    MASCLET_TRY(folder.sync());
    return {};
}

Result<> ProfileStore::save(const StoredProfile &stored) const
{
    const QFileInfo info(stored.profile.path);
    const QByteArray name = QFile::encodeName(info.fileName());
    const QByteArray temporary = "." + name + "." + randomHex(6);
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(info.path()));
    MASCLET_TRY_ASSIGN(const QByteArray text, readableText(stored, stored.profile.path));
    MASCLET_TRY(folder.writeFile(temporary, text));
    if (auto replaced = folder.replace(temporary, name); !replaced) {
        (void)folder.removeFile(temporary);
        return replaced;
    }
    MASCLET_TRY(folder.sync());
    return {};
}

} // namespace masclet
