#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace masclet
{

/// One thing to protect, as its TOML file says it. Plain data: ProfileStore reads and writes it, OptionTable
/// declares every field once (label, help, default, range, flag, variable). Defaults are the seed's.
struct Profile {
    QString
        name; ///< the file's name without .toml: [a-z0-9][a-z0-9_-]{0,47}, not ending in _ and eight digits
    QString path; ///< where it was read from; empty for one that is not stored yet
    QString
        reference; ///< what --profile takes: its name, or its path where it lies elsewhere; empty: the name
    QString id;    ///< stable: sets and history go by it, so a renamed profile keeps its sets
    QString title;

    struct Connection {
        QString host = QStringLiteral("127.0.0.1"); ///< name, address or socket folder
        qint64 port = 5432;
        QString dbname; ///< any character but NUL
        QString user = QStringLiteral("postgres");
        QString sslmode = QStringLiteral("prefer");
        QString sslrootcert;
        QString secret = QStringLiteral("auto"); ///< auto, none, keychain, systemd, passfile, environment
        QString passfile;                        ///< path of a 0600 pass file; empty: beside the profile
        QString tools; ///< folder with pg_dump or docker:CONTAINER; empty: what fits the server's major
        qint64 connectTimeout = 10'000; ///< milliseconds
        friend bool operator==(const Connection &, const Connection &) = default;
    } connection;

    struct Repository {
        QString path = QStringLiteral("/backups");
        QString layout = QStringLiteral("flat"); ///< flat, dated
        friend bool operator==(const Repository &, const Repository &) = default;
    } repository;

    struct Backup {
        QStringList kinds = {QStringLiteral("db")};
        QString format = QStringLiteral("plain");
        QString compression = QStringLiteral("auto"); ///< auto, fast, small, none
        qint64 jobs = 0;                              ///< codec threads; 0: one per core, at most 4
        QStringList criticalTables;
        bool rolePasswords = true;
        qint64 lockWait = 60'000;    ///< milliseconds pg_dump waits for a table lock
        qint64 stallLimit = 900'000; ///< milliseconds without a byte before pg_dump counts as hung
        qint64 retries = 1;          ///< of a scheduled run after a fault that may pass
        qint64 retryDelay = 60'000;  ///< milliseconds
        qint64 niceness = 0;         ///< of all that makes a backup and its restore test, 0 to 19
        QString ioPriority = QStringLiteral("usual"); ///< usual, low, idle
        qint64 rateLimit = 0;                         ///< bytes a second read from pg_dump; 0: any
        qint64 maximumDuration = 0;                   ///< milliseconds a backup may take; 0: any
        bool measureLoad = true;                      ///< of the server, while it is dumped
        friend bool operator==(const Backup &, const Backup &) = default;
    } backup;

    /// Kind config: files of the machine.
    struct Config {
        QStringList paths;
        /// Pass files stay out: passwords belong into no backup that may be copied elsewhere.
        QStringList exclude = {QStringLiteral("*.pgpass"), QStringLiteral(".pgpass")};
        friend bool operator==(const Config &, const Config &) = default;
    } config;

    /// Kind logs.
    struct Logs {
        QStringList paths;
        QStringList exclude;
        qint64 maximumAge = 30 * 86'400'000LL;    ///< milliseconds; 0: any
        qint64 maximumSize = 512LL * 1024 * 1024; ///< bytes of all of them; 0: any
        friend bool operator==(const Logs &, const Logs &) = default;
    } logs;

    /// Encryption of what is stored. Public keys write; the secret one is needed to read only.
    struct Encryption {
        QStringList recipients; ///< age public keys; none: not encrypted
        QString identity;       ///< file with the secret key; empty: the other stores are asked
        friend bool operator==(const Encryption &, const Encryption &) = default;
    } encryption;

    struct Schedule {
        QStringList at = {QStringLiteral("02:00")};
        QStringList weekdays = {QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                QStringLiteral("sun")}; ///< on which all of these times are planned
        QString zone;                                   ///< IANA name; empty: the system's
        qint64 window = 7'200'000; ///< milliseconds after `at` in which a start counts as in the window
        bool windowOnly = false;   ///< a scheduled run that would start later waits for the next planned time
        QString restoreTest = QStringLiteral("every");    ///< every, weekly, monthly, never
        QString restoreTestOn = QStringLiteral("server"); ///< server, sandbox, or another profile's name
        friend bool operator==(const Schedule &, const Schedule &) = default;
    } schedule;

    struct Retention {
        qint64 keepLast = 3;
        qint64 keepDaily = 0;
        qint64 keepWeekly = 0;
        qint64 keepMonthly = 0;
        qint64 keepYearly = 0;
        qint64 minimumAge = 0; ///< milliseconds
        friend bool operator==(const Retention &, const Retention &) = default;
    } retention;

    struct Checks {
        qint64 minimumSize = 1024 * 1024; ///< bytes; the archive must be larger
        qint64 bandLow = 50;              ///< percent of the median of the last seven verified sets
        qint64 bandHigh = 200;
        qint64 shrinkRows = 50;                  ///< percent fewer rows than the set before: alarm
        qint64 freeSpace = 1024LL * 1024 * 1024; ///< bytes beyond twice the largest set
        QStringList logFiles;                    ///< files searched beside our run logs
        QStringList logPatterns = {QStringLiteral("ERROR:"), QStringLiteral("FATAL:"),
                                   QStringLiteral("PANIC:")};
        friend bool operator==(const Checks &, const Checks &) = default;
    } checks;

    /// How people and monitoring are told.
    struct Notify {
        QStringList events = {QStringLiteral("failure"), QStringLiteral("recovery")};
        qint64 provenWithin = 26 * 3'600'000LL; ///< milliseconds: a daily backup and two hours
        qint64 repeatAfter = 24 * 3'600'000LL;  ///< milliseconds; 0: never
        qint64 sysadminAfter = 30 * 60'000LL;   ///< milliseconds since an alarm began
        qint64 dbaAfter = 2 * 3'600'000LL;      ///< milliseconds since an alarm began
        qint64 timeLimit = 30'000;              ///< milliseconds for all messages of one look together
        QString statusFile;                     ///< empty: in the state folder
        QString metricsFolder;                  ///< of the node exporter; empty: none
        QString pingStart, pingSuccess, pingFailure;
        QString mailServer;
        qint64 mailPort = 587;
        QString mailSecurity = QStringLiteral("starttls"); ///< starttls, tls, none
        QString mailUser;                                  ///< empty: without a login
        QString mailFrom;
        QString mailPasswordFile;    ///< empty: the other stores are asked
        QString trustedCertificates; ///< for mail, webhooks and pings; empty: the system's
        friend bool operator==(const Notify &, const Notify &) = default;
    } notify;

    struct Programs {
        QString systemctl = QStringLiteral("/usr/bin/systemctl");
        QString docker = QStringLiteral("/usr/bin/docker");
        QString age = QStringLiteral("/usr/bin/age"); ///< age-keygen lies beside it
        friend bool operator==(const Programs &, const Programs &) = default;
    } programs;

    /// What must not touch the database during a restore, or a backup with --stop-services; its keys are
    /// declared in ServiceTable. Only what its controller uses is filled.
    struct Service {
        QString name;       ///< for people, journal and logs; unique in the profile
        QString controller; ///< systemd, docker, compose, command
        QString unit;       ///< "web.service"
        QString container;
        QString composeFile;
        QString composeService;
        QStringList stop; ///< program and arguments
        QStringList start;
        QStringList status;         ///< exit code 0: running; 1, 2, 3: stopped
        qint64 timeLimit = 120'000; ///< milliseconds for each stop and each start
        friend bool operator==(const Service &, const Service &) = default;
    };
    QList<Service> services; ///< in the order they are stopped; started in reverse

    /// A person to be told, and how; keys are declared in ContactTable. What is empty is not there.
    struct Contact {
        QString role; ///< devops, sysadmin, dba: the step of the ladder
        QString name; ///< unique in the profile
        QString mail;
        QString webhook;     ///< a secret: it may hold a token
        QStringList command; ///< program and arguments
        QString phone;       ///< for people only
        friend bool operator==(const Contact &, const Contact &) = default;
    };
    QList<Contact> contacts;

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace masclet
