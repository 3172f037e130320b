// A plan of the schedule in words.
#include "core/base/Text.h"
#include "core/service/ScheduleService.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScheduleCommands)
};

QStringList linesOf(const QList<ToolCommand> &commands)
{
    QStringList lines;
    for (const ToolCommand &command : commands)
        lines << Tr::tr("Command: %1").arg(command.forLog());
    return lines;
}

QStringList linesOf(const ScheduleFile &file)
{
    if (!file.after)
        return {Tr::tr("Taken away: %1").arg(file.path)};
    QStringList lines{file.before ? Tr::tr("Changed: %1").arg(file.path) : Tr::tr("New: %1").arg(file.path)};
    for (const QByteArray &line : file.after->trimmed().split('\n'))
        lines << QStringLiteral("  ") + oneLine(line);
    return lines;
}

} // namespace

ScheduleRequest ownSchedule(const ServiceEnvironment &environment, const Profile &profile,
                            const QString &program, const QString &language, const QString &homeFolder)
{
    ScheduleRequest request;
    request.profile = profile;
    request.profile.path = QDir::current().absoluteFilePath(profile.path);
    request.caller = {program, environment.who.name, environment.stateFolder, language};
    request.caller.hasCertificates = QFileInfo::exists(homeFolder + QStringLiteral("/.postgresql"));
    request.mailTo = environment.who.name;
    request.places = environment.schedulePlaces;
    request.scheduler = usualScheduler(request.places);
    return request;
}

QStringList linesOf(const SchedulePlan &plan)
{
    QStringList lines = linesOf(plan.before);
    for (const ScheduleFile &file : plan.files)
        lines << linesOf(file);
    return lines + linesOf(plan.after);
}

} // namespace masclet
