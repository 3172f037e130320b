#pragma once

#include "core/procedure/StepKind.h"
#include "core/repository/Journal.h"

namespace masclet
{

/// A step as the journal keeps it before it is done.
struct JournalledStep {
    QString runId;
    qint64 number = 0; ///< in its run, from 1
    QString kind;      ///< empty: nothing to undo
    StepKind::Undo undoWhen = StepKind::Undo::AtTheEnd;
    QString title;
    QJsonObject parameters;
    QJsonObject before;
    QString profile; ///< name, id and file of the profile, to find it again
    QString profileId;
    QString profilePath;
    QString machine; ///< where it was done: only there it can be undone

    /// "20250218T010007Z-3f9c2a/1": what people name it by.
    QString id() const;
};

/// A step that changed something and was not undone: of the run that is at work, or a standing alarm.
struct OpenStep {
    JournalledStep step;
    QDateTime begun; ///< UTC
    QString problem; ///< why the last attempt to undo it failed; empty: there was none
};

/// How one ended.
struct StepEnd {
    const Error *error = nullptr; ///< nullptr: good
    qint64 durationMs = 0;
};

Result<> journalBegun(Journal &journal, const RepositoryLock &lock, const JournalledStep &step);
Result<> journalEnded(Journal &journal, const RepositoryLock &lock, const JournalledStep &step,
                      const StepEnd &end);
/// `by` is the run that tried.
Result<> journalUndone(Journal &journal, const RepositoryLock &lock, const JournalledStep &step,
                       const QString &by, const StepEnd &end);
/// From here on no step of the run up to `number` is undone after a failure.
Result<> journalKept(Journal &journal, const RepositoryLock &lock, const QString &runId, qint64 number);
/// A person has put it right.
Result<> journalAcknowledged(Journal &journal, const RepositoryLock &lock, const JournalledStep &step,
                             const QString &author);

/// The records that say which steps are open.
QSet<QString> openStepTypes();
/// What the records leave open, in the order it was done.
QList<OpenStep> openSteps(const QList<JournalRecord> &records);

} // namespace masclet
