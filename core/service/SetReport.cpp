#include "core/service/SetReport.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/checks/PrintedCommands.h"
#include "core/service/DayFactsReader.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// What the checklist of its day found about the set; a broken day file is the checklist's own affair.
std::optional<ChecklistDay> dayOf(const Repository &repository, const Profile &profile, const StoredSet &set,
                                  const Clock &clock)
{
    const Result<Checklist> checklist = openChecklist(repository, clock);
    if (!checklist)
        return std::nullopt;
    const Result<ChecklistDay> day =
        checklist->day(profile.name, localDay(set.started, zoneNamed(profile.schedule.zone)));
    return day && day->setId == set.id ? std::optional(*day) : std::nullopt;
}

} // namespace

RestoreCommands restoreCommandsOf(Profile profile, const Manifest &manifest)
{
    if (profile.connection.dbname.isEmpty())
        profile.connection.dbname = QString::fromUtf8(manifest.database.database);
    RestoreCommands commands;
    QStringList unpack;
    if (const ManifestFile *archive = manifest.file(QStringLiteral("db"), QStringLiteral("archive")))
        commands.database = restoreCommand(profile, archive->path, manifest.database);
    if (const ManifestFile *globals = manifest.file(QStringLiteral("db"), QStringLiteral("globals")))
        commands.roles = rolesCommand(profile, globals->path);
    for (const ManifestFile &file : manifest.files) {
        if (file.format == QStringLiteral("tar"))
            unpack << unpackCommand(profile, file.path);
    }
    commands.files = unpack.join(QChar(u'\n'));
    return commands;
}

Result<SetReport> readSetReport(const ServiceEnvironment &environment, const Profile &profile,
                                const QString &setId)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    SetReport report;
    MASCLET_TRY_ASSIGN(report.set, repository.set(setId));
    MASCLET_TRY_ASSIGN(report.manifest, repository.manifest(setId));
    MASCLET_TRY_ASSIGN(const EvidenceFile evidence, repository.evidence(setId));
    report.evidence = evidence.records;
    JournalWish wish;
    wish.sets = {setId};
    MASCLET_TRY_ASSIGN(JournalFinds finds, repository.journal().find(wish));
    report.runs = std::move(finds.runs);
    for (const RunRecord &run : std::as_const(report.runs)) {
        if (run.id == report.set.runId)
            report.phases = run.phases;
    }
    if (const Result<QList<RunLogLine>> log = readRunLog(repository, report.set.runId))
        report.log = *log;
    report.day = dayOf(repository, profile, report.set, environment.clock);
    report.commands = restoreCommandsOf(profile, report.manifest);
    return report;
}

Result<RunReport> readRunReport(const ServiceEnvironment &environment, const Profile &profile,
                                const QString &runId)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    JournalWish wish;
    wish.run = runId;
    MASCLET_TRY_ASSIGN(const JournalFinds finds, repository.journal().find(wish));
    if (finds.runs.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("There is no run %1.").arg(oneLine(runId, 100)));
    RunReport report{finds.runs.first(), {}};
    if (const Result<QList<RunLogLine>> log = readRunLog(repository, runId))
        report.log = *log;
    return report;
}

} // namespace masclet
