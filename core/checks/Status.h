#pragma once

#include "core/checks/Check.h"
#include "core/profile/Profile.h"
#include "core/repository/RunRecord.h"
#include "core/repository/StoredSet.h"

#include <QTimeZone>

#include <chrono>

namespace masclet
{

/// As monitoring systems read it: the value is the exit code of a Nagios plugin.
enum class StatusLevel { Ok = 0, Warning = 1, Critical = 2, Unknown = 3 };
QString nameOf(StatusLevel level); ///< "OK", "WARNING", "CRITICAL", "UNKNOWN": never translated

/// What `status` judges of one profile. Plain data.
struct StatusFacts {
    Profile profile;
    QTimeZone zone;
    QDateTime now;          ///< UTC
    QDateTime since;        ///< UTC; when the repository began
    bool scheduled = false; ///< something starts backups by itself
    QList<StoredSet> sets;  ///< of the profile, newest first
    QList<RunRecord> runs;  ///< of the profile, newest first
    QList<Check> checks;    ///< those evaluated for it; failed ones count
    QStringList alarms;     ///< what is broken until somebody mends it (a service that is down)
    QStringList attention;  ///< sentences of other parts that a person should see (a retention hold)
};

/// What mends the worst thing: the one button beside the sentence.
enum class Remedy {
    None,
    BackUp,
    Verify,
    RestoreTest,
    ShowAlarms,
    ShowRun,
    ShowChecklist,
    ShowSchedule,
    AcceptServer,
};

/// One thing that is not as it should be.
struct StatusRemark {
    StatusLevel level = StatusLevel::Unknown;
    QString key; ///< what it is, stable: "proven", "damaged", "last-run", "check-space", …
    QString text;
    Remedy remedy = Remedy::None;
    QString run = {};
    /// The same without a word of servers, tools and files, for what everybody may read; empty: `text` has
    /// none.
    QString publicText = {};
};

struct Status {
    StatusLevel level = StatusLevel::Unknown;
    QString line; ///< one sentence, the worst thing first
    Remedy remedy = Remedy::None;
    QString run;                 ///< id of the run the line speaks of; empty when it speaks of none
    QStringList others;          ///< what else is wrong, worst first
    QList<StatusRemark> remarks; ///< all of it, worst first
    QString newestSet;           ///< the newest verified one; empty when there is none
    QDateTime verified;          ///< when that was started, UTC
    QDateTime proven;            ///< start of the newest restore-tested set, UTC
};

Status evaluateStatus(const StatusFacts &facts);

/// Of several profiles: critical before unknown before warning.
StatusLevel worstOf(const QList<StatusLevel> &levels);

} // namespace masclet
