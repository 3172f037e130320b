#include "app/cli/ErrorText.h"

#include "core/base/ExitCode.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};
} // namespace

QString errorText(const Error &error)
{
    QString text = error.kind == ErrorKind::Stopped ? error.message : Tr::tr("Error: %1").arg(error.message);
    if (!error.hint.isEmpty())
        text += QChar(u'\n') + error.hint;
    for (const QString &what : error.context)
        text += QChar(u'\n') + Tr::tr("While: %1").arg(what);
    // Tools write several lines; each stays one, made harmless.
    for (const QString &line : error.detail.split(QChar(u'\n'), Qt::SkipEmptyParts))
        text += QStringLiteral("\n  | ") + oneLine(line);
    return text + QChar(u'\n');
}

QJsonObject errorDocument(const Error &error, int exitCode)
{
    return {{QStringLiteral("error"),
             QJsonObject{{QStringLiteral("kind"), nameOf(error.kind)},
                         {QStringLiteral("code"), exitCode},
                         {QStringLiteral("message"), error.message},
                         {QStringLiteral("hint"), error.hint},
                         {QStringLiteral("detail"), error.detail},
                         {QStringLiteral("context"), QJsonArray::fromStringList(error.context)}}}};
}

} // namespace masclet
