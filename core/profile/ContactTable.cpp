#include "core/profile/ContactTable.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QUrl>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Contact)
};

using Contact = Profile::Contact;

template <auto Field>
ContactKey contactRow(const char *key, OptionType type, const char *help)
{
    ContactKey made;
    made.key = key;
    made.type = type;
    made.helpText = help;
    made.get = [](const Contact &contact) {
        return OptionValue(contact.*Field);
    };
    made.set = [](Contact &contact, const OptionValue &value) {
        contact.*Field = std::get<std::remove_cvref_t<decltype(contact.*Field)>>(value);
    };
    return made;
}

QList<ContactKey> makeContactKeys()
{
    QList<ContactKey> keys{
        contactRow<&Contact::role>("role", OptionType::Choice,
                                   QT_TRANSLATE_NOOP("Option", "step of the ladder: told in this order")),
        contactRow<&Contact::name>("name", OptionType::Text,
                                   QT_TRANSLATE_NOOP("Option", "name of the person or the team")),
        contactRow<&Contact::mail>("mail", OptionType::Address,
                                   QT_TRANSLATE_NOOP("Option", "address that gets the messages")),
        contactRow<&Contact::webhook>("webhook", OptionType::Url,
                                      QT_TRANSLATE_NOOP("Option", "address that gets each message as JSON")),
        contactRow<&Contact::command>(
            "command", OptionType::Arguments,
            QT_TRANSLATE_NOOP("Option", "program, and arguments, that gets each message as JSON")),
        contactRow<&Contact::phone>("phone", OptionType::Text,
                                    QT_TRANSLATE_NOOP("Option", "for people who read the procedure")),
    };
    keys[0].choices =
        QStringList{QStringLiteral("devops"), QStringLiteral("sysadmin"), QStringLiteral("dba")};
    return keys;
}

} // namespace

std::span<const ContactKey> contactKeys()
{
    static const QList<ContactKey> keys = makeContactKeys();
    return {keys.constData(), size_t(keys.size())};
}

Result<> checkContact(const Contact &contact)
{
    if (contact.role.isEmpty() || contact.name.trimmed().isEmpty())
        return fail(ErrorKind::Config, Tr::tr("A contact needs a role and a name."));
    if (contact.mail.isEmpty() && contact.webhook.isEmpty() && contact.command.isEmpty() &&
        contact.phone.isEmpty())
        return fail(ErrorKind::Config,
                    Tr::tr("%1 cannot be reached: mail, webhook, command or phone is needed.")
                        .arg(oneLine(contact.name, 80)));
    return {};
}

QString roleTitle(const QString &role)
{
    if (role == QStringLiteral("devops"))
        return Tr::tr("Operator (DevOps)");
    if (role == QStringLiteral("sysadmin"))
        return Tr::tr("System administrator");
    return Tr::tr("DBA or architect");
}

QString contactText(const Contact &contact)
{
    QStringList ways;
    if (!contact.phone.isEmpty())
        ways << oneLine(contact.phone, 60);
    if (!contact.mail.isEmpty())
        ways << contact.mail;
    if (!contact.webhook.isEmpty())
        ways << addressForPeople(contact.webhook);
    if (!contact.command.isEmpty())
        ways << oneLine(contact.command.first(), 200);
    return ways.join(QStringLiteral(", "));
}

QString addressForPeople(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    return parsed.scheme() + QStringLiteral("://") + parsed.host() + QStringLiteral("/…");
}

} // namespace masclet
