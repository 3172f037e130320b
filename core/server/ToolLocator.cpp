#include "core/server/ToolLocator.h"

#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/server/ServerVersion.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Tools)
};

constexpr std::chrono::seconds versionLimit{10};

/// First minor of a branch with all security fixes that are known here. 15.20: pg_restore path traversal
/// (CVE-2026-116314) and those before it; other branches are added when their release notes have been read.
struct Floor {
    int major;
    int version;
};
constexpr std::array floors{Floor{15, 150020}};

std::optional<int> floorAbove(int version)
{
    for (const Floor &floor : floors) {
        if (floor.major == version / perMajor && version < floor.version)
            return floor.version;
    }
    return std::nullopt;
}

/// A program in a place where anybody could put another one is not run (faults SR8). Debian's /usr/bin has a
/// wrapper under these names, which chooses a version by itself: it shows as a link to another name.
bool isUsable(const QFileInfo &file)
{
    const QFileInfo folder(file.absolutePath());
    return file.isFile() && file.isExecutable() &&
           QFileInfo(file.canonicalFilePath()).fileName() == file.fileName() &&
           !(QFileInfo(file.canonicalFilePath()).permissions() & QFileDevice::WriteOther) &&
           !(folder.permissions() & QFileDevice::WriteOther);
}

QStringList foldersOf(const ToolSearch &search)
{
    if (!search.folder.isEmpty())
        return {search.folder};
    QStringList folders;
    for (const QString &root : search.roots) {
        for (const QString &major : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders << root + u'/' + major + QStringLiteral("/bin");
    }
    for (const QString &folder : search.path) {
        if (QDir::isAbsolutePath(folder))
            folders << folder;
    }
    folders.removeDuplicates();
    return folders;
}

/// What the program answers that makes a version. Nothing: it is broken, or something else under that name.
Result<std::optional<QByteArray>> versionTextOf(const PostgresTools &tools, const QString &program,
                                                const std::stop_token &stop)
{
    ToolCommand command = tools.command(program);
    command.arguments = {"--version"};
    auto output = runTool(command, stop, versionLimit, ErrorKind::ClientTool);
    if (output)
        return parseToolVersion(*output) ? std::optional(output->trimmed()) : std::nullopt;
    // Internal: this machine can start no program at all (fault D20).
    if (output.error().kind == ErrorKind::Stopped || output.error().kind == ErrorKind::Internal)
        return fail(std::move(output).error());
    return std::nullopt;
}

/// Every installation that has all of `programs`; the first one is asked for its version.
Result<QList<PostgresTools>> installations(const ToolSearch &search, const QStringList &programs,
                                           const std::stop_token &stop)
{
    QList<PostgresTools> found;
    for (const QString &folder : foldersOf(search)) {
        PostgresTools tools{QDir(folder).absolutePath(), 0, {}};
        const bool complete = std::all_of(programs.begin(), programs.end(), [&tools](const QString &name) {
            return isUsable(QFileInfo(tools.program(name)));
        });
        if (!complete)
            continue;
        MASCLET_TRY_ASSIGN(const std::optional<QByteArray> text,
                           versionTextOf(tools, programs.first(), stop));
        if (!text)
            continue;
        tools.version = *parseToolVersion(*text);
        tools.versionText = *text;
        found.append(std::move(tools));
    }
    return found;
}

/// Of this major, else of the nearest newer one; in it the newest minor. Null when all are older.
const PostgresTools *nearest(const QList<PostgresTools> &all, int wanted)
{
    const PostgresTools *best = nullptr;
    for (const PostgresTools &tools : all) {
        const int major = tools.version / perMajor;
        if (major < wanted)
            continue;
        const int bestMajor = best ? best->version / perMajor : 0;
        if (!best || major < bestMajor || (major == bestMajor && tools.version > best->version))
            best = &tools;
    }
    return best;
}

const PostgresTools *newestOf(const QList<PostgresTools> &all)
{
    const auto newest =
        std::max_element(all.begin(), all.end(), [](const PostgresTools &a, const PostgresTools &b) {
            return a.version < b.version;
        });
    return newest == all.end() ? nullptr : &*newest;
}

QString installHint(int major)
{
    return Tr::tr(
               "Install the package postgresql-client-%1. Where the system does not have it: install "
               "postgresql-common, run /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh, which adds "
               "the PostgreSQL project's own packages, then install postgresql-client-%1. Where the server "
               "runs in a container, its own tools can be used: tools = \"docker:CONTAINER\".")
        .arg(major);
}

/// The tools of a container, asked for their version there.
Result<PostgresTools> toolsInside(const ToolContainer &container, const QString &program,
                                  const std::stop_token &stop)
{
    PostgresTools tools{{}, 0, {}, container};
    ToolCommand command = tools.command(program);
    command.arguments = {"--version"};
    auto output = runTool(command, stop, versionLimit, ErrorKind::ClientTool);
    if (!output && output.error().kind == ErrorKind::Stopped)
        return fail(std::move(output).error());
    const std::optional<int> version = output ? parseToolVersion(*output) : std::nullopt;
    if (!version) {
        Error error{
            ErrorKind::ClientTool,
            Tr::tr("%1 cannot be run in the container %2.").arg(program, container.name),
            Tr::tr("The container has to run and to hold PostgreSQL's client tools, and this user has "
                   "to be allowed to use %1.")
                .arg(oneLine(container.client)),
            output ? oneLine(*output) : output.error().message + QChar(u' ') + output.error().detail,
            {}};
        return fail(std::move(error));
    }
    tools.version = *version;
    tools.versionText = output->trimmed();
    return tools;
}

QString searchedIn(const ToolSearch &search)
{
    return foldersOf(search).join(u'\n');
}

} // namespace

QString PostgresTools::program(const QString &name) const
{
    return container ? name : folder + u'/' + name;
}

ToolCommand PostgresTools::command(const QString &name) const
{
    ToolCommand made;
    made.program = program(name);
    made.environment = cleanEnvironment();
    made.container = container;
    return made;
}

QString PostgresTools::place() const
{
    return container ? Tr::tr("the container %1").arg(container->name) : folder;
}

std::optional<int> parseToolVersion(const QByteArray &output)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\w+ \\(PostgreSQL\\) (\\d{1,3})(?:\\.(\\d{1,3}))?(?:beta|rc|devel|alpha|[.\\s]|$)"));
    const QRegularExpressionMatch match = form.match(QString::fromUtf8(output));
    if (!match.hasMatch())
        return std::nullopt;
    const int major = match.captured(1).toInt();
    const int minor = match.captured(2).toInt();
    // Before 10 a major had two parts; only "too old" matters there.
    return major * perMajor + minor;
}

QString versionName(int version)
{
    return QStringLiteral("%1.%2").arg(version / perMajor).arg(version % perMajor);
}

Result<PostgresTools> findClientTools(const ToolSearch &search, int serverVersion,
                                      const std::stop_token &stop)
{
    const int serverMajor = serverVersion / perMajor;
    if (search.container) {
        MASCLET_TRY_ASSIGN(PostgresTools inside,
                           toolsInside(*search.container, QStringLiteral("pg_dump"), stop));
        if (inside.version / perMajor >= serverMajor)
            return inside;
        return fail(ErrorKind::ClientTool,
                    Tr::tr("The server is PostgreSQL %1, but pg_dump in the container %2 is %3, which cannot "
                           "dump it.")
                        .arg(versionName(serverVersion), search.container->name, versionName(inside.version)),
                    Tr::tr("Name the container that the server runs in."));
    }
    MASCLET_TRY_ASSIGN(
        const QList<PostgresTools> all,
        installations(search, {QStringLiteral("pg_dump"), QStringLiteral("pg_dumpall")}, stop));
    const PostgresTools *best = nearest(all, serverMajor);
    const PostgresTools *newest = newestOf(all);
    if (best)
        return *best;
    if (!newest)
        return fail(ErrorKind::ClientTool,
                    Tr::tr("No PostgreSQL client tools (pg_dump, pg_dumpall) were found."),
                    installHint(serverMajor), searchedIn(search));
    return fail(
        ErrorKind::ClientTool,
        Tr::tr("The server is PostgreSQL %1, but the newest pg_dump here is %2, which cannot dump it.")
            .arg(versionName(serverVersion), versionName(newest->version)),
        installHint(serverMajor), searchedIn(search));
}

Result<PostgresTools> findRestoreTools(const ToolSearch &search, std::optional<int> dumpVersion,
                                       const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const QList<PostgresTools> all,
                       installations(search, {QStringLiteral("pg_restore")}, stop));
    const int wanted = dumpVersion.value_or(0) / perMajor;
    const PostgresTools *newest = newestOf(all);
    const PostgresTools *best = dumpVersion ? nearest(all, wanted) : newest;
    if (best)
        return *best;
    if (search.container && dumpVersion) {
        MASCLET_TRY_ASSIGN(PostgresTools inside,
                           toolsInside(*search.container, QStringLiteral("pg_restore"), stop));
        if (inside.version / perMajor >= wanted)
            return inside;
    }
    if (!newest)
        return fail(ErrorKind::ClientTool,
                    Tr::tr("No pg_restore was found, which alone reads the custom and the directory format."),
                    Tr::tr("Install the package postgresql-client."), searchedIn(search));
    return fail(
        ErrorKind::ClientTool,
        Tr::tr("pg_dump %1 wrote the dump, but the newest pg_restore here is %2, which cannot read it.")
            .arg(versionName(*dumpVersion), versionName(newest->version)),
        installHint(wanted), searchedIn(search));
}

Result<PostgresTools> findServerPrograms(const ToolSearch &search, int major, const std::stop_token &stop)
{
    // A folder named for the client tools rarely holds a server as well.
    const ToolSearch usual{{}, search.roots, search.path, {}};
    for (const ToolSearch &place : search.folder.isEmpty() ? QList{usual} : QList{search, usual}) {
        MASCLET_TRY_ASSIGN(
            const QList<PostgresTools> all,
            installations(place, {QStringLiteral("postgres"), QStringLiteral("initdb")}, stop));
        const PostgresTools *best = nullptr;
        for (const PostgresTools &tools : all) {
            if (tools.version / perMajor == major && (!best || tools.version > best->version))
                best = &tools;
        }
        if (best)
            return *best;
    }
    return fail(
        ErrorKind::ClientTool,
        Tr::tr("The server programs of PostgreSQL %1 (initdb, postgres) are not installed here.").arg(major),
        Tr::tr("Install the package postgresql-%1, or test in a scratch database on a server.").arg(major),
        searchedIn(usual));
}

QStringList missingFixes(int clientVersion, int serverVersion)
{
    QStringList sentences;
    if (const std::optional<int> floor = floorAbove(clientVersion))
        sentences << Tr::tr("The client tools are %1 and lack security fixes that came with %2.")
                         .arg(versionName(clientVersion), versionName(*floor));
    if (const std::optional<int> floor = floorAbove(serverVersion))
        sentences << Tr::tr("The server is %1 and lacks security fixes that came with %2.")
                         .arg(versionName(serverVersion), versionName(*floor));
    return sentences;
}

} // namespace masclet
