#include "ui/main/SetDetailsText.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/support/StateLook.h"

#include <QCoreApplication>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SetDetails)
};

QString evidenceText(EvidenceType type)
{
    switch (type) {
    case EvidenceType::Verified:
        return Tr::tr("read back whole");
    case EvidenceType::RestoreTested:
        return Tr::tr("restored and compared");
    case EvidenceType::Reread:
        return Tr::tr("stored bytes read again");
    case EvidenceType::Damaged:
        return Tr::tr("found damaged");
    case EvidenceType::Pinned:
        return Tr::tr("pinned");
    case EvidenceType::Unpinned:
        break;
    }
    return Tr::tr("unpinned");
}

Cell evidenceCell(EvidenceType type)
{
    switch (type) {
    case EvidenceType::Verified:
    case EvidenceType::Reread:
        return {evidenceText(type), {}, Tone::Good, QStringLiteral("circle-check")};
    case EvidenceType::RestoreTested:
        return {evidenceText(type), {}, Tone::Good, QStringLiteral("shield-check")};
    case EvidenceType::Damaged:
        return {evidenceText(type), {}, Tone::Bad, QStringLiteral("shield-x")};
    case EvidenceType::Pinned:
    case EvidenceType::Unpinned:
        break;
    }
    return {evidenceText(type), {}, Tone::Busy, QStringLiteral("pin")};
}

QString rowsText(const StoredSet &set)
{
    return Tr::tr("%1 in %n table(s)", nullptr, int(set.tables)).arg(QLocale().toString(set.rows));
}

} // namespace

QList<Fact> factsOf(const SetReport &report)
{
    const StoredSet &set = report.set;
    const DatabaseFacts &database = report.manifest.database;
    QList<Fact> facts{{Tr::tr("Set"), set.id}, {Tr::tr("State"), lookOf(set.state).word}};
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts << Fact{label, value};
    };
    add(Tr::tr("Problem"), set.problem);
    add(Tr::tr("Damage"), set.evidence.damage);
    add(Tr::tr("Database"),
        Tr::tr("%1 on %2, port %3").arg(oneLine(database.database), database.host).arg(database.port));
    add(Tr::tr("Server"), QStringLiteral("PostgreSQL ") + oneLine(database.serverVersionText));
    add(Tr::tr("Started"), whenText(set.started, set.zone));
    add(Tr::tr("Took"), durationText(set.durationMs));
    add(Tr::tr("Size"), Tr::tr("%1 stored, %2 raw").arg(sizeText(set.storedBytes), sizeText(set.rawBytes)));
    add(Tr::tr("Rows"), rowsText(set));
    add(Tr::tr("Verified"), whenText(set.evidence.verified, set.zone));
    add(Tr::tr("Restore test"), whenText(set.evidence.restoreTested, set.zone));
    if (set.evidence.pinned)
        add(Tr::tr("Pinned"), set.evidence.pinNote.isEmpty() ? Tr::tr("yes") : set.evidence.pinNote);
    add(Tr::tr("Reason"), set.reason);
    add(Tr::tr("Made by"), Tr::tr("%1, %2").arg(set.author, triggerText(set.trigger)));
    add(Tr::tr("Made with"), report.manifest.dumpTool);
    for (const RunRecord &run : report.runs) {
        if (run.id == set.runId && run.load)
            add(Tr::tr("Load meanwhile"), loadText(*run.load));
    }
    for (const ManifestOmission &omission : report.manifest.omissions)
        add(Tr::tr("Not in it"), Tr::tr("%1: %2").arg(omission.what, omission.reason));
    for (const QString &warning : report.manifest.warnings)
        add(Tr::tr("Warning"), warning);
    return facts;
}

QList<Fact> factsOf(const RunRecord &run, const QString &zone)
{
    QList<Fact> facts{{Tr::tr("Run"), run.id},
                      {Tr::tr("What"), verbText(run.verb)},
                      {Tr::tr("State"), lookOf(run.state).word},
                      {Tr::tr("Started"), whenText(run.started, zone)},
                      {Tr::tr("Took"), durationText(run.durationMs)},
                      {Tr::tr("By"), Tr::tr("%1, %2").arg(run.author, triggerText(run.trigger))},
                      {Tr::tr("Exit code"), QString::number(run.exitCode)}};
    if (!run.setId.isEmpty())
        facts << Fact{Tr::tr("Set"), run.setId};
    if (!run.reason.isEmpty())
        facts << Fact{Tr::tr("Reason"), run.reason};
    for (const QString &warning : run.warnings)
        facts << Fact{Tr::tr("Warning"), warning};
    return facts;
}

QString factsTable(const QList<Fact> &facts)
{
    // Side by side: most windows are wider than they are high.
    const qsizetype half = (facts.size() + 1) / 2;
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    for (qsizetype row = 0; row < half; ++row) {
        html += QStringLiteral("<tr>");
        for (const qsizetype place : {row, row + half}) {
            const Fact fact = facts.value(place);
            html +=
                QStringLiteral("<td style='padding-right:18px'><span style='font-weight:600'>%1</span></td>"
                               "<td style='padding-right:36px'>%2</td>")
                    .arg(fact.label.toHtmlEscaped(), oneLine(fact.value).toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QList<QList<Cell>> tableRows(const Manifest &manifest)
{
    QList<QList<Cell>> rows;
    const QLocale locale;
    for (const ManifestTable &table : manifest.tables) {
        Cell counted;
        if (table.countedRows)
            counted = {locale.toString(*table.countedRows), *table.countedRows, Tone::Good,
                       QStringLiteral("circle-check")};
        rows << QList<Cell>{
            {oneLine(table.schema + '.' + table.name)}, {locale.toString(table.rows), table.rows}, counted};
    }
    return rows;
}

QList<QList<Cell>> fileRows(const Manifest &manifest)
{
    QList<QList<Cell>> rows;
    for (const ManifestFile &file : manifest.files)
        rows << QList<Cell>{{oneLine(file.path)},
                            {kindText(file.kind), {}, Tone::Unknown, kindIcon(file.kind)},
                            {sizeText(file.storedSize), file.storedSize},
                            {sizeText(file.rawSize), file.rawSize},
                            {QString::fromLatin1(file.storedSha256)}};
    return rows;
}

QList<QList<Cell>> proofRows(const SetReport &report)
{
    QList<QList<Cell>> rows;
    for (auto record = report.evidence.crbegin(); record != report.evidence.crend(); ++record)
        rows << QList<Cell>{{whenText(record->time, report.set.zone), record->time},
                            evidenceCell(record->type),
                            {record->author},
                            {oneLine(record->note)}};
    for (const RunRecord &run : report.runs) {
        if (run.state != RunState::Failed && run.state != RunState::Interrupted)
            continue;
        const StateLook look = lookOf(run.state);
        rows << QList<Cell>{{whenText(run.started, report.set.zone), run.started},
                            {Tr::tr("%1: %2").arg(verbText(run.verb), look.word), {}, look.tone, look.icon},
                            {run.author},
                            {oneLine(run.message)}};
    }
    return rows;
}

QList<QList<Cell>> phaseRows(const QList<RunPhase> &phases, const QDateTime &started, const QString &zone)
{
    constexpr double percent = 100;
    const QTimeZone timeZone = zoneNamed(zone);
    qint64 whole = 0;
    for (const RunPhase &phase : phases)
        whole += phase.durationMs;
    QList<QList<Cell>> rows;
    for (const RunPhase &phase : phases) {
        const QDateTime begin = started.addMSecs(phase.startMs);
        const double share = whole > 0 ? percent * double(phase.durationMs) / double(whole) : 0;
        rows << QList<Cell>{{oneLine(phase.name)},
                            {begin.toTimeZone(timeZone).toString(QStringLiteral("HH:mm:ss")), begin},
                            {durationText(phase.durationMs), phase.durationMs},
                            {Tr::tr("%1 %").arg(QLocale().toString(share, 'f', 0)), share}};
    }
    return rows;
}

QList<QList<Cell>> checkRows(const ChecklistDay &day)
{
    QList<QList<Cell>> rows;
    for (const ChecklistDay::Entry &entry : day.entries) {
        const StateLook look = lookOf(entry.check.result);
        const QString verdict = entry.verdict ? Tr::tr("%1 (%2)").arg(titleOf(entry.verdict->verdict),
                                                                      oneLine(entry.verdict->name))
                                              : Tr::tr("none");
        rows << QList<Cell>{{titleOf(entry.check.item), int(entry.check.item)},
                            {look.word, int(entry.check.result), look.tone, look.icon},
                            {verdict},
                            {oneLine(entry.check.finding), {}, Tone::Neutral, {}, entry.check.finding}};
    }
    return rows;
}

QList<QList<Cell>> logRows(const QList<RunLogLine> &log, const QString &zone)
{
    const QTimeZone timeZone = zoneNamed(zone);
    QList<QList<Cell>> rows;
    for (const RunLogLine &line : log) {
        Cell level;
        if (line.level == LogLevel::Warning)
            level = {Tr::tr("warning"), {}, Tone::Warn, QStringLiteral("triangle-alert")};
        else if (line.level == LogLevel::Error)
            level = {Tr::tr("error"), {}, Tone::Bad, QStringLiteral("circle-x")};
        rows << QList<Cell>{
            {line.time.toTimeZone(timeZone).toString(QStringLiteral("HH:mm:ss.zzz")), line.time},
            level,
            {oneLine(line.text)}};
    }
    return rows;
}

} // namespace masclet
