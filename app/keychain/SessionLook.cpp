#include "app/keychain/SessionLook.h"

#include "app/keychain/KeychainErrors.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMetaType>
#include <QDBusPendingReply>
#include <QUuid>

namespace masclet
{

namespace
{

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

const QString secretService = QStringLiteral("org.freedesktop.secrets");
const QStringList keychainServices{secretService, QStringLiteral("org.kde.kwalletd6"),
                                   QStringLiteral("org.kde.kwalletd5")};

/// A connection of our own: the shared one would stay broken when the bus comes later.
class Bus
{
public:
    Bus()
        : m_name(QUuid::createUuid().toString())
        , m_connection(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {
    }
    ~Bus() { QDBusConnection::disconnectFromBus(m_name); }
    Bus(const Bus &) = delete;
    Bus &operator=(const Bus &) = delete;

    const QDBusConnection &connection() const { return m_connection; }

private:
    QString m_name;
    QDBusConnection m_connection;
};

Error errorOf(const QDBusError &error, std::chrono::milliseconds limit)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return keychainSilent(limit);
    case QDBusError::AccessDenied:
        return keychainDenied(error.message());
    case QDBusError::ServiceUnknown:
        return noKeychainService(error.message());
    default:
        // The bus could not start the service: org.freedesktop.DBus.Error.Spawn.…
        return error.name().contains(QStringLiteral(".Spawn.")) ? noKeychainService(error.message())
                                                                : keychainFailed(error.message());
    }
}

/// Names of keychain services that run on the bus or that it can start.
Result<QStringList> servicesOn(const QDBusConnection &bus, std::chrono::milliseconds limit)
{
    QStringList found;
    for (const char *question : {"ListNames", "ListActivatableNames"}) {
        const QDBusMessage call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus"), QString::fromLatin1(question));
        QDBusPendingReply<QStringList> reply = bus.asyncCall(call, int(limit.count()));
        reply.waitForFinished();
        if (reply.isError())
            return fail(errorOf(reply.error(), limit));
        for (const QString &name : keychainServices) {
            if (reply.value().contains(name))
                found << name;
        }
    }
    return found;
}

Result<QStringList> servicesOf(const Bus &bus, std::chrono::milliseconds limit)
{
    if (!bus.connection().isConnected())
        return fail(noSessionBus(bus.connection().lastError().message()));
    MASCLET_TRY_ASSIGN(QStringList services, servicesOn(bus.connection(), limit));
    if (services.isEmpty())
        return fail(noKeychainService({}));
    return services;
}

} // namespace

Result<> lookForService(std::chrono::milliseconds limit)
{
    const Bus bus;
    return servicesOf(bus, limit).map([](const QStringList &) {});
}

Result<EntryState> lookForEntry(const QString &service, const QString &entry, std::chrono::milliseconds limit)
{
    qDBusRegisterMetaType<Attributes>();
    const Bus bus;
    MASCLET_TRY_ASSIGN(const QStringList services, servicesOf(bus, limit));
    if (!services.contains(secretService))
        return EntryState::Unknown;
    // The attributes that QtKeychain gives its entries (libsecret.cpp, schema org.qt.keychain).
    const Attributes attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), entry}};
    QDBusMessage call = QDBusMessage::createMethodCall(
        secretService, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    call.setArguments({QVariant::fromValue(attributes)});
    QDBusPendingReply<Paths, Paths> reply = bus.connection().asyncCall(call, int(limit.count()));
    reply.waitForFinished();
    if (reply.isError())
        return fail(errorOf(reply.error(), limit));
    if (!reply.argumentAt<0>().isEmpty())
        return EntryState::There;
    return reply.argumentAt<1>().isEmpty() ? EntryState::Missing : EntryState::Locked;
}

} // namespace masclet
