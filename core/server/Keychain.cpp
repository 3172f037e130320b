#include "core/server/Keychain.h"

#include <QUrl>

namespace masclet
{

QString passwordEntryOf(const Profile &profile)
{
    const auto encoded = [](const QString &part) {
        return QString::fromLatin1(QUrl::toPercentEncoding(part));
    };
    const Profile::Connection &connection = profile.connection;
    return QStringLiteral("%1@%2:%3/%4")
        .arg(encoded(connection.user), encoded(connection.host), QString::number(connection.port),
             encoded(connection.dbname));
}

QString keyEntryOf(const Profile &profile)
{
    return profile.name + QStringLiteral(".age");
}

QString mailEntryOf(const Profile &profile)
{
    return profile.name + QStringLiteral(".mail");
}

} // namespace masclet
