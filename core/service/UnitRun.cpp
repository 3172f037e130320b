#include "core/service/UnitRun.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/service/UnitCredentials.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(UnitRun)
};

constexpr std::chrono::seconds tryLimit{60};
constexpr std::chrono::minutes endLimit{6}; ///< the unit gives itself five
/// systemd.exec(5), "Process Exit Codes": what failed before the program ran.
constexpr int firstOfSystemd = 200;
constexpr int lastOfSystemd = 245;

/// What the lines of [Service] say of how its program runs; nothing when one cannot be said again.
std::optional<QByteArrayList> propertiesIn(const QByteArray &unit)
{
    QByteArrayList properties;
    bool isService = false;
    for (const QByteArray &text : unit.split('\n')) {
        const QByteArray line = text.trimmed();
        if (line.startsWith('['))
            isService = line == "[Service]";
        const bool isOther = line.startsWith('#') || line.startsWith(';') || line.startsWith("Exec") ||
                             line.startsWith("Type=") || line.startsWith("SuccessExitStatus=");
        if (!isService || !line.contains('=') || isOther)
            continue;
        // Only in files it stands for itself when doubled.
        if (QByteArray(line).replace("%%", "").contains('%') || line.endsWith('\\'))
            return std::nullopt;
        properties << QByteArray(line).replace("%%", "%");
    }
    return properties;
}

QString wordAfter(const QStringList &words, const char *option)
{
    const qsizetype place = words.indexOf(QLatin1String(option));
    return place < 0 ? QString() : words.value(place + 1);
}

} // namespace

std::optional<UnitRun> UnitRun::of(const ScheduleRequest &request, const InstalledSchedule &installed)
{
    const SchedulePlaces &places = request.places;
    if (installed.scheduler == Scheduler::Cron || installed.isOfPackage || !places.root.isEmpty() ||
        !places.systemdRuns())
        return std::nullopt;
    UnitRun run;
    run.m_toolsFolder = QFileInfo(request.profile.programs.systemctl).path();
    run.m_service = unitNames(installed, request.profile.name).serviceName;
    if (installed.scheduler == Scheduler::User)
        run.m_sessionFolder = QFile::encodeName(places.sessionFolder);
    const std::optional<QByteArrayList> properties =
        propertiesIn(wholeUnit(places, installed, run.m_service));
    const QStringList words = commandIn(installed.service);
    if (!properties || words.isEmpty() ||
        !QFileInfo(run.m_toolsFolder + QStringLiteral("/systemd-run")).isExecutable())
        return std::nullopt;
    run.m_properties = *properties;
    run.m_program = words.first();
    run.m_stateFolder = wordAfter(words, "--state");
    run.m_language = wordAfter(words, "--lang");
    return run;
}

ToolCommand UnitRun::tool(const QString &name) const
{
    ToolCommand command;
    command.program = m_toolsFolder + QChar(u'/') + name;
    command.arguments << "--no-ask-password";
    command.environment = cleanEnvironment();
    if (!m_sessionFolder.isEmpty()) {
        command.arguments << "--user";
        command.environment << "XDG_RUNTIME_DIR=" + m_sessionFolder;
    }
    return command;
}

ToolCommand UnitRun::command(const QStringList &arguments)
{
    m_run = "masclet-prove-" + randomHex(8) + ".service";
    ToolCommand command = tool(QStringLiteral("systemd-run"));
    command.arguments << "--quiet"
                      << "--collect"
                      << "--pipe"
                      << "--wait"
                      << "--unit=" + m_run;
    for (const QByteArray &property : m_properties)
        command.arguments << "--property=" + property;
    command.arguments << "--" << QFile::encodeName(m_program);
    for (const QString &argument : arguments)
        command.arguments << argument.toUtf8();
    return command;
}

Result<> UnitRun::tryOut(const std::stop_token &stop)
{
    const ToolCommand version = command({QStringLiteral("--version")});
    MASCLET_TRY_ASSIGN(const std::unique_ptr<ToolProcess> child,
                       ToolProcess::start(version, ToolProcess::Output::Discard));
    MASCLET_TRY_ASSIGN(const ToolOutcome outcome, child->wait(stop, tryLimit));
    if (outcome.good())
        return {};
    const QString said = oneLine(outcome.errorOutput);
    if (outcome.signal == 0 && outcome.exitCode >= firstOfSystemd && outcome.exitCode <= lastOfSystemd)
        return fail(
            ErrorKind::Config,
            Tr::tr("systemd cannot start %1 as %2 says (status %3).")
                .arg(oneLine(m_program), m_service)
                .arg(outcome.exitCode),
            Tr::tr("Look whether its folders are there, then install the schedule again. \"journalctl\" "
                   "tells more."),
            said);
    return fail(describe(version, outcome, ErrorKind::ClientTool));
}

void UnitRun::end() const
{
    ToolCommand command = tool(QStringLiteral("systemctl"));
    command.arguments << "stop" << m_run;
    (void)runTool(command, {}, endLimit, ErrorKind::Config); // it may have ended by itself
}

} // namespace masclet
