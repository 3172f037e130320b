#include "core/service/VerifyService.h"

#include "core/base/Text.h"
#include "core/restore/ForeignSource.h"
#include "core/service/ReadBack.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(VerifyService)
};

Result<Manifest> readWhole(RunScope &run, const QString &setId, bool &storedOnly)
{
    MASCLET_TRY_ASSIGN(const Manifest manifest, run.repository().manifest(setId));
    run.job().phase(Tr::tr("Verifying %1").arg(setId), manifest.rawBytes());
    MASCLET_TRY_ASSIGN(const SetAccess access,
                       findSetAccess(run.profile(), run.environment(), run.job().stopToken()));
    storedOnly = !access.key && manifest.isEncrypted();
    for (const ManifestFile &entry : manifest.files) {
        MASCLET_TRY_ASSIGN(const SetFile file, openSetFile(run.repository(), manifest, entry));
        MASCLET_TRY(verifyFile(file, access, run.job()));
    }
    return manifest;
}

/// One set: its item and its evidence. Errors other than damage end the run.
Result<VerifyReport::Item> verifyOne(RunScope &run, const QString &setId)
{
    VerifyReport::Item item{setId, 0, 0, {}};
    Evidence evidence;
    const Result<Manifest> manifest = readWhole(run, setId, item.storedOnly);
    if (!manifest && manifest.error().kind != ErrorKind::Verification)
        return fail(manifest.error());
    if (manifest) {
        item.rawBytes = manifest->rawBytes();
        item.rows = manifest->rows();
        run.job().log().info(
            (item.storedOnly
                 ? Tr::tr(
                       "%1: its stored bytes are good. It is encrypted and there is no key here (%2 rows).")
                 : Tr::tr("%1 is good: %2 rows."))
                .arg(setId)
                .arg(item.rows));
    } else {
        evidence.type = EvidenceType::Damaged;
        evidence.note = item.problem = manifest.error().message;
        run.job().log().error(Tr::tr("%1 is damaged: %2").arg(setId, item.problem));
    }
    evidence.time = run.environment().clock.now();
    evidence.runId = run.record().id;
    evidence.author = run.record().author;
    MASCLET_TRY(run.repository().appendEvidence(run.lock(), setId, evidence));
    return item;
}

} // namespace

Result<ForeignDump> verifyForeignFile(const ServiceEnvironment &environment, const QString &path,
                                      JobContext &context)
{
    MASCLET_TRY_ASSIGN(
        ForeignSource source,
        ForeignSource::open(path, {toolSearch(environment, Profile()), {}}, context.stopToken()));
    context.phase(Tr::tr("Verifying %1").arg(oneLine(path)));
    return source.readWhole(context, [](std::span<const std::byte>) -> Result<> { return {}; });
}

VerifyService::VerifyService(const ServiceEnvironment &environment)
    : m_environment(environment)
{
}

Result<VerifyReport> VerifyService::verify(const VerifyRequest &request, JobContext &context) const
{
    const RunRequest recordedAs{request.profile, QStringLiteral("verify"), Right::Verify, request.trigger, {},
                                request.wait};
    return recorded<VerifyReport>(
        m_environment, recordedAs, context, [&](RunScope &run) -> Result<VerifyReport> {
            VerifyReport report;
            QStringList damaged;
            for (const QString &setId : request.setIds) {
                MASCLET_TRY_ASSIGN(const VerifyReport::Item item, verifyOne(run, setId));
                report.items << item;
                if (!item.problem.isEmpty())
                    damaged << setId + QStringLiteral(": ") + item.problem;
            }
            run.record().setId = request.setIds.value(0);
            if (!damaged.isEmpty())
                report.failure = Error{ErrorKind::Verification,
                                       Tr::tr("%n set(s) are damaged.", nullptr, int(damaged.size())),
                                       Tr::tr("Use another set, and look at the disk that holds this one."),
                                       damaged.join(u'\n'),
                                       {}};
            return report;
        });
}

} // namespace masclet
