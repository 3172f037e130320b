#include "app/cli/SecretKey.h"

#include "core/base/ExitCode.h"
#include "core/base/Text.h"
#include "core/service/KeyService.h"
#include "core/service/Passwords.h"
#include "core/service/SetKey.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SecretCommands)
};

QJsonObject answerFor(const Profile &profile, const QStringList &recipients)
{
    return {{QStringLiteral("profile"), profile.name},
            {QStringLiteral("store"), QStringLiteral("keychain")},
            {QStringLiteral("recipients"), QJsonArray::fromStringList(recipients)}};
}

/// Whether the key opens what the profile encrypts from now on.
bool fits(const Profile &profile, const QStringList &recipients)
{
    const QStringList &wanted = profile.encryption.recipients;
    return wanted.isEmpty() || std::any_of(recipients.begin(), recipients.end(),
                                           [&](const QString &one) { return wanted.contains(one); });
}

Result<int> reportKey(CommandContext &context, const Profile &profile, const QStringList &recipients)
{
    context.say(Tr::tr("Public key: %1").arg(recipients.join(QStringLiteral(", "))));
    context.answer(answerFor(profile, recipients));
    if (fits(profile, recipients))
        return exitOk;
    context.note(Tr::tr("Warning: the profile encrypts to other keys, which this one does not open: %1")
                     .arg(profile.encryption.recipients.join(QStringLiteral(", "))));
    return exitWarnings;
}

} // namespace

Result<int> setSecretKey(CommandContext &context)
{
    if (context.arguments().value("store") != QStringLiteral("keychain"))
        return fail(ErrorKind::Usage, Tr::tr("A secret key is put into the keychain only."),
                    Tr::tr("Give --store keychain as well. A file with the key is named by the profile's "
                           "option: masclet-backup profile set --identity FILE"));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const QString path = QFileInfo(context.arguments().value("key-file")).absoluteFilePath();
    if (context.dryRun()) {
        MASCLET_TRY(reachKeychain(context.services().secrets, {}));
        context.say(Tr::tr("Dry run: would be stored in %1").arg(Tr::tr("the system keychain")));
        context.answer({{QStringLiteral("profile"), profile.name},
                        {QStringLiteral("store"), QStringLiteral("keychain")}});
        return exitOk;
    }
    const auto store = [&, sources = context.services().secrets](JobContext &job) -> Result<QStringList> {
        return storeKey(profile, path, sources, job.stopToken()).map([](const Identity &identity) {
            return identity.recipients;
        });
    };
    MASCLET_TRY_ASSIGN(const QStringList recipients, context.runWork(store));
    context.say(Tr::tr("Stored in %1").arg(Tr::tr("the system keychain")));
    return reportKey(context, profile, recipients);
}

Result<int> testSecretKey(CommandContext &context)
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const auto find = [&, sources = context.services().secrets](JobContext &job) {
        return findSetKey(profile, sources, job.stopToken());
    };
    MASCLET_TRY_ASSIGN(const std::optional<SetKey> key, context.runWork(find));
    if (!key)
        return fail(ErrorKind::Credentials,
                    Tr::tr("There is no secret key for the profile %1 here.").arg(profile.name),
                    Tr::tr("Put it into the keychain: masclet-backup secret set --store keychain --key-file "
                           "FILE"));
    context.say(Tr::tr("Secret key from: %1").arg(key->store));
    return reportKey(context, profile, key->identity.recipients);
}

Result<int> removeSecretKey(CommandContext &context)
{
    if (context.arguments().value("store") != QStringLiteral("keychain"))
        return fail(ErrorKind::Usage, Tr::tr("A secret key is removed from the keychain only."),
                    Tr::tr("Give --store keychain as well."));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const auto work = [entry = keyEntryOf(profile), sources = context.services().secrets,
                       dry = context.dryRun()](JobContext &job) {
        return dry ? isInKeychain(entry, sources, job.stopToken())
                   : removeFromKeychain(entry, sources, job.stopToken());
    };
    MASCLET_TRY_ASSIGN(const bool removed, context.runWork(work));
    if (!removed)
        context.say(Tr::tr("The keychain holds no secret key for this profile."));
    else
        context.say(
            (context.dryRun() ? Tr::tr("Dry run: would be removed from %1") : Tr::tr("Removed from %1"))
                .arg(Tr::tr("the system keychain")));
    context.answer({{QStringLiteral("profile"), profile.name},
                    {QStringLiteral("store"), QStringLiteral("keychain")},
                    {QStringLiteral("removed"), removed}});
    return exitOk;
}

} // namespace masclet
