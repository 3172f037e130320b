#include "core/service/PathProposal.h"

#include <QDir>

namespace masclet
{

namespace
{

constexpr const char *configPlaces[] = {
    "/etc/postgresql",     "/etc/pgbouncer",      "/etc/nginx",  "/etc/caddy",
    "/etc/haproxy",        "/etc/crontab",        "/etc/cron.d", "/var/spool/cron/crontabs",
    "/etc/systemd/system", "/etc/masclet-backup",
};
constexpr const char *logPlaces[] = {
    "/var/log/postgresql", "/var/log/pgbouncer", "/var/log/nginx",
    "/var/log/syslog",     "/var/log/messages",  "/var/log/cron.log",
};

template <size_t N>
QStringList existing(const char *const (&paths)[N], const QString &root)
{
    QStringList found;
    for (const char *path : paths) {
        if (const QString whole = root + QLatin1String(path); QFileInfo::exists(whole))
            found << whole;
    }
    return found;
}

/// Compose files of one folder, and the `.env` that they read.
QStringList composeFiles(const QString &folder)
{
    const QDir dir(folder);
    QStringList found;
    const QStringList patterns{QStringLiteral("compose*.yml"), QStringLiteral("compose*.yaml"),
                               QStringLiteral("docker-compose*.yml"), QStringLiteral("docker-compose*.yaml")};
    for (const QString &name : dir.entryList(patterns, QDir::Files, QDir::Name))
        found << dir.absoluteFilePath(name);
    if (!found.isEmpty() && dir.exists(QStringLiteral(".env")))
        found << dir.absoluteFilePath(QStringLiteral(".env"));
    return found;
}

void giveUnlessGiven(StoredProfile &stored, const char *path, QStringList value)
{
    value.removeDuplicates();
    if (!stored.given.contains(QLatin1String(path)))
        stored.give(*optionByPath(QLatin1String(path)), value);
}

} // namespace

void proposeFiles(StoredProfile &stored, const FilePlaces &places)
{
    const QStringList &kinds = stored.profile.backup.kinds;
    if (kinds.contains(QStringLiteral("config"))) {
        QStringList config = existing(configPlaces, places.root);
        QStringList folders{places.workingFolder};
        for (const char *parent : {"/srv", "/opt"}) {
            const QDir dir(places.root + QLatin1String(parent));
            for (const QString &name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
                folders << dir.absoluteFilePath(name);
        }
        for (const QString &folder : std::as_const(folders))
            config << composeFiles(folder);
        giveUnlessGiven(stored, "config.paths", config);
    }
    if (kinds.contains(QStringLiteral("logs"))) {
        QStringList logs = existing(logPlaces, places.root);
        for (const QString &file : stored.profile.checks.logFiles) {
            if (file.startsWith(QChar(u'/')))
                logs << file;
        }
        giveUnlessGiven(stored, "logs.paths", logs);
    }
}

} // namespace masclet
