#include "core/checks/PrintedCommands.h"

#include "core/base/Text.h"

#include <QRegularExpression>

#include <array>

namespace masclet
{

namespace
{

QString pathOf(const Profile &profile, const QByteArray &archive)
{
    return shellWord(profile.repository.path + QChar(u'/') + QString::fromUtf8(archive));
}

/// A profile's name is a safe word and a database name at once, whatever the database is called.
QString scratchName(const Profile &profile)
{
    return profile.name + QStringLiteral("_test");
}

QString serverOptions(const Profile &profile)
{
    const Profile::Connection &connection = profile.connection;
    return QStringLiteral("-h %1 -p %2 -U %3")
        .arg(shellWord(connection.host), QString::number(connection.port), shellWord(connection.user));
}

QString sqlIdentifier(const QByteArray &name)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z_][a-z0-9_]*$"));
    const QString text = QString::fromUtf8(name);
    if (plain.match(text).hasMatch())
        return text;
    return QChar(u'"') + QString(text).replace(QChar(u'"'), QStringLiteral("\"\"")) + QChar(u'"');
}

/// find's -size compares whole units, so the largest unit that divides the minimum gives exactly "greater
/// than" (findutils manual, "Size").
QString findSize(qint64 bytes)
{
    struct Unit {
        qint64 factor;
        char letter;
    };
    constexpr std::array units{Unit{1024LL * 1024 * 1024, 'G'}, Unit{1024LL * 1024, 'M'}, Unit{1024, 'k'}};
    for (const Unit &unit : units) {
        if (bytes > 0 && bytes % unit.factor == 0)
            return QStringLiteral("+%1%2").arg(bytes / unit.factor).arg(QLatin1Char(unit.letter));
    }
    return QStringLiteral("+%1c").arg(bytes);
}

bool isEncrypted(const QByteArray &archive)
{
    return archive.endsWith(".age");
}

/// Formats that pg_restore reads.
bool isCustom(const QByteArray &archive)
{
    return archive.endsWith(".dump") || archive.endsWith(".dump.age");
}

bool isFolder(const QByteArray &archive)
{
    return archive.endsWith(".dir");
}

bool isPacked(const QByteArray &archive)
{
    return archive.endsWith(".gz") || archive.endsWith(".gz.age");
}

/// What writes an encrypted file in the clear; whoever has the key puts its path in.
QString decryption(const Profile &profile, const QByteArray &archive)
{
    const QString key = profile.encryption.identity.isEmpty() ? QStringLiteral("KEY.txt")
                                                              : shellWord(profile.encryption.identity);
    return QStringLiteral("age -d -i %1 %2").arg(key, pathOf(profile, archive));
}

/// A pipe that ends in `reader`, which gets the raw content.
QString readInto(const Profile &profile, const QByteArray &archive, const QString &reader)
{
    if (isEncrypted(archive))
        return decryption(profile, archive) +
               (isPacked(archive) ? QStringLiteral(" | gunzip -c | ") : QStringLiteral(" | ")) + reader;
    const QString path = pathOf(profile, archive);
    return isPacked(archive) ? QStringLiteral("gunzip -c %1 | %2").arg(path, reader)
                             : QStringLiteral("%2 < %1").arg(path, reader);
}

/// Options of createdb (its manual page) that make a database as the dumped one was.
QString creationOptions(const DatabaseFacts &dumped)
{
    const auto option = [](const char *name, const QByteArray &value) {
        return value.isEmpty()
                   ? QString()
                   : QStringLiteral(" %1 %2").arg(QLatin1String(name), shellWord(QString::fromUtf8(value)));
    };
    const QByteArray encoding = dumped.encoding.isEmpty() ? QByteArray("UTF8") : dumped.encoding;
    QString options = QStringLiteral("-E ") + shellWord(QString::fromLatin1(encoding)) +
                      option("--lc-collate", dumped.collate) + option("--lc-ctype", dumped.ctype);
    if (dumped.localeProvider == "i")
        options += QStringLiteral(" --locale-provider icu") + option("--icu-locale", dumped.icuLocale);
    return options;
}

/// Jobs that load a folder at once. The machine that will do it may be another one than this.
QString loadJobs(const Profile &profile)
{
    constexpr qint64 usual = 4;
    return QStringLiteral("-j %1 ").arg(profile.backup.jobs > 0 ? profile.backup.jobs : usual);
}

/// `tool` is pg_restore with its options; it takes the archive by its path, or decrypted from a pipe, where
/// it has one job only.
QString readByPgRestore(const Profile &profile, const QByteArray &archive, const QString &tool)
{
    return isEncrypted(archive) ? decryption(profile, archive) + QStringLiteral(" | ") + tool
                                : tool + QChar(u' ') + pathOf(profile, archive);
}

} // namespace

QString shellWord(const QString &text)
{
    static const QRegularExpression safe(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (safe.match(text).hasMatch())
        return text;
    return QChar(u'\'') + QString(text).replace(QChar(u'\''), QStringLiteral("'\\''")) + QChar(u'\'');
}

QByteArray expectedArchive(const Profile &profile, const QDate &day)
{
    const QString date = day.toString(QStringLiteral("yyyyMMdd"));
    const QString folder = profile.repository.layout == QStringLiteral("dated")
                               ? QStringLiteral("db/%1/").arg(date)
                               : QStringLiteral("db/");
    const QString suffix = profile.backup.format == QStringLiteral("custom")      ? QStringLiteral(".dump")
                           : profile.backup.format == QStringLiteral("directory") ? QStringLiteral(".dir")
                           : profile.backup.compression == QStringLiteral("none") ? QStringLiteral(".sql")
                                                                                  : QStringLiteral(".sql.gz");
    const QString encrypted = profile.encryption.recipients.isEmpty() ? QString() : QStringLiteral(".age");
    return (folder + profile.name + QChar(u'_') + date + suffix + encrypted).toUtf8();
}

QString listCommand(const Profile &profile, const QByteArray &archive)
{
    return QStringLiteral("ls -l %1").arg(pathOf(profile, archive));
}

QString integrityCommand(const Profile &profile, const QString &setId, const QByteArray &archive)
{
    const QString sums =
        QStringLiteral("cd %1 && sha256sum -c sets/%2.sha256").arg(shellWord(profile.repository.path), setId);
    if (isCustom(archive) || isFolder(archive))
        return readByPgRestore(profile, archive, QStringLiteral("pg_restore -f /dev/null")) + QChar(u'\n') +
               sums;
    if (!isPacked(archive))
        return sums;
    if (isEncrypted(archive))
        return QStringLiteral("%1\n%2 | gunzip -t").arg(sums, decryption(profile, archive));
    return QStringLiteral("gunzip -t %1\n%2").arg(pathOf(profile, archive), sums);
}

QString sizeCommand(const Profile &profile, const QByteArray &archive)
{
    if (isFolder(archive))
        return QStringLiteral("du -sh %1").arg(pathOf(profile, archive));
    const qsizetype slash = archive.lastIndexOf('/');
    return QStringLiteral("find %1 -type f -name \"%2\" -size %3")
        .arg(pathOf(profile, archive.left(slash)), QString::fromUtf8(archive.mid(slash + 1)),
             findSize(profile.checks.minimumSize));
}

QString restoreCommand(const Profile &profile, const QByteArray &archive, const DatabaseFacts &dumped)
{
    const QString target = QStringLiteral("%1 -d %2").arg(serverOptions(profile), scratchName(profile));
    const QString load =
        isCustom(archive) || isFolder(archive)
            ? readByPgRestore(profile, archive,
                              QStringLiteral("pg_restore --exit-on-error ") +
                                  (isFolder(archive) ? loadJobs(profile) : QString()) + target)
            : readInto(profile, archive, QStringLiteral("psql -X -v ON_ERROR_STOP=1 ") + target);
    return QStringLiteral("createdb %1 -T template0 %2 %3\n%4")
        .arg(serverOptions(profile), creationOptions(dumped), scratchName(profile), load);
}

QString rolesCommand(const Profile &profile, const QByteArray &globals)
{
    return readInto(profile, globals,
                    QStringLiteral("psql -X -q %1 -d postgres").arg(serverOptions(profile)));
}

QString countCommand(const Profile &profile, const QList<TableRows> &tables)
{
    QStringList lines;
    for (const TableRows &table : tables) {
        // A name that cannot be shown on one line cannot be copied from it either.
        const QString name = sqlIdentifier(table.schema) + QChar(u'.') + sqlIdentifier(table.name);
        if (oneLine(name) != name)
            continue;
        lines << QStringLiteral("psql -X %1 -d %2 -c %3")
                     .arg(serverOptions(profile), scratchName(profile),
                          shellWord(QStringLiteral("SELECT count(*) FROM %1;").arg(name)));
    }
    lines << QStringLiteral("dropdb %1 %2").arg(serverOptions(profile), scratchName(profile));
    return lines.join(QChar(u'\n'));
}

QString spaceCommand(const Profile &profile)
{
    return QStringLiteral("df -h %1").arg(shellWord(profile.repository.path));
}

QString unpackCommand(const Profile &profile, const QByteArray &archive)
{
    const QString name = QString::fromUtf8(archive.mid(archive.lastIndexOf('/') + 1));
    const QString folder = QString::fromUtf8(archive.left(archive.indexOf('/'))) + QChar(u'-') +
                           name.left(name.indexOf(QChar(u'.')));
    const QString unzip = isPacked(archive) ? QStringLiteral("z") : QString();
    if (isEncrypted(archive))
        return QStringLiteral("mkdir %1 && %3 | tar -x%2pf - -C %1")
            .arg(shellWord(folder), unzip, decryption(profile, archive));
    return QStringLiteral("mkdir %1 && tar -x%2pf %3 -C %1")
        .arg(shellWord(folder), unzip, pathOf(profile, archive));
}

} // namespace masclet
