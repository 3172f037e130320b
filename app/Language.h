#pragma once

#include "core/profile/EffectiveProfile.h"

#include <QStringList>
#include <QTranslator>

namespace masclet
{

/// "es" or "en": --lang, else LC_ALL, LC_MESSAGES, LANG; English when in doubt.
QString chosenLanguage(const QStringList &arguments, const Environment &environment);

/// Whether there are messages in this language: "es" or "en".
bool isLanguage(const QString &name);

/// While it lives, people read this language: catalogue and number format of the application. Main thread.
class LanguageScope
{
public:
    explicit LanguageScope(const QString &language);
    ~LanguageScope();
    LanguageScope(const LanguageScope &) = delete;
    LanguageScope &operator=(const LanguageScope &) = delete;

private:
    QTranslator
        m_qtTranslator; ///< Qt's own texts: "Cancel", file dialogs; English where they are not installed
    QTranslator m_translator;
};

} // namespace masclet
