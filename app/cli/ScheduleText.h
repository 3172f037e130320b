#pragma once

#include "app/cli/Command.h"
#include "core/service/ScheduleService.h"

namespace masclet
{

// What the verbs of the schedule share.

/// --root DIR.
ArgumentSpec rootArgument();

/// The profile as its file has it, the places, and this program as it runs now.
Result<ScheduleRequest> scheduleRequest(const CommandContext &context);

/// Every file with its new content, and every command; then, without --dry-run, does it. The exit code: 3
/// with warnings.
Result<int> showAndCarryOut(const SchedulePlan &plan, CommandContext &context);

} // namespace masclet
