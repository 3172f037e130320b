#include "core/service/ScheduleProof.h"

#include "core/base/ExitCode.h"
#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/schedule/CronFile.h"
#include "core/service/Passwords.h"
#include "core/service/UnitCredentials.h"
#include "core/service/UnitRun.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScheduleProof)
};

/// A backup says nothing on its standard output until it ends; the profile's own limits end a hung one.
constexpr std::chrono::hours longestRun{48};
constexpr qsizetype largestAnswer = 16 * 1024 * 1024;
constexpr mode_t cronUmask = 0022; ///< Debian's

/// What a child of ours said with --json, and its exit code.
struct Answer {
    QJsonObject document;
    int exitCode = 0;
};

/// The steps of one proof, in order.
class Prover
{
public:
    Prover(const ServiceEnvironment &environment, const ScheduleRequest &request, const QString &homeFolder,
           JobContext &context)
        : m_environment(environment)
        , m_request(request)
        , m_home(homeFolder)
        , m_context(context)
    {
    }

    Result<ScheduleProof> run(Proof proof);

private:
    Result<> lookAtInstalled();
    Result<> enterUnit(const InstalledSchedule &installed);
    Result<> becomeUserOf(const InstalledSchedule &installed);
    void lookAtZones();
    Result<> loadPasswords();
    Result<> check();
    void leaveOutPassword(std::optional<Error> &failure);
    void explainPassword();
    Result<> backUp(Proof proof);
    QString madeText(const Answer &answer, Proof proof) const;
    ToolCommand asCron() const;
    Result<Answer> call(const QStringList &verb);
    Result<Answer> answerOf(const ToolCommand &command) const;
    QList<QByteArray> handedOver() const;
    void add(const char *id, const QString &title, CheckResult result, const QString &finding,
             const QString &hint = {});

    const ServiceEnvironment &m_environment;
    ScheduleRequest m_request;
    const QString m_home;
    JobContext &m_context;
    ScheduleProof m_proof;
    std::optional<InstalledSchedule> m_installed;
    std::optional<UnitRun> m_unit; ///< in which all is tried
    LoadedCredentials m_credentials;
    bool m_isReached = true; ///< or a backup would fail for want of a password that only systemd has
};

/// The kind behind an exit code of ours.
ErrorKind kindOf(int exitCode)
{
    for (int kind = 0; kind <= int(ErrorKind::RestoreActionNeeded); ++kind) {
        if (exitCodeOf(ErrorKind(kind)) == exitCode)
            return ErrorKind(kind);
    }
    return ErrorKind::Internal;
}

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

std::optional<Error> errorOf(const Answer &answer)
{
    const QJsonObject error = answer.document.value(QLatin1String("error")).toObject();
    if (error.isEmpty())
        return std::nullopt;
    return Error{kindOf(answer.exitCode),
                 textOf(error, "message"),
                 textOf(error, "hint"),
                 textOf(error, "detail"),
                 {}};
}

Result<ScheduleProof> Prover::run(Proof proof)
{
    MASCLET_TRY(lookAtInstalled());
    lookAtZones();
    if (m_credentials.item)
        m_proof.items << *m_credentials.item;
    MASCLET_TRY(check());
    // A backup would only fail for the reason that was found.
    if (proof != Proof::Look && !m_proof.failure && m_isReached)
        MASCLET_TRY(backUp(proof));
    return std::move(m_proof);
}

Result<> Prover::lookAtInstalled()
{
    const QString title = Tr::tr("Scheduler");
    const QList<InstalledSchedule> installed =
        installedSchedules(m_request.places, m_request.profile.name, m_request.profile.id);
    if (!installed.isEmpty())
        m_installed = installed.first();
    MASCLET_TRY(loadPasswords());
    if (installed.isEmpty()) {
        add("scheduler", title, CheckResult::Warn, Tr::tr("Nothing starts backups by itself."),
            Tr::tr("\"masclet-backup schedule install\" sets it up."));
        return {};
    }
    const InstalledSchedule &first = installed.first();
    const bool own = first.isOfPackage || first.isOfContainer ||
                     (first.scheduler == Scheduler::User) == !m_request.places.userUnits.isEmpty();
    if (!own)
        return fail(ErrorKind::Config,
                    Tr::tr("Root installed this schedule: %1").arg(first.files.join(QStringLiteral(", "))),
                    Tr::tr("Run this as root, whose rights and files count at night."));
    MASCLET_TRY(becomeUserOf(first));
    const QString name = nameOf(first.scheduler);
    if (!first.switchedOn)
        add("scheduler", title, CheckResult::Warn, Tr::tr("The timer of %1 is switched off.").arg(name),
            Tr::tr("\"masclet-backup schedule install\" switches it on."));
    else if (first.scheduler == Scheduler::Cron)
        add("scheduler", title, CheckResult::Pass,
            Tr::tr("%1, as %2").arg(first.files.first(), m_request.caller.user));
    else
        MASCLET_TRY(enterUnit(first));
    return {};
}

/// What a unit is given beside its environment.
Result<> Prover::loadPasswords()
{
    const QString unit =
        unitNames(m_installed.value_or(InstalledSchedule()), m_request.profile.name).serviceName;
    MASCLET_TRY_ASSIGN(m_credentials, loadCredentials(m_request, credentialsOf(m_request, m_installed), unit,
                                                      m_context.stopToken()));
    m_proof.failure = m_credentials.failure;
    return {};
}

/// Where systemd can start the proof as it starts the backup, everything is tried behind the unit's walls.
Result<> Prover::enterUnit(const InstalledSchedule &installed)
{
    const QString title = Tr::tr("Scheduler");
    QString text = Tr::tr("%1; what the unit closes off was not tried.");
    std::optional<UnitRun> unit;
    if (!m_credentials.failure) // for which nothing starts there
        unit = UnitRun::of(m_request, installed);
    if (unit) {
        const Result<> entered = unit->tryOut(m_context.stopToken());
        if (!entered && entered.error().kind == ErrorKind::Stopped)
            return entered;
        if (!entered && entered.error().kind == ErrorKind::Config) {
            m_proof.failure = entered.error();
            add("scheduler", title, CheckResult::Fail, entered.error().message, entered.error().hint);
            return {};
        }
        if (entered) {
            text = Tr::tr("%1; everything was tried behind what the unit closes off.");
            m_request.caller.stateFolder = unit->stateFolder();
            m_request.caller.language = unit->language();
            m_unit = std::move(unit);
        }
    }
    add("scheduler", title, CheckResult::Pass, text.arg(installed.files.first()));
    return {};
}

/// Root proves what it installed for another account as that account.
Result<> Prover::becomeUserOf(const InstalledSchedule &installed)
{
    if (installed.user.isEmpty() || installed.user == m_request.caller.user)
        return {};
    MASCLET_TRY_ASSIGN(const Account account, accountNamed(installed.user));
    return installFor(account, {}, m_request);
}

void Prover::lookAtZones()
{
    const QTimeZone zone = NextRuns(m_request.profile.schedule).zone();
    const QTimeZone machine = QTimeZone::systemTimeZone();
    add("zone", Tr::tr("Time zone"), CheckResult::Pass,
        zone.id() == machine.id()
            ? Tr::tr("%1, as on this machine.").arg(QString::fromLatin1(zone.id()))
            : Tr::tr("%1; this machine has %2, and due is what the first says.")
                  .arg(QString::fromLatin1(zone.id()), QString::fromLatin1(machine.id())));
}

Result<> Prover::check()
{
    m_context.phase(Tr::tr("Trying what a scheduled backup needs"));
    MASCLET_TRY_ASSIGN(const Answer answer, call({QStringLiteral("profile"), QStringLiteral("check")}));
    for (const QJsonValue &value : answer.document.value(QLatin1String("items")).toArray()) {
        const QJsonObject item = value.toObject();
        add(textOf(item, "item").toLatin1().constData(), textOf(item, "title"),
            checkResultFromName(textOf(item, "result")).value_or(CheckResult::NotChecked),
            textOf(item, "finding"), textOf(item, "hint"));
    }
    std::optional<Error> failure = errorOf(answer);
    const QString &wanted = m_request.profile.connection.secret;
    if (m_credentials.missing.contains(m_request.profile.name) &&
        (wanted == QStringLiteral("auto") || wanted == QStringLiteral("systemd")))
        leaveOutPassword(failure);
    if (!m_proof.failure)
        m_proof.failure = failure;
    explainPassword();
    return {};
}

/// The run has a password that this one has not: what was found without it says nothing of that.
void Prover::leaveOutPassword(std::optional<Error> &failure)
{
    for (ProfileCheckItem &item : m_proof.items) {
        const bool isPassword = item.id == QStringLiteral("password");
        const bool isConnection = item.id == QStringLiteral("connection");
        const bool isRefused =
            item.result != CheckResult::Pass && (!failure || failure->kind != ErrorKind::Connection);
        if (!isPassword && !(isConnection && isRefused))
            continue;
        m_isReached = m_isReached && isPassword;
        item.result = CheckResult::NotChecked;
        item.finding = Tr::tr("It goes by the systemd credential, which was not there to be tried.");
        item.hint.clear();
    }
    if (!failure || failure->kind != ErrorKind::Credentials)
        return;
    failure.reset();
    for (const ProfileCheckItem &item : std::as_const(m_proof.items)) {
        if (item.result == CheckResult::Fail && !failure)
            failure = Error{ErrorKind::Config, item.finding, item.hint, {}, {}};
    }
}

/// What the child could not find may be where only this session can look.
void Prover::explainPassword()
{
    if (m_credentials.failure || !m_proof.failure || m_proof.failure->kind != ErrorKind::Credentials ||
        !isForSessionsOnly(m_request.profile, m_environment.secrets, m_context.stopToken()))
        return;
    const Error error = sessionsOnlyError(m_request.profile);
    for (ProfileCheckItem &item : m_proof.items) {
        if (item.id == QStringLiteral("password")) {
            item.result = CheckResult::Fail;
            item.finding = error.message + QChar(u' ') + item.finding;
            item.hint = error.hint;
        }
    }
    m_proof.failure->message = error.message + QChar(u' ') + m_proof.failure->message;
    m_proof.failure->hint = error.hint;
}

Result<> Prover::backUp(Proof proof)
{
    m_context.phase(Tr::tr("Making a backup as a scheduler does"));
    QStringList verb{QStringLiteral("backup"), QStringLiteral("--scheduled"), QStringLiteral("--reason"),
                     QStringLiteral("schedule prove")};
    if (proof == Proof::NoStore)
        verb << QStringLiteral("--no-store");
    MASCLET_TRY_ASSIGN(const Answer answer, call(verb));
    const QString title = Tr::tr("Backup");
    m_proof.setId = textOf(answer.document, "set");
    m_proof.failure = errorOf(answer);
    if (m_proof.failure)
        add("backup", title, CheckResult::Fail, m_proof.failure->message, m_proof.failure->hint);
    else
        add("backup", title, answer.exitCode == exitOk ? CheckResult::Pass : CheckResult::Warn,
            madeText(answer, proof));
    return {};
}

QString Prover::madeText(const Answer &answer, Proof proof) const
{
    if (proof == Proof::Backup)
        return answer.exitCode == exitOk ? Tr::tr("%1 was made.").arg(m_proof.setId)
                                         : Tr::tr("%1 was made, with warnings.").arg(m_proof.setId);
    const auto number = [&](const char *key) {
        return answer.document.value(QLatin1String(key)).toInteger();
    };
    const QString text =
        Tr::tr("%1 rows were dumped (%2, packed %3) and thrown away. Restore test and retention were not "
               "tried.")
            .arg(QLocale().toString(number("rows")), sizeText(number("rawBytes")),
                 sizeText(number("packedBytes")));
    QStringList warnings;
    for (const QJsonValue &warning : answer.document.value(QLatin1String("warnings")).toArray())
        warnings << warning.toString();
    return (QStringList{text} + warnings).join(QChar(u' '));
}

/// What the container's script gives to scheduled runs, as it says itself.
QList<QByteArray> Prover::handedOver() const
{
    QList<QByteArray> variables;
    const Environment &ours = m_environment.secrets.environment;
    for (const QString &name : ours.value(QStringLiteral("MASCLET_HANDED_OVER")).split(QChar(u' '))) {
        if (ours.contains(name))
            variables << (name + QChar(u'=') + ours.value(name)).toUtf8();
    }
    return variables;
}

/// With its environment and nothing else.
ToolCommand Prover::asCron() const
{
    const ScheduleCaller &caller = m_request.caller;
    const std::optional<Account> &account = m_request.account;
    ToolCommand command;
    command.program = caller.program;
    command.environment = {"SHELL=/bin/sh",
                           cronPath,
                           cronLocale,
                           "HOME=" + QFile::encodeName(account ? account->home : m_home),
                           "LOGNAME=" + caller.user.toUtf8(),
                           "USER=" + caller.user.toUtf8()};
    if (m_installed && m_installed->isOfContainer)
        command.environment << handedOver();
    if (account) {
        command.uid = account->uid;
        command.gid = account->gid;
        command.groups = account->groups;
    }
    command.credentials = m_credentials.files;
    command.umask = cronUmask;
    command.terminal = ToolCommand::Terminal::None;
    return command;
}

Result<Answer> Prover::call(const QStringList &verb)
{
    const QStringList words =
        verb + QStringList{QStringLiteral("--profile"),  m_request.profile.path,   QStringLiteral("--state"),
                           m_request.caller.stateFolder, QStringLiteral("--lang"), m_request.caller.language,
                           QStringLiteral("--json")};
    if (m_unit) {
        Result<Answer> answer = answerOf(m_unit->command(words));
        if (!answer)
            m_unit->end();
        return answer;
    }
    ToolCommand command = asCron();
    for (const QString &word : words)
        command.arguments << word.toUtf8();
    return answerOf(command);
}

/// Standard output alone is read; progress goes to standard error, which nobody sees at night either.
Result<Answer> Prover::answerOf(const ToolCommand &command) const
{
    MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> child, ToolProcess::start(command));
    QByteArray text;
    std::array<std::byte, 16 * 1024> block{};
    for (;;) {
        MASCLET_TRY_ASSIGN(const size_t got, child->read(block, m_context.stopToken(), longestRun));
        if (got == 0)
            break;
        text.append(reinterpret_cast<const char *>(block.data()), qsizetype(got));
        if (text.size() > largestAnswer)
            return fail(ErrorKind::Internal, Tr::tr("The program said more than expected."));
    }
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, child->wait(m_context.stopToken(), longestRun));
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (outcome.signal != 0 || !document.isObject())
        return fail(describe(command, outcome, ErrorKind::Internal));
    return Answer{document.object(), outcome.exitCode};
}

void Prover::add(const char *id, const QString &title, CheckResult result, const QString &finding,
                 const QString &hint)
{
    m_proof.items << ProfileCheckItem{QString::fromLatin1(id), title, result, finding, hint};
}

} // namespace

Result<ScheduleProof> proveSchedule(const ServiceEnvironment &environment, const ScheduleRequest &request,
                                    const QString &homeFolder, Proof proof, JobContext &context)
{
    return Prover(environment, request, homeFolder, context).run(proof);
}

} // namespace masclet
