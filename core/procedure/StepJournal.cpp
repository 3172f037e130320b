#include "core/procedure/StepJournal.h"

namespace masclet
{

namespace
{

const QString begunType = QStringLiteral("step-begun");
const QString endedType = QStringLiteral("step-ended");
const QString undoneType = QStringLiteral("step-undone");
const QString keptType = QStringLiteral("steps-kept");
const QString acknowledgedType = QStringLiteral("step-acknowledged");
const QString runKey = QStringLiteral("run");
const QString numberKey = QStringLiteral("step");
const QString resultKey = QStringLiteral("result");
const QString messageKey = QStringLiteral("message");
const QString doneWord = QStringLiteral("done");
const QString atTheEnd = QStringLiteral("at-the-end");
const QString afterFailure = QStringLiteral("after-failure");

QString resultOf(const StepEnd &end)
{
    if (!end.error)
        return doneWord;
    return end.error->kind == ErrorKind::Stopped ? QStringLiteral("stopped") : QStringLiteral("failed");
}

QJsonObject endObject(const JournalledStep &step, const StepEnd &end)
{
    const QString message = end.error ? end.error->message : QString();
    const QString detail = end.error ? end.error->detail.left(2000) : QString();
    return {{runKey, step.runId},
            {numberKey, step.number},
            {resultKey, resultOf(end)},
            {messageKey, message},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("durationMs"), end.durationMs}};
}

/// Lenient: what another version wrote besides must not hide that something is still to be undone.
JournalledStep stepFrom(const QJsonObject &object)
{
    const auto text = [&](const char *key) {
        return object[QLatin1String(key)].toString();
    };
    JournalledStep step;
    step.runId = object[runKey].toString();
    step.number = object[numberKey].toInteger();
    step.kind = text("kind");
    step.undoWhen = text("undo") == afterFailure ? StepKind::Undo::AfterFailure : StepKind::Undo::AtTheEnd;
    step.title = text("title");
    step.parameters = object[QLatin1String("parameters")].toObject();
    step.before = object[QLatin1String("before")].toObject();
    step.profile = text("profile");
    step.profileId = text("profileId");
    step.profilePath = text("profilePath");
    step.machine = text("machine");
    return step;
}

bool isOf(const OpenStep &open, const QJsonObject &data)
{
    return open.step.runId == data[runKey].toString() && open.step.number == data[numberKey].toInteger();
}

} // namespace

QString JournalledStep::id() const
{
    return runId + QChar(u'/') + QString::number(number);
}

Result<> journalBegun(Journal &journal, const RepositoryLock &lock, const JournalledStep &step)
{
    const bool atEnd = step.undoWhen == StepKind::Undo::AtTheEnd;
    return journal.append(lock, begunType,
                          {{runKey, step.runId},
                           {numberKey, step.number},
                           {QStringLiteral("kind"), step.kind},
                           {QStringLiteral("undo"), atEnd ? atTheEnd : afterFailure},
                           {QStringLiteral("title"), step.title},
                           {QStringLiteral("parameters"), step.parameters},
                           {QStringLiteral("before"), step.before},
                           {QStringLiteral("profile"), step.profile},
                           {QStringLiteral("profileId"), step.profileId},
                           {QStringLiteral("profilePath"), step.profilePath},
                           {QStringLiteral("machine"), step.machine}});
}

Result<> journalEnded(Journal &journal, const RepositoryLock &lock, const JournalledStep &step,
                      const StepEnd &end)
{
    return journal.append(lock, endedType, endObject(step, end));
}

Result<> journalUndone(Journal &journal, const RepositoryLock &lock, const JournalledStep &step,
                       const QString &by, const StepEnd &end)
{
    QJsonObject object = endObject(step, end);
    object.insert(QStringLiteral("by"), by);
    return journal.append(lock, undoneType, object);
}

Result<> journalKept(Journal &journal, const RepositoryLock &lock, const QString &runId, qint64 number)
{
    return journal.append(lock, keptType, {{runKey, runId}, {numberKey, number}});
}

Result<> journalAcknowledged(Journal &journal, const RepositoryLock &lock, const JournalledStep &step,
                             const QString &author)
{
    return journal.append(
        lock, acknowledgedType,
        {{runKey, step.runId}, {numberKey, step.number}, {QStringLiteral("author"), author}});
}

QSet<QString> openStepTypes()
{
    return {begunType, undoneType, keptType, acknowledgedType};
}

QList<OpenStep> openSteps(const QList<JournalRecord> &records)
{
    QList<OpenStep> open;
    for (const JournalRecord &record : records) {
        const QJsonObject &data = record.data;
        if (record.type == begunType) {
            const JournalledStep step = stepFrom(data);
            if (!step.kind.isEmpty())
                open << OpenStep{step, record.time, {}};
        } else if (record.type == undoneType && data[resultKey].toString() != doneWord) {
            for (OpenStep &known : open) {
                if (isOf(known, data))
                    known.problem = data[messageKey].toString();
            }
        } else if (record.type == undoneType || record.type == acknowledgedType) {
            open.removeIf([&](const OpenStep &known) { return isOf(known, data); });
        } else if (record.type == keptType) {
            open.removeIf([&](const OpenStep &known) {
                return known.step.undoWhen == StepKind::Undo::AfterFailure &&
                       known.step.runId == data[runKey].toString() &&
                       known.step.number <= data[numberKey].toInteger();
            });
        }
    }
    return open;
}

} // namespace masclet
