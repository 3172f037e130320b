#include "app/cli/CommandContext.h"

#include "app/cli/JobRunner.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};
} // namespace

QString Arguments::value(const char *name) const
{
    const QStringList list = values.value(name);
    return list.isEmpty() ? QString() : list.last();
}

CommandContext::CommandContext(const AppContext &app, Console &console, Arguments arguments)
    : m_app(app)
    , m_console(console)
    , m_arguments(std::move(arguments))
{
}

ServiceEnvironment CommandContext::services() const
{
    ServiceEnvironment services = m_app.services();
    if (const QString given = m_arguments.value("state"); !given.isEmpty())
        services.stateFolder = QFileInfo(given).absoluteFilePath();
    return services;
}

void CommandContext::say(const QString &line) const
{
    const QByteArray text = line.toUtf8() + '\n';
    if (json())
        m_console.writeError(text);
    else
        m_console.writeOutput(text);
}

void CommandContext::note(const QString &line) const
{
    m_console.writeError(line.toUtf8() + '\n');
}

void CommandContext::answer(const QJsonObject &document)
{
    if (m_answer.isEmpty())
        m_answer = document;
}

void CommandContext::finishAnswer(const QJsonObject &more) const
{
    if (!json())
        return;
    QJsonObject document = m_answer;
    for (auto part = more.constBegin(); part != more.constEnd(); ++part)
        document.insert(part.key(), part.value());
    m_console.writeOutput(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

Result<StoredProfile> CommandContext::storedProfile() const
{
    const QString named = m_arguments.value("profile");
    return named.isEmpty() ? m_app.profiles().loadOnly() : m_app.profiles().load(named);
}

Result<Profile> CommandContext::effective(StoredProfile stored) const
{
    MASCLET_TRY(applyEnvironment(stored, m_app.environment()));
    MASCLET_TRY(applyArguments(stored, m_arguments.options));
    MASCLET_TRY(checkComplete(stored.profile));
    return stored.profile;
}

Result<Profile> CommandContext::profile() const
{
    MASCLET_TRY_ASSIGN(const StoredProfile stored, storedProfile());
    return effective(stored);
}

Result<Profile> CommandContext::profile(const QString &nameOrPath) const
{
    MASCLET_TRY_ASSIGN(const StoredProfile stored, m_app.profiles().load(nameOrPath));
    return effective(stored);
}

Result<Profile> CommandContext::profileForReading() const
{
    const bool repositoryGiven = std::any_of(
        m_arguments.options.cbegin(), m_arguments.options.cend(), [](const OptionArgument &given) {
            return given.option->path() == QStringLiteral("repository.path");
        });
    if (m_arguments.has("profile") || !repositoryGiven)
        return profile();
    StoredProfile nameless;
    MASCLET_TRY(applyArguments(nameless, m_arguments.options));
    return nameless.profile;
}

Result<> CommandContext::confirm(const QString &what, const QString &name) const
{
    QString typed = m_arguments.value("yes");
    if (typed.isEmpty() && !m_console.inputIsTerminal())
        return fail(ErrorKind::Usage, Tr::tr("This must be confirmed: %1").arg(what),
                    Tr::tr("Without a terminal give the name with --yes: --yes %1").arg(oneLine(name)));
    if (typed.isEmpty()) {
        note(what);
        MASCLET_TRY_ASSIGN(typed, m_console.readLine(Tr::tr("Type %1 to go on: ").arg(oneLine(name))));
    }
    if (typed != name)
        return fail(ErrorKind::Usage,
                    Tr::tr("The name given is not \"%1\"; nothing was touched.").arg(oneLine(name)));
    return {};
}

Result<JobReport> CommandContext::runJob(Job::Body body) const
{
    return masclet::runJob(m_app.clock(), m_console, std::move(body));
}

} // namespace masclet
