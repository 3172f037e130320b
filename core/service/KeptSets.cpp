#include "core/service/KeptSets.h"

#include "core/service/ReadBack.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KeptSets)
};

bool isReliedOn(const RetentionDecision::Item &item)
{
    return std::any_of(item.reasons.begin(), item.reasons.end(), [](const RetentionReason &reason) {
        return reason.code == QLatin1String("keep-last") || reason.code == QLatin1String("restore-tested");
    });
}

/// Good, or Verification with what is wrong.
Result<> readStored(RunScope &run, const QString &setId, const QString &phase)
{
    MASCLET_TRY_ASSIGN(const Manifest manifest, run.repository().manifest(setId));
    run.job().phase(phase, manifest.storedBytes());
    for (const ManifestFile &entry : manifest.files) {
        MASCLET_TRY_ASSIGN(const SetFile file, openSetFile(run.repository(), manifest, entry));
        MASCLET_TRY(verifyStoredOnly(file, run.job()));
    }
    return {};
}

} // namespace

Result<bool> readSetAgain(RunScope &run, const QString &setId, const QString &phase)
{
    const Result<> read = readStored(run, setId, phase);
    if (!read && read.error().kind != ErrorKind::Verification)
        return fail(read.error());
    Evidence evidence;
    evidence.type = read ? EvidenceType::Reread : EvidenceType::Damaged;
    evidence.time = run.environment().clock.now();
    evidence.runId = run.record().id;
    evidence.author = run.record().author;
    if (!read) {
        evidence.note = read.error().message;
        run.job().log().error(Tr::tr("%1 is damaged: %2").arg(setId, evidence.note));
    }
    MASCLET_TRY(run.repository().appendEvidence(run.lock(), setId, evidence));
    return read.has_value();
}

Result<QStringList> readKeptSetsBack(RunScope &run, const RetentionDecision &decision)
{
    QStringList damaged;
    for (const RetentionDecision::Item &item : decision.items) {
        if (!isReliedOn(item))
            continue;
        const QString &setId = item.set.id;
        MASCLET_TRY_ASSIGN(
            const bool good,
            readSetAgain(run, setId, Tr::tr("Reading %1 again before anything is deleted").arg(setId)));
        if (!good)
            damaged << setId;
    }
    return damaged;
}

} // namespace masclet
