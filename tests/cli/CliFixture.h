#pragma once

#include "app/cli/MainCommandLine.h"
#include "tests/cli/ScriptedConsole.h"
#include "tests/support/FakeClock.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <unistd.h>

namespace masclet::test
{

/// One person with a home folder of their own who types commands; nothing of the machine leaks in.
class CliFixture
{
public:
    CliFixture() { environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config"))); }

    /// Runs the program in this process; `console` holds what it wrote and read.
    int run(const QStringList &arguments)
    {
        environment.insert(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("state")));
        const AppContext app(environment, home.path(), ::geteuid(), clock);
        console.output.clear();
        console.errors.clear();
        return execute(arguments, app, console);
    }
    QJsonObject document() const { return QJsonDocument::fromJson(console.output).object(); }
    QString path(const QString &name) const { return home.filePath(name); }
    QString profilePath(const QString &name) const
    {
        return path(QStringLiteral("config/masclet-backup/profiles/%1.toml").arg(name));
    }

    QTemporaryDir home;
    Environment environment;
    FakeClock clock{QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC)};
    ScriptedConsole console;
};

} // namespace masclet::test
