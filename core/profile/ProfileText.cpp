// Writing a profile's file; reading is in ProfileToml.cpp.
#include "core/profile/ContactTable.h"
#include "core/profile/ProfileToml.h"
#include "core/profile/ServiceTable.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

/// A TOML basic string.
QByteArray quoted(const QString &text)
{
    QByteArray out = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            out += '\\', out += c;
        else if (uchar(c) < 0x20 || c == 0x7f)
            out += "\\u" + QByteArray::number(uint(uchar(c)), 16).rightJustified(4, '0');
        else
            out += c;
    }
    return out + '"';
}

QByteArray literal(const OptionForm &option, const OptionValue &value)
{
    if (option.type == OptionType::Number || option.type == OptionType::Switch)
        return optionText(option, value).toUtf8();
    if (const auto *list = std::get_if<QStringList>(&value)) {
        QByteArrayList words;
        for (const QString &word : *list)
            words << quoted(word);
        return '[' + words.join(", ") + ']';
    }
    return quoted(optionText(option, value));
}

enum class Written { Given, Comment };

/// "key = value", padded, and what it means.
QByteArray optionLine(const OptionForm &option, const OptionValue &value, Written written)
{
    const QByteArray line = option.key + " = " + literal(option, value);
    return (written == Written::Given ? line : "# " + line).leftJustified(34) + "  # " +
           option.help().toUtf8() + '\n';
}

/// Every service as a table; without one the keys as comments, so that nobody has to look them up.
QByteArray servicesText(const QList<Profile::Service> &services)
{
    const QByteArray meaning = "  # " + Tr::tr("stopped in this order, started in reverse").toUtf8() + '\n';
    const QByteArray head = "[[services]]";
    const Profile::Service standard;
    QByteArray text;
    for (const Profile::Service &service : services) {
        text += '\n' + head + meaning;
        for (const ServiceKey &key : serviceKeys()) {
            const OptionValue value = key.get(service);
            if (key.isKnownTo(service.controller))
                text +=
                    optionLine(key, value, value == key.get(standard) ? Written::Comment : Written::Given);
        }
    }
    if (!text.isEmpty())
        return text;
    text = "\n# " + head + meaning;
    for (const ServiceKey &key : serviceKeys())
        text += optionLine(key, key.get(standard), Written::Comment);
    return text;
}

/// Likewise of the contacts.
QByteArray contactsText(const QList<Profile::Contact> &contacts)
{
    const QByteArray meaning = "  # " + Tr::tr("who is told of an alarm, step by step").toUtf8() + '\n';
    const QByteArray head = "[[contacts]]";
    QByteArray text;
    for (const Profile::Contact &contact : contacts) {
        text += '\n' + head + meaning;
        for (const ContactKey &key : contactKeys()) {
            const OptionValue value = key.get(contact);
            text += optionLine(key, value,
                               value == key.get(Profile::Contact()) ? Written::Comment : Written::Given);
        }
    }
    if (!text.isEmpty())
        return text;
    text = "\n# " + head + meaning;
    for (const ContactKey &key : contactKeys())
        text += optionLine(key, key.get(Profile::Contact()), Written::Comment);
    return text;
}

} // namespace

QByteArray profileText(const StoredProfile &stored)
{
    QByteArray text = "# " + Tr::tr("Profile of Masclet Backup. Lines with # are defaults.").toUtf8() +
                      "\nid = " + quoted(stored.profile.id) + "  # " +
                      Tr::tr("never change it: backups and history go by it").toUtf8() + '\n';
    QByteArray section;
    for (const Option &option : optionTable()) {
        if (option.section != section) {
            section = option.section;
            text += "\n[" + section + "]\n";
        }
        text += optionLine(option, option.get(stored.profile),
                           stored.given.contains(option.path()) ? Written::Given : Written::Comment);
    }
    return text + servicesText(stored.profile.services) + contactsText(stored.profile.contacts);
}

} // namespace masclet
