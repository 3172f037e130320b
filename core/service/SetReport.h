#pragma once

#include "core/checks/Checklist.h"
#include "core/service/HistoryService.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// Commands that bring a set back without this program; empty where it holds nothing of the kind.
struct RestoreCommands {
    QString roles;    ///< makes the roles it needs, on a server that has none
    QString database; ///< loads it into a test database
    QString files;    ///< unpacks configuration, logs and state; lines
};
RestoreCommands restoreCommandsOf(Profile profile, const Manifest &manifest);

/// Everything known about one set. Plain data.
struct SetReport {
    StoredSet set;
    Manifest manifest;
    QList<Evidence> evidence;        ///< oldest first
    QList<RunRecord> runs;           ///< that made it or looked at it, newest first
    QList<RunLogLine> log;           ///< of the run that made it; empty when it is gone
    QList<RunPhase> phases;          ///< of that run
    std::optional<ChecklistDay> day; ///< of the day it was made, when that looked at this set
    RestoreCommands commands;
};

/// One run that may have made no set.
struct RunReport {
    RunRecord run;
    QList<RunLogLine> log; ///< empty when it is gone
};

/// Usage when there is none, Verification when its manifest is broken. Blocking; reads only.
Result<SetReport> readSetReport(const ServiceEnvironment &environment, const Profile &profile,
                                const QString &setId);
Result<RunReport> readRunReport(const ServiceEnvironment &environment, const Profile &profile,
                                const QString &runId);

} // namespace masclet
