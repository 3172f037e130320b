// The only file that includes CLI11.
#include "app/cli/CommandLine.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>
#include <map>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// The parser's targets and its tree; both must stay in place while CLI11 works.
class Parser
{
public:
    explicit Parser(const std::vector<std::unique_ptr<Command>> &commands)
        : m_app("masclet-backup")
    {
        m_app.set_help_flag();
        m_app.require_subcommand(0, 1);
        declareTop();
        for (const auto &command : commands)
            declare(*command);
        declareGroupHelp();
    }

    Result<ParsedCommandLine> parse(const QStringList &arguments);

private:
    struct Target {
        QByteArray name;
        const Option *option = nullptr; // of the option table; null for the verb's own
        std::vector<std::string> texts;
        CLI::Option *parsed = nullptr;
    };
    struct Verb {
        CLI::App *app = nullptr;
        const Command *command = nullptr;
        CommandSpec spec;
        std::deque<Target> targets;
    };

    void declareTop();
    void declare(const Command &command);
    CLI::App *appFor(const QByteArray &name);
    void declareGroupHelp();
    static void bind(Verb &verb, const ArgumentSpec &argument);
    static void bind(Verb &verb, const Option &option);
    static void collect(const Verb &verb, Arguments &arguments);
    static Result<> checkRequired(const Verb &verb, const Arguments &arguments);
    Error usage(const QString &sentence, const QString &detail) const;
    QString verbOnTheWay() const;

    CLI::App m_app;
    std::map<QByteArray, CLI::App *> m_apps; // "profile", "profile check", …; owned by their parents
    bool m_groupHelp = false;
    Verb m_top;
    std::deque<Verb> m_verbs;
};

/// A path typed by a person is seen from where that person is.
QString seenFromHere(const Option &option, const QString &text)
{
    const bool isPath = option.type == OptionType::Path ||
                        (option.type == OptionType::ToolPlace && !text.startsWith(containerPrefix));
    return isPath && !text.isEmpty() ? QFileInfo(text).absoluteFilePath() : text;
}

const Option &repositoryOption()
{
    return *optionByPath(QStringLiteral("repository.path"));
}

void Parser::declareTop()
{
    m_top.app = &m_app;
    for (const ArgumentSpec &argument : commonArguments())
        bind(m_top, argument);
    bind(m_top, ArgumentSpec{ArgumentSpec::Kind::Switch, "version", {}, {}, {}, {}});
    bind(m_top, ArgumentSpec{ArgumentSpec::Kind::Value, "generate", {}, {}, {}, {}}); // see Documents.h
    bind(m_top, repositoryOption());
}

CLI::App *Parser::appFor(const QByteArray &name)
{
    if (name.isEmpty())
        return &m_app;
    CLI::App *&app = m_apps[name];
    if (!app) {
        const qsizetype space = name.lastIndexOf(' ');
        app = appFor(name.left(std::max<qsizetype>(space, 0)))
                  ->add_subcommand(name.mid(space + 1).toStdString());
        app->set_help_flag();
    }
    return app;
}

void Parser::declareGroupHelp()
{
    for (const auto &[name, app] : m_apps) {
        if (!app->get_subcommands([](CLI::App *) { return true; }).empty())
            app->add_flag("--help", m_groupHelp);
    }
}

void Parser::declare(const Command &command)
{
    Verb &verb = m_verbs.emplace_back();
    verb.command = &command;
    verb.spec = command.spec();
    verb.app = appFor(verb.spec.name);
    for (const ArgumentSpec &argument : verb.spec.arguments + commonArguments())
        bind(verb, argument);
    for (const Option &option : optionTable()) {
        if (verb.spec.takes(option) || &option == &repositoryOption())
            bind(verb, option);
    }
}

void Parser::bind(Verb &verb, const ArgumentSpec &argument)
{
    Target &target = verb.targets.emplace_back();
    target.name = argument.name;
    const std::string flag = "--" + argument.name.toStdString();
    switch (argument.kind) {
    case ArgumentSpec::Kind::Switch:
        target.parsed = verb.app->add_flag(flag);
        return;
    case ArgumentSpec::Kind::Value:
        target.parsed = verb.app->add_option(flag, target.texts);
        break;
    case ArgumentSpec::Kind::Positional:
        target.parsed = verb.app->add_option(argument.name.toStdString(), target.texts);
        break;
    }
    target.parsed->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Parser::bind(Verb &verb, const Option &option)
{
    Target &target = verb.targets.emplace_back();
    target.option = &option;
    target.parsed = verb.app->add_option(option.flag().toStdString(), target.texts);
    target.parsed->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Parser::collect(const Verb &verb, Arguments &arguments)
{
    for (const Target &target : verb.targets) {
        if (target.parsed->count() == 0)
            continue;
        QStringList texts;
        for (const std::string &text : target.texts)
            texts << QString::fromStdString(text);
        if (!target.option)
            arguments.values[target.name] << texts;
        else if (std::holds_alternative<QStringList>(target.option->get(Profile())))
            arguments.options << OptionArgument{target.option, texts.join(QChar(u','))};
        else
            arguments.options << OptionArgument{target.option, seenFromHere(*target.option, texts.last())};
    }
}

Result<> Parser::checkRequired(const Verb &verb, const Arguments &arguments)
{
    for (const ArgumentSpec &argument : verb.spec.arguments) {
        if (argument.required == ArgumentSpec::Required::Yes && !arguments.values.contains(argument.name))
            return fail(ErrorKind::Usage, Tr::tr("%1 is missing.").arg(argument.value),
                        Tr::tr("See: masclet-backup %1 --help").arg(QString::fromLatin1(verb.spec.name)));
    }
    return {};
}

/// "profile check" as far as the parser has got.
QString Parser::verbOnTheWay() const
{
    QStringList words;
    const CLI::App *app = &m_app;
    while (!app->get_subcommands().empty()) {
        app = app->get_subcommands().front();
        words << QString::fromStdString(app->get_name());
    }
    return words.join(QChar(u' '));
}

Error Parser::usage(const QString &sentence, const QString &detail) const
{
    const QString verb = verbOnTheWay();
    const QString hint = verb.isEmpty() ? Tr::tr("See: masclet-backup --help")
                                        : Tr::tr("See: masclet-backup %1 --help").arg(verb);
    return Error{ErrorKind::Usage, sentence, hint, detail, {}};
}

Result<ParsedCommandLine> Parser::parse(const QStringList &arguments)
{
    // CLI11 takes them from the end.
    std::vector<std::string> words;
    for (auto argument = arguments.crbegin(); argument != arguments.crend(); ++argument)
        words.push_back(argument->toStdString());
    try {
        m_app.parse(words);
    } catch (const CLI::ExtrasError &problem) {
        return fail(
            usage(Tr::tr("Unknown or surplus argument."), oneLine(QString::fromLocal8Bit(problem.what()))));
    } catch (const CLI::ParseError &problem) {
        return fail(usage(Tr::tr("The arguments cannot be understood."),
                          oneLine(QString::fromLocal8Bit(problem.what()))));
    }

    ParsedCommandLine parsed;
    collect(m_top, parsed.arguments);
    if (parsed.arguments.has("version"))
        parsed.wants = ParsedCommandLine::Wants::Version;
    if (parsed.arguments.has("generate"))
        parsed.wants = ParsedCommandLine::Wants::Document;
    if (parsed.wants != ParsedCommandLine::Wants::Run)
        return parsed;
    const Verb *chosen = nullptr;
    for (const Verb &verb : m_verbs) {
        if (verb.app->parsed() && verb.app->get_subcommands().empty())
            chosen = &verb;
    }
    if (chosen) {
        parsed.command = chosen->command;
        collect(*chosen, parsed.arguments);
    }
    if (parsed.arguments.has("help") || m_groupHelp || arguments.isEmpty()) {
        parsed.wants = ParsedCommandLine::Wants::Help;
        parsed.group = verbOnTheWay().toLatin1();
        return parsed;
    }
    if (!chosen)
        return fail(usage(Tr::tr("A verb is missing."), {}));
    MASCLET_TRY(checkRequired(*chosen, parsed.arguments));
    return parsed;
}

} // namespace

Result<ParsedCommandLine> parseCommandLine(const QStringList &arguments,
                                           const std::vector<std::unique_ptr<Command>> &commands)
{
    return Parser(commands).parse(arguments);
}

} // namespace masclet
