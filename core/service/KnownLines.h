#pragma once

#include "core/profile/Profile.h"
#include "core/repository/Journal.h"
#include "core/service/ServiceEnvironment.h"

#include <QDate>

#include <stop_token>

namespace masclet
{

/// A text in log files that somebody has looked at: lines that hold it are no errors until the end of that
/// day. Kept as journal records, so it is never forgotten who said so.
struct KnownLine {
    QString id; ///< "20250218T010007Z-3f9c2a"
    QString text;
    QDate until;
    QString name; ///< who says so
    QString note;
    QDateTime time; ///< UTC
};

/// The records that are about known lines.
QSet<QString> knownLineTypes();
/// Those that were not taken back, oldest first; also those whose day is over.
QList<KnownLine> knownLinesOf(const QList<JournalRecord> &records, const QString &profileId);
/// The texts of those that hold on that day.
QStringList knownTextsOn(const QDate &day, const QList<KnownLine> &lines);

Result<QList<KnownLine>> readKnownLines(const ServiceEnvironment &environment, const Profile &profile);
/// Its id and time are made here. Usage when text, day or name is missing or the day is over, Locked while a
/// run holds the repository. For who may verify.
Result<KnownLine> addKnownLine(const ServiceEnvironment &environment, const Profile &profile, KnownLine line,
                               const std::stop_token &stop);
/// Usage when there is none with that id.
Result<> removeKnownLine(const ServiceEnvironment &environment, const Profile &profile, const QString &id,
                         const std::stop_token &stop);

} // namespace masclet
