#include "core/service/KeyService.h"

#include "core/base/Directory.h"
#include "core/base/DurableFile.h"
#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/server/SecretFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KeyService)
};
} // namespace

Result<CreatedKey> createKey(const QString &path, const QString &program, const std::stop_token &stop)
{
    const QFileInfo file(path);
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(file.absolutePath()));
    const QByteArray name = QFile::encodeName(file.fileName());
    MASCLET_TRY_ASSIGN(const bool there, folder.exists(name));
    if (there)
        return fail(ErrorKind::Config, Tr::tr("There is a file %1 already.").arg(oneLine(path)),
                    Tr::tr("A key that is lost takes with it all backups encrypted to it. Choose another "
                           "name."));
    ToolCommand command;
    command.program = program + QStringLiteral("-keygen");
    command.environment = cleanEnvironment();
    MASCLET_TRY_ASSIGN(QByteArray text,
                       runTool(command, stop, std::chrono::seconds(10), ErrorKind::ClientTool));
    CreatedKey key;
    key.secret = Secret::take(text);
    MASCLET_TRY_ASSIGN(const Identity identity, Identity::from(key.secret, program, stop));
    key.recipient = identity.recipients.value(0);
    MASCLET_TRY_ASSIGN(DurableFile written, DurableFile::create(folder, name));
    const std::string_view bytes = key.secret.bytes();
    MASCLET_TRY(written.write(std::as_bytes(std::span(bytes.data(), bytes.size()))));
    MASCLET_TRY(written.syncAndClose());
    MASCLET_TRY(folder.sync());
    return key;
}

Result<Identity> storeKey(const Profile &profile, const QString &path, const SecretSources &sources,
                          const std::stop_token &stop)
{
    MASCLET_TRY(reachKeychain(sources, stop));
    auto secret = readSecretFile(path, Tr::tr("the secret key"));
    if (!secret)
        return fail(std::move(secret).error().as(ErrorKind::Credentials));
    MASCLET_TRY_ASSIGN(Identity identity, Identity::from(*secret, profile.programs.age, stop));
    MASCLET_TRY(sources.keychain->store(keyEntryOf(profile), identity.secret, stop));
    return identity;
}

} // namespace masclet
