#include "app/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// Outside of any namespace, as Qt demands: the catalogues sit in a static library.
static void loadCatalogues()
{
    Q_INIT_RESOURCE(masclet_i18n);
}

namespace masclet
{

namespace
{

const QString spanish = QStringLiteral("es");
const QString english = QStringLiteral("en");

QString languageOf(const QString &locale)
{
    return locale.startsWith(spanish) ? spanish : english;
}

} // namespace

bool isLanguage(const QString &name)
{
    return name == english || name == spanish;
}

QString chosenLanguage(const QStringList &arguments, const Environment &environment)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(QStringLiteral("--lang=")))
            return languageOf(arguments[i].mid(7));
        if (arguments[i] == QStringLiteral("--lang") && i + 1 < arguments.size())
            return languageOf(arguments[i + 1]);
    }
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QString value = environment.value(QString::fromLatin1(variable)); !value.isEmpty())
            return languageOf(value);
    }
    return english;
}

LanguageScope::LanguageScope(const QString &language)
{
    loadCatalogues();
    QLocale::setDefault(language == spanish ? QLocale(QLocale::Spanish, QLocale::Spain) : QLocale::c());
    if (m_qtTranslator.load(QStringLiteral("qtbase_%1").arg(language),
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
    // Ours come last and are asked first.
    if (m_translator.load(QStringLiteral(":/i18n/masclet_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
}

LanguageScope::~LanguageScope()
{
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    QLocale::setDefault(QLocale::c());
}

} // namespace masclet
