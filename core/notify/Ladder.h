#pragma once

#include "core/profile/Profile.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <functional>
#include <optional>

namespace masclet
{

/// Something that is wrong now. Plain data.
struct Trouble {
    QString key;      ///< what is wrong: "run:backup", "proven", …; equal keys are the same trouble
    QString sentence; ///< translated
    QString hint;     ///< what to do; may be empty
};

/// A trouble since somebody first saw it: the alarm that people are told of. Plain data.
struct Incident {
    QString id; ///< "20250218T010007Z-3f9c2a"
    Trouble trouble;
    QDateTime since;      ///< UTC
    QStringList told;     ///< roles that were reached
    QDateTime lastTold;   ///< UTC; invalid when nobody was
    QString acknowledged; ///< by whom; empty: by nobody
    QDateTime acknowledgedAt;

    bool isAcknowledged() const { return !acknowledged.isEmpty(); }
};

/// A step of the ladder: who is told, and how long after an alarm began.
struct Rung {
    QString role;
    QList<Profile::Contact> contacts;
    std::chrono::milliseconds after{0};
};

/// Operator, system administrator, DBA, as far as the profile names somebody there. The first of them is told
/// at once: there is nobody to wait for.
QList<Rung> ladderOf(const Profile &profile);

/// Why somebody gets a message.
enum class Event { Failure, Escalation, Reminder, Recovery, Test };
QString nameOf(Event event); ///< "failure", …: stable

struct Telling {
    Event event = Event::Failure;
    Incident incident;
};

/// Who is told next of an open alarm when nothing changes meanwhile.
struct NextTelling {
    QString role;
    QDateTime due; ///< UTC; one that is over: at the next look
    Event event = Event::Escalation;
};
/// None: nobody will be, for somebody looks after it, or all know.
std::optional<NextTelling> nextTelling(const Incident &incident, const Profile &profile);

/// Gives these to the contacts of the rung; false when none of them was reached.
using Tell = std::function<bool(const Rung &rung, const QList<Telling> &tellings)>;

/// What is wrong at one look.
struct Look {
    QList<Trouble> troubles;
    bool whole = true; ///< false: not all could be looked at, so what is not seen is not over
    QDateTime now;     ///< UTC
};

/// One look of the headless side: opens alarms for what is new, closes those that are over, and tells who is
/// to be told now: each alarm once to a rung, to the next one when its time has come and nobody acknowledged
/// it, or when the rung below was not reached; a reminder after notify.repeat_after; the end once, to
/// everybody who was told. A clock that was set back makes nothing due. Returns what is open then.
QList<Incident> walkLadder(const QList<Incident> &known, const Look &look, const Profile &profile,
                           const Tell &tell);

} // namespace masclet
