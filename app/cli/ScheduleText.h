#pragma once

#include "app/cli/Command.h"
#include "core/service/ScheduleProof.h"

namespace masclet
{

// What the verbs of the schedule share.

/// --root DIR.
ArgumentSpec rootArgument();

/// The profile as its file has it, the places, and this program as it runs now.
Result<ScheduleRequest> scheduleRequest(const CommandContext &context);

/// Proves the schedule and lists what was found. `more` goes into the document beside it. The exit code: that
/// of what failed is the error's.
Result<int> proveAndSay(const ScheduleRequest &request, Proof how, const QJsonObject &more,
                        CommandContext &context);

/// Every file with its new content, and every command; then, without --dry-run, does it. The exit code: 3
/// with warnings.
Result<int> showAndCarryOut(const SchedulePlan &plan, CommandContext &context);

} // namespace masclet
