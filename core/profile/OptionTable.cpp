#include "core/profile/OptionRows.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

using namespace rows;

template <auto Field>
constexpr auto connection = &in<&Profile::connection, Field>;
template <auto Field>
constexpr auto repository = &in<&Profile::repository, Field>;
template <auto Field>
constexpr auto backup = &in<&Profile::backup, Field>;
template <auto Field>
constexpr auto config = &in<&Profile::config, Field>;
template <auto Field>
constexpr auto logs = &in<&Profile::logs, Field>;
template <auto Field>
constexpr auto encryption = &in<&Profile::encryption, Field>;
template <auto Field>
constexpr auto schedule = &in<&Profile::schedule, Field>;
template <auto Field>
constexpr auto retention = &in<&Profile::retention, Field>;
template <auto Field>
constexpr auto checks = &in<&Profile::checks, Field>;
template <auto Field>
constexpr auto programs = &in<&Profile::programs, Field>;

QList<Option> connectionRows()
{
    using C = Profile::Connection;
    return {
        connection<&C::host>("connection", "host", OptionType::Text, QT_TRANSLATE_NOOP("Option", "Server"),
                             QT_TRANSLATE_NOOP("Option", "name, address or socket folder of the server"))
            .from({"PGHOST"}),
        connection<&C::port>("connection", "port", OptionType::Number, QT_TRANSLATE_NOOP("Option", "Port"),
                             QT_TRANSLATE_NOOP("Option", "port of the server"))
            .range(1, 65535)
            .from({"PGPORT"}),
        connection<&C::dbname>("connection", "dbname", OptionType::Text,
                               QT_TRANSLATE_NOOP("Option", "Database"),
                               QT_TRANSLATE_NOOP("Option", "database to protect"))
            .from({"PGDATABASE", "POSTGRES_DB"}),
        connection<&C::user>("connection", "user", OptionType::Text, QT_TRANSLATE_NOOP("Option", "Role"),
                             QT_TRANSLATE_NOOP("Option", "role that makes the backups"))
            .from({"PGUSER", "POSTGRES_USER"}),
        connection<&C::sslmode>(
            "connection", "sslmode", OptionType::Choice, QT_TRANSLATE_NOOP("Option", "TLS"),
            QT_TRANSLATE_NOOP("Option", "encryption of the connection; verify-full for other machines"))
            .oneOf({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
            .from({"PGSSLMODE"}),
        connection<&C::sslrootcert>(
            "connection", "sslrootcert", OptionType::Path, QT_TRANSLATE_NOOP("Option", "TLS certificates"),
            QT_TRANSLATE_NOOP("Option", "file with the certificates that are trusted; empty: libpq's own"))
            .from({"PGSSLROOTCERT"}),
        connection<&C::secret>("connection", "secret", OptionType::Choice,
                               QT_TRANSLATE_NOOP("Option", "Password store"),
                               QT_TRANSLATE_NOOP("Option", "where the password is; auto tries all of them"))
            .oneOf({"auto", "none", "keychain", "systemd", "passfile", "environment"}),
        connection<&C::passfile>(
            "connection", "passfile", OptionType::Path, QT_TRANSLATE_NOOP("Option", "Pass file"),
            QT_TRANSLATE_NOOP("Option", "pass file with mode 0600; empty: beside the profile")),
        connection<&C::tools>(
            "connection", "tools", OptionType::ToolPlace, QT_TRANSLATE_NOOP("Option", "Client tools"),
            QT_TRANSLATE_NOOP("Option",
                              "folder with pg_dump, or docker:CONTAINER; empty: what fits the server")),
        connection<&C::connectTimeout>(
            "connection", "connect_timeout", OptionType::Duration,
            QT_TRANSLATE_NOOP("Option", "Connection limit"),
            QT_TRANSLATE_NOOP("Option", "how long to wait for the server to answer"))
            .range(2 * second, 10 * minute),
    };
}

QList<Option> repositoryRows()
{
    using R = Profile::Repository;
    return {
        repository<&R::path>("repository", "path", OptionType::Path,
                             QT_TRANSLATE_NOOP("Option", "Repository"),
                             QT_TRANSLATE_NOOP("Option", "folder that holds the backups"))
            .flagged("repository"),
        repository<&R::layout>(
            "repository", "layout", OptionType::Choice, QT_TRANSLATE_NOOP("Option", "Layout"),
            QT_TRANSLATE_NOOP("Option", "flat: db/NAME_DATE.sql.gz; dated: db/DATE/NAME_DATE.sql.gz"))
            .oneOf({"flat", "dated"}),
    };
}

QList<Option> backupRows()
{
    using B = Profile::Backup;
    return {
        backup<&B::kinds>("backup", "kinds", OptionType::Choices, QT_TRANSLATE_NOOP("Option", "Kinds"),
                          QT_TRANSLATE_NOOP("Option", "what goes into a backup"))
            .oneOf({"db", "config", "logs", "state"}),
        backup<&B::format>(
            "backup", "format", OptionType::Choice, QT_TRANSLATE_NOOP("Option", "Format"),
            QT_TRANSLATE_NOOP("Option", "plain: SQL that psql loads; custom, directory: for pg_restore"))
            .oneOf({"plain", "custom", "directory"}),
        backup<&B::compression>("backup", "compression", OptionType::Choice,
                                QT_TRANSLATE_NOOP("Option", "Compression"),
                                QT_TRANSLATE_NOOP("Option", "gzip, fast or small; none does not compress"))
            .oneOf({"auto", "fast", "small", "none"}),
        backup<&B::jobs>(
            "backup", "jobs", OptionType::Number, QT_TRANSLATE_NOOP("Option", "Threads"),
            QT_TRANSLATE_NOOP("Option", "threads, or jobs that write a directory; 0: one per core"))
            .range(0, 64),
        backup<&B::criticalTables>(
            "backup", "critical_tables", OptionType::List, QT_TRANSLATE_NOOP("Option", "Critical tables"),
            QT_TRANSLATE_NOOP("Option", "tables whose rows are also counted in the database itself")),
        backup<&B::rolePasswords>(
            "backup", "role_passwords", OptionType::Switch, QT_TRANSLATE_NOOP("Option", "Role passwords"),
            QT_TRANSLATE_NOOP("Option", "keep password hashes of roles where they may be read")),
        backup<&B::lockWait>("backup", "lock_wait", OptionType::Duration,
                             QT_TRANSLATE_NOOP("Option", "Lock limit"),
                             QT_TRANSLATE_NOOP("Option", "how long the dump waits for a locked table"))
            .range(second, day),
        backup<&B::stallLimit>(
            "backup", "stall_limit", OptionType::Duration, QT_TRANSLATE_NOOP("Option", "Stall limit"),
            QT_TRANSLATE_NOOP("Option", "a dump or disk that is silent for so long counts as hung"))
            .range(second, 7 * day),
        backup<&B::retries>("backup", "retries", OptionType::Number, QT_TRANSLATE_NOOP("Option", "Retries"),
                            QT_TRANSLATE_NOOP("Option", "new attempts of a scheduled backup that failed"))
            .range(0, 10),
        backup<&B::retryDelay>("backup", "retry_delay", OptionType::Duration,
                               QT_TRANSLATE_NOOP("Option", "Retry delay"),
                               QT_TRANSLATE_NOOP("Option", "how long to wait before a new attempt"))
            .range(0, day),
        backup<&B::niceness>(
            "backup", "nice", OptionType::Number, QT_TRANSLATE_NOOP("Option", "Niceness"),
            QT_TRANSLATE_NOOP("Option", "how far backups step back for other programs, as nice(1) has it"))
            .range(0, 19),
        backup<&B::ioPriority>(
            "backup", "io_priority", OptionType::Choice, QT_TRANSLATE_NOOP("Option", "Disk priority"),
            QT_TRANSLATE_NOOP("Option", "of backups; idle: only when nobody else uses the disk"))
            .oneOf({"usual", "low", "idle"}),
        backup<&B::rateLimit>(
            "backup", "rate_limit", OptionType::Size, QT_TRANSLATE_NOOP("Option", "Rate limit"),
            QT_TRANSLATE_NOOP("Option", "bytes a second that are read from the server at most; 0 B: any"))
            .range(0, terabyte),
        backup<&B::maximumDuration>(
            "backup", "max_duration", OptionType::Duration, QT_TRANSLATE_NOOP("Option", "Longest duration"),
            QT_TRANSLATE_NOOP("Option", "a backup that takes longer is ended and has failed; 0s: any"))
            .range(0, 30 * day),
        backup<&B::measureLoad>(
            "backup", "measure_load", OptionType::Switch, QT_TRANSLATE_NOOP("Option", "Measure the load"),
            QT_TRANSLATE_NOOP("Option", "look at the server's sessions and WAL every few seconds meanwhile")),
    };
}

QList<Option> fileRows()
{
    using C = Profile::Config;
    using L = Profile::Logs;
    return {
        config<&C::paths>("config", "paths", OptionType::Paths, QT_TRANSLATE_NOOP("Option", "Configuration"),
                          QT_TRANSLATE_NOOP("Option", "files and folders of the kind config"))
            .flagged("config-paths"),
        config<&C::exclude>("config", "exclude", OptionType::List,
                            QT_TRANSLATE_NOOP("Option", "Configuration left out"),
                            QT_TRANSLATE_NOOP("Option", "patterns of names (*.bak) or of whole paths"))
            .flagged("config-exclude"),
        logs<&L::paths>("logs", "paths", OptionType::Paths, QT_TRANSLATE_NOOP("Option", "Logs"),
                        QT_TRANSLATE_NOOP("Option", "files and folders of the kind logs"))
            .flagged("logs-paths"),
        logs<&L::exclude>("logs", "exclude", OptionType::List, QT_TRANSLATE_NOOP("Option", "Logs left out"),
                          QT_TRANSLATE_NOOP("Option", "patterns of names (*.gz) or of whole paths"))
            .flagged("logs-exclude"),
        logs<&L::maximumAge>(
            "logs", "max_age", OptionType::Duration, QT_TRANSLATE_NOOP("Option", "Age of logs"),
            QT_TRANSLATE_NOOP("Option", "logs last written longer ago are left out; 0s: none"))
            .flagged("logs-max-age")
            .range(0, 36'500 * day),
        logs<&L::maximumSize>("logs", "max_size", OptionType::Size,
                              QT_TRANSLATE_NOOP("Option", "Size of logs"),
                              QT_TRANSLATE_NOOP("Option", "the newest logs up to this together; 0 B: all"))
            .flagged("logs-max-size")
            .range(0, 1024 * terabyte),
    };
}

QList<Option> encryptionRows()
{
    using E = Profile::Encryption;
    return {
        encryption<&E::recipients>(
            "encryption", "recipients", OptionType::Keys, QT_TRANSLATE_NOOP("Option", "Public keys"),
            QT_TRANSLATE_NOOP("Option", "public keys of age that backups are encrypted to")),
        encryption<&E::identity>(
            "encryption", "identity", OptionType::Path, QT_TRANSLATE_NOOP("Option", "Secret key"),
            QT_TRANSLATE_NOOP("Option", "file with the secret key, for restores and restore tests")),
    };
}

QList<Option> scheduleRows()
{
    using S = Profile::Schedule;
    return {
        schedule<&S::at>("schedule", "at", OptionType::Times, QT_TRANSLATE_NOOP("Option", "Time"),
                         QT_TRANSLATE_NOOP("Option", "times of day when a backup is made")),
        schedule<&S::weekdays>("schedule", "weekdays", OptionType::Choices,
                               QT_TRANSLATE_NOOP("Option", "Days of the week"),
                               QT_TRANSLATE_NOOP("Option", "on which days a backup is made"))
            .oneOf({"mon", "tue", "wed", "thu", "fri", "sat", "sun"}),
        schedule<&S::zone>("schedule", "zone", OptionType::Zone, QT_TRANSLATE_NOOP("Option", "Time zone"),
                           QT_TRANSLATE_NOOP("Option", "zone of these times and of the dates in names")),
        schedule<&S::window>(
            "schedule", "window", OptionType::Duration, QT_TRANSLATE_NOOP("Option", "Window"),
            QT_TRANSLATE_NOOP("Option", "a backup started so long after its time is on time"))
            .range(minute, day),
        schedule<&S::windowOnly>(
            "schedule", "window_only", OptionType::Switch, QT_TRANSLATE_NOOP("Option", "Only in the window"),
            QT_TRANSLATE_NOOP("Option",
                              "a scheduled run that was missed is not made up for outside its window")),
        schedule<&S::restoreTest>("schedule", "restore_test", OptionType::Choice,
                                  QT_TRANSLATE_NOOP("Option", "Restore test"),
                                  QT_TRANSLATE_NOOP("Option", "which backups are loaded and compared"))
            .oneOf({"every", "weekly", "monthly", "never"}),
        schedule<&S::restoreTestOn>(
            "schedule", "restore_test_on", OptionType::Text, QT_TRANSLATE_NOOP("Option", "Restore test on"),
            QT_TRANSLATE_NOOP("Option", "server, sandbox, or the name of another profile")),
    };
}

QList<Option> retentionRows()
{
    using R = Profile::Retention;
    constexpr qint64 many = 1'000'000;
    return {
        retention<&R::keepLast>("retention", "keep_last", OptionType::Number,
                                QT_TRANSLATE_NOOP("Option", "Keep last"),
                                QT_TRANSLATE_NOOP("Option", "newest verified backups that stay"))
            .range(1, many),
        retention<&R::keepDaily>("retention", "keep_daily", OptionType::Number,
                                 QT_TRANSLATE_NOOP("Option", "Keep daily"),
                                 QT_TRANSLATE_NOOP("Option", "days of which the newest backup stays"))
            .range(0, many),
        retention<&R::keepWeekly>("retention", "keep_weekly", OptionType::Number,
                                  QT_TRANSLATE_NOOP("Option", "Keep weekly"),
                                  QT_TRANSLATE_NOOP("Option", "weeks of which the newest backup stays"))
            .range(0, many),
        retention<&R::keepMonthly>("retention", "keep_monthly", OptionType::Number,
                                   QT_TRANSLATE_NOOP("Option", "Keep monthly"),
                                   QT_TRANSLATE_NOOP("Option", "months of which the newest backup stays"))
            .range(0, many),
        retention<&R::keepYearly>("retention", "keep_yearly", OptionType::Number,
                                  QT_TRANSLATE_NOOP("Option", "Keep yearly"),
                                  QT_TRANSLATE_NOOP("Option", "years of which the newest backup stays"))
            .range(0, many),
        retention<&R::minimumAge>("retention", "minimum_age", OptionType::Duration,
                                  QT_TRANSLATE_NOOP("Option", "Minimum age"),
                                  QT_TRANSLATE_NOOP("Option", "no backup younger than this is deleted"))
            .range(0, 36'500 * day),
    };
}

QList<Option> checkRows()
{
    using K = Profile::Checks;
    return {
        checks<&K::minimumSize>("checks", "minimum_size", OptionType::Size,
                                QT_TRANSLATE_NOOP("Option", "Minimum size"),
                                QT_TRANSLATE_NOOP("Option", "the archive must be larger than this"))
            .range(0, 1024 * terabyte),
        checks<&K::bandLow>("checks", "band_low", OptionType::Number,
                            QT_TRANSLATE_NOOP("Option", "Smallest usual size"),
                            QT_TRANSLATE_NOOP("Option", "percent of the median of the last seven backups"))
            .range(0, 100),
        checks<&K::bandHigh>("checks", "band_high", OptionType::Number,
                             QT_TRANSLATE_NOOP("Option", "Largest usual size"),
                             QT_TRANSLATE_NOOP("Option", "percent of the median of the last seven backups"))
            .range(100, 100'000),
        checks<&K::shrinkRows>("checks", "shrink_rows", OptionType::Number,
                               QT_TRANSLATE_NOOP("Option", "Shrink alarm"),
                               QT_TRANSLATE_NOOP("Option", "percent fewer rows than before that warn"))
            .range(1, 100),
        checks<&K::freeSpace>("checks", "free_space", OptionType::Size,
                              QT_TRANSLATE_NOOP("Option", "Free space"),
                              QT_TRANSLATE_NOOP("Option", "to stay free beyond twice the largest backup"))
            .range(0, 1024 * terabyte),
        checks<&K::logFiles>("checks", "log_files", OptionType::List,
                             QT_TRANSLATE_NOOP("Option", "Log files"),
                             QT_TRANSLATE_NOOP("Option", "files searched for errors besides our own logs")),
        checks<&K::logPatterns>("checks", "log_patterns", OptionType::List,
                                QT_TRANSLATE_NOOP("Option", "Log patterns"),
                                QT_TRANSLATE_NOOP("Option", "texts that count as an error in those files")),
    };
}

QList<Option> programRows()
{
    using P = Profile::Programs;
    return {
        programs<&P::systemctl>("programs", "systemctl", OptionType::Path,
                                QT_TRANSLATE_NOOP("Option", "systemctl"),
                                QT_TRANSLATE_NOOP("Option", "program that stops and starts systemd units")),
        programs<&P::docker>("programs", "docker", OptionType::Path, QT_TRANSLATE_NOOP("Option", "docker"),
                             QT_TRANSLATE_NOOP("Option", "program that stops and starts containers")),
        programs<&P::age>("programs", "age", OptionType::Path, QT_TRANSLATE_NOOP("Option", "age"),
                          QT_TRANSLATE_NOOP("Option", "program that encrypts and decrypts backups")),
    };
}

} // namespace

std::span<const Option> optionTable()
{
    static const QList<Option> table =
        QList<Option>{top<&Profile::title>("title", OptionType::Text, QT_TRANSLATE_NOOP("Option", "Title"),
                                           QT_TRANSLATE_NOOP("Option", "name of the profile for people"))} +
        connectionRows() + repositoryRows() + backupRows() + fileRows() + encryptionRows() + scheduleRows() +
        retentionRows() + checkRows() + notifyRows() + programRows();
    return {table.constData(), size_t(table.size())};
}

const Option *optionByPath(const QString &path)
{
    for (const Option &option : optionTable()) {
        if (option.path() == path)
            return &option;
    }
    return nullptr;
}

QString sectionTitle(const QByteArray &section)
{
    struct Title {
        const char *section;
        const char *text;
    };
    static constexpr Title titles[] = {
        {"", QT_TRANSLATE_NOOP("Option", "Profile")},
        {"connection", QT_TRANSLATE_NOOP("Option", "Connection")},
        {"repository", QT_TRANSLATE_NOOP("Option", "Repository")},
        {"backup", QT_TRANSLATE_NOOP("Option", "Backup")},
        {"config", QT_TRANSLATE_NOOP("Option", "Configuration files")},
        {"logs", QT_TRANSLATE_NOOP("Option", "Log files")},
        {"encryption", QT_TRANSLATE_NOOP("Option", "Encryption")},
        {"schedule", QT_TRANSLATE_NOOP("Option", "Schedule")},
        {"retention", QT_TRANSLATE_NOOP("Option", "Retention")},
        {"checks", QT_TRANSLATE_NOOP("Option", "Checks")},
        {"notify", QT_TRANSLATE_NOOP("Option", "Alarms")},
        {"programs", QT_TRANSLATE_NOOP("Option", "Programs")},
    };
    for (const Title &title : titles) {
        if (section == title.section)
            return QCoreApplication::translate("Option", title.text);
    }
    return QString::fromLatin1(section);
}

QString Option::label() const
{
    return QCoreApplication::translate("Option", labelText);
}

QString OptionForm::help() const
{
    return QCoreApplication::translate("Option", helpText);
}

QString Option::path() const
{
    return QString::fromLatin1(section.isEmpty() ? key : section + '.' + key);
}

QString Option::flag() const
{
    return QStringLiteral("--") + QString::fromLatin1(flagName);
}

QString Option::variable() const
{
    return QStringLiteral("MASCLET_") + QString::fromLatin1(QByteArray(flagName).replace('-', '_').toUpper());
}

} // namespace masclet
