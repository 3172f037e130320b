#pragma once

#include <QByteArray>
#include <QDebug>

#include <memory>
#include <string_view>

namespace masclet
{

/// A password in memory that wipes itself. Copies share one buffer, wiped when the last one goes.
/// It cannot be logged or compared by accident; bytes() is the one way to read it, for the call that needs
/// it.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over and wipes `bytes` in place.
    static Secret take(QByteArray &bytes);
    static Secret fromView(std::string_view bytes);

    bool isEmpty() const { return !m_bytes || m_bytes->empty(); }
    /// Valid as long as this object lives. Never store it in a QString or a log.
    std::string_view bytes() const;

    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    std::shared_ptr<const std::string> m_bytes;
};

} // namespace masclet
