#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace masclet
{

/// The values of one row of COPY's text format, without its line end; nullopt is NULL. The inverse of
/// PostgreSQL's CopyAttributeOutText (src/backend/commands/copyto.c).
QList<std::optional<QByteArray>> copyCells(QByteArrayView row);

} // namespace masclet
