#pragma once

#include "core/base/Result.h"
#include "core/profile/Profile.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <span>
#include <variant>

namespace masclet
{

/// How an option is written, checked and (later) edited.
enum class OptionType {
    Text,
    Path,      ///< absolute, or empty
    ToolPlace, ///< an absolute path of a folder, "docker:CONTAINER", or empty
    Zone,      ///< IANA time zone, or empty
    Number,
    Switch,
    List,      ///< texts, none of them empty
    Paths,     ///< absolute ones, or none
    Size,      ///< bytes; written "1 MB"
    Duration,  ///< milliseconds; written "2h"
    Times,     ///< "02:00", one or more
    Keys,      ///< public keys of age, or none
    Choice,    ///< one of Option::choices
    Choices,   ///< one or more of Option::choices
    Arguments, ///< absolute path of a program and its arguments, or nothing
    Url,       ///< of http or https, or empty; it may hold a token, so it is a secret
    Address,   ///< of mail: name@host, or empty
};

/// Text, Path, ToolPlace, Zone, Choice, Url, Address: QString. Number, Size, Duration: qint64. Switch: bool.
/// Others: QStringList.
using OptionValue = std::variant<QString, qint64, bool, QStringList>;

/// One TOML key and the values it takes. Plain data; help is English source, translated by help().
struct OptionForm {
    QByteArray key;
    OptionType type = OptionType::Text;
    const char *helpText = nullptr;
    QStringList choices; ///< of Choice and Choices
    qint64 minimum = 0;  ///< of Number, Size and Duration, in the value's unit
    qint64 maximum = 0;

    QString help() const;
};

/// One option of a profile, declared once: profile file, flags, environment, help, man page, checks and forms
/// all walk optionTable(). Plain data; text is English source, translated by label() and help().
struct Option : OptionForm {
    QByteArray section; ///< TOML table; empty: top level. The key is unique in it
    const char *labelText = nullptr;
    OptionValue (*get)(const Profile &) = nullptr;
    void (*set)(Profile &, const OptionValue &) = nullptr;
    QByteArray flagName;         ///< "keep-last"; unique
    QList<QByteArray> variables; ///< libpq's or the container's; the first one set counts

    QString label() const;
    QString path() const;     ///< "retention.keep_last"
    QString flag() const;     ///< "--keep-last"
    QString variable() const; ///< our own: "MASCLET_KEEP_LAST"
};

/// All options, in the order of the profile file.
std::span<const Option> optionTable();
const Option *optionByPath(const QString &path);

/// What a section of the file is about, translated ("Connection"); for the empty section "Profile".
QString sectionTitle(const QByteArray &section);

/// A public key as age-keygen prints it: "age1" and 58 characters of Bech32 (age-encryption.org/v1).
bool isPublicKey(const QString &text);

/// The form of a container's name, as a regular expression: what no program reads as an option or a path.
inline constexpr auto containerNameForm = "\\A[A-Za-z0-9][A-Za-z0-9_.-]{0,254}\\z";
/// What a ToolPlace that is no path begins with.
inline constexpr QLatin1String containerPrefix("docker:");
/// "docker:NAME" → NAME; nothing for what is no such text.
std::optional<QString> containerOf(const QString &toolPlace);

/// "https://host/path", in ASCII.
bool isWebAddress(const QString &text);
/// "name@host", in ASCII and without quotes.
bool isMailAddress(const QString &text);

/// Checks a value against type, range and choices. Fails (Config) with one sentence that names neither
/// option nor place: the caller knows them.
Result<> checkOption(const OptionForm &option, const OptionValue &value);
/// Reads the form used by flags and variables: lists are separated by commas (`\,` and `\\` are the
/// characters themselves), switches are true or false. Checked.
Result<OptionValue> optionFromText(const OptionForm &option, const QString &text);
/// The same form; optionFromText(optionText(v)) gives v back.
QString optionText(const OptionForm &option, const OptionValue &value);
/// "1 MB", "2h": the largest unit that divides the value, so that nothing is lost.
QString exactSizeText(qint64 bytes);
QString exactDurationText(qint64 milliseconds);
/// What may be given, for help and man page: "1 to 65535", "flat, dated"; empty when anything may.
QString allowedText(const OptionForm &option);

} // namespace masclet
