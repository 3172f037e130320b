#pragma once

#include "core/job/JobContext.h"
#include "core/repository/Pruner.h"
#include "core/service/DayFactsReader.h"
#include "core/service/ServiceEnvironment.h"

#include <chrono>
#include <optional>

namespace masclet
{

struct RetentionRequest {
    Profile profile;
    QString trigger = QStringLiteral("manual");
    std::chrono::milliseconds wait{0};
    /// Ids that a person saw and confirmed, oldest first: when others would be deleted by now, none is.
    std::optional<QStringList> shown = {};
};

struct RetentionReport {
    RunRecord run;
    RetentionDecision decision;
    PruneReport pruned;
};

/// Decides what a profile keeps, and deletes the rest. The list that is shown and the list that is used come
/// from the same function. Blocking; apply() belongs into a job.
class RetentionService
{
public:
    explicit RetentionService(const ServiceEnvironment &environment);

    /// Only looks.
    Result<RetentionDecision> decide(const Profile &profile) const;
    /// The same with what was read already.
    RetentionDecision decide(const Profile &profile, const DayMemory &memory) const;
    /// What it would decide after a backup made now, whose set gets as far as `state`.
    Result<RetentionDecision> foresee(const Profile &profile, SetState state) const;
    /// Decides again under the lock, reads the newest sets that stay back from the disk, and deletes.
    /// Failures are AfterBackup.
    Result<RetentionReport> apply(const RetentionRequest &request, JobContext &context) const;

private:
    const ServiceEnvironment &m_environment;
};

} // namespace masclet
