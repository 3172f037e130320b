#include "core/base/Text.h"
#include "core/process/ToolProcess.h"

#include <QCoreApplication>

#include <array>
#include <csignal>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ToolProcess)
};

} // namespace

Result<QByteArray> runTool(const ToolCommand &command, const std::stop_token &stop,
                           std::chrono::milliseconds limit, ErrorKind kind, qint64 outputLimit)
{
    MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> tool, ToolProcess::start(command));
    QByteArray text;
    std::array<std::byte, 16 * 1024> block{};
    for (;;) {
        MASCLET_TRY_ASSIGN(const size_t got, tool->read(block, stop, limit));
        if (got == 0)
            break;
        text.append(reinterpret_cast<const char *>(block.data()), qsizetype(got));
        if (text.size() > outputLimit)
            return fail(kind, Tr::tr("%1 wrote more than expected.").arg(oneLine(command.program)));
    }
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, tool->wait(stop, limit));
    if (!outcome.good())
        return fail(describe(command, outcome, kind));
    return text;
}

Error describe(const ToolCommand &command, const ToolOutcome &outcome, ErrorKind kind)
{
    const QString name = command.program.section(u'/', -1);
    const QString detail = oneLine(outcome.errorOutput, outcome.errorOutput.size());
    if (outcome.signal == SIGKILL)
        return Error{kind,
                     Tr::tr("%1 was killed by signal 9 (memory?).").arg(name),
                     Tr::tr("Look in the system log for the out-of-memory killer, then try again."),
                     detail,
                     {}};
    if (outcome.signal != 0)
        return Error{
            kind, Tr::tr("%1 was ended by signal %2.").arg(name).arg(outcome.signal), {}, detail, {}};
    return Error{
        kind, Tr::tr("%1 failed with exit code %2.").arg(name).arg(outcome.exitCode), {}, detail, {}};
}

} // namespace masclet
