#include "core/repository/Evidence.h"

#include "core/base/DurableFile.h"
#include "core/base/JsonFields.h"
#include "core/repository/SealedJson.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

struct TypeName {
    EvidenceType type;
    const char *name;
};

constexpr std::array typeNames{
    TypeName{EvidenceType::Verified, "verified"}, TypeName{EvidenceType::RestoreTested, "restore-tested"},
    TypeName{EvidenceType::Reread, "reread"},     TypeName{EvidenceType::Damaged, "damaged"},
    TypeName{EvidenceType::Pinned, "pinned"},     TypeName{EvidenceType::Unpinned, "unpinned"}};

constexpr qint64 maximumEvidence = 64LL * 1024 * 1024;

QByteArray fileName(const QString &setId)
{
    return setId.toLatin1() + ".evidence.jsonl";
}

Result<Evidence> evidenceFrom(const QByteArray &line)
{
    MASCLET_TRY_ASSIGN(const QJsonObject object, unseal(line, ErrorKind::Verification));
    JsonFields fields(object, Tr::tr("Evidence"), ErrorKind::Verification);
    Evidence evidence;
    const QString type = fields.word("type");
    const auto *row = std::find_if(typeNames.begin(), typeNames.end(),
                                   [&](const TypeName &item) { return type == QLatin1String(item.name); });
    if (row == typeNames.end())
        fields.refuse("type");
    else
        evidence.type = row->type;
    evidence.time = fields.utc("time");
    evidence.runId = fields.text("runId");
    evidence.author = fields.text("author");
    evidence.note = fields.text("note");
    evidence.details = fields.object("details");
    MASCLET_TRY(fields.finish());
    return evidence;
}

} // namespace

QString nameOf(EvidenceType type)
{
    for (const TypeName &row : typeNames) {
        if (row.type == type)
            return QString::fromLatin1(row.name);
    }
    return {};
}

SetState EvidenceSummary::state() const
{
    return damaged.isValid()         ? SetState::Damaged
           : restoreTested.isValid() ? SetState::RestoreTested
           : verified.isValid()      ? SetState::Verified
                                     : SetState::Complete;
}

QDateTime EvidenceSummary::lastRead() const
{
    return reread.isValid() && !(verified.isValid() && verified > reread) ? reread : verified;
}

EvidenceSummary summarize(const QList<Evidence> &records)
{
    EvidenceSummary summary;
    for (const Evidence &record : records) {
        switch (record.type) {
        case EvidenceType::Verified:
            // Every byte was read and its hash compared, so an earlier restore test counts again as well.
            summary.verified = record.time;
            summary.damaged = {};
            summary.damage.clear();
            break;
        case EvidenceType::RestoreTested:
            // It reads the dump alone: other files of the set may still be damaged.
            summary.restoreTested = record.time;
            break;
        case EvidenceType::Reread:
            summary.reread = record.time;
            break;
        case EvidenceType::Damaged:
            summary.damaged = record.time;
            summary.damage = record.note;
            break;
        case EvidenceType::Pinned:
        case EvidenceType::Unpinned:
            summary.pinned = record.type == EvidenceType::Pinned;
            summary.pinNote = summary.pinned ? record.note : QString();
            break;
        }
    }
    return summary;
}

Result<EvidenceFile> readEvidence(const Directory &sets, const QString &setId)
{
    EvidenceFile file;
    MASCLET_TRY_ASSIGN(const bool there, sets.exists(fileName(setId)));
    if (!there)
        return file;
    MASCLET_TRY_ASSIGN(const QByteArray text, sets.readFile(fileName(setId), maximumEvidence));
    QList<QByteArray> lines = text.split('\n');
    // What stands behind the last line end was never finished.
    lines.removeLast();
    for (const QByteArray &line : std::as_const(lines)) {
        if (Result<Evidence> record = evidenceFrom(line))
            file.records << std::move(*record);
        else
            ++file.unreadable;
    }
    return file;
}

Result<> appendEvidence(const Directory &sets, const QString &setId, const Evidence &evidence)
{
    const QJsonObject object{
        {QStringLiteral("type"), nameOf(evidence.type)}, {QStringLiteral("time"), utcText(evidence.time)},
        {QStringLiteral("runId"), evidence.runId},       {QStringLiteral("author"), evidence.author},
        {QStringLiteral("note"), evidence.note},         {QStringLiteral("details"), evidence.details}};
    MASCLET_TRY_ASSIGN(const Fd file, sets.openForAppend(fileName(setId)));
    MASCLET_TRY(dropTornLine(file, QString::fromLatin1(fileName(setId))));
    MASCLET_TRY(appendLine(file, seal(object), QString::fromLatin1(fileName(setId))));
    MASCLET_TRY(sets.sync());
    return {};
}

} // namespace masclet
