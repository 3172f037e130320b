#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/reports/Reports.h"
#include "ui/support/StateLook.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChecklistReport)
};

QString verdictText(const ChecklistDay::Entry &entry)
{
    if (!entry.verdict)
        return Tr::tr("none", "verdict");
    const QString word = titleOf(entry.verdict->verdict);
    return entry.verdictOutdated ? Tr::tr("%1, outdated").arg(word) : word;
}

Report::Section overview(const ChecklistDay &day)
{
    Report::Section section{Tr::tr("The seven items")};
    Report::Table table;
    table.columns = {{Tr::tr("Item"), 4}, {Tr::tr("Result"), 2}, {Tr::tr("Verdict"), 2}, {Tr::tr("By"), 2}};
    for (const ChecklistDay::Entry &entry : day.entries)
        table.rows << QStringList{titleOf(entry.check.item), titleOf(entry.check.result), verdictText(entry),
                                  entry.verdict ? oneLine(entry.verdict->name) : QString()};
    section.table = table;
    return section;
}

/// Commands as they are typed, then what they said.
QString evidenceOf(const Check &check)
{
    QStringList lines;
    for (const QString &line : check.command.split(QChar(u'\n'), Qt::SkipEmptyParts))
        lines << QStringLiteral("$ ") + oneLine(line);
    for (const QString &line : check.figures.split(QChar(u'\n'), Qt::SkipEmptyParts))
        lines << oneLine(line);
    return lines.join(QChar(u'\n'));
}

Report::Section itemSection(const ChecklistDay::Entry &entry, const QString &zone)
{
    const Check &check = entry.check;
    const StateLook look = lookOf(check.result);
    Report::Section section{titleOf(check.item), Report::Verdict{look.word, look.tone}};
    section.paragraphs << oneLine(check.finding);
    const auto add = [&](const QString &label, const QString &value) {
        QStringList lines;
        for (const QString &line : value.split(QChar(u'\n'), Qt::SkipEmptyParts))
            lines << oneLine(line);
        if (!lines.isEmpty())
            section.facts << Report::Fact{label, lines.join(QChar(u'\n'))};
    };
    add(Tr::tr("Expected"), check.threshold);
    add(Tr::tr("Could not check"), check.unchecked);
    add(Tr::tr("What to do"), check.hint);
    if (const auto &verdict = entry.verdict) {
        add(Tr::tr("Verdict"),
            Tr::tr("%1, by %2, %3").arg(verdictText(entry), verdict->name, whenText(verdict->time, zone)));
        add(Tr::tr("Note"), verdict->note);
    }
    section.commands = evidenceOf(check);
    return section;
}

QString signatureText(const ChecklistDay &day, const QString &zone)
{
    if (!day.signOff)
        return Tr::tr("not signed");
    const QString who = Tr::tr("%1, %2").arg(oneLine(day.signOff->name), whenText(day.signOff->time, zone));
    return day.signOffOutdated ? Tr::tr("%1; results changed since then").arg(who) : who;
}

} // namespace

QString reportOrigin(const ServiceEnvironment &environment, const Profile &profile)
{
    return QStringList{environment.program, environment.author,
                       whenText(environment.clock.now(), profile.schedule.zone)}
        .join(QStringLiteral(" · "));
}

Report checklistReport(const ServiceEnvironment &environment, const Profile &profile,
                       const ChecklistReport &checklist)
{
    const ChecklistDay &day = checklist.day;
    const QString &zone = profile.schedule.zone;
    const StateLook look = lookOf(day.overall());
    Report report;
    report.title = Tr::tr("Backup checklist of %1").arg(dayText(day.day));
    report.about =
        Tr::tr("%1: database %2 on %3, port %4")
            .arg(profile.name, oneLine(profile.connection.dbname, 80), oneLine(profile.connection.host, 80))
            .arg(profile.connection.port);
    report.verdict = Report::Verdict{look.word, look.tone};
    report.facts = {{Tr::tr("Backup"), day.setId.isEmpty() ? Tr::tr("none") : day.setId},
                    {Tr::tr("Checked"), whenText(day.evaluated, zone)},
                    {Tr::tr("Signed by"), signatureText(day, zone)}};
    if (day.signOff && !day.signOff->note.isEmpty())
        report.facts << Report::Fact{Tr::tr("Note"), oneLine(day.signOff->note)};
    QStringList open;
    for (const QDate &earlier : checklist.unsignedDays)
        open << dayText(earlier);
    if (!open.isEmpty())
        report.facts << Report::Fact{Tr::tr("Earlier days not signed"), open.join(QStringLiteral(", "))};
    if (day.unreadable > 0)
        report.facts << Report::Fact{Tr::tr("Damaged"), Tr::tr("%n line(s) of the day's file cannot be read",
                                                               nullptr, day.unreadable)};
    report.sections << overview(day);
    for (const ChecklistDay::Entry &entry : day.entries)
        report.sections << itemSection(entry, zone);
    report.signature = Tr::tr("Place, date, signature");
    report.origin = reportOrigin(environment, profile);
    report.fileName =
        QStringLiteral("%1_%2_checklist").arg(day.profile, day.day.toString(QStringLiteral("yyyyMMdd")));
    report.document = toJson(day);
    return report;
}

} // namespace masclet
