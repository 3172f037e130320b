#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace masclet
{

/// The first words of a statement about the server, its roles or databases as such ("drop database"), which
/// no dump of one database holds; empty for any other. A statement inside a function is not seen.
QByteArray serverStatement(QByteArrayView statement);

} // namespace masclet
