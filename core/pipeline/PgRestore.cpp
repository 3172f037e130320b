#include "core/pipeline/PgRestore.h"

#include "core/process/ToolProcess.h"
#include "core/process/Walls.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <utility>

#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PgRestore)
};

constexpr std::chrono::seconds helpLimit{20};

} // namespace

PgRestore::PgRestore(PostgresTools tools)
    : m_tools(std::move(tools))
{
}

Result<PgRestore> PgRestore::create(const PostgresTools &tools, Walls walls, const std::stop_token &stop)
{
    PgRestore made(tools);
    if (tools.container && walls == Walls::Required)
        return fail(
            ErrorKind::ClientTool,
            Tr::tr("A file of unknown origin is not given to the pg_restore of a container, which cannot "
                   "be closed off."),
            Tr::tr("Install the package postgresql-client."));
    made.m_walled = !tools.container;
    const auto help = [&] {
        return runTool(made.behindWalls({}, {"--help"}), stop, helpLimit, ErrorKind::ClientTool);
    };
    auto answer = help();
    if (!answer && answer.error().kind == ErrorKind::Stopped)
        return fail(std::move(answer).error());
    if (!answer && walls == Walls::Required &&
        QFileInfo(tools.program(QStringLiteral("pg_restore"))).isExecutable())
        return fail(
            ErrorKind::ClientTool,
            Tr::tr("pg_restore cannot be closed off on this machine, so a file of unknown origin is not "
                   "given to it."),
            Tr::tr("Install bubblewrap and allow user namespaces."),
            answer.error().message + u' ' + answer.error().detail);
    if (!answer && made.m_walled) {
        made.m_walled = false;
        answer = help();
    }
    if (!answer)
        return fail(std::move(answer).error());
    made.m_takesKey = answer->contains("--restrict-key");
    return made;
}

ToolCommand PgRestore::behindWalls(const QString &folder, const QList<QByteArray> &arguments) const
{
    ToolCommand tool = m_tools.command(QStringLiteral("pg_restore"));
    if (m_walled) {
        const QString program = std::exchange(tool.program, bubblewrapProgram());
        tool.arguments = wallsAround(QFileInfo(m_tools.folder).canonicalFilePath());
        // Root keeps nothing of its power but to read what belongs to others.
        if (::geteuid() == 0)
            tool.arguments << "--cap-drop"
                           << "ALL"
                           << "--cap-add"
                           << "CAP_DAC_READ_SEARCH";
        if (const QByteArray path = QFile::encodeName(folder); !path.isEmpty())
            tool.arguments << "--ro-bind" << path << path;
        tool.arguments << endOfWalls() << QFile::encodeName(QFileInfo(program).canonicalFilePath());
    }
    tool.arguments << arguments;
    return tool;
}

ToolCommand PgRestore::command(DumpFormat format, const QString &folder, const QByteArray &key) const
{
    QList<QByteArray> arguments{"--format=" + nameOf(format).toLatin1(), "--file=-"};
    if (m_takesKey)
        arguments << "--restrict-key=" + key;
    if (!folder.isEmpty())
        arguments << QFile::encodeName(folder);
    return behindWalls(folder, arguments);
}

ToolCommand PgRestore::listCommand(const QString &folder) const
{
    return behindWalls(folder, {"--format=directory", "--list", QFile::encodeName(folder)});
}

} // namespace masclet
