#include "core/service/PendingRuns.h"

#include "core/base/Directory.h"
#include "core/base/Json.h"

#include <QJsonDocument>

namespace masclet
{

namespace
{

constexpr qint64 maximumRecord = 1024 * 1024;

struct Waiting {
    QString repository;
    RunRecord record;
};

Result<Waiting> read(const Directory &folder, const QByteArray &name)
{
    MASCLET_TRY_ASSIGN(const QByteArray text, folder.readFile(name, maximumRecord));
    MASCLET_TRY_ASSIGN(const QJsonObject object, parseJsonObject(text, ErrorKind::Storage));
    MASCLET_TRY_ASSIGN(const RunRecord record, runRecordFromJson(object[QStringLiteral("run")].toObject()));
    return Waiting{object[QStringLiteral("repository")].toString(), record};
}

} // namespace

PendingRuns::PendingRuns(QString stateFolder)
    : m_folder(stateFolder + QStringLiteral("/pending"))
{
}

void PendingRuns::keep(const QString &repositoryPath, const RunRecord &record) const
{
    const QJsonObject object{{QStringLiteral("repository"), repositoryPath},
                             {QStringLiteral("run"), toJson(record)}};
    (void)Directory::openOrMake(m_folder).and_then([&](const Directory &folder) {
        return folder.writeFile(record.id.toUtf8() + ".json",
                                QJsonDocument(object).toJson(QJsonDocument::Compact));
    });
}

QList<RunRecord> PendingRuns::records(const QString &repositoryPath) const
{
    QList<RunRecord> records;
    const Result<Directory> folder = Directory::open(m_folder);
    if (!folder)
        return records;
    for (const Directory::Entry &entry : folder->entries().value_or(QList<Directory::Entry>())) {
        const Result<Waiting> waiting = read(*folder, entry.name);
        if (waiting && waiting->repository == repositoryPath)
            records << waiting->record;
    }
    return records;
}

QStringList PendingRuns::waiting(const QString &repositoryPath) const
{
    QStringList ids;
    for (const RunRecord &record : records(repositoryPath))
        ids << record.id;
    return ids;
}

Result<> PendingRuns::handOver(const QString &repositoryPath, Journal &journal,
                               const RepositoryLock &lock) const
{
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::openOrMake(m_folder));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, folder.entries());
    for (const Directory::Entry &entry : entries) { // run ids sort by time
        const Result<Waiting> waiting = read(folder, entry.name);
        if (!waiting || waiting->repository != repositoryPath)
            continue;
        MASCLET_TRY(journal.runFinished(lock, waiting->record));
        MASCLET_TRY(folder.removeFile(entry.name));
    }
    return {};
}

} // namespace masclet
