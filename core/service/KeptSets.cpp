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
Result<> readStored(RunScope &run, const QString &setId)
{
    MASCLET_TRY_ASSIGN(const Manifest manifest, run.repository().manifest(setId));
    run.job().phase(Tr::tr("Reading %1 again before anything is deleted").arg(setId), manifest.storedBytes());
    for (const ManifestFile &entry : manifest.files) {
        MASCLET_TRY_ASSIGN(const SetFile file, openSetFile(run.repository(), manifest, entry));
        MASCLET_TRY(verifyStoredOnly(file, run.job()));
    }
    return {};
}

} // namespace

Result<QStringList> readKeptSetsBack(RunScope &run, const RetentionDecision &decision)
{
    QStringList damaged;
    for (const RetentionDecision::Item &item : decision.items) {
        if (!isReliedOn(item))
            continue;
        const Result<> read = readStored(run, item.set.id);
        if (read)
            continue;
        if (read.error().kind != ErrorKind::Verification)
            return fail(read.error());
        run.job().log().error(Tr::tr("%1 is damaged: %2").arg(item.set.id, read.error().message));
        MASCLET_TRY(run.repository().appendEvidence(run.lock(), item.set.id,
                                                    {EvidenceType::Damaged,
                                                     run.environment().clock.now(),
                                                     run.record().id,
                                                     run.record().author,
                                                     read.error().message,
                                                     {}}));
        damaged << item.set.id;
    }
    return damaged;
}

} // namespace masclet
