#include "core/repository/RunRecord.h"

#include "core/base/ExitCode.h"
#include "core/base/Hash.h"
#include "core/base/JsonFields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <array>
#include <climits>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

struct StateName {
    RunState state;
    const char *name;
};

constexpr std::array stateNames{
    StateName{RunState::Running, "running"},   StateName{RunState::Ok, "ok"},
    StateName{RunState::Warnings, "warnings"}, StateName{RunState::Failed, "failed"},
    StateName{RunState::Stopped, "stopped"},   StateName{RunState::Interrupted, "interrupted"}};

/// Server and tool output in a record is evidence, not an archive: the run's log has all of it.
constexpr qsizetype maximumDetail = 16'000;

QJsonArray phasesToJson(const QList<RunPhase> &phases)
{
    QJsonArray list;
    for (const RunPhase &phase : phases)
        list << QJsonObject{{QStringLiteral("name"), phase.name},
                            {QStringLiteral("startMs"), phase.startMs},
                            {QStringLiteral("durationMs"), phase.durationMs}};
    return list;
}

Result<QList<RunPhase>> phasesFromJson(const QJsonArray &list)
{
    QList<RunPhase> phases;
    for (const QJsonValue &value : list) {
        JsonFields fields(value.toObject(), Tr::tr("Phase"), ErrorKind::Verification);
        phases << RunPhase{fields.word("name"), fields.integer("startMs"), fields.integer("durationMs")};
        MASCLET_TRY(fields.finish());
    }
    return phases;
}

Result<std::optional<RunLoad>> loadFromJson(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return std::optional<RunLoad>();
    JsonFields fields(value.toObject(), Tr::tr("Load"), ErrorKind::Verification);
    RunLoad load;
    load.samples = int(fields.integer("samples", 0, INT_MAX));
    load.mostSessions = int(fields.integer("mostSessions", 0, INT_MAX));
    load.meanSessions = int(fields.integer("meanSessions", 0, INT_MAX));
    load.longestWaitMs = fields.integer("longestWaitMs");
    load.walBytes = fields.integer("walBytes");
    load.problem = fields.text("problem");
    MASCLET_TRY(fields.finish());
    return load;
}

} // namespace

QJsonObject toJson(const RunLoad &load)
{
    return {{QStringLiteral("samples"), load.samples},
            {QStringLiteral("mostSessions"), load.mostSessions},
            {QStringLiteral("meanSessions"), load.meanSessions},
            {QStringLiteral("longestWaitMs"), load.longestWaitMs},
            {QStringLiteral("walBytes"), load.walBytes},
            {QStringLiteral("problem"), load.problem}};
}

QString nameOf(RunState state)
{
    for (const StateName &row : stateNames) {
        if (row.state == state)
            return QString::fromLatin1(row.name);
    }
    return {};
}

std::optional<RunState> runStateFromName(const QString &name)
{
    for (const StateName &row : stateNames) {
        if (name == QLatin1String(row.name))
            return row.state;
    }
    return {};
}

bool RunRecord::wasRefused() const
{
    return state == RunState::Failed && exitCode == exitCodeOf(ErrorKind::Locked);
}

QString newRunId(const Clock &clock)
{
    return clock.now().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z-'")) +
           QString::fromLatin1(randomHex(3));
}

bool isRunId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A\\d{8}T\\d{6}Z-[0-9a-f]{6}\\z"));
    return form.match(text).hasMatch();
}

QJsonObject toJson(const RunRecord &run)
{
    return {{QStringLiteral("id"), run.id},
            {QStringLiteral("verb"), run.verb},
            {QStringLiteral("profile"), run.profile},
            {QStringLiteral("profileId"), run.profileId},
            {QStringLiteral("trigger"), run.trigger},
            {QStringLiteral("reason"), run.reason},
            {QStringLiteral("author"), run.author},
            {QStringLiteral("setId"), run.setId},
            {QStringLiteral("sequence"), run.sequence},
            {QStringLiteral("state"), nameOf(run.state)},
            {QStringLiteral("started"), utcText(run.started)},
            {QStringLiteral("finished"), utcText(run.finished)},
            {QStringLiteral("durationMs"), run.durationMs},
            {QStringLiteral("exitCode"), run.exitCode},
            {QStringLiteral("storedBytes"), run.storedBytes},
            {QStringLiteral("databaseBytes"), run.databaseBytes},
            {QStringLiteral("rawBytes"), run.rawBytes},
            {QStringLiteral("rows"), run.rows},
            {QStringLiteral("phases"), phasesToJson(run.phases)},
            {QStringLiteral("load"), run.load ? QJsonValue(toJson(*run.load)) : QJsonValue()},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(run.warnings)},
            {QStringLiteral("message"), run.message},
            {QStringLiteral("hint"), run.hint},
            {QStringLiteral("detail"), run.detail.left(maximumDetail)}};
}

Result<RunRecord> runRecordFromJson(const QJsonObject &object)
{
    JsonFields fields(object, Tr::tr("Run record"), ErrorKind::Verification);
    RunRecord run;
    run.id = fields.word("id");
    run.verb = fields.word("verb");
    run.profile = fields.text("profile");
    run.profileId = fields.text("profileId");
    run.trigger = fields.text("trigger");
    run.reason = fields.text("reason");
    run.author = fields.text("author");
    run.setId = fields.text("setId");
    run.sequence = fields.integer("sequence");
    const std::optional<RunState> state = runStateFromName(fields.word("state"));
    if (!state)
        fields.refuse("state");
    run.state = state.value_or(RunState::Failed);
    run.started = fields.utc("started");
    run.finished = fields.optionalUtc("finished");
    run.durationMs = fields.integer("durationMs");
    run.exitCode = int(fields.integer("exitCode", 0, 255));
    run.storedBytes = fields.integer("storedBytes");
    // Runs recorded before there were other kinds do not say.
    run.databaseBytes = fields.optionalInteger("databaseBytes").value_or(run.storedBytes);
    run.rawBytes = fields.integer("rawBytes");
    run.rows = fields.integer("rows");
    // Runs recorded before this was kept do not say.
    const QJsonArray phases = fields.has("phases") ? fields.array("phases") : QJsonArray();
    const QJsonValue load = fields.has("load") ? fields.value("load") : QJsonValue();
    run.warnings = fields.texts("warnings");
    run.message = fields.text("message");
    run.hint = fields.text("hint");
    run.detail = fields.text("detail");
    if (!isRunId(run.id))
        fields.refuse("id");
    MASCLET_TRY(fields.finish());
    MASCLET_TRY_ASSIGN(run.phases, phasesFromJson(phases));
    MASCLET_TRY_ASSIGN(run.load, loadFromJson(load));
    return run;
}

} // namespace masclet
