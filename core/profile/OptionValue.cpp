// Checking option values and turning them into text and back; the rows themselves are in OptionTable.cpp.
#include "core/base/Text.h"
#include "core/profile/OptionTable.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Option)
};

auto refuse(const QString &sentence)
{
    return fail(ErrorKind::Config, sentence);
}

struct Unit {
    const char *name;
    qint64 factor;
};

template <size_t N>
QString exactText(qint64 value, const Unit (&units)[N], QLatin1String between)
{
    const Unit *chosen = units; // the first one is the smallest
    for (const Unit &unit : units) {
        if (value >= unit.factor && value % unit.factor == 0)
            chosen = &unit;
    }
    return QString::number(value / chosen->factor) + between + QLatin1String(chosen->name);
}

/// A number of the option's type in the form people write.
QString numberText(OptionType type, qint64 value)
{
    switch (type) {
    case OptionType::Size:
        return exactSizeText(value);
    case OptionType::Duration:
        return exactDurationText(value);
    default:
        return QString::number(value);
    }
}

Result<> checkNumber(const OptionForm &option, qint64 value)
{
    if (value >= option.minimum && value <= option.maximum)
        return {};
    return refuse(Tr::tr("%1 is not between %2 and %3.")
                      .arg(numberText(option.type, value), numberText(option.type, option.minimum),
                           numberText(option.type, option.maximum)));
}

Result<> checkWord(const OptionForm &option, const QString &word)
{
    switch (option.type) {
    case OptionType::Choice:
    case OptionType::Choices:
        if (!option.choices.contains(word))
            return refuse(Tr::tr("\"%1\" is none of %2.")
                              .arg(oneLine(word, 60), option.choices.join(QStringLiteral(", "))));
        return {};
    case OptionType::Paths:
        if (word.isEmpty())
            return refuse(Tr::tr("An entry of the list is empty."));
        [[fallthrough]];
    case OptionType::Path:
        if (!word.isEmpty() && !word.startsWith(QChar(u'/')))
            return refuse(Tr::tr("\"%1\" is not an absolute path.").arg(oneLine(word, 200)));
        return {};
    case OptionType::ToolPlace:
        if (!word.isEmpty() && !word.startsWith(QChar(u'/')) && !containerOf(word))
            return refuse(
                Tr::tr("\"%1\" is neither an absolute path nor docker:CONTAINER.").arg(oneLine(word, 200)));
        return {};
    case OptionType::Zone:
        if (!word.isEmpty() && !QTimeZone(word.toUtf8()).isValid())
            return refuse(Tr::tr("\"%1\" is no time zone known here.").arg(oneLine(word, 60)));
        return {};
    case OptionType::Times: {
        static const QRegularExpression form(QStringLiteral("\\A([01][0-9]|2[0-3]):[0-5][0-9]\\z"));
        if (!form.match(word).hasMatch())
            return refuse(Tr::tr("\"%1\" is no time of day like 02:00.").arg(oneLine(word, 60)));
        return {};
    }
    case OptionType::Keys:
        if (!isPublicKey(word))
            return refuse(
                Tr::tr("\"%1\" is no public key of age, which begins with age1.").arg(oneLine(word, 80)));
        return {};
    case OptionType::Url:
        if (!word.isEmpty() && !isWebAddress(word))
            return refuse(Tr::tr("That is no address like https://host/path."));
        return {};
    case OptionType::Address:
        if (!word.isEmpty() && !isMailAddress(word))
            return refuse(Tr::tr("\"%1\" is no mail address like name@host.").arg(oneLine(word, 80)));
        return {};
    case OptionType::List:
        if (word.isEmpty())
            return refuse(Tr::tr("An entry of the list is empty."));
        return {};
    default:
        return {};
    }
}

Result<> checkText(const OptionForm &option, const QString &text)
{
    if (text.contains(QChar(u'\0')))
        return refuse(Tr::tr("The text holds a NUL character."));
    return checkWord(option, text);
}

/// Arguments may be empty and may be there twice.
Result<> checkArguments(const QStringList &list)
{
    for (const QString &word : list) {
        if (word.contains(QChar(u'\0')))
            return refuse(Tr::tr("The text holds a NUL character."));
    }
    if (!list.isEmpty() && !list.first().startsWith(QChar(u'/')))
        return refuse(Tr::tr("\"%1\" is not an absolute path.").arg(oneLine(list.first(), 200)));
    return {};
}

Result<> checkList(const OptionForm &option, const QStringList &list)
{
    if (option.type == OptionType::Arguments)
        return checkArguments(list);
    const bool mayBeEmpty = option.type == OptionType::List || option.type == OptionType::Paths ||
                            option.type == OptionType::Keys;
    if (list.isEmpty() && !mayBeEmpty)
        return refuse(Tr::tr("At least one is needed."));
    for (const QString &word : list)
        MASCLET_TRY(checkText(option, word));
    if (QStringList unique = list; unique.removeDuplicates() > 0)
        return refuse(Tr::tr("An entry of the list is there twice."));
    return {};
}

/// Splits at commas; a backslash takes the next character as it is.
QStringList splitList(const QString &text)
{
    QStringList list;
    QString word;
    bool escaped = false;
    for (const QChar c : text) {
        if (!escaped && c == u'\\') {
            escaped = true;
        } else if (!escaped && c == u',') {
            list << word.trimmed();
            word.clear();
        } else {
            word += c;
            escaped = false;
        }
    }
    if (!text.isEmpty())
        list << word.trimmed();
    return list;
}

Result<OptionValue> numberFromText(const OptionForm &option, const QString &text)
{
    if (option.type == OptionType::Number) {
        bool isNumber = false;
        const qint64 value = text.trimmed().toLongLong(&isNumber);
        if (!isNumber)
            return refuse(Tr::tr("\"%1\" is no whole number.").arg(oneLine(text, 60)));
        return OptionValue(value);
    }
    const bool size = option.type == OptionType::Size;
    const qint64 value = size ? parseSize(text) : parseDuration(text);
    if (value < 0)
        return refuse(
            (size ? Tr::tr("\"%1\" is no size like 1 MB.") : Tr::tr("\"%1\" is no time span like 2h."))
                .arg(oneLine(text, 60)));
    return OptionValue(value);
}

Result<OptionValue> unchecked(const OptionForm &option, const QString &text)
{
    switch (option.type) {
    case OptionType::Number:
    case OptionType::Size:
    case OptionType::Duration:
        return numberFromText(option, text);
    case OptionType::Switch:
        if (text != QStringLiteral("true") && text != QStringLiteral("false"))
            return refuse(Tr::tr("\"%1\" is neither true nor false.").arg(oneLine(text, 60)));
        return OptionValue(text == QStringLiteral("true"));
    case OptionType::List:
    case OptionType::Paths:
    case OptionType::Times:
    case OptionType::Keys:
    case OptionType::Choices:
    case OptionType::Arguments:
        return OptionValue(splitList(text));
    case OptionType::Text:
    case OptionType::Path:
    case OptionType::ToolPlace:
    case OptionType::Zone:
    case OptionType::Choice:
    case OptionType::Url:
    case OptionType::Address:
        break;
    }
    return OptionValue(text);
}

} // namespace

bool isPublicKey(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\Aage1[02-9ac-hj-np-z]{58}\\z"));
    return form.match(text).hasMatch();
}

std::optional<QString> containerOf(const QString &toolPlace)
{
    static const QRegularExpression form(QString::fromLatin1(containerNameForm));
    if (!toolPlace.startsWith(containerPrefix) ||
        !form.match(toolPlace.mid(containerPrefix.size())).hasMatch())
        return std::nullopt;
    return toolPlace.mid(containerPrefix.size());
}

bool isWebAddress(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\Ahttps?://[\\x21-\\x7e]+\\z"));
    return form.match(text).hasMatch() && !QUrl(text, QUrl::StrictMode).host().isEmpty();
}

bool isMailAddress(const QString &text)
{
    // What SMTP takes without quoting, which also keeps anything else out of the mail's head.
    static const QRegularExpression form(
        QStringLiteral("\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}\\z"));
    return form.match(text).hasMatch();
}

Result<> checkOption(const OptionForm &option, const OptionValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return checkNumber(option, *number);
    if (const auto *text = std::get_if<QString>(&value))
        return checkText(option, *text);
    if (const auto *list = std::get_if<QStringList>(&value))
        return checkList(option, *list);
    return {};
}

Result<OptionValue> optionFromText(const OptionForm &option, const QString &text)
{
    MASCLET_TRY_ASSIGN(OptionValue value, unchecked(option, text));
    MASCLET_TRY(checkOption(option, value));
    return value;
}

QString optionText(const OptionForm &option, const OptionValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return numberText(option.type, *number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    QStringList escaped;
    for (QString word : std::get<QStringList>(value))
        escaped << word.replace(QStringLiteral("\\"), QStringLiteral("\\\\"))
                       .replace(QStringLiteral(","), QStringLiteral("\\,"));
    return escaped.join(QChar(u','));
}

QString exactSizeText(qint64 bytes)
{
    static constexpr Unit units[] = {
        {"B", 1}, {"kB", 1LL << 10}, {"MB", 1LL << 20}, {"GB", 1LL << 30}, {"TB", 1LL << 40}};
    return exactText(bytes, units, QLatin1String(" "));
}

QString exactDurationText(qint64 milliseconds)
{
    if (milliseconds == 0)
        return QStringLiteral("0s");
    static constexpr Unit units[] = {
        {"ms", 1}, {"s", 1000}, {"min", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}};
    return exactText(milliseconds, units, QLatin1String(""));
}

QString allowedText(const OptionForm &option)
{
    switch (option.type) {
    case OptionType::Number:
    case OptionType::Size:
    case OptionType::Duration:
        return Tr::tr("%1 to %2")
            .arg(numberText(option.type, option.minimum), numberText(option.type, option.maximum));
    case OptionType::Switch:
        return QStringLiteral("true, false");
    case OptionType::Choice:
    case OptionType::Choices:
        return option.choices.join(QStringLiteral(", "));
    case OptionType::Times:
        return Tr::tr("times like 02:00");
    default:
        return {};
    }
}

} // namespace masclet
