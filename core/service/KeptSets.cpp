#include "core/service/KeptSets.h"

#include "core/base/Text.h"
#include "core/pipeline/Age.h"
#include "core/service/RunScope.h"
#include "core/service/SetKey.h"

#include <QCoreApplication>

#include <algorithm>

#include <fcntl.h>

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
    for (const ManifestFile &file : manifest.files) {
        auto opened = run.repository().openFile(file.path);
        if (!opened) // missing, or a link
            return fail(std::move(opened).error().as(ErrorKind::Verification));
        ::posix_fadvise(opened->get(), 0, 0, POSIX_FADV_DONTNEED);
        MASCLET_TRY(
            verifyStored(opened->get(), {file.storedSize, file.storedSha256}, [&](qint64 bytes) -> Result<> {
                run.job().advance(bytes, oneLine(file.path));
                return run.job().proceed();
            }));
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
