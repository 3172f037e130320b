#pragma once

#include "core/service/RunScope.h"

namespace masclet
{

/// Runs `body(Procedure &)`, which returns a Result<Report>, as a procedure of this run. However it ends,
/// what its steps changed is put back. A report stays one, its `failure` saying what could not be put back;
/// an error is joined with that. A report that comes with a `failure` counts as failed.
template <class Report, class Body>
Result<Report> asProcedure(RunScope &run, const Body &body)
{
    Procedure procedure(run.procedureRun(), run.job());
    Result<Report> result = body(procedure);
    const bool good = result && !result->failure;
    std::optional<Error> open = procedure.end(good ? Procedure::Outcome::Good : Procedure::Outcome::Failed);
    if (!open)
        return result;
    if (!result)
        return fail(withCause(*std::move(open), &result.error()));
    result->failure = withCause(*std::move(open), result->failure ? &*result->failure : nullptr);
    return result;
}

} // namespace masclet
