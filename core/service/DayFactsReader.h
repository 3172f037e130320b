#pragma once

#include "core/checks/Checklist.h"
#include "core/checks/DayFacts.h"
#include "core/checks/LogFindings.h"
#include "core/repository/Repository.h"

#include <stop_token>

namespace masclet
{

/// What a look at one day needs of all that a repository remembers, read once for everybody who looks.
struct DayMemory {
    QList<StoredSet> allSets; ///< of every profile, newest first
    QList<StoredSet> sets;    ///< of the profile
    /// Of the profile, newest first: since the day before, about its sets, and of each verb and outcome the
    /// newest before that. Whatever checks, status and overview look for is among them.
    QList<RunRecord> runs;
    QList<JournalRecord> acts; ///< holds, kept databases, open steps, known lines
    QDateTime logsSince;       ///< UTC; logs were looked at until then
};
Result<DayMemory> readDayMemory(const Repository &repository, const Profile &profile, const QDate &day,
                                const Clock &clock);

/// What one evaluation of a day looked at, and where the next scan of the log files goes on.
struct GatheredDay {
    DayFacts facts;
    QList<LogPosition> logs;
};

/// Reads everything the checks of a day look at: sets, runs and evidence of the profile, the day's manifest,
/// the logs since the day before was evaluated, the disk. Where the server keeps its data is `dataPlace`, for
/// only a connection can tell. Rows of the restored copy are the "tables" in the details of the set's newest
/// restore test evidence (toJson(QList<TableRows>)). Blocking; reads only.
Result<GatheredDay> gatherDay(const Repository &repository, const Profile &profile, const QDate &day,
                              DataPlace dataPlace, const Clock &clock, const std::stop_token &stop);
/// The same with what was read already.
Result<GatheredDay> gatherDay(const Repository &repository, const Profile &profile, const QDate &day,
                              const DayMemory &memory, DataPlace dataPlace, const Clock &clock,
                              const std::stop_token &stop);

/// What the logs hold since the checks of any day last looked at them, within a week.
Result<LogFindings> logsSinceLastCheck(const Repository &repository, const Profile &profile,
                                       const Clock &clock, const std::stop_token &stop);

/// The day files of the repository.
Result<Checklist> openChecklist(const Repository &repository, const Clock &clock);

} // namespace masclet
