#include "core/service/UnitCredentials.h"

#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/server/SecretFile.h"
#include "core/server/SecretSources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(UnitCredentials)
};

constexpr std::chrono::seconds decryptLimit{60}; ///< a TPM takes its time
constexpr qint64 largestCredential = 1024 * 1024;

QByteArray textOfFile(const QString &path)
{
    const Result<std::optional<QByteArray>> text = scheduleFile(path);
    return text ? text->value_or(QByteArray()) : QByteArray();
}

QList<UnitCredential> credentialsIn(const QByteArray &unit)
{
    QList<UnitCredential> found;
    for (const QByteArray &line : unit.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        const QByteArray key = line.left(std::max<qsizetype>(equals, 0)).trimmed();
        const bool isEncrypted = key == "LoadCredentialEncrypted";
        if (!isEncrypted && key != "LoadCredential")
            continue;
        const QString value = QString::fromUtf8(line.mid(equals + 1).trimmed());
        if (!value.isEmpty())
            found << UnitCredential{value.section(QChar(u':'), 0, 0), value.section(QChar(u':'), 1),
                                    isEncrypted};
        else
            found.removeIf([&](const UnitCredential &one) { return one.isEncrypted == isEncrypted; });
    }
    return found;
}

/// A credential and the file that holds it.
struct Stored {
    UnitCredential credential;
    QString path;
    bool isHidden = false; ///< there or not: this user may not see it
};

/// Where systemd looks (systemd.exec, LoadCredential=); nothing when it is nowhere, and the unit starts
/// without.
std::optional<Stored> findStored(const UnitCredential &credential, const SchedulePlaces &places)
{
    QStringList paths;
    if (credential.path.startsWith(QChar(u'/'))) {
        paths << credential.path;
    } else {
        const QString name = credential.path.isEmpty() ? credential.name : credential.path;
        QStringList stores{QStringLiteral("credstore")};
        if (credential.isEncrypted)
            stores.prepend(QStringLiteral("credstore.encrypted"));
        for (const QString &store : stores) {
            for (const QString &above : {QStringLiteral("/etc"), places.runFolder,
                                         QStringLiteral("/usr/local/lib"), QStringLiteral("/usr/lib")})
                paths << above + QChar(u'/') + store + QChar(u'/') + name;
        }
    }
    for (const QString &path : paths) {
        struct stat info = {};
        if (::stat(QFile::encodeName(path).constData(), &info) == 0)
            return Stored{credential, path};
        if (errno == EACCES)
            return Stored{credential, path, true};
    }
    return std::nullopt;
}

QString credsProgram(const Profile &profile)
{
    return QFileInfo(profile.programs.systemctl).path() + QStringLiteral("/systemd-creds");
}

Result<Secret> decrypted(const Stored &stored, const Profile &profile, const std::stop_token &stop)
{
    if (!stored.credential.isEncrypted)
        return readSecretFile(stored.path, Tr::tr("the password"));
    ToolCommand command;
    command.program = credsProgram(profile);
    command.arguments = {"decrypt", "--name=" + stored.credential.name.toUtf8(),
                         QFile::encodeName(stored.path), "-"};
    command.environment = cleanEnvironment();
    MASCLET_TRY_ASSIGN(QByteArray text,
                       runTool(command, stop, decryptLimit, ErrorKind::Credentials, largestCredential));
    return Secret::take(text);
}

Error cannotLoad(const Stored &stored, const Error &reason)
{
    return {ErrorKind::Credentials,
            Tr::tr("systemd cannot decrypt the credential %1 (%2), and so does not start the backup: it was "
                   "made on another machine or under another name, or the machine's key is gone.")
                .arg(stored.credential.name, oneLine(stored.path)),
            Tr::tr("Encrypt it anew, as root: %1").arg(enrolCommand(stored.credential.name, stored.path)),
            reason.detail.isEmpty() ? reason.message : reason.detail,
            {}};
}

QString startHint(const QString &unit)
{
    return Tr::tr("\"systemctl start %1\" tries it, as soon as a backup is due.").arg(unit);
}

} // namespace

QByteArray wholeUnit(const SchedulePlaces &places, const InstalledSchedule &installed, const QString &name)
{
    QByteArray text = installed.service;
    const QDir more(places.unitsOf(installed.scheduler) + QChar(u'/') + name + QStringLiteral(".d"));
    for (const QString &file : more.entryList({QStringLiteral("*.conf")}, QDir::Files, QDir::Name))
        text += '\n' + textOfFile(more.filePath(file));
    return text;
}

QList<UnitCredential> credentialsOf(const ScheduleRequest &request,
                                    const std::optional<InstalledSchedule> &installed)
{
    if ((installed ? installed->scheduler : request.scheduler) != Scheduler::System)
        return {};
    if (installed && !installed->isOfPackage)
        return credentialsIn(
            wholeUnit(request.places, *installed, unitNames(request.profile.name).serviceName));
    const QString &name = request.profile.name;
    if (installed)
        return {{name, {}}, {keyEntryOf(request.profile), {}}, {mailEntryOf(request.profile), {}}};
    QList<UnitCredential> credentials;
    const Result<ScheduledBackup> backup = scheduledBackup(request.profile, request.caller);
    for (const QString &credential : backup ? backup->credentials : QStringList())
        credentials << UnitCredential{credential, {}};
    return credentials;
}

Result<LoadedCredentials> loadCredentials(const ScheduleRequest &request,
                                          const QList<UnitCredential> &credentials, const QString &unit,
                                          const std::stop_token &stop)
{
    LoadedCredentials loaded;
    ProfileCheckItem item{
        QStringLiteral("credential"), Tr::tr("systemd credential"), CheckResult::Pass, {}, {}};
    const bool canDecrypt = QFileInfo(credsProgram(request.profile)).isExecutable();
    QStringList findings;
    const auto notTried = [&](const QString &finding, const QString &name) {
        findings << finding;
        loaded.missing << name;
        if (item.result == CheckResult::Pass) {
            item.result = CheckResult::NotChecked;
            item.hint = startHint(unit);
        }
    };
    for (const UnitCredential &credential : credentials) {
        const std::optional<Stored> stored = findStored(credential, request.places);
        if (!stored)
            continue;
        const QString &name = credential.name;
        if (stored->isHidden || ::geteuid() != 0) {
            notTried(Tr::tr("The credential %1 (%2) is for root to see and to decrypt: the password that the "
                            "scheduled run is given with it was not tried.")
                         .arg(name, oneLine(stored->path)),
                     name);
            continue;
        }
        if (credential.isEncrypted && !canDecrypt) {
            notTried(Tr::tr("The credential %1 (%2) cannot be decrypted here without %3: the password that "
                            "the scheduled run is given with it was not tried.")
                         .arg(name, oneLine(stored->path), credsProgram(request.profile)),
                     name);
            continue;
        }
        Result<Secret> secret = decrypted(*stored, request.profile, stop);
        if (!secret && secret.error().kind == ErrorKind::Stopped)
            return fail(std::move(secret).error());
        if (secret) {
            findings << Tr::tr("%1, from %2").arg(name, oneLine(stored->path));
            loaded.files << ToolCommand::Credential{name.toUtf8(), *secret};
            continue;
        }
        const Error error = cannotLoad(*stored, secret.error());
        findings << error.message;
        loaded.missing << name;
        item.result = CheckResult::Fail;
        item.hint = error.hint;
        if (!loaded.failure)
            loaded.failure = error;
    }
    item.finding = findings.join(QChar(u' '));
    if (!findings.isEmpty())
        loaded.item = item;
    return loaded;
}

} // namespace masclet
