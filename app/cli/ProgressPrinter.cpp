#include "app/cli/ProgressPrinter.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QThread>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

constexpr std::chrono::seconds plainEvery{10};

} // namespace

QString progressText(const Progress &progress)
{
    const QString what = progress.object.isEmpty()
                             ? progress.phase
                             : Tr::tr("%1 %2").arg(progress.phase, oneLine(progress.object, 120));
    const QString rate = sizeText(qint64(progress.bytesPerSecond));
    if (progress.bytes == 0)
        return what;
    if (progress.total)
        return Tr::tr("%1: %2 of %3, %4/s")
            .arg(what, sizeText(progress.bytes), sizeText(*progress.total), rate);
    return Tr::tr("%1: %2, %3/s").arg(what, sizeText(progress.bytes), rate);
}

ProgressPrinter::ProgressPrinter(Console &console, const Clock &clock)
    : m_console(console)
    , m_clock(clock)
    , m_live(console.errorIsTerminal())
{
}

void ProgressPrinter::show(const Progress &progress)
{
    const QString line = progressText(progress);
    if (m_live)
        showLive(line);
    else
        showPlain(progress, line);
}

void ProgressPrinter::showLive(const QString &line)
{
    const QString cut = line.left(m_console.terminalWidth() - 1); // the last column would wrap
    m_console.writeError("\r\x1b[K" + cut.toUtf8());
    m_lineShown = true;
}

void ProgressPrinter::showPlain(const Progress &progress, const QString &line)
{
    const std::chrono::nanoseconds now = m_clock.monotonic();
    if (progress.phase == m_phase && now - m_lastPlain < plainEvery)
        return;
    m_phase = progress.phase;
    m_lastPlain = now;
    m_console.writeError(line.toUtf8() + '\n');
}

void ProgressPrinter::note(const QString &line)
{
    finish();
    m_console.writeError(line.toUtf8() + '\n');
}

void ProgressPrinter::finish()
{
    if (m_lineShown)
        m_console.writeError("\r\x1b[K");
    m_lineShown = false;
}

void ProgressPrinter::write(LogLevel level, const QString &text)
{
    if (level != LogLevel::Warning && level != LogLevel::Error)
        return;
    const QString line =
        (level == LogLevel::Warning ? Tr::tr("Warning: %1") : Tr::tr("Error: %1")).arg(oneLine(text));
    QMetaObject::invokeMethod(this, [this, line] { note(line); });
}

} // namespace masclet
