#include "app/cli/JobRunner.h"

#include "app/cli/ProgressPrinter.h"
#include "app/cli/StopSignals.h"
#include "core/base/ExitCode.h"
#include "core/process/ToolProcess.h"

#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr std::chrono::seconds stopLimit{7};

/// Leaves a work whose file system does not answer, and which nothing can stop (fault S08). Its children wait
/// for that thread's death, which may be days away.
void leaveSilentDisk(Job &job, ProgressPrinter &printer)
{
    if (!job.waitsForDisk())
        return;
    ToolProcess::endAll();
    const Error why = job.leave(job.takePutBack()());
    printer.note(why.message);
    printer.note(why.hint);
    ::_exit(exitCodeOf(why.kind));
}

/// Leaves a job that does not stop, but not one that is putting something back.
void abandonWhenFree(Job &job, ProgressPrinter &printer, int signal)
{
    if (job.putsBack()) {
        QTimer::singleShot(std::chrono::milliseconds(100), &job,
                           [&job, &printer, signal] { abandonWhenFree(job, printer, signal); });
        return;
    }
    printer.note(Tr::tr("The work did not stop in time and was abandoned; the next run cleans up."));
    if (const std::optional<Error> alarm = job.takePutBack()()) {
        printer.note(alarm->message);
        printer.note(alarm->hint);
        ::_exit(exitCodeOf(alarm->kind));
    }
    ::_exit(128 + signal);
}

} // namespace

Result<JobReport> runJob(const Clock &clock, Console &console, Job::Body body)
{
    ProgressPrinter printer(console, clock);
    StopSignals signals;
    std::optional<Result<JobReport>> outcome;
    Job job(std::move(body), clock, printer);

    QObject::connect(&job, &Job::progressed, &printer, &ProgressPrinter::show);
    QObject::connect(&job, &Job::finished, &job, [&](const Result<JobReport> &result) {
        outcome = result;
        QCoreApplication::quit();
    });
    QObject::connect(&signals, &StopSignals::received, &job, [&](int signal) {
        printer.note(Tr::tr("Stopping…"));
        job.requestStop();
        QTimer::singleShot(stopLimit, &job,
                           [&job, &printer, signal] { abandonWhenFree(job, printer, signal); });
    });
    QTimer diskWatch;
    QObject::connect(&diskWatch, &QTimer::timeout, &job, [&] { leaveSilentDisk(job, printer); });
    diskWatch.start(std::chrono::seconds(1));
    job.start();
    QCoreApplication::exec();
    printer.finish();
    if (!outcome)
        return fail(ErrorKind::Internal, Tr::tr("The work ended without a result."));
    return *std::move(outcome);
}

} // namespace masclet
