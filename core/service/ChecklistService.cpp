#include "core/service/ChecklistService.h"

#include "core/base/LocalTime.h"
#include "core/checks/Evaluators.h"
#include "core/server/ServerQueries.h"
#include "core/service/DayFactsReader.h"
#include "core/service/ProfileProposal.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChecklistService)
};

/// The repository's day files, and which day is meant.
struct OpenDay {
    Repository repository;
    Checklist checklist;
    QDate day;
};

Result<OpenDay> openDay(const ChecklistRequest &request, const Clock &clock)
{
    MASCLET_TRY_ASSIGN(Repository repository, Repository::open(request.profile.repository.path, clock));
    MASCLET_TRY_ASSIGN(Checklist checklist, openChecklist(repository, clock));
    const QDate today = localDay(clock.now(), zoneNamed(request.profile.schedule.zone));
    if (request.day.isValid() && request.day > today)
        return fail(ErrorKind::Usage, Tr::tr("The day %1 has not come yet.").arg(dayText(request.day)));
    return OpenDay{std::move(repository), std::move(checklist), request.day.isValid() ? request.day : today};
}

Result<ChecklistReport> reportOf(const OpenDay &open, const Profile &profile)
{
    ChecklistReport report;
    MASCLET_TRY_ASSIGN(report.day, open.checklist.day(profile.name, open.day));
    MASCLET_TRY_ASSIGN(const QList<ChecklistDay> unsignedDays, open.checklist.unsignedDays(profile.id));
    for (const ChecklistDay &day : unsignedDays) {
        if (day.day < open.day)
            report.unsignedDays << day.day;
    }
    return report;
}

/// Where the server's data is. A server of this machine is asked; one that does not answer leaves it unknown,
/// which the space check says.
DataPlace findDataPlace(const ServiceEnvironment &environment, const Profile &profile,
                        const Repository &repository, const std::stop_token &stop)
{
    if (!isLocalHost(profile.connection.host))
        return DataPlace::OtherMachine;
    const Result<FoundSecret> secret = findSecret(profile, environment.secrets, stop);
    if (!secret)
        return DataPlace::Unknown;
    Result<Connection> connection =
        Connection::open(connectionOf(profile, profile.connection.dbname.toUtf8(), secret->password), stop);
    const Result<QByteArray> folder = connection ? readDataFolder(*connection) : fail(connection.error());
    return folder ? dataPlaceOf(repository.root(), QFile::decodeName(*folder)) : DataPlace::Unknown;
}

QList<Check> checksOf(const DayFacts &facts, const QList<CheckItem> &items)
{
    QList<Check> checks = evaluateAll(facts);
    if (!items.isEmpty())
        checks.removeIf([&](const Check &check) { return !items.contains(check.item); });
    return checks;
}

bool holds(const QList<Check> &checks, CheckItem item)
{
    return std::any_of(checks.begin(), checks.end(), [&](const Check &check) { return check.item == item; });
}

/// Results that are only looked at.
ChecklistDay unkeptDay(const Profile &profile, const QDate &day, const ChecklistResults &results,
                       const QDateTime &now)
{
    ChecklistDay seen;
    seen.profile = profile.name;
    seen.profileId = profile.id;
    seen.day = day;
    seen.setId = results.setId;
    seen.evaluated = now;
    for (const Check &check : results.checks)
        seen.entries << ChecklistDay::Entry{check, {}, false};
    return seen;
}

} // namespace

ChecklistService::ChecklistService(const ServiceEnvironment &environment)
    : m_environment(environment)
{
}

Result<ChecklistReport> ChecklistService::evaluate(const ChecklistRequest &request, KeepResults keep,
                                                   JobContext &context) const
{
    context.phase(Tr::tr("Checking"));
    const Profile &profile = request.profile;
    MASCLET_TRY_ASSIGN(const OpenDay open, openDay(request, m_environment.clock));
    const DataPlace place = findDataPlace(m_environment, profile, open.repository, context.stopToken());
    MASCLET_TRY_ASSIGN(const GatheredDay gathered, gatherDay(open.repository, profile, open.day, place,
                                                             m_environment.clock, context.stopToken()));
    MASCLET_TRY(context.proceed());
    ChecklistResults results;
    results.profileId = profile.id;
    results.author = m_environment.author;
    results.setId = gathered.facts.set ? gathered.facts.set->id : QString();
    results.checks = checksOf(gathered.facts, request.items);
    // What is not kept has to be found again, and what an earlier day's look finds belongs to today's.
    if (holds(results.checks, CheckItem::Logs) &&
        open.day == localDay(m_environment.clock.now(), gathered.facts.zone))
        results.logs = gathered.logs;
    if (keep == KeepResults::Yes)
        MASCLET_TRY(open.checklist.addResults(profile.name, open.day, results));
    MASCLET_TRY_ASSIGN(ChecklistReport report, reportOf(open, profile));
    if (keep == KeepResults::No)
        report.day = unkeptDay(profile, open.day, results, m_environment.clock.now());
    return report;
}

Result<ChecklistReport> ChecklistService::look(const ChecklistRequest &request) const
{
    MASCLET_TRY_ASSIGN(const OpenDay open, openDay(request, m_environment.clock));
    return reportOf(open, request.profile);
}

Result<ChecklistReport> ChecklistService::setVerdicts(const ChecklistRequest &request,
                                                      const QList<VerdictRequest> &verdicts) const
{
    MASCLET_TRY_ASSIGN(const OpenDay open, openDay(request, m_environment.clock));
    for (const VerdictRequest &verdict : verdicts)
        MASCLET_TRY(open.checklist.addVerdict(request.profile.name, open.day, verdict.item, verdict.verdict,
                                              verdict.note, verdict.name, verdict.seen));
    return reportOf(open, request.profile);
}

Result<ChecklistReport> ChecklistService::sign(const ChecklistRequest &request, const ChecklistDay &seen,
                                               const QString &name, const QString &note) const
{
    MASCLET_TRY_ASSIGN(const OpenDay open, openDay(request, m_environment.clock));
    MASCLET_TRY(open.checklist.sign(request.profile.name, open.day, name, note, hashOf(seen.checks())));
    return reportOf(open, request.profile);
}

} // namespace masclet
