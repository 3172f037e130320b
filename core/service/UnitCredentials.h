#pragma once

#include "core/schedule/InstalledSchedule.h"
#include "core/service/ProfileCheck.h"
#include "core/service/ScheduleService.h"

namespace masclet
{

// What a unit of systemd is given beside its environment: passwords that only this machine can decrypt.

/// "LoadCredentialEncrypted=NAME:PATH" of a unit, or the same without Encrypted.
struct UnitCredential {
    QString name;
    QString path; ///< empty: wherever systemd looks for one of that name
    bool isEncrypted = true;
};
/// Of a unit that is installed with what an administrator added to it; for the package's, and where nothing
/// is installed yet, of the unit that there would be. Empty for cron and a user's own systemd.
QList<UnitCredential> credentialsOf(const ScheduleRequest &request,
                                    const std::optional<InstalledSchedule> &installed);

/// The text of the installed service, with the files that "systemctl edit" puts beside it.
QByteArray wholeUnit(const SchedulePlaces &places, const InstalledSchedule &installed, const QString &name);

/// What the unit would have.
struct LoadedCredentials {
    QList<ToolCommand::Credential> files;
    QStringList missing;                  ///< names of those that it has and that are not among the files
    std::optional<ProfileCheckItem> item; ///< none: no credential is in any store
    std::optional<Error> failure;         ///< Credentials: systemd would not start the unit for that
};
/// Decrypts them as systemd does before it starts the unit; only root can. `unit` is its name, for messages.
/// The only error is Stopped. Blocking.
Result<LoadedCredentials> loadCredentials(const ScheduleRequest &request,
                                          const QList<UnitCredential> &credentials, const QString &unit,
                                          const std::stop_token &stop);

} // namespace masclet
