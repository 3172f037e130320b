// known list, known add and known remove: what in the logs somebody has looked at.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/JsonFields.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/KnownLines.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KnownCommands)
};

QJsonObject documentOf(const KnownLine &line)
{
    return {{QStringLiteral("id"), line.id},
            {QStringLiteral("text"), line.text},
            {QStringLiteral("until"), line.until.toString(Qt::ISODate)},
            {QStringLiteral("name"), line.name},
            {QStringLiteral("note"), line.note},
            {QStringLiteral("since"), utcText(line.time)}};
}

class KnownListCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"known list",
                Tr::tr("show which texts in log files somebody has looked at, and until when"),
                {},
                {},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> KnownListCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(const QList<KnownLine> lines, readKnownLines(context.services(), profile));
    TextTable table({Tr::tr("Known"), Tr::tr("Until"), Tr::tr("By"), Tr::tr("Text"), Tr::tr("Note")});
    QJsonArray list;
    for (const KnownLine &line : lines) {
        table.add({line.id, dayText(line.until), oneLine(line.name, 80), oneLine(line.text, 200),
                   oneLine(line.note, 200)});
        list << documentOf(line);
    }
    context.say(lines.isEmpty() ? Tr::tr("Nothing is known.") : table.text());
    context.answer({{QStringLiteral("known"), list}});
    return exitOk;
}

class KnownAddCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        using Kind = ArgumentSpec::Kind;
        using Required = ArgumentSpec::Required;
        return {
            "known add",
            Tr::tr("say that a text in log files is known and no error until a day"),
            Tr::tr("Lines that hold it are counted apart until that day is over. It is kept in the journal "
                   "who said so."),
            {{Kind::Positional,
              "text",
              Tr::tr("TEXT"),
              Tr::tr("a part of the line, as it stands there"),
              Required::Yes,
              {}},
             {Kind::Value,
              "until",
              QStringLiteral("YYYY-MM-DD"),
              Tr::tr("the last day that it holds"),
              Required::Yes,
              {}},
             {Kind::Value, "name", Tr::tr("NAME"), Tr::tr("who says so"), Required::Yes, {}},
             {Kind::Value, "note", Tr::tr("TEXT"), Tr::tr("why, for those who come later"), {}, {}}},
            {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> KnownAddCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const Arguments &given = context.arguments();
    KnownLine line;
    line.text = given.value("text");
    line.until = QDate::fromString(given.value("until"), Qt::ISODate);
    line.name = given.value("name");
    line.note = given.value("note");
    if (context.dryRun()) {
        context.say(Tr::tr("Dry run: nothing was changed."));
        context.answer(documentOf(line));
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(line, addKnownLine(context.services(), profile, line, {}));
    context.say(Tr::tr("Known until %1: %2").arg(dayText(line.until), oneLine(line.text, 200)));
    context.answer(documentOf(line));
    return exitOk;
}

class KnownRemoveCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"known remove",
                Tr::tr("count the lines with a known text as errors again"),
                {},
                {{ArgumentSpec::Kind::Positional,
                  "known",
                  Tr::tr("KNOWN"),
                  Tr::tr("as \"known list\" shows it"),
                  ArgumentSpec::Required::Yes,
                  {}}},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> KnownRemoveCommand::run(CommandContext &context) const
{
    const QString id = context.arguments().value("known");
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    if (!context.dryRun())
        MASCLET_TRY(removeKnownLine(context.services(), profile, id, {}));
    context.say(context.dryRun() ? Tr::tr("Dry run: nothing was changed.")
                                 : Tr::tr("%1 counts as an error again.").arg(id));
    context.answer({{QStringLiteral("removed"), context.dryRun() ? QString() : id}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeKnownListCommand()
{
    return std::make_unique<KnownListCommand>();
}

std::unique_ptr<Command> makeKnownAddCommand()
{
    return std::make_unique<KnownAddCommand>();
}

std::unique_ptr<Command> makeKnownRemoveCommand()
{
    return std::make_unique<KnownRemoveCommand>();
}

} // namespace masclet
