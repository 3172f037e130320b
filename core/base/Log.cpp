#include "core/base/Log.h"

#include "core/base/Text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace masclet
{

QString nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QStringLiteral("debug");
    case LogLevel::Info:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Error:
        break;
    }
    return QStringLiteral("error");
}

QByteArray logLine(const QDateTime &utc, LogLevel level, const QString &text)
{
    // The limit stops a hostile server from filling the disk with one NOTICE.
    constexpr qsizetype limit = 8000;
    return QJsonDocument(QJsonObject{{QStringLiteral("t"), utc.toUTC().toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("level"), nameOf(level)},
                                     {QStringLiteral("text"), oneLine(text, limit)}})
        .toJson(QJsonDocument::Compact);
}

} // namespace masclet
