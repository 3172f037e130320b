#pragma once

#include "core/notify/Ladder.h"

#include <QJsonObject>
#include <QTimeZone>

namespace masclet
{

/// What contacts get, in each form. Plain data.
struct Message {
    Event event = Event::Failure; ///< the gravest one in it
    QString subject;
    QString text;
    QString id;           ///< unique
    QDateTime time;       ///< UTC
    QJsonObject document; ///< for webhooks and commands; its "text" is what chat rooms show
};

/// From whom.
struct Sender {
    QString machine;
    QString program; ///< "masclet-backup 0.1.0"
    QDateTime now;   ///< UTC
};

/// One message with all of that, for one rung. Pure but for its id.
Message composeMessage(const Profile &profile, const Rung &rung, const QList<Telling> &tellings,
                       const Sender &sender);
Message composeTest(const Profile &profile, const Sender &sender);

/// The ladder for people: who is told when, and how each is reached. One line each.
QStringList ladderLines(const Profile &profile);
/// The same under a heading, for the restore procedure; empty when the profile names nobody.
QString contactsText(const QStringList &ladder);

} // namespace masclet
