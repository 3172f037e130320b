#include "core/checks/Checklist.h"

#include "core/base/DurableFile.h"
#include "core/base/JsonFields.h"
#include "core/base/LocalTime.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>

#include <sys/file.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

constexpr qint64 maximumChecklist = 64LL * 1024 * 1024;
constexpr qsizetype maximumNote = 4000;
constexpr qsizetype maximumName = 200;

QByteArray fileNameOf(const QString &profile, const QDate &day)
{
    return QStringLiteral("%1_%2.jsonl").arg(profile, day.toString(QStringLiteral("yyyyMMdd"))).toUtf8();
}

/// Empty for a file that is none of ours.
ChecklistDay emptyDayOf(const QByteArray &fileName)
{
    static const QRegularExpression form(QStringLiteral("^([a-z0-9][a-z0-9_-]*)_(\\d{8})\\.jsonl$"));
    const QRegularExpressionMatch match = form.match(QString::fromUtf8(fileName));
    ChecklistDay day;
    day.profile = match.captured(1);
    day.day = QDate::fromString(match.captured(2), QStringLiteral("yyyyMMdd"));
    return day;
}

/// Applies the lines of a file one after the other.
class Replay
{
public:
    explicit Replay(ChecklistDay day)
        : m_day(std::move(day))
    {
    }

    void operator()(const ChecklistResults &results)
    {
        m_day.profileId = results.profileId;
        m_day.setId = results.setId;
        m_day.evaluated = results.time;
        if (!results.logs.isEmpty()) // an evaluation of other items alone scanned none
            m_day.logs = results.logs;
        for (const Check &check : results.checks)
            put(check);
        std::sort(m_day.entries.begin(), m_day.entries.end(),
                  [](const auto &a, const auto &b) { return a.check.item < b.check.item; });
    }

    void operator()(const ChecklistVerdict &verdict)
    {
        ChecklistDay::Entry *entry = entryOf(verdict.item);
        if (!entry || hashOf({entry->check}) != verdict.seen) {
            ++m_day.unreadable; // it speaks of a result that is not here
            return;
        }
        entry->verdict = verdict;
        entry->verdictOutdated = false;
        m_day.signOffOutdated = true;
    }

    void operator()(const ChecklistSignOff &signOff)
    {
        m_day.signOff = signOff;
        m_day.signOffOutdated = hashOf(m_day.checks()) != signOff.seen;
    }

    void countUnreadable() { ++m_day.unreadable; }
    ChecklistDay take() { return std::move(m_day); }

private:
    ChecklistDay::Entry *entryOf(CheckItem item)
    {
        const auto found = std::find_if(m_day.entries.begin(), m_day.entries.end(),
                                        [&](const auto &entry) { return entry.check.item == item; });
        return found == m_day.entries.end() ? nullptr : &*found;
    }

    /// The same result again leaves verdict and signature in force, although its figures (an age) moved on.
    void put(const Check &check)
    {
        ChecklistDay::Entry *entry = entryOf(check.item);
        if (!entry) {
            m_day.entries << ChecklistDay::Entry{check, {}, false};
            m_day.signOffOutdated = true;
            return;
        }
        if (entry->check.result != check.result) {
            entry->verdictOutdated = true;
            m_day.signOffOutdated = true;
        }
        entry->check = check;
    }

    ChecklistDay m_day;
};

Result<QString> personOf(const QString &name)
{
    const QString person = name.trimmed().left(maximumName);
    if (person.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("A verdict and a signature need a name."));
    return person;
}

} // namespace

QList<Check> ChecklistDay::checks() const
{
    QList<Check> list;
    for (const Entry &entry : entries)
        list << entry.check;
    return list;
}

Checklist::Checklist(Directory folder, const Clock &clock)
    : m_folder(std::move(folder))
    , m_clock(&clock)
{
}

Result<ChecklistDay> Checklist::read(const QByteArray &fileName) const
{
    Replay replay(emptyDayOf(fileName));
    MASCLET_TRY_ASSIGN(const bool there, m_folder.exists(fileName));
    if (!there)
        return replay.take();
    MASCLET_TRY_ASSIGN(const QByteArray text, m_folder.readFile(fileName, maximumChecklist));
    QList<QByteArray> lines = text.split('\n');
    // What stands behind the last line end was never finished.
    lines.removeLast();
    for (const QByteArray &line : std::as_const(lines)) {
        if (const Result<ChecklistRecord> record = checklistRecordFromLine(line))
            std::visit(replay, *record);
        else
            replay.countUnreadable();
    }
    return replay.take();
}

Result<ChecklistDay> Checklist::day(const QString &profile, const QDate &day) const
{
    return read(fileNameOf(profile, day));
}

Result<QList<ChecklistDay>> Checklist::unsignedDays(const QString &profileId) const
{
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> files, m_folder.entries());
    QList<ChecklistDay> days;
    for (const Directory::Entry &file : files) {
        if (file.type != Directory::Type::File || !emptyDayOf(file.name).day.isValid())
            continue;
        MASCLET_TRY_ASSIGN(const ChecklistDay day, read(file.name));
        if (day.profileId == profileId && !day.entries.isEmpty() && !day.isSigned())
            days << day;
    }
    std::sort(days.begin(), days.end(),
              [](const ChecklistDay &a, const ChecklistDay &b) { return a.day < b.day; });
    return days;
}

Result<QList<LogPosition>> Checklist::logPositionsBefore(const QString &profile, const QDate &day) const
{
    MASCLET_TRY_ASSIGN(QList<Directory::Entry> files, m_folder.entries());
    std::reverse(files.begin(), files.end()); // of one profile: the newest day first
    for (const Directory::Entry &file : std::as_const(files)) {
        const ChecklistDay found = emptyDayOf(file.name);
        if (file.type != Directory::Type::File || found.profile != profile || found.day >= day)
            continue;
        MASCLET_TRY_ASSIGN(const ChecklistDay before, read(file.name));
        if (!before.logs.isEmpty())
            return before.logs;
    }
    return QList<LogPosition>();
}

Result<> Checklist::append(const QByteArray &fileName, const ChecklistRecord &record) const
{
    const QString path = m_folder.path() + QChar(u'/') + QString::fromUtf8(fileName);
    MASCLET_TRY_ASSIGN(const Fd file, m_folder.openForAppend(fileName));
    while (::flock(file.get(), LOCK_EX) != 0) {
        // A mount without locks: one line is one write, which O_APPEND keeps whole.
        if (errno != EINTR)
            break;
    }
    MASCLET_TRY(dropTornLine(file, path));
    MASCLET_TRY(appendLine(file, toLine(record), path));
    MASCLET_TRY(m_folder.sync());
    return {};
}

Result<> Checklist::addResults(const QString &profile, const QDate &day, ChecklistResults results) const
{
    results.time = m_clock->now();
    return append(fileNameOf(profile, day), results);
}

Result<> Checklist::addVerdict(const QString &profile, const QDate &day, CheckItem item, Verdict verdict,
                               const QString &note, const QString &name, const QByteArray &seen) const
{
    MASCLET_TRY_ASSIGN(const QString person, personOf(name));
    MASCLET_TRY_ASSIGN(const ChecklistDay now, this->day(profile, day));
    const auto entry = std::find_if(now.entries.begin(), now.entries.end(),
                                    [&](const auto &found) { return found.check.item == item; });
    if (entry == now.entries.end())
        return fail(ErrorKind::Usage,
                    Tr::tr("\"%1\" has no result on %2 yet.").arg(titleOf(item), dayText(day)),
                    Tr::tr("Run the checklist of that day first."));
    const QByteArray there = hashOf({entry->check});
    if (!seen.isEmpty() && seen != there)
        return fail(
            ErrorKind::Usage,
            Tr::tr("The result of \"%1\" on %2 changed since you looked.").arg(titleOf(item), dayText(day)),
            Tr::tr("Look at it again before you judge it."));
    return append(fileNameOf(profile, day),
                  ChecklistVerdict{m_clock->now(), item, verdict, note.left(maximumNote), person, there});
}

Result<> Checklist::sign(const QString &profile, const QDate &day, const QString &name, const QString &note,
                         const QByteArray &seen) const
{
    MASCLET_TRY_ASSIGN(const QString person, personOf(name));
    MASCLET_TRY_ASSIGN(const ChecklistDay now, this->day(profile, day));
    if (now.entries.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("There are no results of %1 to sign.").arg(dayText(day)),
                    Tr::tr("Run the checklist of that day first."));
    if (hashOf(now.checks()) != seen)
        return fail(ErrorKind::Usage, Tr::tr("The results of %1 changed since you looked.").arg(dayText(day)),
                    Tr::tr("Look at them again before you sign."));
    return append(fileNameOf(profile, day),
                  ChecklistSignOff{m_clock->now(), person, note.left(maximumNote), seen});
}

QJsonObject toJson(const ChecklistDay &day)
{
    QJsonArray items;
    for (const ChecklistDay::Entry &entry : day.entries) {
        QJsonObject item = toJson(entry.check);
        item.insert(QStringLiteral("title"), titleOf(entry.check.item));
        if (entry.verdict)
            item.insert(QStringLiteral("verdict"),
                        QJsonObject{{QStringLiteral("verdict"), nameOf(entry.verdict->verdict)},
                                    {QStringLiteral("note"), entry.verdict->note},
                                    {QStringLiteral("name"), entry.verdict->name},
                                    {QStringLiteral("time"), utcText(entry.verdict->time)},
                                    {QStringLiteral("outdated"), entry.verdictOutdated}});
        items << item;
    }
    QJsonObject object{{QStringLiteral("profile"), day.profile},
                       {QStringLiteral("day"), day.day.toString(Qt::ISODate)},
                       {QStringLiteral("setId"), day.setId},
                       {QStringLiteral("evaluated"), utcText(day.evaluated)},
                       {QStringLiteral("overall"), nameOf(day.overall())},
                       {QStringLiteral("items"), items},
                       {QStringLiteral("signed"), day.isSigned()},
                       {QStringLiteral("unreadableLines"), day.unreadable}};
    if (day.signOff)
        object.insert(QStringLiteral("signOff"),
                      QJsonObject{{QStringLiteral("name"), day.signOff->name},
                                  {QStringLiteral("note"), day.signOff->note},
                                  {QStringLiteral("time"), utcText(day.signOff->time)},
                                  {QStringLiteral("outdated"), day.signOffOutdated}});
    return object;
}

} // namespace masclet
