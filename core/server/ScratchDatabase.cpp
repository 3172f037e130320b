#include "core/server/ScratchDatabase.h"

#include "core/base/Text.h"
#include "core/server/ServerVersion.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Scratch)
};

constexpr qsizetype nameLimit = 63; ///< NAMEDATALEN - 1

QByteArray tagPrefix(const QByteArray &repositoryId)
{
    return "masclet-backup scratch database; repository=" + repositoryId + " run=";
}

QByteArray plainId(const QByteArray &runId)
{
    return QByteArray(runId).replace('-', "").toLower();
}

QByteArray scratchSuffix(const QByteArray &runId)
{
    return "_test_" + plainId(runId);
}

QByteArray unfinishedSuffix(const QByteArray &runId)
{
    return "__new_" + plainId(runId);
}

Result<QueryResult> giveTag(Connection &admin, const QByteArray &name, const ScratchTag &tag)
{
    return admin.execute("COMMENT ON DATABASE " + admin.quoteIdentifier(name) + " IS " +
                             admin.quoteLiteral(tagPrefix(tag.repositoryId) + tag.runId),
                         ErrorKind::RestoreTest);
}

/// A server goes on making a database although the program that asked for it was killed. Waits for such, for
/// as long as making one reasonably takes.
Result<> waitForOrphansBeingMade(Connection &admin)
{
    constexpr int attempts = 100;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        MASCLET_TRY_ASSIGN(
            const QueryResult busy,
            admin.query("SELECT count(*) FROM (SELECT pg_sleep(0.1) FROM pg_stat_activity WHERE state = "
                        "'active' AND query LIKE 'CREATE DATABASE %' AND usename = current_user "
                        "AND application_name = current_setting('application_name') "
                        "AND pid <> pg_backend_pid()) s",
                        {}, ErrorKind::RestoreTest));
        if (busy.value() == "0")
            return {};
    }
    return {};
}

/// Encoding, locale and provider as CREATE DATABASE of this server's major takes them.
QByteArray localeClauses(Connection &admin, const DatabaseFacts &like)
{
    const int version = admin.serverVersion();
    QByteArray sql = " ENCODING " + admin.quoteLiteral(like.encoding) + " LC_COLLATE " +
                     admin.quoteLiteral(like.collate) + " LC_CTYPE " + admin.quoteLiteral(like.ctype);
    if (version < version15)
        return sql;
    if (like.localeProvider == "i") {
        sql += " LOCALE_PROVIDER icu ICU_LOCALE " + admin.quoteLiteral(like.icuLocale);
        if (version >= version16 && !like.icuRules.isEmpty())
            sql += " ICU_RULES " + admin.quoteLiteral(like.icuRules);
    } else if (like.localeProvider == "b" && version >= version17) {
        sql += " LOCALE_PROVIDER builtin BUILTIN_LOCALE " + admin.quoteLiteral(like.icuLocale);
    } else {
        sql += " LOCALE_PROVIDER libc";
    }
    return sql;
}

/// A subscription's end would drop the slot at its publisher, which is production's: it is cut off first.
Result<> letSubscriptionsGo(Connection &admin, ConnectionSettings settings, const QByteArray &name,
                            const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const QueryResult found,
                       admin.query("SELECT s.subname FROM pg_subscription s JOIN pg_database d "
                                   "ON d.oid = s.subdbid WHERE d.datname = $1",
                                   {name}, ErrorKind::RestoreTest));
    if (found.rows.isEmpty())
        return {};
    settings.database = name;
    MASCLET_TRY_ASSIGN(Connection inside, Connection::open(settings, stop));
    // Event triggers of the copy must not object.
    MASCLET_TRY(inside.execute("SET session_replication_role = replica", ErrorKind::RestoreTest));
    for (const QueryResult::Row &row : found.rows) {
        const QByteArray subscription = inside.quoteIdentifier(*row[0]);
        for (const QByteArray &act : {"ALTER SUBSCRIPTION " + subscription + " DISABLE",
                                      "ALTER SUBSCRIPTION " + subscription + " SET (slot_name = NONE)",
                                      "DROP SUBSCRIPTION " + subscription})
            MASCLET_TRY(inside.execute(act, ErrorKind::RestoreTest));
    }
    return {};
}

/// Zero lifts the limit.
Result<> limitStatements(Connection &admin, std::chrono::milliseconds limit)
{
    MASCLET_TRY(admin.query("SELECT set_config('statement_timeout', $1, false)",
                            {QByteArray::number(qint64(limit.count()))}, ErrorKind::RestoreTest));
    return {};
}

} // namespace

QByteArray derivedName(const QByteArray &base, const QByteArray &suffix)
{
    qsizetype length = std::min(base.size(), nameLimit - suffix.size());
    if (length < base.size()) {
        // Back to the first byte of a character that would be cut.
        while (length > 0 && (uchar(base.at(length)) & 0xc0) == 0x80)
            --length;
    }
    return base.left(length) + suffix;
}

QByteArray scratchName(const QByteArray &database, const QByteArray &runId)
{
    return derivedName(database, scratchSuffix(runId));
}

QByteArray unfinishedName(const QByteArray &database, const QByteArray &runId)
{
    return derivedName(database, unfinishedSuffix(runId));
}

Result<> tagOrphans(Connection &admin, const QByteArray &repositoryId, const QList<QByteArray> &runIds)
{
    if (runIds.isEmpty())
        return {};
    MASCLET_TRY(waitForOrphansBeingMade(admin));
    MASCLET_TRY_ASSIGN(const QueryResult untagged,
                       admin.query("SELECT datname FROM pg_database WHERE NOT datistemplate AND "
                                   "shobj_description(oid, 'pg_database') IS NULL",
                                   {}, ErrorKind::RestoreTest));
    for (const QueryResult::Row &row : untagged.rows) {
        for (const QByteArray &runId : runIds) {
            if (row[0]->endsWith(scratchSuffix(runId)) || row[0]->endsWith(unfinishedSuffix(runId)))
                MASCLET_TRY(giveTag(admin, *row[0], {repositoryId, runId}));
        }
    }
    return {};
}

Result<> createScratch(Connection &admin, const QByteArray &name, const DatabaseFacts &like,
                       const ScratchTag &tag, const std::stop_token &stop, const QByteArray &tablespace)
{
    const QByteArray quoted = admin.quoteIdentifier(name);
    QByteArray create = "CREATE DATABASE " + quoted + " TEMPLATE template0" + localeClauses(admin, like);
    if (!tablespace.isEmpty())
        create += " TABLESPACE " + admin.quoteIdentifier(tablespace);
    admin.setStopToken(stop);
    auto made = admin.execute(create, ErrorKind::RestoreTest);
    admin.setStopToken({});
    if (!made && made.error().kind == ErrorKind::RestoreTest) {
        made.error().hint =
            Tr::tr("The scratch database needs encoding %1 and locale %2, as the source has them, and a role "
                   "that may create databases. Install the locale there or test in a sandbox.")
                .arg(oneLine(like.encoding, 40), oneLine(like.collate, 80));
        return fail(std::move(made).error());
    }
    if (made)
        made = giveTag(admin, name, tag);
    if (made)
        made = admin.execute("REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC", ErrorKind::RestoreTest);
    // A stop may have come when the database was already there; it has no tag yet.
    if (!made)
        (void)admin.execute("DROP DATABASE IF EXISTS " + quoted, ErrorKind::RestoreTest);
    admin.setStopToken(stop);
    if (!made)
        return fail(std::move(made).error());
    return {};
}

Result<QList<ScratchDatabase>> listScratch(Connection &admin, const QByteArray &repositoryId)
{
    const QByteArray prefix = tagPrefix(repositoryId);
    MASCLET_TRY_ASSIGN(
        const QueryResult result,
        admin.query("SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database ORDER BY 1", {},
                    ErrorKind::RestoreTest));
    QList<ScratchDatabase> list;
    for (const QueryResult::Row &row : result.rows) {
        const QByteArray comment = row[1].value_or(QByteArray());
        if (comment.startsWith(prefix))
            list.append({*row[0], comment.mid(prefix.size())});
    }
    return list;
}

Result<> dropScratch(Connection &admin, const ConnectionSettings &settings, const QByteArray &name,
                     const QByteArray &repositoryId, const std::stop_token &stop,
                     std::chrono::milliseconds patience)
{
    MASCLET_TRY_ASSIGN(const QList<ScratchDatabase> ours, listScratch(admin, repositoryId));
    const bool tagged = std::any_of(ours.begin(), ours.end(),
                                    [&](const ScratchDatabase &scratch) { return scratch.name == name; });
    if (!tagged)
        return fail(
            ErrorKind::RestoreTest,
            Tr::tr("The database \"%1\" is not a scratch database of this repository and is left alone.")
                .arg(oneLine(name, 80)));
    MASCLET_TRY(letSubscriptionsGo(admin, settings, name, stop));
    MASCLET_TRY(limitStatements(admin, patience));
    const auto dropped = admin.execute("DROP DATABASE " + admin.quoteIdentifier(name) + " WITH (FORCE)",
                                       ErrorKind::RestoreTest);
    MASCLET_TRY(limitStatements(admin, {}));
    return dropped ? Result<>() : fail(dropped.error());
}

} // namespace masclet
