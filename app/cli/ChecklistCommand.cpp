// checklist: the seven daily items, a person's verdicts and signature.
#include "app/cli/Commands.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/ChecklistService.h"
#include "core/service/PeopleText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChecklistCommand)
};

QStringList itemNames()
{
    QStringList names;
    for (const CheckItemRow &row : checkItems())
        names << QString::fromLatin1(row.id);
    return names;
}

class ChecklistCommand final : public Command
{
public:
    CommandSpec spec() const override;
    Result<int> run(CommandContext &context) const override;
};

CommandSpec ChecklistCommand::spec() const
{
    using Kind = ArgumentSpec::Kind;
    return {"checklist",
            Tr::tr("check today's seven items, give verdicts, sign the day"),
            Tr::tr("Items: %1. Verdicts: ok, not-ok, accepted. Ends with 3 while the day's result is "
                   "anything but a pass, whatever the verdicts are.")
                .arg(itemNames().join(QStringLiteral(", "))),
            {{Kind::Value,
              "date",
              Tr::tr("DAY"),
              Tr::tr("another day, as 2025-02-18; shown as it was kept"),
              {},
              {}},
             {Kind::Value,
              "set",
              Tr::tr("ITEM=VERDICT"),
              Tr::tr("give an item your verdict; may be repeated"),
              {},
              {}},
             {Kind::Value, "note", Tr::tr("TEXT"), Tr::tr("kept with the verdicts or the signature"), {}, {}},
             {Kind::Value, "sign", Tr::tr("NAME"), Tr::tr("sign the day's results"), {}, {}}},
            {"checks", "schedule"}};
}

Result<QDate> dayFrom(const Arguments &arguments)
{
    const QString text = arguments.value("date");
    if (text.isEmpty())
        return QDate();
    for (const char *form : {"yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy"}) {
        if (const QDate day = QDate::fromString(text, QString::fromLatin1(form)); day.isValid())
            return day;
    }
    return fail(ErrorKind::Usage, Tr::tr("\"%1\" is no day like 2025-02-18.").arg(oneLine(text, 60)));
}

Result<QList<VerdictRequest>> verdictsFrom(const CommandContext &context)
{
    const Arguments &arguments = context.arguments();
    const QString signer = arguments.value("sign");
    QList<VerdictRequest> verdicts;
    for (const QString &text : arguments.values.value("set")) {
        const auto item = checkItemFromName(text.section(QChar(u'='), 0, 0));
        const auto verdict = verdictFromName(text.section(QChar(u'='), 1));
        if (!item || !verdict)
            return fail(ErrorKind::Usage, Tr::tr("\"%1\" is no item and verdict.").arg(oneLine(text, 60)),
                        Tr::tr("For example: --set size=accepted. Items: %1. Verdicts: ok, not-ok, accepted.")
                            .arg(itemNames().join(QStringLiteral(", "))));
        verdicts << VerdictRequest{*item, *verdict, arguments.value("note"),
                                   signer.isEmpty() ? context.services().author : signer};
    }
    return verdicts;
}

QString itemText(const ChecklistDay::Entry &entry, const QString &zone)
{
    const Check &check = entry.check;
    const QString indent = QStringLiteral("    ");
    QStringList lines{QStringLiteral("[%1] %2").arg(titleOf(check.result), titleOf(check.item)),
                      indent + check.finding};
    if (!check.unchecked.isEmpty())
        lines << indent + QStringLiteral("? ") + check.unchecked;
    if (check.result != CheckResult::Pass) {
        lines << indent + Tr::tr("Expected: %1").arg(check.threshold);
        if (!check.hint.isEmpty())
            lines << indent + check.hint;
        if (!check.command.isEmpty())
            lines << indent + Tr::tr("To see it yourself:");
        for (const QString &command : check.command.split(QChar(u'\n'), Qt::SkipEmptyParts))
            lines << indent + QStringLiteral("  ") + command;
    }
    if (entry.verdict) {
        lines << indent + Tr::tr("Verdict of %1, %2: %3")
                              .arg(oneLine(entry.verdict->name), whenText(entry.verdict->time, zone),
                                   titleOf(entry.verdict->verdict));
        if (!entry.verdict->note.isEmpty())
            lines << indent + oneLine(entry.verdict->note);
        if (entry.verdictOutdated)
            lines << indent + Tr::tr("The result has changed since then.");
    }
    return lines.join(QChar(u'\n'));
}

QString signatureText(const ChecklistDay &day, const QString &zone)
{
    if (!day.signOff)
        return Tr::tr("Not signed. Sign with: masclet-backup checklist --sign NAME");
    const QString who = oneLine(day.signOff->name);
    const QString when = whenText(day.signOff->time, zone);
    return day.signOffOutdated ? Tr::tr("Signed by %1, %2, but something changed since then.").arg(who, when)
                               : Tr::tr("Signed by %1, %2.").arg(who, when);
}

void print(const ChecklistReport &report, const Profile &profile, CommandContext &context)
{
    const ChecklistDay &day = report.day;
    const QString zone = profile.schedule.zone;
    context.say(
        Tr::tr("Checklist of %1, %2: %3").arg(profile.name, dayText(day.day), titleOf(day.overall())));
    context.say(Tr::tr("Backup: %1. Checked: %2.")
                    .arg(day.setId.isEmpty() ? Tr::tr("none") : day.setId, whenText(day.evaluated, zone)));
    for (const ChecklistDay::Entry &entry : day.entries)
        context.say(itemText(entry, zone));
    context.say(signatureText(day, zone));
    if (day.unreadable > 0)
        context.note(Tr::tr("Warning: %n line(s) of this day's file were changed or damaged.", nullptr,
                            day.unreadable));
    QStringList open;
    for (const QDate &other : report.unsignedDays)
        open << dayText(other);
    if (!open.isEmpty())
        context.say(Tr::tr("Not signed yet: %1").arg(open.join(QStringLiteral(", "))));
    QJsonObject document = toJson(day);
    document.insert(QStringLiteral("unsignedDays"), QJsonArray::fromStringList(open));
    context.answer(document);
}

/// Evaluates today, or shows an earlier day as it was kept; verdicts and signature follow.
Result<ChecklistReport> work(const ChecklistService &service, const ChecklistRequest &request,
                             const QList<VerdictRequest> &verdicts, CommandContext &context)
{
    MASCLET_TRY_ASSIGN(ChecklistReport report, service.look(request));
    const QString signer = context.arguments().value("sign");
    const bool onlyLook = request.day.isValid() && !report.day.entries.isEmpty();
    const bool speaks = !verdicts.isEmpty() || !signer.isEmpty();
    if (!onlyLook && !(speaks && !report.day.entries.isEmpty())) {
        const KeepResults keep = context.dryRun() ? KeepResults::No : KeepResults::Yes;
        MASCLET_TRY_ASSIGN(
            report, context.runWork([&](JobContext &job) { return service.evaluate(request, keep, job); }));
    }
    if (context.dryRun())
        return report;
    if (!verdicts.isEmpty()) {
        MASCLET_TRY_ASSIGN(report, service.setVerdicts(request, verdicts));
    }
    if (!signer.isEmpty()) {
        MASCLET_TRY_ASSIGN(report,
                           service.sign(request, report.day, signer, context.arguments().value("note")));
    }
    return report;
}

Result<int> ChecklistCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const QDate day, dayFrom(context.arguments()));
    MASCLET_TRY_ASSIGN(const QList<VerdictRequest> verdicts, verdictsFrom(context));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const ChecklistReport report,
                       work(ChecklistService(environment), {profile, day}, verdicts, context));
    print(report, profile, context);
    if (context.dryRun())
        context.note(Tr::tr("Dry run: nothing was kept."));
    return report.day.overall() == CheckResult::Pass ? exitOk : exitWarnings;
}

} // namespace

std::unique_ptr<Command> makeChecklistCommand()
{
    return std::make_unique<ChecklistCommand>();
}

} // namespace masclet
