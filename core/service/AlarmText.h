#pragma once

#include "core/notify/Ladder.h"

namespace masclet
{

// What a person reads of an open alarm, on the command line and at the desk; translated.

/// Who knows of it, or looks after it, in a few words.
QString toldText(const Incident &incident);
/// Who is told next, and when, in a sentence.
QString nextTellingText(const Incident &incident, const Profile &profile, const QDateTime &now);
/// All of them in one sentence: how many, since when, and whether somebody looks after them. Empty without
/// one.
QString openAlarmsText(const QList<Incident> &incidents, const Profile &profile);

} // namespace masclet
