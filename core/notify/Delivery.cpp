#include "core/notify/Delivery.h"

#include "core/base/Text.h"
#include "core/notify/MailText.h"
#include "core/notify/NetworkCall.h"
#include "core/process/ToolProcess.h"
#include "core/profile/ContactTable.h"
#include "core/server/SecretFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Delivery)
};

NetworkLimits limitsOf(const Profile &profile, std::chrono::milliseconds time)
{
    return {time, profile.notify.trustedCertificates};
}

MailCall::Security securityOf(const Profile::Notify &notify)
{
    if (notify.mailSecurity == QStringLiteral("none"))
        return MailCall::Security::None;
    return notify.mailSecurity == QStringLiteral("tls") ? MailCall::Security::Tls
                                                        : MailCall::Security::StartTls;
}

Result<> mailTo(const Profile::Contact &contact, const Message &message, const Post &post,
                std::chrono::milliseconds limit)
{
    const Profile::Notify &notify = post.profile.notify;
    MailCall mail;
    mail.host = notify.mailServer;
    mail.port = int(notify.mailPort);
    mail.security = securityOf(notify);
    mail.user = notify.mailUser;
    mail.from = notify.mailFrom;
    mail.to = QStringList{contact.mail};
    if (!mail.user.isEmpty()) {
        MASCLET_TRY_ASSIGN(const FoundSecret secret, findMailPassword(post.profile, post.secrets, post.stop));
        mail.password = secret.password;
    }
    mail.text =
        mailBytes({notify.mailFrom, contact.mail, message.subject, message.text, message.id, message.time});
    return sendMail(mail, limitsOf(post.profile, limit), post.stop);
}

QByteArray documentText(const Message &message)
{
    return QJsonDocument(message.document).toJson(QJsonDocument::Compact) + '\n';
}

Result<> runCommand(const QStringList &words, const Message &message, const Post &post,
                    std::chrono::milliseconds limit)
{
    ToolCommand command;
    command.program = words.first();
    for (const QString &word : words.mid(1))
        command.arguments << word.toUtf8();
    command.environment = cleanEnvironment();
    command.environment << "MASCLET_EVENT=" + nameOf(message.event).toLatin1()
                        << "MASCLET_PROFILE=" + post.profile.name.toLatin1();
    MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> tool,
                       ToolProcess::start(command, ToolProcess::Output::Discard, ToolProcess::Input::Fed));
    const QByteArray text = documentText(message);
    // One that does not read it is none the worse: its exit code counts.
    (void)tool->writeInput(std::as_bytes(std::span(text.constData(), size_t(text.size()))), post.stop);
    tool->closeInput();
    Result<ToolOutcome> ended = tool->wait(post.stop, limit);
    if (!ended)
        return fail(ended.error().kind == ErrorKind::Stopped
                        ? std::move(ended).error()
                        : std::move(ended).error().as(ErrorKind::Connection));
    const ToolOutcome outcome = *std::move(ended);
    if (!outcome.good())
        return fail(describe(command, outcome, ErrorKind::Connection));
    return {};
}

} // namespace

TimeBudget::TimeBudget(const Clock &clock, std::chrono::milliseconds limit)
    : m_clock(clock)
    , m_start(clock.monotonic())
    , m_limit(limit)
{
}

std::chrono::milliseconds TimeBudget::share(qsizetype left) const
{
    constexpr qint64 moment = 100;
    const qint64 rest = m_limit.count() - millisecondsSince(m_clock, m_start);
    return std::chrono::milliseconds(std::max(rest / std::max<qint64>(left, 1), moment));
}

QList<Delivered> deliver(const Message &message, const Profile::Contact &contact, const Post &post,
                         const TimeBudget &budget, qsizetype left)
{
    struct Way {
        QString name;
        QString place;
        bool used;
        std::function<Result<>(std::chrono::milliseconds)> go;
    };
    const QByteArray document = documentText(message);
    const QList<Way> ways{
        {QStringLiteral("mail"), contact.mail, !contact.mail.isEmpty(),
         [&](std::chrono::milliseconds limit) {
             return mailTo(contact, message, post, limit);
         }},
        {QStringLiteral("webhook"), addressForPeople(contact.webhook), !contact.webhook.isEmpty(),
         [&](std::chrono::milliseconds limit) {
             return callAddress(contact.webhook, document, limitsOf(post.profile, limit), post.stop);
         }},
        {QStringLiteral("command"), oneLine(contact.command.value(0), 200), !contact.command.isEmpty(),
         [&](std::chrono::milliseconds limit) {
             return runCommand(contact.command, message, post, limit);
         }},
    };
    qsizetype own = std::count_if(ways.begin(), ways.end(), [](const Way &way) { return way.used; });
    QList<Delivered> all;
    for (const Way &way : ways) {
        if (way.used)
            all << Delivered{contact.name, way.name, way.place, way.go(budget.share(left + own--))};
    }
    return all;
}

Result<> ping(const QString &url, const Post &post, std::chrono::milliseconds limit)
{
    if (url.isEmpty())
        return {};
    return callAddress(url, {}, limitsOf(post.profile, limit), post.stop);
}

Result<FoundSecret> findMailPassword(const Profile &profile, const SecretSources &sources,
                                     const std::stop_token &stop)
{
    const QString entry = mailEntryOf(profile);
    const QString credential = sources.credentialsFolder + QChar(u'/') + entry;
    const bool hasCredential = !sources.credentialsFolder.isEmpty() && QFileInfo::exists(credential);
    const QString named = profile.notify.mailPasswordFile;
    if (!named.isEmpty())
        MASCLET_TRY(checkPrivate(named));
    if (!named.isEmpty() || hasCredential) {
        const QString path = named.isEmpty() ? credential : named;
        auto secret = readSecretFile(path, Tr::tr("the mail password"));
        if (!secret)
            return fail(std::move(secret).error().as(ErrorKind::Credentials));
        return FoundSecret{*secret, Tr::tr("the file %1").arg(oneLine(path))};
    }
    if (const Result<> reached = reachKeychain(sources, stop)) {
        MASCLET_TRY_ASSIGN(const std::optional<Secret> secret, sources.keychain->find(entry, stop));
        if (secret)
            return FoundSecret{*secret, Tr::tr("the system keychain")};
    }
    const QString variable = QStringLiteral("MASCLET_MAIL_PASSWORD");
    const QByteArray value = sources.environment.value(variable).toUtf8();
    if (!value.isEmpty())
        return FoundSecret{Secret::fromView({value.constData(), size_t(value.size())}),
                           Tr::tr("the variable %1").arg(variable)};
    return fail(
        ErrorKind::Credentials,
        Tr::tr("There is no password for %1 at the mail server.").arg(oneLine(profile.notify.mailUser, 80)),
        Tr::tr("Put it into a file that only the user of the backup may read, and name it: "
               "--mail-password-file FILE. For what you send yourself: masclet-backup secret set --mail "
               "--store keychain"));
}

} // namespace masclet
