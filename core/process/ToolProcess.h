#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/process/ToolCommand.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>

namespace masclet
{

/// How a child ended. Good means: not crashed, exit code 0.
struct ToolOutcome {
    int exitCode = 0;
    int signal = 0;         ///< 0 unless killed by one
    QByteArray errorOutput; ///< standard error, its last 64 KiB
    bool good() const { return signal == 0 && exitCode == 0; }
};

/// One running child: own process group, a signal (SIGTERM unless the command says otherwise) when the
/// starting thread dies, standard output read through our own pipe (whose size is the back-pressure),
/// standard error collected. All calls block in slices of at most 100 ms and watch the stop token; use from
/// the thread that called start(), which must outlive the child. When the child has ended, nothing of its
/// group stays: workers of a killed leader are killed. The destructor ends the whole group: TERM, three
/// seconds, KILL.
class ToolProcess
{
public:
    enum class Output { Read, Discard };
    enum class Input { None, Fed }; ///< None: /dev/null

    /// ClientTool when the program is missing or cannot be executed.
    static Result<std::unique_ptr<ToolProcess>> start(const ToolCommand &command,
                                                      Output output = Output::Read,
                                                      Input input = Input::None);
    ~ToolProcess();

    /// Up to buffer.size() bytes of standard output; 0 at its end. Stopped when asked; `kind` Dump with
    /// "hung" when nothing arrived for `stallLimit`.
    Result<size_t> read(std::span<std::byte> buffer, const std::stop_token &stop,
                        std::chrono::milliseconds stallLimit);
    /// What one exchange() moved.
    struct Exchange {
        size_t put = 0;           ///< bytes of the input that were taken
        size_t got = 0;           ///< bytes of output
        bool outputEnded = false; ///< nothing more comes
    };
    /// Feeds standard input and reads standard output at once, for a child that turns one into the other:
    /// waits until either moved. A child that reads no more counts as having taken everything; its exit code
    /// says why. Errors as of read().
    Result<Exchange> exchange(std::span<const std::byte> input, std::span<std::byte> output,
                              const std::stop_token &stop, std::chrono::milliseconds stallLimit);
    /// Feeds standard input (Input::Fed); closeInput() ends it.
    Result<> writeInput(std::span<const std::byte> bytes, const std::stop_token &stop);
    void closeInput();
    /// Waits at most `limit` for the end of the child, and keeps its standard error flowing: for one that
    /// writes files instead of output. True when it has ended; wait() then tells how.
    Result<bool> endsWithin(std::chrono::milliseconds limit, const std::stop_token &stop);
    /// Ends the child and says so: for who watches something else than its output.
    tl::unexpected<Error> hung(std::chrono::milliseconds stallLimit);
    /// Waits for the end of the child.
    Result<ToolOutcome> wait(const std::stop_token &stop, std::chrono::milliseconds limit);
    /// TERM to the group, `grace`, then KILL; returns when the child has been reaped.
    void terminate(std::chrono::milliseconds grace = std::chrono::seconds(3));

    /// False as soon as the child itself has ended, whether or not wait() was called.
    bool isRunning() const;
    /// Asks every child of this process to end, without waiting: for a process that leaves a thread behind
    /// which will never end (see DiskWait.h), on whose death they would wait. Any thread.
    static void endAll();
    qint64 processId() const;
    QByteArray errorOutput() const;

private:
    ToolProcess();
    struct Private;
    std::unique_ptr<Private> d;
};

/// A bad outcome as an error in words, the tool's own as detail. The one place that turns a child's end into
/// one.
Error describe(const ToolCommand &command, const ToolOutcome &outcome, ErrorKind kind);

/// Runs a short tool to its end and returns its standard output (at most `outputLimit` bytes). A bad outcome
/// is an error of `kind` with the tool's own words as detail.
Result<QByteArray> runTool(const ToolCommand &command, const std::stop_token &stop,
                           std::chrono::milliseconds limit, ErrorKind kind,
                           qint64 outputLimit = 16 * 1024 * 1024);

} // namespace masclet
