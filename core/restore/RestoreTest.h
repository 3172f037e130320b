#pragma once

#include "core/restore/DatabaseCopy.h"
#include "core/restore/Sandbox.h"

namespace masclet
{

/// Loads a set into a scratch database on the server that `admin` reaches, compares, and drops it again,
/// also when the load failed or was stopped. `admin` may name any database of that server; the role must be
/// allowed to create databases. Where roles are missing it is tested without their owners and rights, and
/// says so. Leftovers of dead runs of this repository are dropped first (faults V01): the caller holds the
/// repository's lock, so none of them is in use. A comparison that is not equal is a good result with
/// differences. Errors: RestoreTest; Connection and Credentials before anything was made; Verification when
/// the archive is not what its manifest says; Stopped.
Result<CopyOutcome> testOnServer(const ConnectionSettings &admin, const TestedSet &set, const TestRun &run,
                                 JobContext &context);

/// The same in a throw-away server of its own, which gets the set's roles first. `options` need no locales
/// and no size: they come from the manifest. Roles that even then are missing are a failure, or left out.
Result<CopyOutcome> testInSandbox(SandboxOptions options, const TestedSet &set, const ScratchTag &tag,
                                  JobContext &context,
                                  LoadOptions::Roles roles = LoadOptions::Roles::MustExist);

} // namespace masclet
