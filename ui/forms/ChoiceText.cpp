#include "ui/forms/ChoiceText.h"

#include "core/repository/Manifest.h"
#include "ui/support/StateLook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct ChoiceRow {
    const char *option;
    const char *choice;
    const char *text;
};

constexpr std::array rows{
    ChoiceRow{"schedule.restore_test", "every", QT_TRANSLATE_NOOP("ChoiceText", "after every backup")},
    ChoiceRow{"schedule.restore_test", "weekly", QT_TRANSLATE_NOOP("ChoiceText", "once a week")},
    ChoiceRow{"schedule.restore_test", "monthly", QT_TRANSLATE_NOOP("ChoiceText", "once a month")},
    ChoiceRow{"schedule.restore_test", "never", QT_TRANSLATE_NOOP("ChoiceText", "never")},
    ChoiceRow{"repository.layout", "flat", QT_TRANSLATE_NOOP("ChoiceText", "a folder for each kind")},
    ChoiceRow{"repository.layout", "dated", QT_TRANSLATE_NOOP("ChoiceText", "a folder for each day")},
    ChoiceRow{"backup.compression", "auto", QT_TRANSLATE_NOOP("ChoiceText", "automatic")},
    ChoiceRow{"backup.compression", "fast", QT_TRANSLATE_NOOP("ChoiceText", "fast")},
    ChoiceRow{"backup.compression", "small", QT_TRANSLATE_NOOP("ChoiceText", "small")},
    ChoiceRow{"backup.compression", "none", QT_TRANSLATE_NOOP("ChoiceText", "none")},
    ChoiceRow{"notify.events", "failure", QT_TRANSLATE_NOOP("ChoiceText", "failures")},
    ChoiceRow{"notify.events", "recovery", QT_TRANSLATE_NOOP("ChoiceText", "their end")},
    ChoiceRow{"notify.mail_security", "starttls", QT_TRANSLATE_NOOP("ChoiceText", "STARTTLS")},
    ChoiceRow{"notify.mail_security", "tls", QT_TRANSLATE_NOOP("ChoiceText", "TLS from the start")},
    ChoiceRow{"notify.mail_security", "none", QT_TRANSLATE_NOOP("ChoiceText", "none")},
    ChoiceRow{"connection.secret", "auto", QT_TRANSLATE_NOOP("ChoiceText", "automatic")},
    ChoiceRow{"connection.secret", "none", QT_TRANSLATE_NOOP("ChoiceText", "none")},
    ChoiceRow{"connection.secret", "keychain", QT_TRANSLATE_NOOP("ChoiceText", "system keychain")},
    ChoiceRow{"connection.secret", "systemd", QT_TRANSLATE_NOOP("ChoiceText", "systemd credential")},
    ChoiceRow{"connection.secret", "passfile", QT_TRANSLATE_NOOP("ChoiceText", "pass file")},
    ChoiceRow{"connection.secret", "environment", QT_TRANSLATE_NOOP("ChoiceText", "environment")},
};

} // namespace

QString choiceText(const Option &option, const QString &choice)
{
    const QString path = option.path();
    if (path == QStringLiteral("schedule.weekdays"))
        return QLocale().standaloneDayName(int(option.choices.indexOf(choice)) + 1, QLocale::ShortFormat);
    if (isKind(choice) && path == QStringLiteral("backup.kinds"))
        return kindText(choice);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const ChoiceRow &candidate) {
        return path == QLatin1String(candidate.option) && choice == QLatin1String(candidate.choice);
    });
    return row == rows.end() ? choice : QCoreApplication::translate("ChoiceText", row->text);
}

} // namespace masclet
