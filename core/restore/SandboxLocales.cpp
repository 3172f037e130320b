#include "core/restore/SandboxLocales.h"

#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

#include <locale.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Sandbox)
};

bool isBuiltIn(const QByteArray &name)
{
    // C.UTF-8 is a folder, not part of the archive, and stays visible.
    const QByteArray lower = name.toLower();
    return lower.isEmpty() || lower == "c" || lower == "posix" || lower == "c.utf-8" || lower == "c.utf8";
}

bool machineHas(const QByteArray &name)
{
    const locale_t found = ::newlocale(LC_ALL_MASK, name.constData(), nullptr);
    if (found != locale_t{})
        ::freelocale(found);
    return found != locale_t{};
}

/// The name with its codeset reduced to lower-case letters and digits, as glibc compares it.
QByteArray normalised(const QByteArray &name)
{
    const qsizetype dot = name.indexOf('.');
    if (dot < 0)
        return name;
    qsizetype at = name.indexOf('@', dot);
    at = at < 0 ? name.size() : at;
    QByteArray codeset;
    for (const char letter : name.mid(dot + 1, at - dot - 1).toLower()) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            codeset += letter;
    }
    return name.left(dot) + '.' + codeset + name.mid(at);
}

QByteArray withoutCodeset(const QByteArray &name)
{
    const qsizetype dot = name.indexOf('.');
    if (dot < 0)
        return name;
    const qsizetype at = name.indexOf('@', dot);
    return name.left(dot) + (at < 0 ? QByteArray() : name.mid(at));
}

/// The name becomes a path for localedef.
bool isPlain(const QByteArray &name)
{
    return std::all_of(name.cbegin(), name.cend(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') ||
               std::string_view("_.@-").find(letter) != std::string_view::npos;
    });
}

Result<LocaleSource> sourceOf(const QByteArray &name, const QByteArray &supported)
{
    const QByteArray wanted = normalised(name);
    const QList<QByteArray> lines = isPlain(name) ? supported.split('\n') : QList<QByteArray>();
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() != 2)
            continue;
        // Some locales have UTF-8 only and are listed without it: "ca_ES@valencia" is ca_ES.UTF-8@valencia
        // too.
        QByteArray full = words[0];
        if (!full.contains('.'))
            full.insert(full.contains('@') ? full.indexOf('@') : full.size(), '.' + words[1]);
        if (normalised(words[0]) == wanted || normalised(full) == wanted)
            return LocaleSource{name, withoutCodeset(words[0]), words[1]};
    }
    return fail(ErrorKind::RestoreTest,
                Tr::tr("The locale %1 is unknown on this machine, so no database with it can be made.")
                    .arg(oneLine(name)),
                Tr::tr("Install the package \"locales\"; names of other systems cannot be built at all."));
}

} // namespace

Result<QList<LocaleSource>> localesToBuild(const QStringList &locales, const QByteArray &supported)
{
    QList<QByteArray> names;
    for (const QString &locale : locales) {
        const QByteArray name = locale.toUtf8();
        if (!isBuiltIn(name) && !names.contains(name))
            names << name;
    }
    if (std::all_of(names.cbegin(), names.cend(), machineHas))
        return QList<LocaleSource>();
    QList<LocaleSource> sources;
    for (const QByteArray &name : names) {
        MASCLET_TRY_ASSIGN(const LocaleSource source, sourceOf(name, supported));
        sources << source;
    }
    return sources;
}

} // namespace masclet
