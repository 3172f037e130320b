#include "core/schedule/CronFile.h"

#include "core/base/Text.h"
#include "core/profile/PlannedTimes.h"
#include "core/schedule/NextRuns.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cctype>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

const QByteArray fileHead =
    "# Written by masclet-backup. \"masclet-backup schedule install\" and \"masclet-backup "
    "schedule remove\" change it.\n";
const QByteArray beginMark = "# begin ";
const QByteArray endMark = "# end ";

/// The longest command Debian's cron takes is 1,000 bytes with its end.
constexpr qsizetype longestCommand = 998;
constexpr int daysOfAYear = 366;

/// A word of a shell command.
QString shellWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_./:=@,+-]+\\z"));
    if (plain.match(word).hasMatch())
        return word;
    return QChar(u'\'') + QString(word).replace(QStringLiteral("'"), QStringLiteral("'\\''")) + QChar(u'\'');
}

Result<QByteArray> shellCommand(const ScheduledBackup &backup, const QStringList &arguments)
{
    QStringList words;
    for (const QString &word : QStringList{backup.program} + arguments)
        words << shellWord(word);
    const QByteArray command = words.join(QChar(u' ')).toUtf8();
    const QString hint = Tr::tr("Install it as systemd units, or choose another path.");
    if (command.contains('%'))
        return fail(ErrorKind::Config,
                    Tr::tr("cron ends a command at a percent sign: %1").arg(oneLine(command, 300)), hint);
    if (command.size() > longestCommand)
        return fail(ErrorKind::Config,
                    Tr::tr("The command is too long for cron: %1").arg(oneLine(command, 300)), hint);
    return command;
}

QByteArray joined(const QList<int> &numbers)
{
    QByteArrayList texts;
    for (const int number : numbers)
        texts << QByteArray::number(number);
    return texts.join(',');
}

/// "0 2 * * 1,3" for each time.
QByteArrayList timesOf(const Profile::Schedule &schedule)
{
    const QList<int> days = plannedWeekdays(schedule);
    const QByteArray weekdays = days.size() == 7 ? QByteArray("*") : joined(days);
    QByteArrayList lines;
    for (const QString &text : schedule.at) {
        const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
        if (time.isValid())
            lines << QByteArray::number(time.minute()) + ' ' + QByteArray::number(time.hour()) + " * * " +
                         weekdays;
    }
    return lines;
}

/// The minutes of the hour at which the runs of the coming year start, as the machine's clock shows them.
QByteArray minutesOf(const Profile::Schedule &schedule, const QTimeZone &machine, const QDateTime &now)
{
    QList<int> minutes;
    for (const PlannedRun &run : NextRuns(schedule).after(now, daysOfAYear * int(schedule.at.size()))) {
        const int minute = run.start.toTimeZone(machine).time().minute();
        if (!minutes.contains(minute))
            minutes << minute;
    }
    std::sort(minutes.begin(), minutes.end());
    return joined(minutes);
}

bool fitsMailTo(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9@!:.,_+-]*\\z"));
    return form.match(text).hasMatch();
}

} // namespace

Result<QByteArray> cronLines(const ScheduledBackup &backup, const CronMachine &machine, const QDateTime &now)
{
    if (!fitsMailTo(machine.mailTo))
        return fail(ErrorKind::Usage,
                    Tr::tr("\"%1\" is no mail address for cron.").arg(oneLine(machine.mailTo, 100)));
    MASCLET_TRY_ASSIGN(const QByteArray command, shellCommand(backup, backup.arguments));
    const QByteArray call = ' ' + backup.user.toUtf8() + ' ' + command + '\n';
    const NextRuns runs(backup.schedule);
    const bool sameZone = runs.zone().id() == machine.zone.id();

    QByteArray lines = "# Profile " + backup.profile.toUtf8() + ": " +
                       backup.schedule.at.join(QStringLiteral(", ")).toUtf8() + ' ' + runs.zone().id() + '\n';
    lines += QByteArray("SHELL=/bin/sh\n") + cronPath + '\n' + cronLocale + "\nMAILTO=\"" +
             machine.mailTo.toUtf8() + "\"\n";
    if (sameZone) {
        for (const QByteArray &time : timesOf(backup.schedule))
            lines += time + call;
        lines +=
            "# For runs that were missed while the machine was off; ends at once where none was.\n@reboot" +
            call;
    } else {
        lines += "# cron knows the zone of this machine only (" + machine.zone.id() +
                 "): every hour looks whether a backup is due.\n" +
                 minutesOf(backup.schedule, machine.zone, now) + " * * * *" + call;
    }
    if (!backup.watchArguments.isEmpty()) {
        MASCLET_TRY_ASSIGN(const QByteArray watch, shellCommand(backup, backup.watchArguments));
        lines += "# Alarms that nobody answers go on to the next contact.\n*/10 * * * * " +
                 backup.user.toUtf8() + ' ' + watch + '\n';
    }
    return lines;
}

QByteArrayList cronStarts(const QByteArray &lines)
{
    QByteArrayList starts;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.startsWith('@'))
            starts << line.left(line.indexOf(' '));
        else if (!line.isEmpty() && (isdigit(uchar(line[0])) || line[0] == '*'))
            starts << line.split(' ').mid(0, 5).join(' ');
    }
    return starts;
}

Result<CronFile> CronFile::parse(const QByteArray &text, const QString &place)
{
    const auto foreign = [&place] {
        return fail(
            ErrorKind::Config,
            Tr::tr("%1 holds lines that this program did not write; it is left alone.").arg(oneLine(place)),
            Tr::tr("Move those lines to another file in that folder, and try again."));
    };
    CronFile file;
    if (text.isEmpty())
        return file;
    if (!text.startsWith(fileHead) || !text.endsWith('\n'))
        return foreign();
    bool open = false;
    for (const QByteArray &line :
         text.mid(fileHead.size()).chopped(text.size() > fileHead.size() ? 1 : 0).split('\n')) {
        if (!open && line.startsWith(beginMark)) {
            file.m_blocks << Block{line.mid(beginMark.size()), {}};
            open = true;
        } else if (open && line == endMark + file.m_blocks.last().profileId) {
            open = false;
        } else if (open) {
            file.m_blocks.last().lines += line + '\n';
        } else if (!line.isEmpty()) {
            return foreign();
        }
    }
    if (open)
        return foreign();
    return file;
}

std::optional<QByteArray> CronFile::lines(const QString &profileId) const
{
    for (const Block &block : m_blocks) {
        if (block.profileId == profileId.toLatin1())
            return block.lines;
    }
    return std::nullopt;
}

void CronFile::put(const QString &profileId, const QByteArray &lines)
{
    for (Block &block : m_blocks) {
        if (block.profileId == profileId.toLatin1()) {
            block.lines = lines;
            return;
        }
    }
    m_blocks << Block{profileId.toLatin1(), lines};
}

void CronFile::remove(const QString &profileId)
{
    m_blocks.removeIf([&](const Block &block) { return block.profileId == profileId.toLatin1(); });
}

QByteArray CronFile::text() const
{
    QByteArray text = fileHead;
    for (const Block &block : m_blocks)
        text += beginMark + block.profileId + '\n' + block.lines + endMark + block.profileId + '\n';
    return text;
}

} // namespace masclet
