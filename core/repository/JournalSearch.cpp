// Some of the records of a journal that may hold a hundred thousand: only those are parsed and kept.
#include "core/repository/Journal.h"

#include "core/base/JsonFields.h"
#include "core/repository/JournalLine.h"
#include "core/repository/SealedJson.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace masclet
{

namespace
{

bool isRunType(QByteArrayView type)
{
    return type.startsWith("run-");
}

/// How often runs of a verb came to the same. There are a few dozen of them at most.
class OutcomeCounts
{
public:
    int of(const RunHead &head) const
    {
        const auto found = std::find_if(m_counts.begin(), m_counts.end(),
                                        [&](const Count &count) { return count.isOf(head); });
        return found == m_counts.end() ? 0 : found->runs;
    }
    void add(const RunHead &head)
    {
        const auto found = std::find_if(m_counts.begin(), m_counts.end(),
                                        [&](const Count &count) { return count.isOf(head); });
        if (found == m_counts.end())
            m_counts.push_back({head.verb.toByteArray(), head.state.toByteArray(), head.refused, 1});
        else
            ++found->runs;
    }

private:
    struct Count {
        QByteArray verb;
        QByteArray state;
        bool refused;
        int runs;
        bool isOf(const RunHead &head) const
        {
            return verb == head.verb && state == head.state && refused == head.refused;
        }
    };
    std::vector<Count> m_counts;
};

/// The number in it, as our writer leaves it; 0 where there is none.
qint64 sequenceIn(QByteArrayView line)
{
    constexpr QByteArrayView opening("\"sequence\":");
    const qsizetype at = line.indexOf(opening);
    if (at < 0)
        return 0;
    qint64 number = 0;
    for (const char digit : line.sliced(at + opening.size())) {
        if (digit < '0' || digit > '9')
            break;
        number = number * 10 + (digit - '0');
    }
    return number;
}

/// Gets the lines from the newest to the oldest.
class JournalFinder
{
public:
    explicit JournalFinder(const JournalWish &wish);
    void take(QByteArrayView line, qint64 begin);
    /// Nothing that is older can be wanted.
    bool isDone() const;
    JournalFinds finds();

private:
    struct Found {
        RunRecord run;
        qint64 place; ///< of its first record in the file
    };
    void takeRun(const std::optional<RunHead> &head, const QByteArray &line, qint64 begin);
    bool isWanted(const RunHead &head) const;
    bool isRecent(const RunHead &head) const { return !m_since.isEmpty() && head.started >= m_since; }
    bool isOfProfile(QByteArrayView id) const { return m_profile.isEmpty() || id == m_profile; }

    const JournalWish &m_wish;
    QByteArray m_profile;
    QByteArray m_since;
    QByteArray m_run;
    QSet<QByteArray> m_states;
    QSet<QByteArray> m_sets;
    QByteArray m_latestEnd; ///< of the runs so far
    OutcomeCounts m_counts;
    QHash<QByteArray, qsizetype> m_known; ///< ids of runs whose last record was seen; -1: not wanted
    std::vector<Found> m_runs;
    QList<JournalRecord> m_acts;
};

JournalFinder::JournalFinder(const JournalWish &wish)
    : m_wish(wish)
    , m_profile(wish.profileId.toUtf8())
    , m_since(utcText(wish.since).toLatin1())
    , m_run(wish.run.toUtf8())
{
    for (const QString &id : wish.sets)
        m_sets.insert(id.toUtf8());
    for (const RunState state : wish.states)
        m_states.insert(nameOf(state).toLatin1());
}

bool JournalFinder::isDone() const
{
    return m_wish.newestOfEach == 0 && m_since.isEmpty() && m_sets.isEmpty() && m_states.isEmpty() &&
           m_wish.acts.isEmpty() && (m_run.isEmpty() || m_known.value(m_run, -1) >= 0) &&
           qsizetype(m_runs.size()) >= m_wish.newest;
}

bool JournalFinder::isWanted(const RunHead &head) const
{
    if (!isOfProfile(head.profileId))
        return false;
    if (qsizetype(m_runs.size()) < m_wish.newest || isRecent(head) || head.id == m_run)
        return true;
    if (!m_sets.isEmpty() && m_sets.contains(head.setId.toByteArray()))
        return true;
    if (!m_states.isEmpty() && m_states.contains(head.state.toByteArray()))
        return true;
    return m_wish.newestOfEach > 0 &&
           (head.finished > m_latestEnd || m_counts.of(head) < m_wish.newestOfEach);
}

void JournalFinder::takeRun(const std::optional<RunHead> &head, const QByteArray &line, qint64 begin)
{
    const Result<JournalLine> parsed = parseJournalLine(line);
    Result<RunRecord> run = parsed ? runRecordFromJson(parsed->record.data) : fail(parsed.error());
    if (!run || !isOfProfile(run->profileId.toUtf8()))
        return;
    m_known.insert(run->id.toUtf8(), qsizetype(m_runs.size()));
    m_runs.push_back({std::move(*run), begin});
    if (head && !isRecent(*head))
        m_counts.add(*head);
    if (head && head->finished > m_latestEnd)
        m_latestEnd = head->finished.toByteArray();
}

void JournalFinder::take(QByteArrayView line, qint64 begin)
{
    const QByteArrayView type = journalTypeOf(line);
    if (!type.isEmpty() && !isRunType(type)) {
        if (!m_wish.acts.contains(QString::fromUtf8(type)))
            return;
        if (Result<JournalLine> parsed = parseJournalLine(line.toByteArray()))
            m_acts << std::move(parsed->record);
        return;
    }
    const std::optional<RunHead> head = type.isEmpty() ? std::nullopt : runHeadOf(line);
    if (!head)
        return takeRun(head, line.toByteArray(), begin);
    const QByteArray id = head->id.toByteArray();
    if (const auto known = m_known.constFind(id); known != m_known.constEnd()) {
        if (*known >= 0)
            m_runs[size_t(*known)].place = begin;
    } else if (isWanted(*head)) {
        takeRun(head, line.toByteArray(), begin);
    } else {
        m_known.insert(id, -1);
    }
}

JournalFinds JournalFinder::finds()
{
    std::sort(m_runs.begin(), m_runs.end(), [](const Found &a, const Found &b) { return a.place > b.place; });
    JournalFinds finds;
    finds.runs.reserve(qsizetype(m_runs.size()));
    for (Found &found : m_runs)
        finds.runs << std::move(found.run);
    std::reverse(m_acts.begin(), m_acts.end());
    finds.acts = std::move(m_acts);
    return finds;
}

} // namespace

Result<std::optional<LinesBackwards>> Journal::lines() const
{
    MASCLET_TRY_ASSIGN(const bool there, m_root->exists(fileName()));
    if (!there)
        return std::optional<LinesBackwards>();
    MASCLET_TRY_ASSIGN(Fd file, m_root->openFile(fileName()));
    MASCLET_TRY_ASSIGN(LinesBackwards lines, LinesBackwards::open(std::move(file)));
    return std::optional(std::move(lines));
}

Result<JournalFinds> Journal::find(const JournalWish &wish) const
{
    JournalFinder finder(wish);
    MASCLET_TRY_ASSIGN(std::optional<LinesBackwards> lines, this->lines());
    while (lines && !finder.isDone()) {
        MASCLET_TRY_ASSIGN(const bool more, lines->next());
        if (!more)
            break;
        finder.take(lines->line(), lines->begin());
    }
    return finder.finds();
}

Result<QList<JournalRecord>> Journal::recordsOf(const QSet<QString> &types) const
{
    JournalWish wish;
    wish.acts = types;
    MASCLET_TRY_ASSIGN(JournalFinds finds, find(wish));
    return std::move(finds.acts);
}

Result<QList<JournalRecord>> Journal::newestRecords(qsizetype most) const
{
    QList<JournalRecord> records;
    MASCLET_TRY_ASSIGN(std::optional<LinesBackwards> lines, this->lines());
    while (lines && records.size() < most) {
        MASCLET_TRY_ASSIGN(const bool more, lines->next());
        if (!more)
            break;
        if (Result<JournalLine> line = parseJournalLine(lines->line().toByteArray()))
            records << std::move(line->record);
    }
    std::reverse(records.begin(), records.end());
    return records;
}

Result<TakenSets> Journal::takenSets(const QString &idsBeginWith) const
{
    TakenSets taken;
    const QByteArray id = "\"setId\":\"" + idsBeginWith.toUtf8();
    MASCLET_TRY_ASSIGN(std::optional<LinesBackwards> lines, this->lines());
    while (lines) {
        MASCLET_TRY_ASSIGN(const bool more, lines->next());
        if (!more)
            break;
        // Most lines say nothing new.
        if (lines->line().indexOf(id) < 0 && sequenceIn(lines->line()) <= taken.sequence)
            continue;
        const Result<JournalLine> line = parseJournalLine(lines->line().toByteArray());
        if (!line)
            continue;
        const QJsonObject &data = line->record.data;
        taken.sequence = std::max(taken.sequence, data[QLatin1String("sequence")].toInteger());
        if (const QString name = data[QLatin1String("setId")].toString(); name.startsWith(idsBeginWith))
            taken.ids.insert(name);
    }
    return taken;
}

Result<std::optional<JournalPlace>> Journal::eachRun(
    const JournalPlace &from, const std::function<Result<>(const RunRecord &)> &take) const
{
    JournalPlace place = from;
    QSet<QByteArray> known;
    MASCLET_TRY_ASSIGN(std::optional<LinesBackwards> lines, this->lines());
    while (lines) {
        MASCLET_TRY_ASSIGN(const bool more, lines->next());
        if (!more)
            break;
        const QByteArray text = lines->line().toByteArray();
        const qint64 behind = lines->end() + 1;
        if (behind <= from.end)
            return behind == from.end && sealOf(text) == from.seal ? std::optional(place) : std::nullopt;
        // The last line that is whole and ended is where the next reader goes on.
        const bool isLast = place == from && behind <= lines->size();
        const QByteArrayView type = journalTypeOf(text);
        const std::optional<RunHead> head = runHeadOf(text);
        const bool mayBeNew =
            type.isEmpty() || (isRunType(type) && !(head && known.contains(head->id.toByteArray())));
        if (!isLast && !mayBeNew)
            continue;
        const Result<JournalLine> line = parseJournalLine(text);
        if (line && isLast)
            place = {behind, line->seal};
        if (!line || !line->record.type.startsWith(QLatin1String("run-")))
            continue;
        const Result<RunRecord> run = runRecordFromJson(line->record.data);
        if (!run || known.contains(run->id.toUtf8()))
            continue;
        known.insert(run->id.toUtf8());
        MASCLET_TRY(take(*run));
    }
    return from.end == 0 ? std::optional(place) : std::nullopt;
}

} // namespace masclet
