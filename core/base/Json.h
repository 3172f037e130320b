#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace masclet
{

/// What a JSON document from disk may be at most; all our readers use it.
struct JsonLimits {
    qint64 bytes = 256LL * 1024 * 1024;
    int depth = 32;
};

/// Strict reading of one JSON object: size and depth limits, no duplicate keys, no NUL, valid UTF-8, nothing
/// behind it. QJsonDocument alone silently keeps one of two equal keys. `kind` is the error's kind.
Result<QJsonObject> parseJsonObject(const QByteArray &text, ErrorKind kind, JsonLimits limits = {});

} // namespace masclet
