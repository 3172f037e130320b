// profile list, profile show, profile set: the file side of profiles.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/Text.h"
#include "core/profile/ContactTable.h"
#include "core/profile/ServiceTable.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ProfileCommands)
};

QList<QByteArray> allSections()
{
    QList<QByteArray> sections;
    for (const Option &option : optionTable()) {
        if (!sections.contains(option.section))
            sections << option.section;
    }
    return sections;
}

QJsonValue jsonOf(const OptionValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *list = std::get_if<QStringList>(&value))
        return QJsonArray::fromStringList(*list);
    return std::get<QString>(value);
}

/// An address that may hold a token is shown only as far as it holds none.
OptionValue shown(const OptionForm &option, const OptionValue &value)
{
    const auto *text = std::get_if<QString>(&value);
    if (option.type != OptionType::Url || text->isEmpty())
        return value;
    return addressForPeople(*text);
}

/// Services come from the file alone: no flag and no variable changes them.
QJsonArray showServices(const QList<Profile::Service> &services, TextTable &table)
{
    QJsonArray list;
    for (const Profile::Service &service : services) {
        table.add({QStringLiteral("services.") + service.name, serviceText(service), Tr::tr("file")});
        QJsonObject item;
        for (const ServiceKey &key : serviceKeys()) {
            if (key.isKnownTo(service.controller))
                item.insert(QString::fromLatin1(key.key), jsonOf(key.get(service)));
        }
        list << item;
    }
    return list;
}

/// Likewise contacts. What a webhook's address holds may be a secret.
QJsonArray showContacts(const QList<Profile::Contact> &contacts, TextTable &table)
{
    QJsonArray list;
    for (const Profile::Contact &contact : contacts) {
        table.add({QStringLiteral("contacts.") + oneLine(contact.name, 80),
                   roleTitle(contact.role) + QStringLiteral(": ") + contactText(contact), Tr::tr("file")});
        QJsonObject item;
        for (const ContactKey &key : contactKeys())
            item.insert(QString::fromLatin1(key.key), jsonOf(shown(key, key.get(contact))));
        list << item;
    }
    return list;
}

class ProfileListCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"profile list", Tr::tr("list the profiles and where their files are"), {}, {}, {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> ProfileListCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const QList<ProfileStore::Entry> entries, context.app().profiles().list());
    TextTable table({Tr::tr("Profile"), Tr::tr("Database"), Tr::tr("Repository"), Tr::tr("File")});
    QJsonArray list;
    int exitCode = exitOk;
    for (const ProfileStore::Entry &entry : entries) {
        QJsonObject item{{QStringLiteral("name"), entry.name}, {QStringLiteral("path"), entry.path}};
        if (const auto stored = context.app().profiles().load(entry.path)) {
            const Profile &profile = stored->profile;
            table.add({entry.name, profile.connection.dbname, profile.repository.path, entry.path});
            item[QStringLiteral("id")] = profile.id;
            item[QStringLiteral("title")] = profile.title;
            item[QStringLiteral("dbname")] = profile.connection.dbname;
            item[QStringLiteral("repository")] = profile.repository.path;
        } else {
            table.add({entry.name, Tr::tr("unusable"), {}, entry.path});
            context.note(Tr::tr("Warning: %1").arg(stored.error().message));
            item[QStringLiteral("problem")] = stored.error().message;
            exitCode = exitWarnings;
        }
        list << item;
    }
    context.say(entries.isEmpty() ? Tr::tr("There is no profile yet. \"masclet-backup init\" makes one.")
                                  : table.text());
    context.answer({{QStringLiteral("profiles"), list}});
    return exitCode;
}

class ProfileShowCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"profile show",
                Tr::tr("show what applies: file, environment and arguments together"),
                {},
                {},
                allSections()};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> ProfileShowCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const StoredProfile file, context.storedProfile());
    StoredProfile environment = file;
    MASCLET_TRY(applyEnvironment(environment, context.app().environment()));
    StoredProfile all = environment;
    MASCLET_TRY(applyArguments(all, context.arguments().options));

    context.say(Tr::tr("Profile %1, file %2").arg(all.profile.name, all.profile.path));
    TextTable table({Tr::tr("Option"), Tr::tr("Value"), Tr::tr("From")});
    QJsonObject options;
    for (const Option &option : optionTable()) {
        const OptionValue value = option.get(all.profile);
        const QString from = value != option.get(environment.profile) ? Tr::tr("argument")
                             : value != option.get(file.profile)      ? Tr::tr("environment")
                             : file.given.contains(option.path())     ? Tr::tr("file")
                                                                      : Tr::tr("default");
        table.add({option.path(), optionText(option, shown(option, value)), from});
        options.insert(option.path(), jsonOf(shown(option, value)));
    }
    const QJsonArray services = showServices(all.profile.services, table);
    const QJsonArray contacts = showContacts(all.profile.contacts, table);
    context.say(table.text());
    context.answer({{QStringLiteral("name"), all.profile.name},
                    {QStringLiteral("path"), all.profile.path},
                    {QStringLiteral("id"), all.profile.id},
                    {QStringLiteral("options"), options},
                    {QStringLiteral("services"), services},
                    {QStringLiteral("contacts"), contacts}});
    return exitOk;
}

class ProfileSetCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"profile set",
                Tr::tr("change options in the profile's file"),
                Tr::tr("The file is written anew; comments of your own are not kept."),
                {},
                allSections()};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> ProfileSetCommand::run(CommandContext &context) const
{
    if (context.arguments().options.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("No option to change was given."),
                    Tr::tr("For example: masclet-backup profile set --keep-last 7"));
    MASCLET_TRY_ASSIGN(const StoredProfile before, context.storedProfile());
    StoredProfile after = before;
    MASCLET_TRY(applyArguments(after, context.arguments().options));
    MASCLET_TRY(checkKinds(after.profile.backup.kinds));
    MASCLET_TRY(checkTogether(after.profile));
    if (!context.dryRun())
        MASCLET_TRY(context.app().profiles().save(after));

    QJsonObject changed;
    for (const Option &option : optionTable()) {
        const OptionValue value = option.get(after.profile);
        if (value == option.get(before.profile))
            continue;
        context.say(Tr::tr("%1: %2, before: %3")
                        .arg(option.path(), optionText(option, shown(option, value)),
                             optionText(option, shown(option, option.get(before.profile)))));
        changed.insert(option.path(), jsonOf(shown(option, value)));
    }
    if (changed.isEmpty())
        context.say(Tr::tr("Nothing changes: the profile says so already."));
    context.say(context.dryRun() ? Tr::tr("Dry run: %1 was not written.").arg(after.profile.path)
                                 : Tr::tr("Written: %1").arg(after.profile.path));
    context.answer({{QStringLiteral("path"), after.profile.path}, {QStringLiteral("changed"), changed}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeProfileListCommand()
{
    return std::make_unique<ProfileListCommand>();
}

std::unique_ptr<Command> makeProfileShowCommand()
{
    return std::make_unique<ProfileShowCommand>();
}

std::unique_ptr<Command> makeProfileSetCommand()
{
    return std::make_unique<ProfileSetCommand>();
}

} // namespace masclet
