#include "tests/support/Desk.h"

#include <QDir>
#include <QFile>

namespace masclet::test
{

Result<std::unique_ptr<Desk>> Desk::make(const TempCluster &cluster, const QByteArray &database,
                                         const QStringList &options)
{
    std::unique_ptr<Desk> desk(new Desk);
    const auto expectGood = [&](const QStringList &arguments) -> Result<> {
        const ProgramOutcome outcome = desk->run(arguments);
        if (outcome.exitCode == 0 || outcome.exitCode == 3)
            return {};
        return fail(ErrorKind::Internal,
                    QStringLiteral("%1 ended with %2").arg(arguments.first()).arg(outcome.exitCode), {},
                    QString::fromUtf8(outcome.errorOutput));
    };
    MASCLET_TRY(expectGood({QStringLiteral("init"), QStringLiteral("--profile"), QStringLiteral("desk"),
                            QStringLiteral("--repository"), desk->repository(), QStringLiteral("--host"),
                            cluster.socketFolder(), QStringLiteral("--port"), QString::number(cluster.port()),
                            QStringLiteral("--dbname"), QString::fromUtf8(database), QStringLiteral("--user"),
                            QStringLiteral("postgres"), QStringLiteral("--kinds"), QStringLiteral("db")}));
    if (!options.isEmpty())
        MASCLET_TRY(expectGood(QStringList{QStringLiteral("profile"), QStringLiteral("set")} + options));
    return desk;
}

Desk::Desk()
{
    QFile::setPermissions(runtime(), QFile::Permissions(0x7755));
}

QStringList Desk::allVariables() const
{
    return QStringList{QStringLiteral("TMPDIR=") + runtime()} + m_environment;
}

ProgramOutcome Desk::run(const QStringList &arguments) const
{
    return runProgram(home(), arguments, allVariables());
}

ProgramOutcome Desk::runUnder(const QStringList &wrapper, const QStringList &arguments) const
{
    return runProgramUnder(wrapper, home(), arguments, allVariables());
}

std::unique_ptr<QProcess> Desk::start(const QStringList &arguments) const
{
    return startProgram(home(), arguments, allVariables());
}

std::unique_ptr<QProcess> Desk::startUnder(const QStringList &wrapper, const QStringList &arguments) const
{
    return startProgramUnder(wrapper, home(), arguments, allVariables());
}

QString Desk::newestArchive() const
{
    const QDir folder(repository() + QStringLiteral("/db"));
    for (const QString &name :
         folder.entryList({QStringLiteral("*.sql.gz"), QStringLiteral("*.sql")}, QDir::Files, QDir::Time)) {
        if (!name.contains(QStringLiteral(".globals.")))
            return folder.filePath(name);
    }
    return {};
}

Result<QByteArray> Desk::plainDump() const
{
    const QString path = newestArchive();
    if (path.endsWith(QStringLiteral(".sql"))) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Internal, path + QStringLiteral(": ") + file.errorString());
        return file.readAll();
    }
    QProcess gunzip;
    gunzip.start(QStringLiteral("/bin/gunzip"), {QStringLiteral("-c"), path});
    gunzip.waitForFinished(-1);
    if (gunzip.exitStatus() != QProcess::NormalExit || gunzip.exitCode() != 0)
        return fail(ErrorKind::Internal, QStringLiteral("gunzip failed on %1").arg(path), {},
                    QString::fromUtf8(gunzip.readAllStandardError()));
    return gunzip.readAllStandardOutput();
}

} // namespace masclet::test
