#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace masclet
{

enum class RunState { Running, Ok, Warnings, Failed, Stopped, Interrupted };
QString nameOf(RunState state); ///< "running", "ok", …: stable
std::optional<RunState> runStateFromName(const QString &name);

/// A part of a run; its name is in the language of the run.
struct RunPhase {
    QString name;
    qint64 startMs = 0; ///< after the run's start
    qint64 durationMs = 0;

    friend bool operator==(const RunPhase &, const RunPhase &) = default;
};

/// What the server had to do besides a backup, from its first look to its last byte.
struct RunLoad {
    int samples = 0;          ///< how often it was looked at; 0: see `problem`
    int mostSessions = 0;     ///< of others that ran a statement at once
    int meanSessions = 0;     ///< in hundredths
    qint64 longestWaitMs = 0; ///< of a statement of others for a lock
    qint64 walBytes = 0;      ///< written (or replayed) meanwhile
    QString problem;          ///< why nothing was measured, or no more; one sentence

    friend bool operator==(const RunLoad &, const RunLoad &) = default;
};
QJsonObject toJson(const RunLoad &load);

/// One attempt at anything, failed ones included: what the journal keeps for ever. Bands, trends and history
/// are made from these, so they outlive the sets.
struct RunRecord {
    QString id;      ///< unique, sorts by time: 20250218T010007Z-3f9c2a
    QString verb;    ///< "backup", "verify", "restore-test", "retention", …
    QString profile; ///< name at that time
    QString profileId;
    QString trigger;     ///< "manual", "schedule"
    QString reason;      ///< given by a person; may be empty
    QString author;      ///< user@host
    QString setId;       ///< empty when none came to be
    qint64 sequence = 0; ///< of that set; 0 when none
    RunState state = RunState::Running;
    QDateTime started;     ///< UTC
    QDateTime finished;    ///< UTC; invalid while running
    qint64 durationMs = 0; ///< monotonic
    int exitCode = 0;
    qint64 storedBytes = 0;   ///< of all kinds
    qint64 databaseBytes = 0; ///< of these the kind db
    qint64 rawBytes = 0;
    qint64 rows = 0;
    QList<RunPhase> phases;      ///< in their order; empty while it runs
    std::optional<RunLoad> load; ///< of backups, where it was measured
    QStringList warnings;
    QString message; ///< the error's sentence, hint and raw detail; empty when good
    QString hint;
    QString detail;

    /// It never began, since another run held the repository.
    bool wasRefused() const;
    friend bool operator==(const RunRecord &, const RunRecord &) = default;
};

/// A new unique id at the clock's time.
QString newRunId(const Clock &clock);
bool isRunId(const QString &text);

QJsonObject toJson(const RunRecord &run);
/// Strict; Verification errors.
Result<RunRecord> runRecordFromJson(const QJsonObject &object);

} // namespace masclet
