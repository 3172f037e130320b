#pragma once

#include "core/base/Clock.h"
#include "core/profile/EffectiveProfile.h"
#include "core/profile/ProfileStore.h"
#include "core/service/ServiceEnvironment.h"

#include <QString>

#include <sys/types.h>

namespace masclet
{

/// Everything about this process and machine that core does not look up itself: who we are, where things
/// are, the environment, the clock. Built once by the program (or by a test) and passed down. Read only.
class AppContext
{
public:
    /// Follows the XDG folders; root without XDG_CONFIG_HOME or XDG_STATE_HOME uses /etc and /var/lib.
    AppContext(Environment environment, QString homeFolder, uid_t user, const Clock &clock);
    /// Of the running process, whose environment then has no variables of libpq any more, with the keychain
    /// of its session. Call it before any other thread runs.
    static AppContext ofProcess(const Clock &clock);

    const Environment &environment() const { return m_environment; }
    const Clock &clock() const { return m_services.clock; }
    const QString &homeFolder() const { return m_homeFolder; }
    uid_t user() const { return m_user; }
    const ProfileStore &profiles() const { return m_services.profiles; }
    /// /backups where this user may write there or make it, else a folder at home.
    QString proposedRepository() const;
    /// What every service of core gets.
    const ServiceEnvironment &services() const { return m_services; }

private:
    Environment m_environment;
    QString m_homeFolder;
    uid_t m_user;
    ServiceEnvironment m_services;
};

} // namespace masclet
