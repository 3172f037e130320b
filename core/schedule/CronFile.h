#pragma once

#include "core/schedule/ScheduledBackup.h"

#include <QTimeZone>

#include <optional>

namespace masclet
{

/// The environment that our lines of cron give to what they start, beside what cron itself sets.
inline constexpr char cronPath[] = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
inline constexpr char cronLocale[] = "LANG=C.UTF-8";

/// What a line of cron depends on beside the backup.
struct CronMachine {
    QTimeZone zone; ///< of the machine, the only one Debian's cron knows
    QString mailTo; ///< who gets what a run says; empty: nobody
};

/// The lines of one profile. In the machine's own zone the times themselves, and one for the start of the
/// machine; in any other zone an hourly look at whether a backup is due, by our own rules (NextRuns). Every
/// ten minutes a look at alarms, where somebody is to be told of them. Config for what cron cannot be told.
/// English, as other files in that folder; pure.
Result<QByteArray> cronLines(const ScheduledBackup &backup, const CronMachine &machine, const QDateTime &now);

/// When those lines start something: "0 2 * * *", "@reboot".
QByteArrayList cronStarts(const QByteArray &lines);

/// The file in cron.d: a block of lines for each profile. Lines of other profiles are kept as they are. A
/// value.
class CronFile
{
public:
    static constexpr auto standardPath = "/etc/cron.d/masclet-backup";

    CronFile() = default;
    /// Config when this program did not write it.
    static Result<CronFile> parse(const QByteArray &text, const QString &place);

    std::optional<QByteArray> lines(const QString &profileId) const;
    /// In the place of what was there for that profile.
    void put(const QString &profileId, const QByteArray &lines);
    void remove(const QString &profileId);
    bool isEmpty() const { return m_blocks.isEmpty(); }
    QByteArray text() const;

private:
    struct Block {
        QByteArray profileId;
        QByteArray lines;
    };
    QList<Block> m_blocks;
};

} // namespace masclet
