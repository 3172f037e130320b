#include "tests/faults/LostAnswer.h"

#include <QFile>

#include <array>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace masclet::test
{

namespace
{

sockaddr_un addressOf(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof address.sun_path))
        qFatal("%s is too long", path.constData());
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    return address;
}

bool sendAll(int socket, const char *bytes, ssize_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, size_t(size), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= sent;
    }
    return true;
}

} // namespace

LostAnswer::LostAnswer(const TempCluster &server, const QByteArray &words)
    : m_words(words)
{
    const QString name = QStringLiteral("/.s.PGSQL.%1").arg(server.port());
    m_server = QFile::encodeName(server.socketFolder() + name);
    const sockaddr_un own = addressOf(QFile::encodeName(folder() + name));
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0 ||
        ::listen(m_listener, 8) != 0 || ::pipe2(m_end, O_CLOEXEC) != 0)
        qFatal("cannot stand before the server");
    m_thread = std::thread([this] { serve(); });
}

LostAnswer::~LostAnswer()
{
    ::close(m_end[1]);
    m_thread.join();
    ::close(m_end[0]);
    ::close(m_listener);
}

void LostAnswer::serve()
{
    std::vector<Call> calls;
    for (;;) {
        std::vector<pollfd> watched{{m_end[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const Call &call : calls) {
            watched.push_back({call.program, POLLIN, 0});
            watched.push_back({call.server, POLLIN, 0});
        }
        ::poll(watched.data(), watched.size(), -1);
        if (watched[0].revents != 0)
            break;
        for (size_t i = calls.size(); i-- > 0;) {
            if ((watched[2 + 2 * i].revents | watched[3 + 2 * i].revents) != 0 && !pass(calls[i])) {
                ::close(calls[i].program);
                ::close(calls[i].server);
                calls.erase(calls.begin() + std::ptrdiff_t(i));
            }
        }
        if (watched[1].revents != 0) {
            const sockaddr_un address = addressOf(m_server);
            const Call call{::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC),
                            ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
            if (::connect(call.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
                qFatal("the server is gone");
            calls.push_back(call);
        }
    }
    for (const Call &call : calls) {
        ::close(call.program);
        ::close(call.server);
    }
}

/// What there is to be passed on, in both directions; false when the call has ended.
bool LostAnswer::pass(Call &call)
{
    std::array<char, 65536> buffer;
    const ssize_t asked = ::recv(call.program, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (asked == 0 || (asked > 0 && !sendAll(call.server, buffer.data(), asked)))
        return false;
    if (asked > 0 && !m_happened && QByteArrayView(buffer.data(), asked).contains(m_words))
        call.lost = true;
    const ssize_t answered = ::recv(call.server, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (answered == 0)
        return false;
    if (answered > 0 && call.lost) {
        m_happened = true;
        return false;
    }
    return answered < 0 || sendAll(call.program, buffer.data(), answered);
}

} // namespace masclet::test
