#pragma once

#include "core/profile/OptionTable.h"

// How the rows of the option table are written; for the files that hold them.
namespace masclet::rows
{

inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 day = 24 * 60 * minute;
inline constexpr qint64 terabyte = 1024LL * 1024 * 1024 * 1024;

/// A row under construction: the table below reads as one sentence per option.
struct Row : Option {
    Row range(qint64 low, qint64 high) &&
    {
        minimum = low;
        maximum = high;
        return std::move(*this);
    }
    Row oneOf(std::initializer_list<const char *> words) &&
    {
        for (const char *word : words)
            choices << QString::fromLatin1(word);
        return std::move(*this);
    }
    Row from(QList<QByteArray> names) &&
    {
        variables = std::move(names);
        return std::move(*this);
    }
    Row flagged(const char *name) &&
    {
        flagName = name;
        return std::move(*this);
    }
};

inline Row row(const char *section, const char *key, OptionType type, const char *label, const char *help)
{
    Row made;
    made.section = section;
    made.key = key;
    made.type = type;
    made.labelText = label;
    made.helpText = help;
    made.flagName = QByteArray(key).replace('_', '-');
    return made;
}

/// A field of Profile itself.
template <auto Field>
Row top(const char *key, OptionType type, const char *label, const char *help)
{
    Row made = row("", key, type, label, help);
    made.get = [](const Profile &profile) {
        return OptionValue(profile.*Field);
    };
    made.set = [](Profile &profile, const OptionValue &value) {
        profile.*Field = std::get<std::remove_cvref_t<decltype(profile.*Field)>>(value);
    };
    return made;
}

/// A field of one of Profile's sections.
template <auto Section, auto Field>
Row in(const char *section, const char *key, OptionType type, const char *label, const char *help)
{
    Row made = row(section, key, type, label, help);
    made.get = [](const Profile &profile) {
        return OptionValue(profile.*Section.*Field);
    };
    made.set = [](Profile &profile, const OptionValue &value) {
        profile.*Section.*Field = std::get<std::remove_cvref_t<decltype(profile.*Section.*Field)>>(value);
    };
    return made;
}

/// How people and monitoring are told; in NotifyOptions.cpp.
QList<Option> notifyRows();

} // namespace masclet::rows
