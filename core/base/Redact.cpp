#include "core/base/Redact.h"

#include <QRegularExpression>

namespace masclet
{

namespace
{

constexpr auto secretWords = "(?:password|passwd|passphrase|pwd|secret|secrets|token|credential|credentials|"
                             "api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key)";

} // namespace

QString redactedMark()
{
    return QStringLiteral("(redacted)");
}

bool namesSecret(const QString &name)
{
    static const QRegularExpression form(QLatin1String(secretWords) + QLatin1String("\\z"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(name).hasMatch();
}

QString redacted(const QString &text)
{
    // Values as conninfo, shells and JSON quote them, else up to the next space or separator.
    static const QRegularExpression assigned(
        QLatin1String("(") + QLatin1String(secretWords) + QLatin1String("[\"']?\\s*[=:]\\s*|--?[\\w-]*") +
            QLatin1String(secretWords) +
            QLatin1String("[ \\t]+)"
                          "(?:'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,;&'\"]+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    // Elements of an array, as pg_hba's options: all up to the closing quote.
    static const QRegularExpression element(
        QLatin1String("(\"[\\w.-]*") + QLatin1String(secretWords) + QLatin1String("=)(?:[^\"\\\\]|\\\\.)*"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression uri(QStringLiteral("(://[^\\s/:@'\"]*:)[^\\s/@'\"]+(?=@)"));
    QString out = text;
    out.replace(element, QStringLiteral("\\1") + redactedMark());
    out.replace(assigned, QStringLiteral("\\1") + redactedMark());
    out.replace(uri, QStringLiteral("\\1") + redactedMark());
    return out;
}

} // namespace masclet
