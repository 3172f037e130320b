// The only file that includes toml++.
#include "core/profile/ProfileToml.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/profile/ContactTable.h"
#include "core/profile/ServiceTable.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <toml++/toml.h>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// "file, line 12: sentence". Hint says how to see what is allowed.
Error problemAt(const QString &place, const toml::source_region &where, const QString &sentence)
{
    return Error{ErrorKind::Config,
                 Tr::tr("%1, line %2: %3").arg(oneLine(place)).arg(where.begin.line).arg(sentence),
                 Tr::tr("Correct that line. \"masclet-backup profile set --help\" lists all options."),
                 {},
                 {}};
}

Error optionProblem(const QString &place, const toml::source_region &where, const QString &path,
                    const QString &sentence)
{
    return problemAt(place, where, QStringLiteral("%1: %2").arg(path, sentence));
}

QString expectedForm(OptionType type)
{
    switch (type) {
    case OptionType::Number:
        return Tr::tr("A whole number is expected.");
    case OptionType::Switch:
        return Tr::tr("true or false is expected.");
    case OptionType::Size:
        return Tr::tr("A size in quotes is expected, like \"1 MB\".");
    case OptionType::Duration:
        return Tr::tr("A time span in quotes is expected, like \"2h\".");
    case OptionType::List:
    case OptionType::Paths:
    case OptionType::Choices:
    case OptionType::Times:
    case OptionType::Keys:
    case OptionType::Arguments:
        return Tr::tr("A list of texts is expected, like [\"one\", \"two\"].");
    default:
        return Tr::tr("A text in quotes is expected.");
    }
}

/// The value of a node in the option's type; nothing when the node is of another TOML type.
std::optional<Result<OptionValue>> valueOf(const toml::node &node, const OptionForm &option)
{
    switch (option.type) {
    case OptionType::Number:
        if (const auto *number = node.as_integer())
            return OptionValue(qint64(number->get()));
        return {};
    case OptionType::Switch:
        if (const auto *flag = node.as_boolean())
            return OptionValue(flag->get());
        return {};
    case OptionType::Size:
    case OptionType::Duration:
        if (const auto *text = node.as_string())
            return optionFromText(option, fromUtf8(text->get()));
        return {};
    case OptionType::List:
    case OptionType::Paths:
    case OptionType::Choices:
    case OptionType::Times:
    case OptionType::Keys:
    case OptionType::Arguments: {
        const toml::array *array = node.as_array();
        if (!array)
            return {};
        QStringList list;
        for (const toml::node &item : *array) {
            if (!item.is_string())
                return {};
            list << fromUtf8(item.as_string()->get());
        }
        return OptionValue(list);
    }
    default:
        if (const auto *text = node.as_string())
            return OptionValue(fromUtf8(text->get()));
        return {};
    }
}

/// `path` is the option's name in messages.
Result<OptionValue> readValue(const toml::node &node, const OptionForm &option, const QString &path,
                              const QString &place)
{
    const std::optional<Result<OptionValue>> value = valueOf(node, option);
    if (!value)
        return fail(optionProblem(place, node.source(), path, expectedForm(option.type)));
    if (!*value)
        return fail(optionProblem(place, node.source(), path, value->error().message));
    if (const Result<> checked = checkOption(option, **value); !checked)
        return fail(optionProblem(place, node.source(), path, checked.error().message));
    return **value;
}

Error unknownKey(const QString &place, const toml::key &key, const QString &path)
{
    return problemAt(place, key.source(), Tr::tr("Unknown key \"%1\".").arg(oneLine(path, 100)));
}

/// One table of a list of them, like [[services]]: what `keys` declare, and what `check` says of them
/// together.
template <class Item, class Keys>
Result<Item> readItem(const toml::table &table, const QString &listName, const Keys &keys,
                      Result<> (*check)(const Item &), const QString &place)
{
    Item item;
    for (const auto &[key, node] : table) {
        const std::string_view name = key.str();
        const auto found = std::find_if(keys.begin(), keys.end(), [&](const auto &known) {
            return name == std::string_view(known.key.constData(), size_t(known.key.size()));
        });
        const QString path = listName + QChar(u'.') + fromUtf8(name);
        if (found == keys.end())
            return fail(unknownKey(place, key, path));
        MASCLET_TRY_ASSIGN(const OptionValue value, readValue(node, *found, path, place));
        found->set(item, value);
    }
    if (const Result<> checked = check(item); !checked)
        return fail(optionProblem(place, table.source(), listName, checked.error().message));
    return item;
}

/// All tables of such a list; each has a name of its own.
template <class Item, class Keys>
Result<QList<Item>> readItems(const toml::node &node, const QString &listName, const Keys &keys,
                              Result<> (*check)(const Item &), const QString &place)
{
    const QString expected = Tr::tr("Tables with the head [[%1]] are expected.").arg(listName);
    const toml::array *array = node.as_array();
    if (!array)
        return fail(optionProblem(place, node.source(), listName, expected));
    QList<Item> items;
    for (const toml::node &entry : *array) {
        const toml::table *table = entry.as_table();
        if (!table)
            return fail(optionProblem(place, entry.source(), listName, expected));
        MASCLET_TRY_ASSIGN(const Item item, readItem<Item>(*table, listName, keys, check, place));
        for (const Item &other : std::as_const(items)) {
            if (other.name == item.name)
                return fail(optionProblem(place, table->source(), listName,
                                          Tr::tr("The name \"%1\" is there twice.").arg(item.name)));
        }
        items << item;
    }
    return items;
}

bool isSection(const QString &name)
{
    for (const Option &option : optionTable()) {
        if (name == QString::fromLatin1(option.section))
            return true;
    }
    return false;
}

Result<> readTable(const toml::table &table, const QString &section, const QString &place,
                   StoredProfile &stored)
{
    for (const auto &[key, node] : table) {
        const QString name = fromUtf8(key.str());
        const QString path = section.isEmpty() ? name : section + QChar(u'.') + name;
        if (const Option *option = optionByPath(path)) {
            MASCLET_TRY_ASSIGN(const OptionValue value, readValue(node, *option, path, place));
            stored.give(*option, value);
        } else if (section.isEmpty() && name == QStringLiteral("id") && node.is_string()) {
            stored.profile.id = fromUtf8(node.as_string()->get());
            if (!isProfileId(stored.profile.id))
                return fail(problemAt(place, node.source(), Tr::tr("The id is not 32 hexadecimal digits.")));
        } else if (section.isEmpty() && isSection(name) && node.is_table()) {
            MASCLET_TRY(readTable(*node.as_table(), name, place, stored));
        } else if (section.isEmpty() && name == QStringLiteral("services")) {
            MASCLET_TRY_ASSIGN(stored.profile.services,
                               readItems<Profile::Service>(node, name, serviceKeys(), checkService, place));
        } else if (section.isEmpty() && name == QStringLiteral("contacts")) {
            MASCLET_TRY_ASSIGN(stored.profile.contacts,
                               readItems<Profile::Contact>(node, name, contactKeys(), checkContact, place));
        } else {
            return fail(unknownKey(place, key, path));
        }
    }
    return {};
}

} // namespace

void StoredProfile::give(const Option &option, const OptionValue &value)
{
    option.set(profile, value);
    given << option.path();
}

bool isProfileId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{32}\\z"));
    return form.match(id).hasMatch();
}

Result<StoredProfile> parseProfile(const QByteArray &text, const QString &place)
{
    StoredProfile stored;
    try {
        const toml::table root = toml::parse(std::string_view(text.constData(), size_t(text.size())));
        MASCLET_TRY(readTable(root, {}, place, stored));
    } catch (const toml::parse_error &problem) { // thrown by toml++ for what is no TOML, double keys included
        return fail(problemAt(place, problem.source(), oneLine(fromUtf8(problem.description()), 300)));
    }
    if (stored.profile.id.isEmpty())
        return fail(ErrorKind::Config, Tr::tr("%1: The key \"id\" is missing.").arg(oneLine(place)),
                    Tr::tr("Put this line at the top of the file and never change it: id = \"%1\"")
                        .arg(QString::fromLatin1(randomHex(16))));
    return stored;
}

} // namespace masclet
