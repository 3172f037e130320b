#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace masclet
{

/// One locale for localedef: `localedef -i input -f charmap folder/name`.
struct LocaleSource {
    QByteArray name;
    QByteArray input;
    QByteArray charmap;
};

/// What has to be built so that a server finds all `locales`: nothing when the machine has them all, else
/// every one but C and POSIX, since glibc leaves the machine's archive out as soon as LOCPATH is set
/// (setlocale(3), glibc locale/findlocale.c). `supported` is the text of glibc's list of locales and their
/// charmaps. RestoreTest when a name, which comes from a dump, is none that glibc knows.
Result<QList<LocaleSource>> localesToBuild(const QStringList &locales, const QByteArray &supported);

/// glibc's list on this machine, part of Debian's package "locales".
inline constexpr char supportedLocalesPath[] = "/usr/share/i18n/SUPPORTED";

} // namespace masclet
