#include "core/service/VerifyService.h"

#include "core/base/Fd.h"
#include "core/base/Text.h"
#include "core/service/ReadBack.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

#include <fcntl.h>

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
    MASCLET_TRY_ASSIGN(const std::optional<SetKey> key,
                       findSetKey(run.profile(), run.environment().secrets, run.job().stopToken()));
    storedOnly = !key && manifest.isEncrypted();
    for (const ManifestFile &file : manifest.files) {
        auto opened = run.repository().openFile(file.path);
        if (!opened) // a file that is missing or a link is as bad as a damaged one
            return fail(std::move(opened).error().as(ErrorKind::Verification));
        MASCLET_TRY(verifyFile(opened->get(), file, key, run.job()));
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

Result<ForeignDump> verifyForeignFile(const QString &path, JobContext &context)
{
    const QByteArray name = QFile::encodeName(path);
    // A pipe would wait for its writer.
    const Fd file(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot open %1").arg(oneLine(path)), errno));
    context.phase(Tr::tr("Verifying %1").arg(oneLine(path)));
    const auto look = [&](std::span<const std::byte> raw) -> Result<> {
        context.advance(qint64(raw.size()));
        return {};
    };
    return checkForeignDump(file.get(), name, context.stopToken(), look);
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
