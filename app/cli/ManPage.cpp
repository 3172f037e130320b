#include "app/cli/Documents.h"
#include "app/cli/HelpText.h"
#include "core/profile/ContactTable.h"
#include "core/profile/ServiceTable.h"
#include "core/server/Keychain.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ManPage)
};

/// Text as roff reads it: hyphens that can be copied, no control lines.
QString roff(QString text)
{
    text.replace(QStringLiteral("\\"), QStringLiteral("\\e"))
        .replace(QStringLiteral("-"), QStringLiteral("\\-"));
    if (text.startsWith(QChar(u'.')) || text.startsWith(QChar(u'\'')))
        text.prepend(QStringLiteral("\\&"));
    return text + QChar(u'\n');
}

QString heading(const QString &title)
{
    return QStringLiteral(".SH \"%1\"\n").arg(title.toUpper());
}

/// A tagged paragraph.
QString item(const QString &tag, const QString &text)
{
    return QStringLiteral(".TP\n.B ") + roff(tag) + roff(text);
}

QString verbs(const std::vector<std::unique_ptr<Command>> &commands)
{
    QString text = heading(Tr::tr("Verbs"));
    for (const auto &command : commands) {
        const CommandSpec spec = command->spec();
        text += QStringLiteral(".SS ") + roff(usageLine(spec)) + roff(spec.summary);
        if (!spec.details.isEmpty())
            text += QStringLiteral(".PP\n") + roff(spec.details);
        for (const ArgumentSpec &argument : spec.arguments)
            text += item(argumentTitle(argument), argument.help);
        QStringList taken;
        for (const QByteArray &options : spec.options) {
            if (!options.isEmpty())
                taken << QString::fromLatin1(options);
        }
        if (!taken.isEmpty())
            text += QStringLiteral(".PP\n") +
                    roff(Tr::tr("Takes the options of: %1").arg(taken.join(QStringLiteral(", "))));
    }
    return text;
}

QString variablesOf(const Option &option)
{
    QStringList names = {option.variable()};
    for (const QByteArray &name : option.variables)
        names << QString::fromLatin1(name);
    return names.join(QStringLiteral(", "));
}

QString options()
{
    QString text = heading(Tr::tr("Profile options")) +
                   roff(Tr::tr("Each is a key of the profile's TOML file, a flag, and a variable.")) +
                   QStringLiteral(".PP\n") +
                   roff(Tr::tr("A flag wins over its MASCLET_ variable, that over the file; other variables "
                               "fill what the file leaves out."));
    for (const Option &option : optionTable()) {
        text += item(Tr::tr("%1, %2 %3").arg(option.path(), option.flag(), optionPlaceholder(option)),
                     option.help());
        if (const QString allowed = allowedText(option); !allowed.isEmpty())
            text += QStringLiteral(".br\n") + roff(Tr::tr("Allowed: %1").arg(allowed));
        if (const QString standard = optionText(option, option.get(Profile())); !standard.isEmpty())
            text += QStringLiteral(".br\n") + roff(Tr::tr("Default: %1").arg(standard));
        text += QStringLiteral(".br\n") + roff(Tr::tr("Variables: %1").arg(variablesOf(option)));
    }
    return text;
}

QString services()
{
    QString text = heading(Tr::tr("Services")) +
                   roff(Tr::tr("Each [[services]] table of the profile's file is a service that restore, and "
                               "backup with --stop-services, stop in this order and start in reverse."));
    for (const ServiceKey &key : serviceKeys()) {
        text += item(QStringLiteral("services.") + QString::fromLatin1(key.key), key.help());
        if (const QString allowed = allowedText(key); !allowed.isEmpty())
            text += QStringLiteral(".br\n") + roff(Tr::tr("Allowed: %1").arg(allowed));
    }
    return text;
}

QString contacts()
{
    QString text = heading(Tr::tr("Contacts")) +
                   roff(Tr::tr("Each [[contacts]] table of the profile's file is somebody who is told of an "
                               "alarm: what is wrong once, a reminder after a stated time, and once that it "
                               "is over. The operator (devops) is told first; while nobody says \"alarm "
                               "ack\", the system administrator and the DBA follow after their times."));
    for (const ContactKey &key : contactKeys()) {
        text += item(QStringLiteral("contacts.") + QString::fromLatin1(key.key), key.help());
        if (const QString allowed = allowedText(key); !allowed.isEmpty())
            text += QStringLiteral(".br\n") + roff(Tr::tr("Allowed: %1").arg(allowed));
    }
    return text + QStringLiteral(".PP\n") +
           roff(Tr::tr("The mail server's password is asked from the file of notify.mail_password_file, the "
                       "systemd credential NAME.mail, the keychain (entry NAME.mail) and the variable "
                       "MASCLET_MAIL_PASSWORD, in this order. A command gets the message as JSON on its "
                       "standard input."));
}

QString passwords()
{
    return heading(Tr::tr("Passwords")) +
           roff(Tr::tr(
               "The option connection.secret says where the password is: in the keychain of the session, "
               "a systemd credential named as the profile, a pass file, or the environment. \"auto\" "
               "asks them in this order and passes over what is not there; a named one is asked "
               "alone.")) +
           QStringLiteral(".PP\n") +
           roff(Tr::tr("Keychain (GNOME Keyring, KWallet): the service is \"%1\". The password's entry is "
                       "ROLE@SERVER:PORT/DATABASE, each part percent-encoded; that of the secret key of "
                       "encrypted backups is NAME.age. It is never written without encryption, and one call "
                       "takes ten seconds at most. Scheduled runs have no session and so no keychain: keep "
                       "their password in a pass file as well.")
                    .arg(QString::fromLatin1(keychainService))) +
           QStringLiteral(".PP\n") +
           roff(Tr::tr("GNOME Keyring also shows it: secret-tool lookup server %1 user ENTRY")
                    .arg(QString::fromLatin1(keychainService)));
}

QString files()
{
    return heading(Tr::tr("Files")) +
           item(QStringLiteral("$XDG_CONFIG_HOME/masclet-backup/profiles/NAME.toml"),
                Tr::tr("profiles of a user, mode 0600")) +
           item(QStringLiteral("/etc/masclet-backup/profiles/NAME.toml"),
                Tr::tr("profiles of the machine; root writes here when XDG_CONFIG_HOME is not set")) +
           item(QStringLiteral("$XDG_STATE_HOME/masclet-backup/, /var/lib/masclet-backup/"),
                Tr::tr("catalog, open alarms, and run records that wait for their repository")) +
           item(QStringLiteral("status/NAME.json"),
                Tr::tr("in that folder: how the runs of a profile ended, for everybody to read")) +
           item(QStringLiteral("/backups/"),
                Tr::tr("the repository, unless the profile names another folder"));
}

} // namespace

QString manPage(const std::vector<std::unique_ptr<Command>> &commands)
{
    QString text =
        QStringLiteral(".\\\" Generated by: masclet-backup --generate man\n"
                       ".TH MASCLET\\-BACKUP 1 \"\" \"masclet-backup %1\" \"Masclet Backup\"\n")
            .arg(QStringLiteral(MASCLET_VERSION)) +
        heading(Tr::tr("Name")) +
        roff(QStringLiteral("masclet-backup - ") + Tr::tr("PostgreSQL backups that are proven to restore")) +
        heading(Tr::tr("Synopsis")) + QStringLiteral(".B masclet\\-backup\n") +
        roff(Tr::tr("VERB [arguments]")) + verbs(commands) + heading(Tr::tr("Common arguments"));
    for (const ArgumentSpec &argument : commonArguments())
        text += item(argumentTitle(argument), argument.help);
    text += options() + services() + contacts() + passwords() + heading(Tr::tr("Exit status"));
    for (const ExitCodeRow &code : exitCodes())
        text += item(QString::number(code.code), exitCodeText(code));
    return text + files() + heading(Tr::tr("See also")) + QStringLiteral(".BR pg_dump (1),\n.BR psql (1)\n");
}

} // namespace masclet
