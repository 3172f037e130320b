#include "core/service/AlarmWatch.h"

#include "core/base/ExitCode.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/checks/Evaluators.h"
#include "core/notify/AlarmBook.h"
#include "core/service/PendingRuns.h"
#include "core/service/StatusFiles.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AlarmWatch)
};

/// Those that no person waits for. A restore that failed is told to who made it; a service that it left down
/// is an alarm of its own.
const QStringList watchedVerbs{QStringLiteral("backup"), QStringLiteral("verify"),
                               QStringLiteral("restore-test"), QStringLiteral("retention"),
                               QStringLiteral("drop-kept")};

Sender senderOf(const ServiceEnvironment &environment, const QDateTime &now)
{
    return {environment.machine, environment.program, now};
}

void putRun(QList<RunRecord> &runs, const RunRecord &run)
{
    runs.removeIf([&](const RunRecord &known) { return known.id == run.id; });
    const auto place = std::find_if(runs.begin(), runs.end(),
                                    [&](const RunRecord &known) { return known.started <= run.started; });
    runs.insert(place, run);
}

/// The newest run of the verb that says anything: one that was refused or stopped does not.
const RunRecord *newestOf(const QList<RunRecord> &runs, const QString &verb)
{
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const RunRecord &run) {
        return run.verb == verb && run.state != RunState::Running && run.state != RunState::Stopped &&
               !run.wasRefused();
    });
    return found == runs.end() ? nullptr : &*found;
}

bool isTold(const StatusRemark &remark)
{
    static const QStringList whatever{QStringLiteral("check-space"), QStringLiteral("hold"),
                                      QStringLiteral("clock")};
    static const QStringList critical{QStringLiteral("proven"), QStringLiteral("damaged")};
    return whatever.contains(remark.key) ||
           (remark.level == StatusLevel::Critical && critical.contains(remark.key));
}

JournalNote noteOf(const Profile &profile, const char *type, QJsonObject data)
{
    data.insert(QStringLiteral("profile"), profile.name);
    data.insert(QStringLiteral("profileId"), profile.id);
    return {QString::fromLatin1(type), std::move(data)};
}

/// One look with the book in hand.
class Watch
{
public:
    Watch(const ServiceEnvironment &environment, const Profile &profile, AlarmBook &book,
          const QDateTime &now, const std::stop_token &stop)
        : m_environment(environment)
        , m_profile(profile)
        , m_book(book)
        , m_now(now)
        , m_stop(stop)
        , m_budget(environment.clock, std::chrono::milliseconds(profile.notify.timeLimit))
    {
    }

    WatchReport look(const Look &what);

private:
    bool tell(const Rung &rung, const QList<Telling> &tellings);
    void noteChanges(const QList<Incident> &before);

    const ServiceEnvironment &m_environment;
    const Profile &m_profile;
    AlarmBook &m_book;
    const QDateTime m_now;
    const std::stop_token &m_stop;
    TimeBudget m_budget;
    WatchReport m_report;
};

WatchReport Watch::look(const Look &what)
{
    const QList<Incident> before = m_book.incidents;
    if (!m_book.problem.isEmpty())
        m_report.warnings << m_book.problem;
    m_book.incidents =
        walkLadder(before, what, m_profile,
                   [this](const Rung &rung, const QList<Telling> &tellings) { return tell(rung, tellings); });
    noteChanges(before);
    m_report.open = m_book.incidents;
    if (const Result<> saved = m_book.save(); !saved)
        m_report.warnings << saved.error().message;
    return std::move(m_report);
}

bool Watch::tell(const Rung &rung, const QList<Telling> &tellings)
{
    const Message message = composeMessage(m_profile, rung, tellings, senderOf(m_environment, m_now));
    const Post post{m_profile, m_environment.secrets, m_environment.clock, m_stop};
    QJsonArray alarms;
    for (const Telling &telling : tellings)
        alarms << telling.incident.id;
    bool reached = false;
    qsizetype left = rung.contacts.size();
    for (const Profile::Contact &contact : rung.contacts) {
        for (const Delivered &one : deliver(message, contact, post, m_budget, --left)) {
            reached = reached || one.outcome;
            const QString problem = one.outcome ? QString() : one.outcome.error().message;
            if (!one.outcome)
                m_report.warnings << Tr::tr("%1 could not be told by %2: %3")
                                         .arg(oneLine(one.contact, 80), one.way, problem);
            m_book.notes << noteOf(m_profile, "notified",
                                   {{QStringLiteral("event"), nameOf(message.event)},
                                    {QStringLiteral("alarms"), alarms},
                                    {QStringLiteral("role"), rung.role},
                                    {QStringLiteral("contact"), one.contact},
                                    {QStringLiteral("way"), one.way},
                                    {QStringLiteral("place"), one.place},
                                    {QStringLiteral("delivered"), one.outcome.has_value()},
                                    {QStringLiteral("problem"), problem}});
            m_report.delivered << one;
        }
    }
    return reached;
}

void Watch::noteChanges(const QList<Incident> &before)
{
    const auto isIn = [](const QList<Incident> &list, const Incident &incident) {
        return std::any_of(list.begin(), list.end(),
                           [&](const Incident &other) { return other.id == incident.id; });
    };
    const auto note = [&](const char *type, const Incident &incident) {
        m_book.notes << noteOf(m_profile, type,
                               {{QStringLiteral("id"), incident.id},
                                {QStringLiteral("key"), incident.trouble.key},
                                {QStringLiteral("sentence"), oneLine(incident.trouble.sentence, 600)}});
    };
    for (const Incident &incident : std::as_const(m_book.incidents)) {
        if (!isIn(before, incident))
            note("alarm-opened", incident);
    }
    for (const Incident &incident : before) {
        if (!isIn(m_book.incidents, incident))
            note("alarm-closed", incident);
    }
}

Result<AlarmBook> openBook(const ServiceEnvironment &environment, const Profile &profile,
                           const std::stop_token &stop)
{
    return AlarmBook::open(environment.stateFolder, profile.id,
                           std::chrono::milliseconds(profile.notify.timeLimit), stop);
}

/// When nobody holds the repository; else the next one who does writes it.
void handOverWhenFree(const ServiceEnvironment &environment, const Profile &profile,
                      const std::stop_token &stop)
{
    Result<Repository> repository = Repository::open(profile.repository.path, environment.clock);
    if (!repository)
        return;
    const Result<RepositoryLock> lock = repository->lock({QStringLiteral("alarm"), {}, environment.author},
                                                         std::chrono::milliseconds(0), stop);
    if (lock)
        (void)handOverNotes(environment, profile, repository->journal(), *lock);
}

} // namespace

WatchFacts gatherWatchFacts(const ServiceEnvironment &environment, const Profile &profile,
                            const Repository *repository, const RunRecord *ended, const std::stop_token &stop)
{
    WatchFacts facts{fail(ErrorKind::Storage, Tr::tr("The repository could not be looked at.")), {}, {}};
    facts.now = environment.clock.now();
    const PendingRuns pending(environment.stateFolder);
    const auto putWaiting = [&](QList<RunRecord> &runs) {
        for (const RunRecord &run : pending.records(profile.repository.path)) {
            if (run.profileId == profile.id)
                putRun(runs, run);
        }
        if (ended)
            putRun(runs, *ended);
    };
    if (!repository) {
        putWaiting(facts.runs);
        return facts;
    }
    Result<DayMemory> memory =
        readDayMemory(*repository, profile, todayOf(profile, environment.clock), environment.clock);
    if (!memory) {
        facts.status = fail(memory.error());
        putWaiting(facts.runs);
        return facts;
    }
    putWaiting(memory->runs);
    facts.status = readStatus(environment, profile, *repository, *memory, stop);
    facts.runs = memory->runs;
    return facts;
}

QList<Trouble> troublesOf(const WatchFacts &facts, const Profile &profile)
{
    const QTimeZone zone = zoneNamed(profile.schedule.zone);
    QList<Trouble> troubles;
    for (const QString &verb : watchedVerbs) {
        const RunRecord *run = newestOf(facts.runs, verb);
        // A service that it left down is an alarm of its own, which is over when the service is up.
        const bool leftSomething = run && run->exitCode == exitCodeOf(ErrorKind::RestoreActionNeeded);
        if (run && !leftSomething && (run->state == RunState::Failed || run->state == RunState::Interrupted))
            troubles << Trouble{QStringLiteral("run:") + verb, failureText(*run, zone), run->hint};
    }
    if (!facts.status)
        return troubles;
    for (const Alarm &alarm : facts.status->alarms)
        troubles << Trouble{troubleKeyOf(alarm), alarm.sentence, alarm.problem};
    for (const StatusRemark &remark : facts.status->status.remarks) {
        const bool isThere = std::any_of(troubles.begin(), troubles.end(),
                                         [&](const Trouble &other) { return other.key == remark.key; });
        if (isTold(remark) && !isThere)
            troubles << Trouble{remark.key, remark.text, {}};
    }
    return troubles;
}

WatchReport watchAlarms(const ServiceEnvironment &environment, const Profile &profile,
                        const WatchFacts &facts, const std::stop_token &stop)
{
    Result<AlarmBook> book = openBook(environment, profile, stop);
    if (!book) {
        WatchReport report;
        report.warnings << book.error().message;
        return report;
    }
    Look look{troublesOf(facts, profile), facts.status.has_value(), facts.now};
    if (!facts.status && look.troubles.isEmpty() && book->incidents.isEmpty())
        look.troubles << Trouble{QStringLiteral("repository"), facts.status.error().message,
                                 facts.status.error().hint};
    return Watch(environment, profile, *book, facts.now, stop).look(look);
}

Result<> handOverNotes(const ServiceEnvironment &environment, const Profile &profile, Journal &journal,
                       const RepositoryLock &lock)
{
    MASCLET_TRY_ASSIGN(AlarmBook book, openBook(environment, profile, {}));
    if (book.notes.isEmpty())
        return {};
    while (!book.notes.isEmpty()) {
        if (const Result<> written = journal.append(lock, book.notes.first().type, book.notes.first().data);
            !written) {
            (void)book.save();
            return written;
        }
        book.notes.removeFirst();
    }
    return book.save();
}

WatchReport lookAfterAlarms(const ServiceEnvironment &environment, const Profile &profile,
                            const std::stop_token &stop)
{
    const Result<Repository> repository = Repository::open(profile.repository.path, environment.clock);
    WatchFacts facts =
        gatherWatchFacts(environment, profile, repository ? &*repository : nullptr, nullptr, stop);
    if (!repository)
        facts.status = fail(repository.error());
    WatchReport report = watchAlarms(environment, profile, facts, stop);
    report.warnings << writeStatusFiles(environment, profile,
                                        publicStatusOf(environment, profile, facts, report.open));
    handOverWhenFree(environment, profile, stop);
    return report;
}

Result<QList<Incident>> openIncidents(const ServiceEnvironment &environment, const Profile &profile)
{
    return AlarmBook::read(environment.stateFolder, profile.id);
}

QString troubleKeyOf(const Alarm &alarm)
{
    return QStringLiteral("service:") + alarm.id;
}

Result<> acknowledgeIncident(const ServiceEnvironment &environment, const Profile &profile, const QString &id,
                             const std::stop_token &stop)
{
    MASCLET_TRY(checkRight(environment, Right::BackUp));
    {
        MASCLET_TRY_ASSIGN(AlarmBook book, openBook(environment, profile, stop));
        const auto incident = std::find_if(book.incidents.begin(), book.incidents.end(),
                                           [&](const Incident &each) { return each.id == id; });
        if (incident == book.incidents.end())
            return fail(ErrorKind::Usage, Tr::tr("There is no alarm \"%1\".").arg(oneLine(id, 100)),
                        Tr::tr("\"masclet-backup alarm list\" shows them."));
        incident->acknowledged = environment.author;
        incident->acknowledgedAt = environment.clock.now();
        book.notes << noteOf(profile, "alarm-answered",
                             {{QStringLiteral("id"), id},
                              {QStringLiteral("key"), incident->trouble.key},
                              {QStringLiteral("author"), environment.author}});
        MASCLET_TRY(book.save());
    }
    handOverWhenFree(environment, profile, stop);
    return {};
}

Result<QList<Delivered>> testContacts(const ServiceEnvironment &environment, const Profile &profile,
                                      const QString &role, const std::stop_token &stop)
{
    QList<Profile::Contact> contacts;
    for (const Profile::Contact &contact : profile.contacts) {
        if (role.isEmpty() || contact.role == role)
            contacts << contact;
    }
    if (contacts.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("The profile names nobody who could be told."),
                    Tr::tr("Its file has a [[contacts]] table for each person."));
    const Message message = composeTest(profile, senderOf(environment, environment.clock.now()));
    const Post post{profile, environment.secrets, environment.clock, stop};
    const TimeBudget budget(environment.clock, std::chrono::milliseconds(profile.notify.timeLimit));
    QList<Delivered> all;
    qsizetype left = contacts.size();
    for (const Profile::Contact &contact : std::as_const(contacts))
        all << deliver(message, contact, post, budget, --left);
    return all;
}

void noteUndelivered(const ServiceEnvironment &environment, const Profile &profile, const QString &problem,
                     const std::stop_token &stop)
{
    if (Result<AlarmBook> book = openBook(environment, profile, stop)) {
        book->notes << noteOf(profile, "ping-failed", {{QStringLiteral("problem"), problem}});
        (void)book->save(); // it is told to whoever runs this as well
    }
    handOverWhenFree(environment, profile, stop);
}

bool mailsAnybody(const Profile &profile)
{
    return std::any_of(profile.contacts.begin(), profile.contacts.end(),
                       [](const Profile::Contact &contact) { return !contact.mail.isEmpty(); });
}

QString deliveryRemark(const Profile &profile)
{
    if (mailsAnybody(profile) && profile.notify.mailSecurity == QStringLiteral("none"))
        return Tr::tr(
            "Mail leaves this machine without encryption, a password as well (mail_security = none).");
    return {};
}

} // namespace masclet
