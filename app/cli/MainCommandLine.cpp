#include "app/cli/MainCommandLine.h"

#include "app/Language.h"
#include "app/cli/CommandLine.h"
#include "app/cli/Documents.h"
#include "app/cli/ErrorText.h"
#include "app/cli/HelpText.h"
#include "app/cli/StopSignals.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

int exitCodeFor(const Command *command, const Error &error)
{
    if (error.kind == ErrorKind::Stopped)
        return 128 + StopSignals::lastSignal();
    return command ? command->exitCodeFor(error) : exitCodeOf(error.kind);
}

/// Which verb was meant when the arguments cannot be read: its exit codes count then as well.
const Command *meantBy(const QStringList &arguments, const std::vector<std::unique_ptr<Command>> &commands)
{
    const QString line = QChar(u' ') + arguments.join(QChar(u' ')) + QChar(u' ');
    for (const auto &command : commands) {
        if (line.contains(QStringLiteral(" %1 ").arg(QString::fromLatin1(command->spec().name))))
            return command.get();
    }
    return nullptr;
}

/// Anything else would be taken for English without a word.
Result<> checkLanguage(const Arguments &arguments)
{
    const QString given = arguments.value("lang");
    if (!arguments.has("lang") || isLanguage(given))
        return {};
    return fail(ErrorKind::Usage,
                Tr::tr("There are no messages in the language \"%1\".").arg(oneLine(given, 20)),
                Tr::tr("Use --lang en or --lang es."));
}

/// Text for people on standard error, and for programs in the document of what was done until then.
int report(const Error &error, const Command *command, CommandContext &context)
{
    const int code = exitCodeFor(command, error);
    context.console().writeError(errorText(error).toUtf8());
    context.finishAnswer(errorDocument(error, code));
    return code;
}

} // namespace

int execute(const QStringList &arguments, const AppContext &app, Console &console)
{
    const LanguageScope language(chosenLanguage(arguments, app.environment()));
    const auto commands = makeCommands();
    Result<ParsedCommandLine> parsed = parseCommandLine(arguments, commands);
    if (!parsed) {
        Arguments given;
        if (arguments.contains(QStringLiteral("--json")))
            given.values.insert("json", {});
        CommandContext context(app, console, given);
        return report(parsed.error(), meantBy(arguments, commands), context);
    }
    CommandContext context(app, console, parsed->arguments);
    if (const Result<> known = checkLanguage(parsed->arguments); !known)
        return report(known.error(), parsed->command, context);
    switch (parsed->wants) {
    case ParsedCommandLine::Wants::Help:
        console.writeOutput(
            (parsed->command ? commandText(parsed->command->spec()) : overviewText(commands, parsed->group))
                .toUtf8());
        return exitOk;
    case ParsedCommandLine::Wants::Version:
        console.writeOutput(QByteArrayLiteral("masclet-backup " MASCLET_VERSION "\n"));
        return exitOk;
    case ParsedCommandLine::Wants::Document:
        console.writeOutput((parsed->arguments.value("generate") == QStringLiteral("man")
                                 ? manPage(commands)
                                 : bashCompletion(commands))
                                .toUtf8());
        return exitOk;
    case ParsedCommandLine::Wants::Run:
        break;
    }
    const Result<int> result = parsed->command->run(context);
    if (!result)
        return report(result.error(), parsed->command, context);
    context.finishAnswer({});
    return *result;
}

} // namespace masclet
