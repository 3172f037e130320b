#include "core/service/RestoreGate.h"
#include "core/server/ServerVersion.h"

#include "core/base/Text.h"
#include "core/server/NameReferences.h"
#include "core/server/TargetFacts.h"
#include "core/server/ToolLocator.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreGate)
};

QString list(const QList<QByteArray> &names)
{
    QStringList shown;
    for (const QByteArray &name : names)
        shown << oneLine(name, 80);
    return shown.join(QStringLiteral(", "));
}

/// Collects the items; each function is one of them.
class Gate
{
public:
    Gate(Connection &admin, const GateQuestion &question)
        : m_admin(admin)
        , m_question(question)
        , m_source(question.manifest.database)
    {
    }
    Result<GateFindings> pass();

private:
    void add(const char *id, const QString &title, CheckResult result, const QString &finding,
             const QString &hint = {});
    Result<> server();
    void part();
    Result<> target();
    Result<> stays();
    void version();
    void needs(const MissingForRestore &missing);
    void space();

    Connection &m_admin;
    const GateQuestion &m_question;
    const DatabaseFacts &m_source;
    GateFindings m_findings;
};

void Gate::add(const char *id, const QString &title, CheckResult result, const QString &finding,
               const QString &hint)
{
    m_findings.items << GateItem{QString::fromLatin1(id), title, result, finding, hint};
}

Result<GateFindings> Gate::pass()
{
    MASCLET_TRY(server());
    part();
    version();
    MASCLET_TRY_ASSIGN(const MissingForRestore missing, readMissingForRestore(m_admin, m_source));
    needs(missing);
    space();
    MASCLET_TRY(target());
    return std::move(m_findings);
}

/// R01: another server or another database than the set's own is replaced only when a person repeats the
/// identifier that is shown.
Result<> Gate::server()
{
    MASCLET_TRY_ASSIGN(m_findings.systemIdentifier, readSystemIdentifier(m_admin));
    const QByteArray &here = m_findings.systemIdentifier;
    const QString title = Tr::tr("Server and database");
    const bool sameServer = !here.isEmpty() && here == m_source.systemIdentifier;
    const bool sameName = m_question.target == m_source.database;
    const QString shown =
        Tr::tr("system identifier %1; the set comes from %2, database %3")
            .arg(here.isEmpty() ? Tr::tr("unknown") : QString::fromLatin1(here),
                 m_source.systemIdentifier.isEmpty() ? Tr::tr("unknown")
                                                     : QString::fromLatin1(m_source.systemIdentifier),
                 oneLine(m_source.database, 80));
    if (m_question.mode == GateQuestion::Mode::New || (sameServer && sameName)) {
        add("server", title, CheckResult::Pass, shown);
    } else if (!here.isEmpty() && m_question.acceptedServer == here) {
        add("server", title, CheckResult::Warn, Tr::tr("Accepted by its identifier: %1").arg(shown));
    } else {
        add("server", title, CheckResult::Fail,
            Tr::tr("This is not the server and database that the set comes from: %1").arg(shown),
            Tr::tr("If it is the right one (a rebuilt server), repeat its identifier: --server-id %1. Or "
                   "restore under a new name with --to.")
                .arg(here.isEmpty() ? Tr::tr("(not readable by this role)") : QString::fromLatin1(here)));
    }
    return {};
}

/// A database without most of its rows in the place of a whole one is a loss that nobody asked for.
void Gate::part()
{
    if (m_question.mode == GateQuestion::Mode::Replace &&
        m_question.selection.rows != LoadSelection::Rows::All)
        add("part", Tr::tr("Rows"), CheckResult::Fail,
            Tr::tr("Only a part of the backup's rows would take the place of the whole database."),
            Tr::tr("Restore that part beside it, under a new name with --to."));
}

/// R09
void Gate::version()
{
    const int here = m_admin.serverVersion() / perMajor;
    const int source = m_source.serverVersion / perMajor;
    const int tool = parseToolVersion(m_question.manifest.dumpTool.toUtf8()).value_or(0) / perMajor;
    const QString title = Tr::tr("Versions");
    const QString shown =
        Tr::tr("server %1; the set comes from %2, written by pg_dump %3").arg(here).arg(source).arg(tool);
    if (here >= source && here >= tool)
        add("version", title, CheckResult::Pass, shown);
    else
        add("version", title, CheckResult::Fail,
            Tr::tr("The server is older than what wrote the set, and may not know its settings: %1")
                .arg(shown),
            Tr::tr("Restore on a server of at least that version."));
}

void Gate::needs(const MissingForRestore &missing)
{
    const bool left = m_question.selection.owners == LoadSelection::Owners::Leave &&
                      m_question.selection.rights == LoadSelection::Rights::Leave;
    const bool made = m_question.globals == BesideOrder::Globals::First;
    QList<QByteArray> roles;
    std::copy_if(missing.roles.begin(), missing.roles.end(), std::back_inserter(roles),
                 [&](const QByteArray &role) { return !m_question.selection.roles.contains(role); });
    const QString title = Tr::tr("Roles");
    if (roles.isEmpty())
        add("roles", title, CheckResult::Pass, Tr::tr("All roles are there."));
    else if (made || left)
        add("roles", title, CheckResult::Warn,
            made ? Tr::tr("Will be made from the set: %1").arg(list(roles))
                 : Tr::tr("Missing, and left out: %1").arg(list(roles)));
    else
        add("roles", title, CheckResult::Fail, Tr::tr("Missing: %1").arg(list(roles)),
            Tr::tr("Restore the roles first (--globals), use others (--role-map), or leave owners and rights "
                   "out (--no-owner --no-acl)."));
    if (missing.extensions.isEmpty())
        add("extensions", Tr::tr("Extensions"), CheckResult::Pass, Tr::tr("All can be installed."));
    else
        add("extensions", Tr::tr("Extensions"), CheckResult::Fail,
            Tr::tr("Not available on the server: %1").arg(list(missing.extensions)),
            Tr::tr("Install their packages there."));
    if (missing.locale)
        add("locale", Tr::tr("Encoding and locale"), CheckResult::Fail,
            Tr::tr("The server does not know the locale %1.").arg(oneLine(m_source.collate, 80)),
            Tr::tr("Install the locale on the server, restart it, and there run: SELECT "
                   "pg_import_system_collations('pg_catalog');"));
    else
        add("locale", Tr::tr("Encoding and locale"), CheckResult::Pass,
            Tr::tr("%1, %2").arg(oneLine(m_source.encoding, 40), oneLine(m_source.collate, 80)));
    if (!missing.tablespaces.isEmpty())
        add("tablespaces", Tr::tr("Tablespaces"), CheckResult::Warn,
            Tr::tr("Missing, the default one is used: %1").arg(list(missing.tablespaces)));
    if (!missing.mayCreate)
        add("rights", Tr::tr("Rights"), CheckResult::Fail, Tr::tr("The role may not create databases."),
            Tr::tr("Grant it CREATEDB, or connect as another role."));
}

void Gate::space()
{
    const QString title = Tr::tr("Free space");
    const qint64 needed = m_source.bytes + m_source.bytes / 4; // sorts of index builds
    const QStorageInfo disk(m_question.localDataFolder);
    if (m_question.localDataFolder.isEmpty() || !disk.isValid())
        return add("space", title, CheckResult::NotChecked,
                   Tr::tr("About %1 are needed; the server's disk cannot be asked.").arg(sizeText(needed)));
    const QString shown =
        Tr::tr("about %1 needed, %2 free").arg(sizeText(needed), sizeText(disk.bytesAvailable()));
    if (disk.bytesAvailable() >= needed)
        return add("space", title, CheckResult::Pass, shown);
    add("space", title, CheckResult::Fail, shown, Tr::tr("Free space on the server."));
}

Result<> Gate::target()
{
    MASCLET_TRY_ASSIGN(m_findings.target, readTarget(m_admin, m_question.target));
    const QString title = Tr::tr("Target");
    const QString name = oneLine(m_question.target, 80);
    if (!m_findings.target) {
        add("target", title, CheckResult::Pass, Tr::tr("There is no database %1 yet.").arg(name));
        return {};
    }
    const TargetDatabase &target = *m_findings.target;
    const QString shown =
        Tr::tr("%1 has %2, last written %3")
            .arg(name, sizeText(target.bytes),
                 target.lastChange.isValid()
                     ? QLocale().toString(target.lastChange, QLocale::ShortFormat) + QStringLiteral(" UTC")
                     : Tr::tr("at an unknown time"));
    if (m_question.mode == GateQuestion::Mode::New) {
        add("target", title, CheckResult::Fail, Tr::tr("There is a database of that name: %1").arg(shown),
            Tr::tr("Choose another name, or have it replaced (--replace)."));
        return {};
    }
    add("target", title, CheckResult::Warn, Tr::tr("Will be replaced and kept aside: %1").arg(shown));
    MASCLET_TRY_ASSIGN(m_findings.sessions, readSessions(m_admin, m_question.target));
    QStringList sessions;
    for (const DatabaseSession &session : std::as_const(m_findings.sessions))
        sessions << describe(session);
    add("sessions", Tr::tr("Sessions"), sessions.isEmpty() ? CheckResult::Pass : CheckResult::Warn,
        sessions.isEmpty() ? Tr::tr("Nobody is connected.")
                           : Tr::tr("Will be ended: %1").arg(sessions.join(QStringLiteral("; "))));
    MASCLET_TRY(stays());
    return {};
}

/// The swap changes names only: what hangs on the old database itself, and what finds a database by its name.
Result<> Gate::stays()
{
    const QByteArray &target = m_question.target;
    const QString name = oneLine(target, 80);
    MASCLET_TRY_ASSIGN(QStringList sentences, readNotCarried(m_admin, target));
    MASCLET_TRY_ASSIGN(const NameReferences found,
                       readNameReferences(m_admin, m_question.admin, target, m_question.stop));
    const auto say = [&](const QStringList &names, const QString &sentence) {
        if (!names.isEmpty())
            sentences << sentence.arg(names.join(QStringLiteral(", ")));
    };
    say(found.jobs, Tr::tr("Jobs of pg_cron run in the restored database from the swap on: %1."));
    say(found.ownJobs, Tr::tr("The jobs of pg_cron in it stay with the old database, the restored one has "
                              "those of the backup: %1."));
    say(found.servers,
        Tr::tr("Foreign servers of other databases that name it lead to the restored one from the swap on, "
               "if they mean this server: %1."));
    say(found.ownServers, Tr::tr("The foreign servers in it stay with the old database, the restored one has "
                                 "those of the backup: %1."));
    say(found.unread, Tr::tr("Whether jobs or foreign servers name it could not be seen in: %1."));
    const CheckResult result = sentences.isEmpty() ? CheckResult::Pass : CheckResult::Warn;
    if (sentences.isEmpty())
        sentences << Tr::tr("No slots, subscriptions, prepared transactions, jobs or foreign servers.");
    sentences << Tr::tr("A pooler or program that names %1 finds the restored one. One that holds "
                        "connections must connect again.")
                     .arg(name);
    add("stays", Tr::tr("What a swap leaves behind"), result, sentences.join(QChar(u' ')));
    return {};
}

} // namespace

const GateItem *GateFindings::firstFailure() const
{
    const auto failed = std::find_if(items.begin(), items.end(),
                                     [](const GateItem &item) { return item.result == CheckResult::Fail; });
    return failed == items.end() ? nullptr : &*failed;
}

Result<GateFindings> passGate(Connection &admin, const GateQuestion &question)
{
    return Gate(admin, question).pass();
}

GateItem archiveItem(const Manifest &manifest, const Result<> &verified)
{
    const QString id = QStringLiteral("archive");
    const QString title = Tr::tr("Backup");
    if (!verified)
        return {id,
                title,
                CheckResult::Fail,
                verified.error().message,
                verified.error().hint,
                verified.error().kind};
    return {id,
            title,
            CheckResult::Pass,
            Tr::tr("%1 was read back whole: %2 rows").arg(manifest.setId).arg(manifest.rows()),
            {}};
}

} // namespace masclet
