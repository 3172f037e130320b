#pragma once

#include "tests/keychain/SessionBus.h"

namespace masclet::test
{

/// A real GNOME Keyring on a bus of the test, unlocked, without a display. Its data goes with the bus.
class Keyring
{
public:
    static Result<std::unique_ptr<Keyring>> start(const SessionBus &bus);
    ~Keyring();
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    /// As the desktop does when the screen is locked for good.
    Result<> lock();
    /// Ends it and starts it again on the same data, unlocked.
    Result<> restart();
    /// Answers nothing until thaw().
    void freeze();
    void thaw();

private:
    explicit Keyring(const SessionBus &bus);
    Result<> launch();
    void end();

    const SessionBus &m_bus;
    QProcess m_daemon;
};

} // namespace masclet::test
