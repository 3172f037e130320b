#pragma once

#include "core/profile/Profile.h"

#include <QStringList>
#include <QTemporaryDir>

namespace masclet::test
{

/// A fake systemctl, a fake docker and an own command ("ctl"), given by absolute path: scripts that keep the
/// state of named services in files, record every call, and fail, hang or kill their caller as told.
class FakeServices
{
public:
    enum class State { Running, Stopped };
    /// Fail: exit code 1. FailOnce: the next call only. Hang: for ever. Ignore: exit code 0, nothing done.
    enum class Behaviour { Good, Fail, FailOnce, Hang, Ignore };
    enum class Moment { Before, After }; ///< the call does its work

    FakeServices();

    Profile::Programs programs() const { return {path("systemctl"), path("docker")}; }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    void set(const QString &name, State state) const;
    /// Any word systemctl says: "failed", "activating".
    void setRaw(const QString &name, const QByteArray &state) const;
    void remove(const QString &name) const;
    bool isRunning(const QString &name) const;
    /// What a verb ("stop", "start", "show", …) of that service does from now on.
    void behave(const QString &verb, const QString &name, Behaviour behaviour) const;
    /// Lets this script run at a verb of that service, before its work.
    void atCall(const QString &verb, const QString &name, const QByteArray &script) const;
    /// The caller is killed (SIGKILL) by the call of this number, from 1.
    void killCallerAt(int call, Moment moment) const;
    void killNobody() const;

    /// "stop web.service": the calls that change something, oldest first.
    QStringList changes() const;
    /// Every call with all its arguments.
    QStringList calls() const;
    void forgetCalls() const;

    static Profile::Service systemdService(const QString &name);
    static Profile::Service dockerService(const QString &name);
    static Profile::Service composeService(const QString &name);
    Profile::Service commandService(const QString &name) const;

private:
    void write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_folder;
};

} // namespace masclet::test
