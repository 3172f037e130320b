#pragma once

#include "core/schedule/ScheduledBackup.h"

#include <QDateTime>
#include <QProcess>

namespace masclet::test
{

/// A profile of root's in the zone of Madrid, every day at 02:00.
inline Profile nightlyProfile()
{
    Profile profile;
    profile.name = QStringLiteral("shop");
    profile.id = QStringLiteral("0123456789abcdef0123456789abcdef");
    profile.path = QStringLiteral("/etc/masclet-backup/profiles/shop.toml");
    profile.schedule.zone = QStringLiteral("Europe/Madrid");
    return profile;
}

/// A program that exists, so that systemd has nothing to object to.
inline ScheduleCaller rootCaller()
{
    return {QStringLiteral("/bin/true"), QStringLiteral("root"), QStringLiteral("/var/lib/masclet-backup"),
            QStringLiteral("en")};
}

/// The year that the issue speaks of begins a month later.
inline QDateTime autumn2026()
{
    return QDateTime(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);
}

struct ToolAnswer {
    int code = -1; ///< -1: did not run
    QByteArray text;
};
/// Runs a program of the system in UTC; both of its outputs together.
inline ToolAnswer askTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/run")); // of no user's session
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return {-1, process.errorString().toUtf8()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

} // namespace masclet::test
