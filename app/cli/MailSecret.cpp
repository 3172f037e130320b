#include "app/cli/MailSecret.h"

#include "core/base/ExitCode.h"
#include "core/base/Text.h"
#include "core/notify/Delivery.h"
#include "core/service/Passwords.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SecretCommands)
};

QJsonObject answerFor(const Profile &profile, const QString &store)
{
    return {{QStringLiteral("profile"), profile.name}, {QStringLiteral("store"), store}};
}

/// Files belong to whoever made them: this program writes into the keychain alone.
Result<> checkStore(const CommandContext &context)
{
    for (const char *other : {"key", "key-file", "prove"}) {
        if (context.arguments().has(other))
            return fail(ErrorKind::Usage,
                        Tr::tr("--mail and --%1 are for different secrets: give one of them.")
                            .arg(QLatin1String(other)));
    }
    if (context.arguments().value("store") == nameOf(PasswordStore::Keychain))
        return {};
    return fail(
        ErrorKind::Usage, Tr::tr("The mail server's password is kept in the keychain only."),
        Tr::tr("Give --store keychain as well. For scheduled runs a file with the password is named by "
               "the profile's option: masclet-backup profile set --mail-password-file FILE"));
}

/// Why a password in the keychain is no use to the profile; empty when it is asked for there.
QString notReadText(const Profile &profile)
{
    if (profile.notify.mailUser.isEmpty())
        return Tr::tr(
            "The profile names no user at the mail server (mail_user), so no password is asked for.");
    if (!profile.notify.mailPasswordFile.isEmpty())
        return Tr::tr("The profile takes the mail server's password from the file %1.")
            .arg(oneLine(profile.notify.mailPasswordFile));
    return {};
}

} // namespace

Result<int> setMailPassword(CommandContext &context)
{
    MASCLET_TRY(checkStore(context));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(
        const Secret password,
        context.console().readSecret(
            Tr::tr("Password of %1 at the mail server: ").arg(oneLine(profile.notify.mailUser, 100))));
    if (password.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("No password was given; nothing was stored."));
    const auto keep = [&, sources = context.services().secrets,
                       dry = context.dryRun()](JobContext &job) -> Result<bool> {
        if (dry)
            return reachKeychain(sources, job.stopToken()).map([] { return true; });
        return storeInKeychain(mailEntryOf(profile), password, sources, job.stopToken()).map([] {
            return true;
        });
    };
    MASCLET_TRY(context.runWork(keep));
    context.say((context.dryRun() ? Tr::tr("Dry run: would be stored in %1") : Tr::tr("Stored in %1"))
                    .arg(titleOf(PasswordStore::Keychain, profile)));
    context.say(
        Tr::tr("Messages that you send find it there: masclet-backup alarm test. Scheduled runs cannot "
               "open the keychain: they need a file (mail_password_file) or the systemd credential %1.")
            .arg(mailEntryOf(profile)));
    context.answer(answerFor(profile, nameOf(PasswordStore::Keychain)));
    const QString unread = notReadText(profile);
    if (unread.isEmpty())
        return exitOk;
    context.note(Tr::tr("Warning: %1").arg(unread));
    return exitWarnings;
}

Result<int> testMailPassword(CommandContext &context)
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const auto find = [&profile, sources = context.services().secrets](JobContext &job) {
        return findMailPassword(profile, sources, job.stopToken());
    };
    MASCLET_TRY_ASSIGN(const FoundSecret found, context.runWork(find));
    context.say(Tr::tr("Password from: %1").arg(found.store));
    context.say(Tr::tr("Whether the mail server accepts it shows a message: masclet-backup alarm test"));
    context.answer(answerFor(profile, found.store));
    return exitOk;
}

Result<int> removeMailPassword(CommandContext &context)
{
    MASCLET_TRY(checkStore(context));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const auto work = [entry = mailEntryOf(profile), sources = context.services().secrets,
                       dry = context.dryRun()](JobContext &job) {
        return dry ? isInKeychain(entry, sources, job.stopToken())
                   : removeFromKeychain(entry, sources, job.stopToken());
    };
    MASCLET_TRY_ASSIGN(const bool removed, context.runWork(work));
    const QString place = titleOf(PasswordStore::Keychain, profile);
    if (!removed)
        context.say(Tr::tr("There is no password for this profile in %1.").arg(place));
    else
        context.say(
            (context.dryRun() ? Tr::tr("Dry run: would be removed from %1") : Tr::tr("Removed from %1"))
                .arg(place));
    QJsonObject answer = answerFor(profile, nameOf(PasswordStore::Keychain));
    answer.insert(QStringLiteral("removed"), removed);
    context.answer(answer);
    return exitOk;
}

} // namespace masclet
