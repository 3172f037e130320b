#include "core/service/MachineInventory.h"

#include "core/base/Redact.h"
#include "core/base/Text.h"
#include "core/process/ToolProcess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/statvfs.h>
#include <sys/utsname.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(MachineInventory)
};

constexpr std::chrono::seconds patience{20};
constexpr qint64 mostOutput = 16LL * 1024 * 1024;

/// A container's environment is where its passwords are; arguments may hold them too.
QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isString())
        return redacted(value.toString());
    if (value.isArray()) {
        QJsonArray list;
        bool secretNext = false;
        for (const QJsonValue &item : value.toArray()) {
            const QString text = item.toString();
            list << (secretNext ? QJsonValue(redactedMark()) : withoutSecrets(item));
            secretNext = text.startsWith(QChar(u'-')) && namesSecret(text);
        }
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == QLatin1String("Env")) {
            QJsonArray names;
            for (const QJsonValue &item : member.value().toArray())
                names << item.toString().section(QChar(u'='), 0, 0) + QChar(u'=') + redactedMark();
            member.value() = names;
        } else if (namesSecret(member.key()) && member.value().isString()) {
            member.value() = redactedMark();
        } else {
            member.value() = withoutSecrets(member.value());
        }
    }
    return object;
}

QString shown(const QByteArray &line)
{
    return oneLine(line.trimmed());
}

/// Asks the programs and turns what they say into facts.
class Reader
{
public:
    Reader(const MachinePrograms &programs, JobContext &context)
        : m_programs(programs)
        , m_context(context)
    {
    }

    Result<MachineInventory> read()
    {
        readSystem();
        readMounts();
        MASCLET_TRY(run("uname", find("uname"), {"-a"}));
        MASCLET_TRY(run("disks", find("df"), {"-P", "-T"}));
        MASCLET_TRY(readServices());
        MASCLET_TRY(readPackages());
        MASCLET_TRY(readContainers());
        return std::move(m_inventory);
    }

private:
    QString find(const char *name) const;
    /// Runs a program and keeps its output; the output once more, empty when there is none.
    Result<QByteArray> run(const char *name, const QString &program, const QList<QByteArray> &arguments);
    void keep(const char *name, const QString &command, const QByteArray &output, const QString &problem);
    void readSystem();
    void readMounts();
    void readMount(const QList<QByteArray> &fields);
    Result<> readServices();
    Result<> readPackages();
    Result<> readContainers();

    const MachinePrograms &m_programs;
    JobContext &m_context;
    MachineInventory m_inventory;
};

QString Reader::find(const char *name) const
{
    for (const QString &folder : m_programs.folders) {
        const QString path = folder + QChar(u'/') + QLatin1String(name);
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

void Reader::keep(const char *name, const QString &command, const QByteArray &output, const QString &problem)
{
    m_inventory.commands << CommandOutput{QLatin1String(name), redacted(command), problem, output};
}

Result<QByteArray> Reader::run(const char *name, const QString &program, const QList<QByteArray> &arguments)
{
    if (program.isEmpty() || !QFileInfo(program).isExecutable()) {
        keep(name, program, {}, Tr::tr("not on this machine"));
        return QByteArray();
    }
    ToolCommand command;
    command.program = program;
    command.arguments = arguments;
    command.environment = cleanEnvironment();
    m_context.advance(0, command.forLog());
    const Result<QByteArray> output =
        runTool(command, m_context.stopToken(), patience, ErrorKind::Internal, mostOutput);
    MASCLET_TRY(m_context.proceed());
    if (!output) {
        keep(name, command.forLog(), {}, oneLine(output.error().message + u' ' + output.error().detail));
        return QByteArray();
    }
    keep(name, command.forLog(), redacted(QString::fromUtf8(*output)).toUtf8(), {});
    return *output;
}

void Reader::readSystem()
{
    QMap<QString, QString> &system = m_inventory.facts[QStringLiteral("system")];
    utsname kernel = {};
    if (::uname(&kernel) == 0) {
        system.insert(QStringLiteral("kernel"), shown(kernel.release));
        system.insert(QStringLiteral("architecture"), shown(kernel.machine));
    }
    QFile release(QStringLiteral("/etc/os-release"));
    if (!release.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : release.read(64 * 1024).split('\n')) {
        if (line.startsWith("PRETTY_NAME="))
            system.insert(QStringLiteral("system"), shown(line.mid(12).replace('"', "")));
    }
}

/// Real file systems only: those of the kernel's own come and go.
void Reader::readMount(const QList<QByteArray> &fields)
{
    const QByteArray &source = fields[0];
    const bool remote = fields[2].startsWith("nfs") || fields[2] == "cifs" || fields[2].startsWith("fuse.");
    if (!source.startsWith('/') && !remote && fields[2] != "zfs")
        return;
    const QByteArray target = QByteArray(fields[1]).replace("\\040", " ");
    const QString key = oneLine(target);
    m_inventory.facts[QStringLiteral("mounts")].insert(
        key, redacted(oneLine(fields[2] + ' ' + source + ' ' + fields[3])));
    struct statvfs disk = {};
    if (::statvfs(target.constData(), &disk) != 0)
        return;
    const auto unit = qint64(disk.f_frsize);
    m_inventory.facts[QStringLiteral("disks")].insert(key, sizeText(qint64(disk.f_blocks) * unit));
    m_inventory.figures[QStringLiteral("disks")].insert(
        key, Tr::tr("%1 free").arg(sizeText(qint64(disk.f_bavail) * unit)));
}

void Reader::readMounts()
{
    const QString path = QStringLiteral("/proc/self/mounts");
    QFile mounts(path);
    if (!mounts.open(QIODevice::ReadOnly))
        return keep("mounts", path, {}, mounts.errorString());
    const QByteArray text = mounts.readAll();
    keep("mounts", path, redacted(QString::fromUtf8(text)).toUtf8(), {});
    for (const QByteArray &line : text.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() >= 4)
            readMount(fields);
    }
}

Result<> Reader::readServices()
{
    const QList<QByteArray> form{"--type=service", "--no-pager", "--no-legend", "--plain", "--full"};
    MASCLET_TRY_ASSIGN(const QByteArray files,
                       run("unit-files", m_programs.systemctl, QList<QByteArray>{"list-unit-files"} + form));
    for (const QByteArray &line : files.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() >= 2)
            m_inventory.facts[QStringLiteral("services")].insert(shown(words[0]), shown(words[1]));
    }
    MASCLET_TRY_ASSIGN(const QByteArray units, run("services", m_programs.systemctl,
                                                   QList<QByteArray>{"list-units", "--all"} + form));
    for (const QByteArray &line : units.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() >= 4)
            m_inventory.figures[QStringLiteral("services")].insert(shown(words[0]),
                                                                   shown(words[2] + ' ' + words[3]));
    }
    return {};
}

Result<> Reader::readPackages()
{
    const QString dpkg = find("dpkg-query");
    MASCLET_TRY_ASSIGN(
        const QByteArray list,
        dpkg.isEmpty()
            ? run("packages", find("rpm"), {"-qa", "--qf", "%{NAME}.%{ARCH} %{VERSION}-%{RELEASE} ii\n"})
            : run("packages", dpkg,
                  {"-W", "-f=${Package}:${Architecture} ${Version} ${db:Status-Abbrev}\n"}));
    for (const QByteArray &line : list.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() == 3 && words[2] == "ii")
            m_inventory.facts[QStringLiteral("packages")].insert(shown(words[0]), shown(words[1]));
    }
    return {};
}

Result<> Reader::readContainers()
{
    const QString &docker = m_programs.docker;
    MASCLET_TRY_ASSIGN(const QByteArray list,
                       run("containers", docker, {"ps", "--all", "--no-trunc", "--format", "{{json .}}"}));
    QList<QByteArray> inspect{"inspect"};
    for (const QByteArray &line : list.split('\n')) {
        const QJsonObject container = QJsonDocument::fromJson(line).object();
        const QString name = oneLine(container[QLatin1String("Names")].toString());
        if (name.isEmpty())
            continue;
        m_inventory.facts[QStringLiteral("containers")].insert(
            name, oneLine(container[QLatin1String("Image")].toString()));
        m_inventory.figures[QStringLiteral("containers")].insert(
            name, oneLine(container[QLatin1String("State")].toString()));
        inspect << container[QLatin1String("ID")].toString().toUtf8();
    }
    if (list.isEmpty())
        return {};
    MASCLET_TRY(run("images", docker, {"image", "ls", "--no-trunc", "--digests", "--format", "{{json .}}"}));
    if (inspect.size() == 1)
        return {};
    MASCLET_TRY_ASSIGN(const QByteArray details, run("container-details", docker, inspect));
    if (!details.isEmpty()) {
        const QJsonValue clean = withoutSecrets(QJsonDocument::fromJson(details).array());
        m_inventory.commands.last().output = QJsonDocument(clean.toArray()).toJson();
    }
    return {};
}

} // namespace

Result<MachineInventory> readMachine(const MachinePrograms &programs, JobContext &context)
{
    return Reader(programs, context).read();
}

} // namespace masclet
