#pragma once

#include "core/profile/Profile.h"
#include "core/repository/RunRecord.h"
#include "core/repository/StoredSet.h"

#include <QTimeZone>

#include <optional>

namespace masclet
{

/// Everything the decision depends on. `sets` may hold other profiles' sets; they are left out.
struct RetentionInput {
    QList<StoredSet> sets;
    QString profileId;
    QString profileName;
    Profile::Retention rules;
    QTimeZone zone; ///< days, weeks, months and years are the profile's
    QDateTime now;
    std::optional<RunRecord> newestBackup; ///< the profile's last backup run, however it ended
    std::optional<RunRecord> newestTest;   ///< its last restore test, likewise
    QStringList holds; ///< reasons found elsewhere why nothing may be deleted (fewer rows, another server)
    QStringList inUse; ///< ids of sets that something reads now
};

enum class RetentionVerdict { Keep, Delete, NotConsidered };
QString nameOf(RetentionVerdict verdict); ///< "keep", "delete", "not-considered"

struct RetentionReason {
    QString code; ///< stable word: "keep-last", "pinned", …
    QString text; ///< one sentence, translated
};

struct RetentionDecision {
    struct Item {
        StoredSet set;
        RetentionVerdict verdict = RetentionVerdict::Keep;
        QList<RetentionReason> reasons; ///< never empty
    };
    QList<Item> items;            ///< newest first
    QList<RetentionReason> holds; ///< not empty: nothing at all is deleted

    qint64 freedBytes() const;
    QStringList setsToDelete() const; ///< oldest first
};

/// What is kept and what is deleted, and why. Pure. Only verified sets are considered, in the order of their
/// sequence; the newest N of them, the newest restore-tested one, pinned ones, those in use and those a tier
/// or the minimum age names stay. Nothing is deleted while the newest run, set or restore test is not good, a
/// kept one is damaged, or the clock cannot be believed.
RetentionDecision decideRetention(const RetentionInput &input);

} // namespace masclet
