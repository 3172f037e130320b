#include "tests/support/FakeServices.h"

#include <QFile>

namespace masclet::test
{

namespace
{

const QByteArray script = R"sh(#!/bin/sh
d=${0%/*}
me=${0##*/}
for word; do
    case $names$word in
        --) names=: ;;
        :*) name=$word ;;
        show|inspect|ps|status|stop|start) verb=$word ;;
        -*|container|compose|{*|/*) ;;
        *) name=$word ;;
    esac
done
printf '%s\n' "$me $*" >> "$d/calls"
number=$(wc -l < "$d/calls")
case $verb in
    stop|start) printf '%s\n' "$verb $name" >> "$d/changes" ;;
esac
kill_caller() {
    if [ "$(cat "$d/kill-$1" 2>/dev/null)" = "$number" ]; then
        kill -9 $PPID
        exit 1
    fi
}
[ -e "$d/at-$verb-$name" ] && . "$d/at-$verb-$name"
kill_caller before
case $(cat "$d/how-$verb-$name" 2>/dev/null) in
    fail) echo "cannot $verb $name" >&2; exit 1 ;;
    once) rm "$d/how-$verb-$name"; echo "cannot $verb $name" >&2; exit 1 ;;
    hang) exec sleep 600 ;;
    ignore) exit 0 ;;
esac
state=$(cat "$d/state-$name" 2>/dev/null)
code=0
case $me.$verb in
    systemctl.show)
        if [ -n "$state" ]; then echo LoadState=loaded; else echo LoadState=not-found; fi
        echo "ActiveState=${state:-inactive}" ;;
    docker.inspect)
        case $state in
            active) echo running ;;
            inactive) echo exited ;;
            '') echo "No such container: $name" >&2; code=1 ;;
            *) echo "$state" ;;
        esac ;;
    docker.ps) [ -n "$state" ] && echo "$name" ;;
    ctl.status)
        case $state in active) code=0 ;; inactive) code=3 ;; *) code=4 ;; esac ;;
    *.stop|*.start)
        if [ -z "$state" ]; then echo "no $name" >&2; exit 5; fi
        if [ "$verb" = start ]; then echo active; else echo inactive; fi > "$d/new-$$"
        mv "$d/new-$$" "$d/state-$name" ;;
esac
kill_caller after
exit $code
)sh";

QByteArray wordOf(FakeServices::Behaviour behaviour)
{
    switch (behaviour) {
    case FakeServices::Behaviour::Good:
        return "good";
    case FakeServices::Behaviour::Fail:
        return "fail";
    case FakeServices::Behaviour::FailOnce:
        return "once";
    case FakeServices::Behaviour::Hang:
        return "hang";
    case FakeServices::Behaviour::Ignore:
        break;
    }
    return "ignore";
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QChar(u'\n'), Qt::SkipEmptyParts);
}

Profile::Service service(const QString &name, const char *controller)
{
    Profile::Service made;
    made.name = name;
    made.controller = QString::fromLatin1(controller);
    made.timeLimit = 20'000;
    return made;
}

} // namespace

FakeServices::FakeServices()
{
    for (const char *name : {"systemctl", "docker", "ctl"}) {
        write(QString::fromLatin1(name), script);
        QFile::setPermissions(path(name), QFile::Permissions(0x7755));
    }
}

void FakeServices::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

void FakeServices::set(const QString &name, State state) const
{
    setRaw(name, state == State::Running ? "active" : "inactive");
}

void FakeServices::setRaw(const QString &name, const QByteArray &state) const
{
    write(QStringLiteral("state-") + name, state);
}

void FakeServices::remove(const QString &name) const
{
    QFile::remove(m_folder.filePath(QStringLiteral("state-") + name));
}

bool FakeServices::isRunning(const QString &name) const
{
    return linesOf(m_folder.filePath(QStringLiteral("state-") + name)) ==
           QStringList{QStringLiteral("active")};
}

void FakeServices::behave(const QString &verb, const QString &name, Behaviour behaviour) const
{
    write(QStringLiteral("how-%1-%2").arg(verb, name), wordOf(behaviour));
}

void FakeServices::atCall(const QString &verb, const QString &name, const QByteArray &commands) const
{
    write(QStringLiteral("at-%1-%2").arg(verb, name), commands + '\n');
}

void FakeServices::killCallerAt(int call, Moment moment) const
{
    write(moment == Moment::Before ? QStringLiteral("kill-before") : QStringLiteral("kill-after"),
          QByteArray::number(call));
}

void FakeServices::killNobody() const
{
    QFile::remove(m_folder.filePath(QStringLiteral("kill-before")));
    QFile::remove(m_folder.filePath(QStringLiteral("kill-after")));
}

QStringList FakeServices::changes() const
{
    return linesOf(m_folder.filePath(QStringLiteral("changes")));
}

QStringList FakeServices::calls() const
{
    return linesOf(m_folder.filePath(QStringLiteral("calls")));
}

void FakeServices::forgetCalls() const
{
    QFile::remove(m_folder.filePath(QStringLiteral("calls")));
    QFile::remove(m_folder.filePath(QStringLiteral("changes")));
}

Profile::Service FakeServices::systemdService(const QString &name)
{
    Profile::Service made = service(name, "systemd");
    made.unit = name + QStringLiteral(".service");
    return made;
}

Profile::Service FakeServices::dockerService(const QString &name)
{
    Profile::Service made = service(name, "docker");
    made.container = name;
    return made;
}

Profile::Service FakeServices::composeService(const QString &name)
{
    Profile::Service made = service(name, "compose");
    made.composeFile = QStringLiteral("/srv/compose.yaml");
    made.composeService = name;
    return made;
}

Profile::Service FakeServices::commandService(const QString &name) const
{
    Profile::Service made = service(name, "command");
    const auto words = [&](const char *verb) {
        return QStringList{path("ctl"), QString::fromLatin1(verb), name};
    };
    made.stop = words("stop");
    made.start = words("start");
    made.status = words("status");
    return made;
}

} // namespace masclet::test
