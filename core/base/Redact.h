#pragma once

#include <QString>

namespace masclet
{

/// What stands in the place of a secret.
QString redactedMark();

/// True for names whose values are secrets: "POSTGRES_PASSWORD", "app.api_key", "ldapbindpasswd"; not
/// "password_encryption".
bool namesSecret(const QString &name);

/// Text of others (settings, conninfo, command lines, output of tools) with what looks like a secret taken
/// out: values behind such names and `=` or `:`, and passwords in URIs. It errs on the side of taking too
/// much.
QString redacted(const QString &text);

} // namespace masclet
