#pragma once

#include "tests/support/TempCluster.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>

namespace masclet::test
{

/// Stands before a server's socket, and hangs up once instead of passing on the answer to what holds `words`:
/// the server has done it, and the program that asked does not know.
class LostAnswer
{
public:
    LostAnswer(const TempCluster &server, const QByteArray &words);
    ~LostAnswer();
    LostAnswer(const LostAnswer &) = delete;
    LostAnswer &operator=(const LostAnswer &) = delete;

    QString folder() const { return m_folder.path(); } ///< of its socket: the host to connect to
    bool happened() const { return m_happened; }

private:
    struct Call {
        int program = -1;
        int server = -1;
        bool lost = false; ///< what the server says next
    };
    void serve();
    bool pass(Call &call);

    QTemporaryDir m_folder{QStringLiteral("/tmp/ml-XXXXXX")};
    const QByteArray m_words;
    QByteArray m_server; ///< path of its socket
    int m_listener = -1;
    int m_end[2] = {-1, -1};
    std::atomic<bool> m_happened = false;
    std::thread m_thread;
};

} // namespace masclet::test
