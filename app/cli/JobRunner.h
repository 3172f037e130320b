#pragma once

#include "app/cli/Console.h"
#include "core/job/Job.h"

namespace masclet
{

/// Runs `body` in QtConcurrent under the application's event loop and returns its result. Progress and
/// warnings go to standard error. SIGINT, SIGTERM and SIGHUP ask the body to stop; a body that does not
/// within seven seconds is abandoned with exit code 128+N (the next run recovers), since `docker stop` and
/// systemd kill after ten. A file system that does not answer for longer than the work allows ends the
/// process as well, with the exit code of storage. Main thread, no other event loop running.
Result<JobReport> runJob(const Clock &clock, Console &console, Job::Body body);

} // namespace masclet
