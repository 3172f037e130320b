#include "app/cli/Console.h"

#include "app/cli/StopSignals.h"

#include <QCoreApplication>

#include <cerrno>

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Console)
};

constexpr qsizetype inputLimit = 64 * 1024;

void writeAll(int fd, const QByteArray &text)
{
    qsizetype done = 0;
    while (done < text.size()) {
        const ssize_t written = ::write(fd, text.constData() + done, size_t(text.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return; // the reader went away; the exit code still tells how it went
        done += written;
    }
}

/// No echo while it lives.
class QuietTerminal
{
public:
    QuietTerminal()
    {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~QuietTerminal()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

private:
    termios m_before = {};
    bool m_changed = false;
};

enum class Until { LineEnd, End };

/// Reads standard input byte by byte (what follows belongs to the next reader), watching for signals.
Result<QByteArray> readInput(Until until)
{
    const StopSignals signals;
    QByteArray text;
    text.reserve(inputLimit); // never moved, so no copy of a password is left behind
    for (;;) {
        pollfd waiting[] = {{STDIN_FILENO, POLLIN, 0}, {signals.descriptor(), POLLIN, 0}};
        if (::poll(waiting, 2, -1) < 0 && errno != EINTR)
            return fail(systemError(ErrorKind::Usage, Tr::tr("Cannot read standard input"), errno));
        if ((waiting[1].revents & POLLIN) != 0)
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        if (waiting[0].revents == 0)
            continue;
        char c = 0;
        const ssize_t got = ::read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(systemError(ErrorKind::Usage, Tr::tr("Cannot read standard input"), errno));
        if (got == 0 || (until == Until::LineEnd && c == '\n'))
            return text;
        if (text.size() == inputLimit)
            return fail(ErrorKind::Usage, Tr::tr("Standard input is longer than allowed."));
        text += c;
    }
}

} // namespace

void SystemConsole::writeOutput(const QByteArray &text)
{
    writeAll(STDOUT_FILENO, text);
}

void SystemConsole::writeError(const QByteArray &text)
{
    writeAll(STDERR_FILENO, text);
}

bool SystemConsole::errorIsTerminal() const
{
    return ::isatty(STDERR_FILENO) == 1;
}

int SystemConsole::terminalWidth() const
{
    winsize size = {};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

bool SystemConsole::inputIsTerminal() const
{
    return ::isatty(STDIN_FILENO) == 1;
}

Result<QString> SystemConsole::readLine(const QString &prompt)
{
    writeError(prompt.toUtf8());
    MASCLET_TRY_ASSIGN(const QByteArray line, readInput(Until::LineEnd));
    return QString::fromUtf8(line);
}

Result<Secret> SystemConsole::readSecret(const QString &prompt)
{
    QByteArray text;
    if (inputIsTerminal()) {
        writeError(prompt.toUtf8());
        const QuietTerminal quiet;
        MASCLET_TRY_ASSIGN(text, readInput(Until::LineEnd));
        writeError("\n");
    } else {
        MASCLET_TRY_ASSIGN(text, readInput(Until::End));
        if (text.endsWith('\n'))
            text.chop(1);
        if (text.endsWith('\r'))
            text.chop(1);
    }
    return Secret::take(text);
}

} // namespace masclet
