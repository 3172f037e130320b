#include "core/repository/Journal.h"

#include "core/base/DurableFile.h"
#include "core/base/Hash.h"
#include "core/base/JsonFields.h"
#include "core/repository/JournalLine.h"
#include "core/repository/Reserve.h"
#include "core/repository/SealedJson.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

constexpr qint64 maximumJournal = 1024LL * 1024 * 1024;

/// What stands where the first record names the one before it.
QByteArray chainStart()
{
    return QByteArray(64, '0');
}

QString tornType()
{
    return QStringLiteral("torn-line");
}

/// What a line that a crash left unfinished is ended with, before a record that names it follows.
QByteArray tornMark()
{
    return QByteArrayLiteral(" #torn");
}

bool allTorn(const QList<QByteArray> &lines)
{
    return std::all_of(lines.begin(), lines.end(),
                       [](const QByteArray &line) { return line.endsWith(tornMark()); });
}

QByteArray hashOf(const QList<QByteArray> &lines)
{
    return Sha256::hexOf(lines.join('\n'));
}

/// True when `closing` is the recovery record for the torn lines before it.
bool closes(const JournalLine &closing, const QList<QByteArray> &torn)
{
    return closing.record.type == tornType() && allTorn(torn) &&
           closing.record.data[QLatin1String("sha256")].toString().toLatin1() == hashOf(torn);
}

} // namespace

Journal::Journal(std::shared_ptr<const Directory> root, const Clock &clock)
    : m_root(std::move(root))
    , m_clock(&clock)
{
}

QByteArray Journal::fileName()
{
    return QByteArrayLiteral("journal.jsonl");
}

Result<QByteArray> Journal::text() const
{
    MASCLET_TRY_ASSIGN(const bool there, m_root->exists(fileName()));
    return there ? m_root->readFile(fileName(), maximumJournal) : QByteArray();
}

Result<> Journal::put(const Fd &file, const QByteArray &line, qint64 size)
{
    Result<> written = appendLine(file, line, QString::fromLatin1(fileName()));
    if (written)
        return written;
    // The reserve is kept for this moment. A line that was half written goes first.
    const Result<Reserve> reserve = releaseReserve(*m_root);
    if (!reserve || *reserve == Reserve::Gone || ::ftruncate(file.get(), size) != 0)
        return written;
    return appendLine(file, line, QString::fromLatin1(fileName()));
}

Result<> Journal::write(const Fd &file, End &end, const QString &type, const QJsonObject &data)
{
    const QByteArray line = seal({{QStringLiteral("n"), end.number + 1},
                                  {QStringLiteral("time"), utcText(m_clock->now())},
                                  {QStringLiteral("type"), type},
                                  {QStringLiteral("previous"), QString::fromLatin1(end.seal)},
                                  {QStringLiteral("data"), data}});
    MASCLET_TRY(put(file, line, end.size));
    end = {end.size + line.size() + 1, end.number + 1, sealOf(line)};
    return {};
}

Result<Journal::End> Journal::closeTail(const Fd &file)
{
    MASCLET_TRY_ASSIGN(const QByteArray content, text());
    QList<QByteArray> lines = content.split('\n');
    const QByteArray tail = lines.takeLast();
    End end{content.size(), 0, chainStart()};
    QList<QByteArray> behind; // the last good line
    while (!lines.isEmpty()) {
        const Result<JournalLine> line = parseJournalLine(lines.last());
        if (line) {
            end = {end.size, line->record.number, line->seal};
            break;
        }
        behind.prepend(lines.takeLast());
    }
    if (!tail.isEmpty()) {
        const Result<JournalLine> whole = parseJournalLine(tail);
        const bool onlyLineEndMissing = whole && whole->previous == end.seal && behind.isEmpty();
        const QByteArray ending = onlyLineEndMissing ? QByteArray() : tornMark();
        MASCLET_TRY(put(file, ending, end.size));
        end.size += ending.size() + 1;
        if (onlyLineEndMissing)
            return End{end.size, whole->record.number, whole->seal};
        behind << tail + ending;
    }
    // Other bad lines are no accident of ours: audit() names them, and the run goes on.
    if (!behind.isEmpty() && allTorn(behind))
        MASCLET_TRY(write(file, end, tornType(),
                          {{QStringLiteral("lines"), behind.size()},
                           {QStringLiteral("sha256"), QString::fromLatin1(hashOf(behind))}}));
    return end;
}

Result<> Journal::append(const RepositoryLock &, const QString &type, const QJsonObject &data)
{
    MASCLET_TRY_ASSIGN(const bool there, m_root->exists(fileName()));
    MASCLET_TRY_ASSIGN(const Fd file, m_root->openForAppend(fileName()));
    if (!there)
        MASCLET_TRY(m_root->sync());
    struct stat info = {};
    if (::fstat(file.get(), &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read the journal"), errno));
    if (!m_end || m_end->size != info.st_size) {
        MASCLET_TRY_ASSIGN(m_end, closeTail(file));
    }
    End end = *std::exchange(m_end, std::nullopt);
    MASCLET_TRY(write(file, end, type, data));
    m_end = end;
    return {};
}

Result<> Journal::runStarted(const RepositoryLock &lock, const RunRecord &run)
{
    return append(lock, QStringLiteral("run-started"), toJson(run));
}

Result<> Journal::runFinished(const RepositoryLock &lock, const RunRecord &run)
{
    return append(lock, QStringLiteral("run-finished"), toJson(run));
}

Result<QList<JournalRecord>> Journal::records() const
{
    MASCLET_TRY_ASSIGN(const QByteArray content, text());
    QList<JournalRecord> list;
    for (const QByteArray &line : content.split('\n')) {
        if (Result<JournalLine> read = parseJournalLine(line))
            list << std::move(read->record);
    }
    return list;
}

std::optional<JournalHead> Journal::head() const
{
    return m_end ? std::optional(JournalHead{m_end->number, m_end->seal}) : std::nullopt;
}

Result<JournalAudit> Journal::audit(const std::optional<JournalHead> &known) const
{
    MASCLET_TRY_ASSIGN(const QByteArray content, text());
    QList<QByteArray> lines = content.split('\n');
    JournalAudit audit;
    audit.openTail = !lines.takeLast().isEmpty();
    QByteArray previous = chainStart();
    for (qsizetype at = 0; at < lines.size(); ++at) {
        QList<QByteArray> torn;
        while (at + 1 < lines.size() && lines[at].endsWith(tornMark()))
            torn << lines[at++];
        if (lines[at].endsWith(tornMark())) { // marked, and the process died before the record
            audit.openTail = true;
            break;
        }
        const Result<JournalLine> line = parseJournalLine(lines[at]);
        if (!torn.isEmpty() && !(line && closes(*line, torn)))
            audit.reason = Tr::tr("A line before this one is marked as torn, but no record says so.");
        else if (!line)
            audit.reason = line.error().message;
        else if (line->previous != previous || line->record.number != audit.records + 1)
            audit.reason = Tr::tr("A record before this line was changed, added or removed.");
        else if (known && line->record.number == known->number && line->seal != known->seal)
            audit.reason = Tr::tr("The records up to this line are others than this machine has seen.");
        if (!audit.reason.isEmpty()) {
            audit.firstBadLine = at + 1;
            break;
        }
        previous = line->seal;
        audit.tornLines += int(torn.size());
        ++audit.records;
    }
    if (known && audit.firstBadLine == 0 && audit.records < known->number) {
        audit.reason = Tr::tr("This machine has seen %n record(s); those at the end are gone.", nullptr,
                              int(known->number));
        audit.firstBadLine = lines.size() + 1;
    }
    return audit;
}

QList<RunRecord> runsOf(const QList<JournalRecord> &records)
{
    QList<RunRecord> runs;
    QHash<QString, qsizetype> places;
    for (const JournalRecord &record : records) {
        if (!record.type.startsWith(QLatin1String("run-")))
            continue;
        Result<RunRecord> run = runRecordFromJson(record.data);
        if (!run)
            continue;
        const auto known = places.constFind(run->id);
        if (known != places.constEnd()) {
            runs[*known] = std::move(*run);
        } else {
            places.insert(run->id, runs.size());
            runs << std::move(*run);
        }
    }
    std::reverse(runs.begin(), runs.end());
    return runs;
}

} // namespace masclet
