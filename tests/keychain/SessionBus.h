#pragma once

#include "core/base/Result.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace masclet::test
{

/// A session bus of its own, as a desktop has one, that starts no services. Everything ends with the object.
class SessionBus
{
public:
    enum class Policy {
        Open,
        DenySecrets, ///< nobody may send to the keychain's service
    };
    static Result<std::unique_ptr<SessionBus>> start(Policy policy = Policy::Open);
    ~SessionBus();
    SessionBus(const SessionBus &) = delete;
    SessionBus &operator=(const SessionBus &) = delete;

    QString address() const;
    QString folder() const { return m_folder.path(); }
    /// What a program on this bus has in its environment ("NAME=value").
    QStringList environment() const;
    /// The test's own connection.
    QDBusConnection connection() const { return QDBusConnection(m_name); }

private:
    SessionBus() = default;

    QTemporaryDir m_folder{QStringLiteral("/tmp/mkb-XXXXXX")};
    QString m_name;
    QProcess m_daemon;
};

/// Takes a name on the bus and answers nothing, whatever is asked.
class SilentService final : public QDBusVirtualObject
{
public:
    SilentService(const SessionBus &bus, const QString &name);
    ~SilentService() override;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override;

private:
    QDBusConnection m_bus;
    QString m_name;
};

} // namespace masclet::test
