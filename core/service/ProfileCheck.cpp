#include "core/service/ProfileCheck.h"

#include "core/base/Text.h"
#include "core/procedure/ServiceSteps.h"
#include "core/repository/Repository.h"
#include "core/server/ServerQueries.h"
#include "core/server/Snapshot.h"
#include "core/server/TableMatch.h"
#include "core/server/ToolLocator.h"
#include "core/server/ToolSession.h"
#include "core/service/AlarmWatch.h"
#include "core/service/RetentionHold.h"
#include "core/service/RightsReport.h"
#include "core/service/SetKey.h"
#include "core/service/SpaceEstimate.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ProfileCheck)
};

/// Two clocks that differ by less serve backups well.
constexpr qint64 clockTolerance = 60'000;

/// The steps of one check, in order; each leaves what the next ones need, or nothing.
class Inspection
{
public:
    Inspection(const ServiceEnvironment &environment, const Profile &profile, JobContext &context)
        : m_environment(environment)
        , m_profile(profile)
        , m_context(context)
    {
    }

    Result<ProfileCheckReport> run();

private:
    void checkRepository();
    void checkPassword();
    void checkConnection();
    void checkTools();
    void checkRights();
    void checkTables();
    void checkServer();
    void checkClock();
    void checkSpace();
    void checkServices();
    void checkEncryption();

    void add(const char *id, const QString &title, CheckResult result, const QString &finding,
             const QString &hint = {});
    void addFailure(const char *id, const QString &title, const Error &error);
    /// A pass, or warnings in its place.
    void addWarned(const char *id, const QString &title, const QString &good, const QStringList &warnings);
    void addNotReached(const char *id, const QString &title);

    const ServiceEnvironment &m_environment;
    const Profile &m_profile;
    JobContext &m_context;
    ProfileCheckReport m_report;
    std::optional<Repository> m_repository;
    std::optional<FoundSecret> m_secret;
    std::optional<qint64> m_serverAhead; ///< milliseconds by which its clock is ahead of ours
    std::optional<Snapshot> m_snapshot;
    std::optional<DatabaseFacts> m_facts;
    std::optional<ConnectionSettings> m_settings; ///< there with m_facts
};

Result<ProfileCheckReport> Inspection::run()
{
    using Step = void (Inspection::*)();
    for (const Step step :
         {&Inspection::checkRepository, &Inspection::checkPassword, &Inspection::checkConnection,
          &Inspection::checkTools, &Inspection::checkRights, &Inspection::checkTables,
          &Inspection::checkServer, &Inspection::checkClock, &Inspection::checkSpace,
          &Inspection::checkServices, &Inspection::checkEncryption}) {
        MASCLET_TRY(m_context.proceed());
        (this->*step)();
    }
    MASCLET_TRY(m_context.proceed());
    return std::move(m_report);
}

void Inspection::add(const char *id, const QString &title, CheckResult result, const QString &finding,
                     const QString &hint)
{
    m_report.items << ProfileCheckItem{QString::fromLatin1(id), title, result, finding, hint};
}

void Inspection::addFailure(const char *id, const QString &title, const Error &error)
{
    add(id, title, CheckResult::Fail, error.message, error.hint);
    if (!m_report.failure)
        m_report.failure = error;
}

void Inspection::addWarned(const char *id, const QString &title, const QString &good,
                           const QStringList &warnings)
{
    if (warnings.isEmpty())
        add(id, title, CheckResult::Pass, good);
    else
        add(id, title, CheckResult::Warn, warnings.join(QChar(u' ')));
}

void Inspection::addNotReached(const char *id, const QString &title)
{
    add(id, title, CheckResult::NotChecked, Tr::tr("The database was not reached."));
}

void Inspection::checkRepository()
{
    m_context.phase(Tr::tr("Looking at the repository"));
    Result<Repository> repository = Repository::open(m_profile.repository.path, m_environment.clock);
    if (!repository)
        return addFailure("repository", Tr::tr("Repository"), repository.error());
    m_repository = std::move(*repository);
    add("repository", Tr::tr("Repository"), CheckResult::Pass, oneLine(m_profile.repository.path));
}

void Inspection::checkPassword()
{
    const QString title = Tr::tr("Password");
    Result<FoundSecret> secret = findSecret(m_profile, m_environment.secrets, m_context.stopToken());
    if (!secret)
        return addFailure("password", title, secret.error());
    m_secret = std::move(*secret);
    const QString source = Tr::tr("from %1").arg(m_secret->store);
    // A keychain that is not there is as it should be where something else holds the password.
    const bool asked = m_secret->passedOver.isEmpty();
    add("password", title, CheckResult::Pass,
        asked ? source : Tr::tr("%1; the keychain was not asked: %2").arg(source, m_secret->passedOver));
}

void Inspection::checkConnection()
{
    m_context.phase(Tr::tr("Looking at the database"));
    const QString title = Tr::tr("Connection");
    if (!m_secret)
        return add("connection", title, CheckResult::NotChecked, Tr::tr("There is no password to try."));
    const ConnectionSettings settings =
        connectionOf(m_profile, m_profile.connection.dbname.toUtf8(), m_secret->password);
    Result<Snapshot> snapshot = Snapshot::open(settings, m_context.stopToken());
    if (snapshot)
        m_serverAhead = m_environment.clock.now().msecsTo(snapshot->time());
    Result<DatabaseFacts> facts = snapshot ? snapshot->readFacts() : fail(snapshot.error());
    if (!facts) {
        Error error = facts.error();
        if (error.kind == ErrorKind::Credentials)
            error.hint = refusedHint(*m_secret);
        return addFailure("connection", title, error);
    }
    m_snapshot = std::move(*snapshot);
    m_facts = std::move(*facts);
    m_settings = settings;
    add("connection", title, CheckResult::Pass,
        Tr::tr("PostgreSQL %1, %2 in database %3.")
            .arg(versionName(m_facts->serverVersion), sizeText(m_facts->bytes), oneLine(m_facts->database)));
}

void Inspection::checkTools()
{
    const QString title = Tr::tr("Client tools");
    if (!m_facts)
        return addNotReached("tools", title);
    const Result<PostgresTools> tools =
        findClientTools(toolSearch(m_environment, m_profile), m_facts->serverVersion, m_context.stopToken());
    if (!tools)
        return addFailure("tools", title, tools.error());
    if (tools->container) {
        const Result<ConnectionSettings> inside =
            insideConnection(*tools, *m_settings, *m_snapshot, newToolSessionName(m_profile.id.toUtf8()),
                             m_context.stopToken());
        if (!inside)
            return addFailure("tools", title, inside.error());
    }
    addWarned("tools", title, Tr::tr("%1 in %2").arg(oneLine(tools->versionText), tools->place()),
              missingFixes(tools->version, m_facts->serverVersion));
}

void Inspection::checkRights()
{
    const QString title = Tr::tr("Rights");
    if (!m_snapshot)
        return addNotReached("rights", title);
    const Result<MissingRights> missing = m_snapshot->readMissingRights();
    if (!missing)
        return addFailure("rights", title, missing.error());
    if (const Result<> readable = refuseMissingRights(*missing, m_profile.connection.user.toUtf8());
        !readable)
        return addFailure("rights", title, readable.error());
    QStringList warnings;
    if (m_profile.backup.rolePasswords) {
        const Result<bool> passwords = m_snapshot->mayReadRolePasswords();
        if (!passwords)
            return addFailure("rights", title, passwords.error());
        if (!*passwords)
            warnings << unreadablePasswords(m_profile.connection.user.toUtf8());
    }
    addWarned("rights", title, Tr::tr("The role may read everything in this database."), warnings);
}

void Inspection::checkTables()
{
    const QString title = Tr::tr("Critical tables");
    if (!m_facts)
        return addNotReached("tables", title);
    QStringList warnings;
    for (const QString &name : m_profile.backup.criticalTables) {
        if (const auto table = matchTable(*m_facts, name); !table)
            warnings << table.error().message;
    }
    if (auto session = Connection::open(*m_settings, m_context.stopToken())) {
        for (const QByteArray &name : findLongByteas(*session).value_or(QList<QByteArray>()))
            warnings
                << Tr::tr("%1 has a bytea of %2 or more: the server cannot hand it out, and a backup fails.")
                       .arg(oneLine(name, 80), sizeText(longestBytea));
    }
    const QStringList names = m_profile.backup.criticalTables;
    addWarned("tables", title,
              names.isEmpty() ? Tr::tr("none named") : oneLine(names.join(QStringLiteral(", "))), warnings);
}

/// Whether it is still the server of the newest set, and what a person has to accept.
void Inspection::checkServer()
{
    const QString title = Tr::tr("Same server");
    if (!m_facts || !m_repository)
        return addNotReached("server", title);
    const Result<QList<StoredSet>> sets = m_repository->sets();
    const Result<QList<JournalRecord>> records = m_repository->journal().recordsOf(holdTypes());
    if (!sets || !records)
        return addFailure("server", title, sets ? records.error() : sets.error());
    QStringList warnings;
    for (const RetentionHold &hold : holdsOf(*records, m_profile.id))
        warnings << hold.reason;
    const bool held = !warnings.isEmpty();
    const auto newest = std::find_if(sets->cbegin(), sets->cend(), [this](const StoredSet &set) {
        return set.readable && set.profileId == m_profile.id;
    });
    const QString now = QString::fromLatin1(m_facts->systemIdentifier);
    if (newest != sets->cend() && !now.isEmpty() && !newest->systemIdentifier.isEmpty() &&
        newest->systemIdentifier != now)
        warnings << Tr::tr("The server is another one than that of the set %1.").arg(newest->id);
    addWarned("server", title,
              newest == sets->cend() ? Tr::tr("There is no backup yet to compare with.")
                                     : Tr::tr("It is the one of the set %1.").arg(newest->id),
              warnings);
    if (held)
        m_report.items.last().hint = Tr::tr("If that is right: masclet-backup profile check --accept-server");
    else if (!warnings.isEmpty())
        m_report.items.last().hint =
            Tr::tr("If that is right, make a backup. It keeps all older sets until you "
                   "accept: masclet-backup profile check --accept-server");
}

/// A wrong clock makes backups at the wrong time, and holds retention (faults T07).
void Inspection::checkClock()
{
    const QString title = Tr::tr("Clock");
    QStringList warnings;
    const QDateTime now = m_environment.clock.now();
    const Result<QList<StoredSet>> sets = m_repository ? m_repository->sets() : QList<StoredSet>();
    if (!sets)
        return addFailure("clock", title, sets.error());
    const auto future = std::find_if(sets->cbegin(), sets->cend(), [&](const StoredSet &set) {
        return now.msecsTo(set.started) > clockTolerance;
    });
    if (future != sets->cend())
        warnings << Tr::tr("The set %1 was started at a time that has not come yet by this machine's clock.")
                        .arg(future->id);
    if (m_serverAhead && std::abs(*m_serverAhead) > clockTolerance)
        warnings << (*m_serverAhead > 0 ? Tr::tr("The server's clock is %1 ahead of this machine's.")
                                        : Tr::tr("The server's clock is %1 behind this machine's."))
                        .arg(durationText(std::abs(*m_serverAhead)));
    addWarned("clock", title,
              m_serverAhead ? Tr::tr("It agrees with the server's.")
                            : Tr::tr("It is not behind any backup; the server's was not reached."),
              warnings);
    if (!warnings.isEmpty())
        m_report.items.last().hint = Tr::tr("Set the clock, and let it follow a time server.");
}

/// A real write in the repository, and room for the next set.
void Inspection::checkSpace()
{
    const QString title = Tr::tr("Space");
    if (!m_repository)
        return add("space", title, CheckResult::NotChecked, Tr::tr("The repository could not be opened."));
    const auto lock = m_repository->lock({QStringLiteral("profile check"), {}, m_environment.author},
                                         std::chrono::milliseconds(0), m_context.stopToken());
    if (!lock)
        return add("space", title, CheckResult::NotChecked, lock.error().message, lock.error().hint);
    const Result<Preflight> flight =
        estimateSet(*m_repository, m_profile, m_facts ? m_facts->bytes : 0, m_environment.clock,
                    m_context.stopToken())
            .and_then([&](qint64 needed) { return m_repository->preflight(*lock, needed); });
    if (!flight)
        return addFailure("space", title, flight.error());
    addWarned("space", title, Tr::tr("%1 are free.").arg(sizeText(flight->freeBytes)), flight->warnings);
}

/// Whether each service can be asked for its state, as before it is stopped.
void Inspection::checkServices()
{
    if (m_profile.services.isEmpty())
        return;
    QStringList names;
    for (const Profile::Service &service : m_profile.services)
        names << service.name;
    addWarned("services", Tr::tr("Services"), names.join(QStringLiteral(", ")),
              planServices(m_profile, m_context).warnings);
}

/// Takes what is encrypted and lets it go.
class NoSink final : public Stage
{
public:
    Result<> write(std::span<const std::byte>) override { return {}; }
    Result<> finish() override { return {}; }
};

/// Encrypts a few bytes to the profile's keys, and compares them with the secret key that is here, if one is.
void Inspection::checkEncryption()
{
    const QStringList &recipients = m_profile.encryption.recipients;
    if (recipients.isEmpty())
        return;
    const QString title = Tr::tr("Encryption");
    const auto encrypted = [&]() -> Result<> {
        NoSink sink;
        MASCLET_TRY_ASSIGN(const auto stage, EncryptStage::start(m_profile.programs.age, recipients, sink,
                                                                 m_context.stopToken()));
        constexpr std::array few{std::byte{'m'}, std::byte{'b'}};
        MASCLET_TRY(stage->write(few));
        return stage->finish();
    }();
    if (!encrypted)
        return addFailure("encryption", title, encrypted.error());
    const auto key = findSetKey(m_profile, m_environment.secrets, m_context.stopToken());
    if (!key)
        return addFailure("encryption", title, key.error());
    const QString good = Tr::tr("Encrypted to %n key(s).", nullptr, int(recipients.size()));
    if (!*key)
        return add("encryption", title, CheckResult::Pass,
                   good + QChar(u' ') +
                       Tr::tr("No secret key is here: sets are written and cannot be restored or tested."));
    const QStringList &own = (*key)->identity.recipients;
    const bool opens =
        std::any_of(own.begin(), own.end(), [&](const QString &one) { return recipients.contains(one); });
    if (opens)
        return add("encryption", title, CheckResult::Pass,
                   good + QChar(u' ') + Tr::tr("The secret key here opens them."));
    add("encryption", title, CheckResult::Warn,
        good + QChar(u' ') + Tr::tr("The secret key here (%1) opens none of them.").arg(own.value(0)),
        Tr::tr("Name the key that belongs to them, or none: encryption.identity in the profile."));
}

/// Nobody is told here: "alarm test" does that. A backup is as good without it, so nothing fails.
ProfileCheckItem checkContacts(const ServiceEnvironment &environment, const Profile &profile,
                               const std::stop_token &stop)
{
    ProfileCheckItem item{QStringLiteral("contacts"), Tr::tr("Contacts"), CheckResult::Pass,
                          ladderLines(profile).join(QStringLiteral("; ")),
                          Tr::tr("\"masclet-backup alarm test\" sends them a test message.")};
    QStringList warnings;
    if (const QString remark = deliveryRemark(profile); !remark.isEmpty())
        warnings << remark;
    const bool logsIn = mailsAnybody(profile) && !profile.notify.mailUser.isEmpty();
    if (const auto secret = logsIn ? findMailPassword(profile, environment.secrets, stop) : FoundSecret();
        !secret) {
        warnings << secret.error().message;
        item.hint = secret.error().hint;
    }
    if (!warnings.isEmpty()) {
        item.result = CheckResult::Warn;
        item.finding = warnings.join(QChar(u' '));
    }
    return item;
}

} // namespace

Result<ProfileCheckReport> checkProfile(const ServiceEnvironment &environment, const Profile &profile,
                                        JobContext &context)
{
    Result<ProfileCheckReport> report = Inspection(environment, profile, context).run();
    if (report && !profile.contacts.isEmpty())
        report->items << checkContacts(environment, profile, context.stopToken());
    return report;
}

Result<int> acceptServer(const ServiceEnvironment &environment, const Profile &profile,
                         const std::optional<QStringList> &shown, const std::stop_token &stop)
{
    MASCLET_TRY(checkRight(environment, Right::Delete)); // it lets retention go on
    MASCLET_TRY_ASSIGN(Repository repository, Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(const RepositoryLock lock,
                       repository.lock({QStringLiteral("profile check"), {}, environment.author},
                                       std::chrono::milliseconds(0), stop));
    MASCLET_TRY_ASSIGN(const QList<JournalRecord> records, repository.journal().recordsOf(holdTypes()));
    const QList<RetentionHold> holds = holdsOf(records, profile.id);
    const auto wasShown = [&](const RetentionHold &hold) {
        return !shown || shown->contains(hold.reason);
    };
    if (!std::all_of(holds.begin(), holds.end(), wasShown))
        return fail(ErrorKind::Usage, Tr::tr("Retention has other reasons to wait since you looked."),
                    Tr::tr("Look at them before you say that they are right."));
    MASCLET_TRY(acceptHolds(repository.journal(), lock, profile.id, environment.author));
    return int(holds.size());
}

} // namespace masclet
