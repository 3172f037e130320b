#pragma once

#include "core/base/Error.h"

#include <QJsonObject>

namespace masclet
{

/// An error for people: sentence, hint, what was going on, raw detail, each on lines of their own. The only
/// place that puts errors on a screen.
QString errorText(const Error &error);

/// The same for programs: {"error": {kind, code, message, hint, detail, context}}.
QJsonObject errorDocument(const Error &error, int exitCode);

} // namespace masclet
