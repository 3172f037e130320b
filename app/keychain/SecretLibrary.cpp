#include "app/keychain/SecretLibrary.h"

#include <QLibrary>

namespace masclet
{

namespace
{

// gio/gioenums.h and gio/gdbusconnection.h, which have been stable since GLib 2.26.
constexpr int sessionBus = 2; // G_BUS_TYPE_SESSION
using GetBus = void *(*)(int type, void *cancellable, void **error);
using SetExitOnClose = void (*)(void *connection, int exit);

} // namespace

void outliveSessionBus()
{
    QLibrary library(QStringLiteral("gio-2.0"), 0);
    const auto getBus = reinterpret_cast<GetBus>(library.resolve("g_bus_get_sync"));
    const auto setExit =
        reinterpret_cast<SetExitOnClose>(library.resolve("g_dbus_connection_set_exit_on_close"));
    if (!getBus || !setExit)
        return;
    // Kept for good: it is the one connection that libsecret uses.
    if (void *const connection = getBus(sessionBus, nullptr, nullptr))
        setExit(connection, 0);
}

void forgetSecretService()
{
    QLibrary library(QStringLiteral("secret-1"), 0); // as QtKeychain's libsecret.cpp names it
    if (const QFunctionPointer disconnect = library.resolve("secret_service_disconnect"))
        disconnect();
}

} // namespace masclet
