#include "tests/support/FakeDocker.h"

#include <QDir>
#include <QFile>

#include <csignal>

namespace masclet::test
{

namespace
{

/// The client is the first process, the engine the second; what runs inside is a child of the engine.
const QByteArray engineScript = R"py(#!/usr/bin/python3
import os, subprocess, sys
place = os.path.dirname(os.path.abspath(__file__))
arguments = sys.argv[1:]
inside = {"PATH": open(place + "/path").read() + ":/usr/bin:/bin", "HOME": "/root", "PGPASSWORD": "of the container"}
if arguments[:2] != ["exec", "--interactive"]:
    sys.exit("unknown command")
arguments = arguments[2:]
while arguments and arguments[0].startswith("--env="):
    name, _, value = arguments.pop(0)[6:].partition("=")
    inside[name] = value
with open(place + "/seen", "a") as seen:
    for text in sys.argv + sorted("%s=%s" % pair for pair in os.environ.items()) + sorted("%s=%s" % pair for pair in inside.items()):
        seen.write(text.encode("unicode_escape").decode() + "\n")
if not arguments or arguments.pop(0) != "shop-db":
    sys.exit("Error: No such container")
if os.path.exists(place + "/ports"):
    here, there = open(place + "/ports").read().split()
    arguments = [word.replace("port='" + here + "'", "port='" + there + "'") for word in arguments]
answer, asked = os.pipe()
if os.fork() == 0:
    os.setsid()
    os.close(answer)
    try:
        child = subprocess.Popen(arguments, env=inside, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/")
    except OSError:
        os.write(asked, b"126")
        os._exit(0)
    os.close(0)
    mark = place + "/running/" + str(child.pid)
    open(mark, "w").close()
    heard = True
    while True:
        block = os.read(child.stdout.fileno(), 65536)
        if not block:
            break
        while block and heard:
            try:
                block = block[os.write(1, block):]
            except OSError:
                heard = False
    said = child.stderr.read()
    code = child.wait()
    os.unlink(mark)
    try:
        os.write(2, said)
    except OSError:
        pass
    os.write(asked, str(code if code >= 0 else 128 - code).encode())
    os._exit(0)
os.close(asked)
code = int(os.read(answer, 10) or b"1")
if code == 126:
    sys.stderr.write("OCI runtime exec failed: executable file not found in $PATH\n")
sys.exit(code)
)py";

} // namespace

FakeDocker::FakeDocker(const QString &folder)
{
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    QDir(m_folder.path()).mkdir(QStringLiteral("running"));
    write(QStringLiteral("path"), folder.toUtf8());
    write(QStringLiteral("docker"), engineScript);
    QFile::setPermissions(client(), QFile::Permissions(0x7755));
}

void FakeDocker::leadPort(int port, int elsewhere) const
{
    write(QStringLiteral("ports"), QByteArray::number(port) + ' ' + QByteArray::number(elsewhere));
}

QByteArray FakeDocker::seen() const
{
    QFile file(m_folder.filePath(QStringLiteral("seen")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<qint64> FakeDocker::running() const
{
    QList<qint64> numbers;
    for (const QString &name : QDir(m_folder.filePath(QStringLiteral("running"))).entryList(QDir::Files)) {
        if (::kill(pid_t(name.toLongLong()), 0) == 0)
            numbers << name.toLongLong();
    }
    return numbers;
}

void FakeDocker::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

} // namespace masclet::test
