#pragma once

#include "core/process/ToolCommand.h"
#include "core/schedule/InstalledSchedule.h"
#include "core/service/ScheduleService.h"

#include <optional>

namespace masclet
{

/// The service of an installed unit, in which other verbs can be run: started by systemd, as its user, behind
/// all that it closes off, with the passwords that it loads. Plain data but for the name of its next run.
class UnitRun
{
public:
    /// Nothing where systemd does not run, or where the unit is none of those that this user may start.
    static std::optional<UnitRun> of(const ScheduleRequest &request, const InstalledSchedule &installed);

    /// Starts the program behind those walls, which only tells its version. Config when systemd cannot start
    /// it, as it cannot at the planned time; ClientTool when systemd cannot be asked for it. Blocking.
    Result<> tryOut(const std::stop_token &stop);

    /// Its output, standard error and exit code are those of the program. Each call is a run of its own.
    ToolCommand command(const QStringList &arguments);
    /// Ends the run of the newest command, which systemd would let go on without us. Blocking.
    void end() const;

    /// The state folder and the language that the unit names.
    const QString &stateFolder() const { return m_stateFolder; }
    const QString &language() const { return m_language; }

private:
    UnitRun() = default;
    ToolCommand tool(const QString &name) const;

    QString m_toolsFolder;      ///< of systemctl
    QByteArray m_sessionFolder; ///< of a user's own systemd; empty: the machine's
    QString m_service;
    QByteArrayList m_properties;
    QString m_program;
    QString m_stateFolder;
    QString m_language;
    QByteArray m_run; ///< name of the newest one
};

} // namespace masclet
