#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace masclet
{

/// One JSON object as text with a SHA-256 over its own bytes, kept in the member "seal": the digits stand for
/// 64 zeros while the hash is taken. Every byte of the text counts, so a change that a JSON reader would not
/// even see is found too, and anybody can check it:
///     tr -d '\n' < FILE | sed 's/"seal":"[0-9a-f]*"/"seal":"000…0"/' | sha256sum
/// It finds accidents and edits without care, not a forger (faults SR20). The same object always gives the
/// same text; one line, without the line end.
QByteArray seal(QJsonObject object);

/// The object without its seal. `kind` is the kind of every failure.
Result<QJsonObject> unseal(const QByteArray &text, ErrorKind kind);

/// The 64 digits of a text that unseal() accepts: the link of the journal's chain.
QByteArray sealOf(const QByteArray &text);

} // namespace masclet
