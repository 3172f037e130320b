#include "core/notify/StatusFile.h"

#include "core/base/Directory.h"
#include "core/base/Hash.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cerrno>

#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StatusFile)
};

/// Whoever reads it knows by this number what to expect.
constexpr int statusFormat = 1;

/// The value of a label: backslash, quote and line end are written as \\, \" and \n.
QByteArray labelValue(const QString &text)
{
    return QString(text)
        .replace(QStringLiteral("\\"), QStringLiteral("\\\\"))
        .replace(QStringLiteral("\""), QStringLiteral("\\\""))
        .replace(QStringLiteral("\n"), QStringLiteral("\\n"))
        .toUtf8();
}

QByteArray secondsText(const QDateTime &time)
{
    return QByteArray::number(time.isValid() ? time.toSecsSinceEpoch() : 0);
}

/// All metrics have the profile as a label; HELP and TYPE once for each.
class Metrics
{
public:
    explicit Metrics(const QString &profile)
        : m_profile(labelValue(profile))
    {
    }
    void begin(const QByteArray &name, const QByteArray &help)
    {
        m_name = "masclet_backup_" + name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + " gauge\n";
    }
    void add(const QByteArray &value, const QString &verb = {})
    {
        m_text += m_name + "{profile=\"" + m_profile + '"';
        if (!verb.isEmpty())
            m_text += ",verb=\"" + labelValue(verb) + '"';
        m_text += "} " + value + '\n';
    }
    void one(const QByteArray &name, const QByteArray &help, const QByteArray &value)
    {
        begin(name, help);
        add(value);
    }
    template <class Value>
    void ofRuns(const QByteArray &name, const QByteArray &help, const QList<PublicStatus::LastRun> &runs,
                const Value &value)
    {
        if (runs.isEmpty())
            return;
        begin(name, help);
        for (const PublicStatus::LastRun &run : runs)
            add(value(run), run.verb);
    }
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_profile;
    QByteArray m_name;
    QByteArray m_text;
};

} // namespace

QByteArray statusJson(const PublicStatus &status)
{
    QJsonArray remarks;
    for (const PublicStatus::Remark &remark : status.remarks)
        remarks << QJsonObject{{QStringLiteral("level"), nameOf(remark.level)},
                               {QStringLiteral("key"), remark.key},
                               {QStringLiteral("text"), remark.text}};
    QJsonArray runs;
    for (const PublicStatus::LastRun &run : status.runs)
        runs << QJsonObject{{QStringLiteral("verb"), run.verb},
                            {QStringLiteral("state"), run.state},
                            {QStringLiteral("trigger"), run.trigger},
                            {QStringLiteral("exitCode"), run.exitCode},
                            {QStringLiteral("started"), utcText(run.started)},
                            {QStringLiteral("finished"), utcText(run.finished)},
                            {QStringLiteral("durationMs"), run.durationMs},
                            {QStringLiteral("set"), run.setId}};
    const QJsonObject document{
        {QStringLiteral("format"), statusFormat},
        {QStringLiteral("profile"), status.profile},
        {QStringLiteral("machine"), status.machine},
        {QStringLiteral("written"), utcText(status.written)},
        {QStringLiteral("level"), nameOf(status.level)},
        {QStringLiteral("code"), int(status.level)},
        {QStringLiteral("remarks"), remarks},
        {QStringLiteral("newestSet"), status.newestSet},
        {QStringLiteral("newestBytes"), status.newestBytes},
        {QStringLiteral("verified"), utcText(status.verified)},
        {QStringLiteral("proven"), utcText(status.proven)},
        {QStringLiteral("sets"), status.sets},
        {QStringLiteral("alarms"), QJsonObject{{QStringLiteral("open"), status.openAlarms},
                                               {QStringLiteral("answered"), status.answeredAlarms}}},
        {QStringLiteral("runs"), runs}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

QByteArray metricsText(const PublicStatus &status)
{
    using Run = PublicStatus::LastRun;
    Metrics metrics(status.profile);
    metrics.one("status", "0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.", QByteArray::number(int(status.level)));
    metrics.one("status_timestamp_seconds", "When this was written.", secondsText(status.written));
    metrics.one("last_verified_timestamp_seconds", "Start of the newest verified set, 0 without one.",
                secondsText(status.verified));
    metrics.one("last_restore_tested_timestamp_seconds",
                "Start of the newest restore-tested set, 0 without one.", secondsText(status.proven));
    metrics.one("newest_set_bytes", "Stored size of the newest verified set.",
                QByteArray::number(status.newestBytes));
    metrics.one("sets", "Sets kept.", QByteArray::number(status.sets));
    metrics.one("open_alarms", "Alarms that are not over.", QByteArray::number(status.openAlarms));
    metrics.one("answered_alarms", "Alarms that somebody looks after.",
                QByteArray::number(status.answeredAlarms));
    metrics.ofRuns("last_run_timestamp_seconds", "End of the last run of a verb.", status.runs,
                   [](const Run &run) { return secondsText(run.finished); });
    metrics.ofRuns("last_run_duration_seconds", "How long it took.", status.runs,
                   [](const Run &run) { return QByteArray::number(double(run.durationMs) / 1000, 'f', 3); });
    metrics.ofRuns("last_run_exit_code", "Its exit code.", status.runs,
                   [](const Run &run) { return QByteArray::number(run.exitCode); });
    return metrics.text();
}

Result<> writePublicFile(const QString &path, const QByteArray &content)
{
    constexpr mode_t everybodyReads = 0644;
    const QFileInfo info(path);
    const QByteArray name = QFile::encodeName(info.fileName());
    const QByteArray temporary = '.' + name + '.' + randomHex(6); // the collector reads *.prom alone
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(info.path()));
    const auto put = [&]() -> Result<> {
        MASCLET_TRY(folder.writeFile(temporary, content));
        if (::fchmodat(folder.fd(), temporary.constData(), everybodyReads, 0) != 0)
            return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot write %1").arg(oneLine(path)), errno));
        return folder.replace(temporary, name);
    };
    const Result<> done = put();
    if (!done)
        (void)folder.removeFile(temporary);
    return done;
}

} // namespace masclet
