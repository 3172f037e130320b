#pragma once

#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/service/ProfileProposal.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// A first look at the profile's database: facts, client tools, and for a small one the size that a
/// compressed dump really has (dumped once, thrown away, nothing on the disk). A dump that fails is a warning
/// of the survey; the errors are those of connecting and of the tools. Blocking; call it from a job.
Result<DatabaseSurvey> surveyDatabase(const ServiceEnvironment &environment, const Profile &profile,
                                      JobContext &context);

} // namespace masclet
