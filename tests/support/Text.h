#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>

namespace masclet::test
{

// Short ways to write texts in tests, where QStringLiteral would hide what is said.

inline QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// "web, queue" as a list.
inline QStringList words(const char *text)
{
    return q(text).split(QStringLiteral(", "), Qt::SkipEmptyParts);
}

inline std::span<const std::byte> bytesOf(const QByteArray &text)
{
    return std::as_bytes(std::span(text.constData(), size_t(text.size())));
}

} // namespace masclet::test
