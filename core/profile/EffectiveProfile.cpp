#include "core/profile/EffectiveProfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

Result<> giveText(StoredProfile &stored, const Option &option, const QString &text, const QString &place,
                  ErrorKind kind)
{
    Result<OptionValue> value = optionFromText(option, text);
    if (!value)
        return fail(kind, QStringLiteral("%1: %2").arg(place, value.error().message));
    stored.give(option, *value);
    return {};
}

} // namespace

QString decidingVariable(const Option &option, bool given, const Environment &environment)
{
    QStringList names = {option.variable()};
    if (!given) {
        for (const QByteArray &name : option.variables)
            names << QString::fromLatin1(name);
    }
    for (const QString &name : names) {
        if (!environment.value(name).isEmpty())
            return name;
    }
    return {};
}

Result<> applyEnvironment(StoredProfile &stored, const Environment &environment)
{
    for (const Option &option : optionTable()) {
        const QString name = decidingVariable(option, stored.given.contains(option.path()), environment);
        if (!name.isEmpty())
            MASCLET_TRY(giveText(stored, option, environment.value(name), name, ErrorKind::Config));
    }
    return {};
}

Result<> applyArguments(StoredProfile &stored, const QList<OptionArgument> &arguments)
{
    for (const OptionArgument &argument : arguments)
        MASCLET_TRY(
            giveText(stored, *argument.option, argument.text, argument.option->flag(), ErrorKind::Usage));
    return {};
}

Result<> checkTogether(const Profile &profile)
{
    const bool mails = std::any_of(profile.contacts.begin(), profile.contacts.end(),
                                   [](const Profile::Contact &contact) { return !contact.mail.isEmpty(); });
    if (mails && (profile.notify.mailServer.isEmpty() || profile.notify.mailFrom.isEmpty()))
        return fail(ErrorKind::Config, Tr::tr("A contact has a mail address, but there is no mail server."),
                    Tr::tr("Name it, and a sender: --mail-server HOST --mail-from ADDRESS"));
    if (profile.backup.format != QStringLiteral("directory") || profile.encryption.recipients.isEmpty())
        return {};
    return fail(
        ErrorKind::Config,
        Tr::tr("The format directory cannot be encrypted: pg_dump writes its files itself, in plain text."),
        Tr::tr("Choose the format custom or plain, or leave the public keys (recipients) out."));
}

Result<> checkKinds(const QStringList &kinds)
{
    // Retention counts sets: one without the database would push out one with it.
    if (kinds.contains(QStringLiteral("db")))
        return {};
    return fail(ErrorKind::Config, Tr::tr("Every backup holds the database: kinds must name db."));
}

Result<> checkComplete(const Profile &profile)
{
    const QString hint = Tr::tr("\"masclet-backup profile set --profile %1\" changes it.").arg(profile.name);
    if (profile.connection.dbname.isEmpty())
        return fail(ErrorKind::Config, Tr::tr("The profile names no database (dbname)."), hint);
    if (profile.repository.path.isEmpty())
        return fail(ErrorKind::Config, Tr::tr("The profile names no repository (path)."), hint);
    if (Result<> kinds = checkKinds(profile.backup.kinds); !kinds)
        return fail(ErrorKind::Config, kinds.error().message, hint);
    return checkTogether(profile);
}

} // namespace masclet
