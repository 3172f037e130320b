#include "tests/support/TempCluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <arpa/inet.h>
#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace masclet::test
{

namespace
{

constexpr int toolLimit = 300'000; ///< milliseconds; a load of a big script on a busy machine
constexpr int startLimit = 60'000; ///< milliseconds
constexpr int stopLimit = 20'000;  ///< milliseconds before a server that does not stop is killed

tl::unexpected<Error> broken(const QString &message, const QString &detail = {})
{
    return fail(ErrorKind::Internal, message, {}, detail);
}

/// The child becomes `uid` first: changing the user clears the death signal (prctl(2)). Plain system calls,
/// for QProcess starts with vfork, where libc's setuid() would go through the threads of this process.
std::function<void()> asUser(uid_t uid, gid_t gid)
{
    const pid_t parent = ::getpid();
    return [uid, gid, parent] {
        if (::geteuid() == 0 && uid != 0 &&
            (::syscall(SYS_setgroups, 1, &gid) != 0 || ::syscall(SYS_setgid, gid) != 0 ||
             ::syscall(SYS_setuid, uid) != 0))
            ::_exit(126);
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (::getppid() != parent)
            ::_exit(126);
        ::setsid();
    };
}

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/"));
    return environment;
}

bool othersMayEnter(const QString &path)
{
    for (QString folder = QDir(path).canonicalPath(); folder.size() > 1; folder = QFileInfo(folder).path()) {
        struct stat status {
        };
        if (::stat(QFile::encodeName(folder).constData(), &status) != 0 || (status.st_mode & S_IXOTH) == 0)
            return false;
    }
    return true;
}

int freeLoopbackPort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool good = fd >= 0 && ::bind(fd, generic, size) == 0 && ::getsockname(fd, generic, &size) == 0;
    if (fd >= 0)
        ::close(fd);
    return good ? ntohs(address.sin_port) : 0;
}

QByteArray quotedIdentifier(QByteArray name)
{
    return '"' + name.replace("\"", "\"\"") + '"';
}

QByteArray quotedLiteral(QByteArray text)
{
    return '\'' + text.replace("'", "''") + '\'';
}

Result<QByteArray> runToEnd(QProcess &process, const QByteArray &input)
{
    process.start();
    if (!process.waitForStarted(startLimit))
        return broken(process.program() + QStringLiteral(": ") + process.errorString());
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(toolLimit) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return broken(QStringLiteral("%1 ended with %2").arg(process.program()).arg(process.exitCode()),
                      QString::fromUtf8(process.readAllStandardError().right(4000)));
    return process.readAllStandardOutput();
}

} // namespace

QString stockPrograms()
{
    return QStringLiteral("/usr/lib/postgresql/15/bin");
}

Result<std::unique_ptr<TempCluster>> TempCluster::start()
{
    return start(Options());
}

Result<std::unique_ptr<TempCluster>> TempCluster::start(const Options &options)
{
    std::unique_ptr<TempCluster> cluster(new TempCluster);
    MASCLET_TRY(cluster->makeFolder());
    MASCLET_TRY(cluster->findPrograms(options.major));
    MASCLET_TRY(cluster->initialise(options));
    MASCLET_TRY(cluster->configure(options));
    MASCLET_TRY(cluster->resume());
    return cluster;
}

Result<std::unique_ptr<TempCluster>> TempCluster::standbyOf(const TempCluster &primary,
                                                            const QStringList &settings)
{
    Options options;
    options.settings = settings;
    std::unique_ptr<TempCluster> cluster(new TempCluster);
    MASCLET_TRY(cluster->makeFolder());
    MASCLET_TRY(cluster->findPrograms(options.major));
    MASCLET_TRY(cluster->copyFrom(primary));
    MASCLET_TRY(cluster->configure(options));
    MASCLET_TRY(cluster->resume());
    return cluster;
}

std::unique_ptr<TempCluster> TempCluster::reach(const QString &socketFolder)
{
    std::unique_ptr<TempCluster> cluster(new TempCluster);
    cluster->m_folder = socketFolder;
    cluster->m_ours = false;
    return cluster;
}

TempCluster::~TempCluster()
{
    stop(SIGQUIT);
    m_server.reset();
    if (m_ours && !m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
}

QString TempCluster::dataFolder() const
{
    return m_folder + QStringLiteral("/data");
}

Result<> TempCluster::makeFolder()
{
    m_uid = ::geteuid();
    m_gid = ::getegid();
    if (m_uid == 0) {
        const passwd *user = ::getpwnam("postgres");
        if (user == nullptr)
            return broken(QStringLiteral("No user \"postgres\" here; install postgresql-15"));
        m_uid = user->pw_uid;
        m_gid = user->pw_gid;
    }
    QByteArray name("/tmp/mt-XXXXXX");
    if (::mkdtemp(name.data()) == nullptr || ::chown(name.constData(), m_uid, m_gid) != 0)
        return fail(systemError(ErrorKind::Internal, QStringLiteral("Cannot make a folder in /tmp"), errno));
    m_folder = QFile::decodeName(name);
    return {};
}

Result<> TempCluster::findPrograms(int major)
{
    const QString servers = qEnvironmentVariable("MASCLET_TEST_SERVERS");
    const QString home = servers + QStringLiteral("/") + QString::number(major);
    m_programs = major == 15 ? stockPrograms() : home + QStringLiteral("/bin");
    if (!QFileInfo(m_programs + QStringLiteral("/postgres")).isExecutable())
        return broken(QStringLiteral("No PostgreSQL %1 at %2; run packaging/test.sh, which gets it")
                          .arg(major)
                          .arg(m_programs));
    if (m_uid == ::geteuid() || othersMayEnter(m_programs))
        return {};
    // A checkout below a private home: the server's user could not start its own programs there.
    const QString copy = m_folder + QStringLiteral("/server");
    QProcess copier;
    copier.setProgram(QStringLiteral("/bin/cp"));
    copier.setArguments({QStringLiteral("-a"), home, copy});
    MASCLET_TRY(runToEnd(copier, {}));
    m_programs = copy + QStringLiteral("/bin");
    return {};
}

Result<> TempCluster::initialise(const Options &options)
{
    QProcess initdb;
    initdb.setProgram(m_programs + QStringLiteral("/initdb"));
    initdb.setArguments({QStringLiteral("-D"), dataFolder(), QStringLiteral("-U"), QStringLiteral("postgres"),
                         QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("--no-sync"),
                         QStringLiteral("-E"), QString::fromLatin1(options.encoding),
                         QStringLiteral("--locale=") + QString::fromLatin1(options.locale)});
    initdb.setWorkingDirectory(m_folder);
    initdb.setProcessEnvironment(plainEnvironment());
    initdb.setChildProcessModifier(asUser(m_uid, m_gid));
    MASCLET_TRY(runToEnd(initdb, {}));
    return {};
}

Result<> TempCluster::copyFrom(const TempCluster &primary)
{
    QProcess copier;
    copier.setProgram(stockPrograms() + QStringLiteral("/pg_basebackup"));
    copier.setArguments({QStringLiteral("-D"), dataFolder(), QStringLiteral("-h"), primary.socketFolder(),
                         QStringLiteral("-p"), QString::number(primary.port()), QStringLiteral("-U"),
                         QStringLiteral("postgres"), QStringLiteral("--write-recovery-conf"),
                         QStringLiteral("--checkpoint=fast"), QStringLiteral("--no-sync")});
    copier.setWorkingDirectory(m_folder);
    copier.setProcessEnvironment(plainEnvironment());
    copier.setChildProcessModifier(asUser(m_uid, m_gid));
    MASCLET_TRY(runToEnd(copier, {}));
    return {};
}

Result<> TempCluster::configure(const Options &options)
{
    QStringList lines = {QStringLiteral("unix_socket_directories = '%1'").arg(m_folder),
                         QStringLiteral("fsync = off"), QStringLiteral("log_line_prefix = ''"),
                         QStringLiteral("timezone = 'UTC'")};
    if (options.listen == Listen::Loopback) {
        m_port = freeLoopbackPort();
        lines << QStringLiteral("listen_addresses = '127.0.0.1'");
    } else {
        lines << QStringLiteral("listen_addresses = ''");
    }
    lines << QStringLiteral("port = %1").arg(m_port) << options.settings << QString();
    QFile file(dataFolder() + QStringLiteral("/postgresql.conf"));
    const QByteArray text = lines.join(u'\n').toUtf8();
    if (!file.open(QIODevice::Append) || file.write(text) != text.size())
        return broken(file.fileName() + QStringLiteral(": ") + file.errorString());
    file.close();
    if (options.hostRules.isEmpty())
        return {};
    QFile rules(dataFolder() + QStringLiteral("/pg_hba.conf"));
    const QStringList all = QStringList(QStringLiteral("local all all trust")) + options.hostRules +
                            QStringList{QStringLiteral("host all all 127.0.0.1/32 trust"), QString()};
    const QByteArray ruleText = all.join(u'\n').toUtf8();
    if (!rules.open(QIODevice::WriteOnly | QIODevice::Truncate) || rules.write(ruleText) != ruleText.size())
        return broken(rules.fileName() + QStringLiteral(": ") + rules.errorString());
    return {};
}

Result<> TempCluster::resume()
{
    auto server = std::make_unique<QProcess>();
    server->setProgram(m_programs + QStringLiteral("/postgres"));
    server->setArguments({QStringLiteral("-D"), dataFolder()});
    server->setWorkingDirectory(m_folder);
    server->setProcessEnvironment(plainEnvironment());
    server->setStandardInputFile(QProcess::nullDevice());
    server->setStandardOutputFile(m_folder + QStringLiteral("/log"), QIODevice::Append);
    server->setProcessChannelMode(QProcess::MergedChannels);
    server->setChildProcessModifier(asUser(m_uid, m_gid));
    server->start();
    m_server = std::move(server);
    if (!m_server->waitForStarted(startLimit))
        return broken(QStringLiteral("PostgreSQL does not start: ") + m_server->errorString());
    // The last line of postmaster.pid is what pg_ctl waits for as well.
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < startLimit) {
        QFile state(dataFolder() + QStringLiteral("/postmaster.pid"));
        if (state.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> lines = state.readAll().split('\n');
            if (lines.size() > 7 && lines[7].trimmed() == "ready" && lines[0].toLongLong() == processId())
                return {};
        }
        if (m_server->waitForFinished(10))
            break;
    }
    return broken(QStringLiteral("PostgreSQL does not start"), QString::fromUtf8(serverLog().right(4000)));
}

void TempCluster::stop(int signal)
{
    if (!m_server || m_server->state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server->processId()), signal);
    if (!m_server->waitForFinished(stopLimit)) {
        m_server->kill();
        m_server->waitForFinished(stopLimit);
    }
}

QByteArray TempCluster::serverLog() const
{
    QFile file(m_folder + QStringLiteral("/log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ConnectionSettings TempCluster::settings(const QByteArray &database) const
{
    ConnectionSettings settings;
    settings.host = m_folder;
    settings.port = m_port;
    settings.database = database;
    settings.user = "postgres";
    return settings;
}

Result<QByteArray> TempCluster::tool(const QString &name, const QStringList &arguments,
                                     const QByteArray &database, const QByteArray &input) const
{
    QProcess process;
    process.setProgram(stockPrograms() + u'/' + name);
    process.setArguments(arguments);
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(QStringLiteral("PGHOST"), m_folder);
    environment.insert(QStringLiteral("PGPORT"), QString::number(m_port));
    environment.insert(QStringLiteral("PGUSER"), QStringLiteral("postgres"));
    environment.insert(QStringLiteral("PGDATABASE"), QString::fromUtf8(database));
    process.setProcessEnvironment(environment);
    return runToEnd(process, input);
}

Result<QByteArray> TempCluster::psql(const QByteArray &database, const QByteArray &sql) const
{
    MASCLET_TRY_ASSIGN(
        QByteArray output,
        tool(QStringLiteral("psql"),
             {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"),
              QStringLiteral("-w"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1")},
             database, sql));
    if (output.endsWith('\n'))
        output.chop(1);
    return output;
}

Result<> TempCluster::createDatabase(const QByteArray &name, const QByteArray &encoding,
                                     const QByteArray &locale) const
{
    QByteArray sql = "CREATE DATABASE " + quotedIdentifier(name) + " TEMPLATE template0";
    if (!encoding.isEmpty())
        sql += " ENCODING " + quotedLiteral(encoding);
    if (!locale.isEmpty())
        sql += " LOCALE " + quotedLiteral(locale);
    MASCLET_TRY(psql("postgres", sql + ';'));
    return {};
}

Result<> TempCluster::dropDatabase(const QByteArray &name) const
{
    MASCLET_TRY(psql("postgres", "DROP DATABASE " + quotedIdentifier(name) + " WITH (FORCE);"));
    return {};
}

Result<> TempCluster::createTablespace(const QByteArray &name) const
{
    const QByteArray path = QFile::encodeName(m_folder) + '/' + name;
    if (::mkdir(path.constData(), 0700) != 0 || ::chown(path.constData(), m_uid, m_gid) != 0)
        return fail(
            systemError(ErrorKind::Internal, QStringLiteral("Cannot make a tablespace's folder"), errno));
    MASCLET_TRY(psql("postgres", "CREATE TABLESPACE " + quotedIdentifier(name) + " LOCATION " +
                                     quotedLiteral(path) + ';'));
    return {};
}

} // namespace masclet::test
