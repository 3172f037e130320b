#include "core/service/AuditService.h"

#include "core/base/Directory.h"
#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "core/service/PendingRuns.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace masclet
{

namespace
{

constexpr qint64 maximumHead = 4096;

QString headsFolder(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/journals");
}

QByteArray headName(const QString &repositoryId)
{
    return repositoryId.toUtf8() + ".json";
}

/// Nothing where there is none, or none that can be read: then the sets are all there is to compare with.
std::optional<JournalHead> knownHead(const QString &stateFolder, const QString &repositoryId)
{
    const auto read =
        Directory::open(headsFolder(stateFolder))
            .and_then(
                [&](const Directory &folder) { return folder.readFile(headName(repositoryId), maximumHead); })
            .and_then([](const QByteArray &text) { return parseJsonObject(text, ErrorKind::Storage); });
    if (!read)
        return std::nullopt;
    JsonFields fields(*read, QStringLiteral("head"), ErrorKind::Storage);
    const JournalHead head{fields.integer("number", 1), fields.word("seal").toLatin1()};
    return fields.finish() ? std::optional(head) : std::nullopt;
}

/// Whether every run that made or tried this set is known.
Result<bool> runsAreKnown(const Repository &repository, const StoredSet &set, const QSet<QString> &known)
{
    MASCLET_TRY_ASSIGN(const EvidenceFile evidence, repository.evidence(set.id));
    const auto isKnown = [&known](const QString &runId) {
        return runId.isEmpty() || known.contains(runId);
    };
    return isKnown(set.runId) && std::all_of(evidence.records.begin(), evidence.records.end(),
                                             [&](const Evidence &record) { return isKnown(record.runId); });
}

} // namespace

void rememberHead(const QString &stateFolder, const QString &repositoryId, const Journal &journal)
{
    const std::optional<JournalHead> head = journal.head();
    if (!head)
        return;
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("number"), head->number},
                                  {QStringLiteral("seal"), QString::fromLatin1(head->seal)}})
            .toJson(QJsonDocument::Compact);
    const QByteArray name = headName(repositoryId);
    (void)Directory::openOrMake(headsFolder(stateFolder)).and_then([&](const Directory &folder) -> Result<> {
        (void)folder.removeFile(name + ".new"); // of a run that died here
        MASCLET_TRY(folder.writeFile(name + ".new", text));
        return folder.replace(name + ".new", name);
    });
}

Result<AuditReport> auditJournal(const ServiceEnvironment &environment, const Repository &repository)
{
    AuditReport report;
    const QString &state = environment.stateFolder;
    // Before the journal: what is there by then must be in it.
    const std::optional<JournalHead> head = knownHead(state, repository.id());
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    MASCLET_TRY_ASSIGN(report.journal, repository.journal().audit(head));
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records, repository.journal().records());
    QSet<QString> known;
    for (const RunRecord &run : runsOf(records))
        known.insert(run.id);
    for (const QString &runId : PendingRuns(state).waiting(repository.root().path()))
        known.insert(runId);
    for (const StoredSet &set : sets) {
        if (!set.readable)
            continue;
        MASCLET_TRY_ASSIGN(const bool complete, runsAreKnown(repository, set, known));
        if (!complete)
            report.setsWithoutRun.prepend(set.id);
    }
    return report;
}

} // namespace masclet
