#include "app/cli/HelpText.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

constexpr qsizetype textColumn = 30;

/// "  --wait TIME          help", the help on its own line when the left side is too long.
QString row(const QString &left, const QString &right)
{
    const QString start = QStringLiteral("  ") + left;
    if (start.size() + 2 > textColumn)
        return start + QChar(u'\n') + QString(textColumn, QChar(u' ')) + right + QChar(u'\n');
    return start.leftJustified(textColumn) + right + QChar(u'\n');
}

QString optionRows(const CommandSpec &spec)
{
    QString text;
    QByteArray section;
    for (const Option &option : optionTable()) {
        if (!spec.takes(option))
            continue;
        if (text.isEmpty())
            text = QChar(u'\n') + Tr::tr("Options of the profile:") + QChar(u'\n');
        if (section != option.section) {
            section = option.section;
            text += QStringLiteral(" [") + sectionTitle(section) + QStringLiteral("]\n");
        }
        text += row(option.flag() + QChar(u' ') + optionPlaceholder(option), option.help());
        if (const QString allowed = allowedText(option); !allowed.isEmpty())
            text += QString(textColumn, QChar(u' ')) + allowed + QChar(u'\n');
    }
    return text;
}

QString commonRows()
{
    QString text = QChar(u'\n') + Tr::tr("Common arguments:") + QChar(u'\n');
    for (const ArgumentSpec &argument : commonArguments())
        text += row(argumentTitle(argument), argument.help);
    const Option &repository = *optionByPath(QStringLiteral("repository.path"));
    return text + row(repository.flag() + QChar(u' ') + optionPlaceholder(repository), repository.help());
}

} // namespace

QString optionPlaceholder(const Option &option)
{
    switch (option.type) {
    case OptionType::Number:
        return Tr::tr("NUMBER");
    case OptionType::Size:
        return Tr::tr("SIZE");
    case OptionType::Duration:
        return Tr::tr("TIME");
    case OptionType::Times:
        return QStringLiteral("HH:MM,…");
    case OptionType::Keys:
        return QStringLiteral("age1…,…");
    case OptionType::Path:
    case OptionType::ToolPlace:
        return Tr::tr("PATH");
    case OptionType::Paths:
        return Tr::tr("PATH,…");
    case OptionType::Zone:
        return Tr::tr("ZONE");
    case OptionType::Switch:
    case OptionType::Choice:
        return Tr::tr("WORD");
    case OptionType::List:
    case OptionType::Choices:
    case OptionType::Arguments:
        return Tr::tr("WORD,…");
    case OptionType::Url:
        return QStringLiteral("URL");
    case OptionType::Address:
        return QStringLiteral("NAME@HOST");
    case OptionType::Text:
        break;
    }
    return Tr::tr("TEXT");
}

QString argumentTitle(const ArgumentSpec &argument)
{
    const QString flag = QStringLiteral("--") + QString::fromLatin1(argument.name);
    switch (argument.kind) {
    case ArgumentSpec::Kind::Switch:
        return flag;
    case ArgumentSpec::Kind::Value:
        return flag + QChar(u' ') + argument.value;
    case ArgumentSpec::Kind::Positional:
        break;
    }
    return argument.value;
}

QString usageLine(const CommandSpec &spec)
{
    QString line = QStringLiteral("masclet-backup ") + QString::fromLatin1(spec.name);
    for (const ArgumentSpec &argument : spec.arguments) {
        const QString title = argumentTitle(argument);
        line += argument.required == ArgumentSpec::Required::Yes ? QStringLiteral(" %1").arg(title)
                                                                 : QStringLiteral(" [%1]").arg(title);
    }
    return line;
}

QString commandText(const CommandSpec &spec)
{
    QString text = usageLine(spec) + QStringLiteral("\n\n") + spec.summary + QChar(u'\n');
    if (!spec.details.isEmpty())
        text += spec.details + QChar(u'\n');
    if (!spec.arguments.isEmpty())
        text += QChar(u'\n') + Tr::tr("Arguments:") + QChar(u'\n');
    for (const ArgumentSpec &argument : spec.arguments)
        text += row(argumentTitle(argument), argument.help);
    return text + commonRows() + optionRows(spec);
}

QString overviewText(const std::vector<std::unique_ptr<Command>> &commands, const QByteArray &group)
{
    QString text = Tr::tr("Masclet Backup %1: PostgreSQL backups that are proven to restore.")
                       .arg(QStringLiteral(MASCLET_VERSION)) +
                   QStringLiteral("\n\n") + Tr::tr("masclet-backup VERB [arguments]") +
                   QStringLiteral("\n\n") + Tr::tr("Verbs:") + QChar(u'\n');
    for (const auto &command : commands) {
        const CommandSpec spec = command->spec();
        if (group.isEmpty() || spec.name.startsWith(group + ' '))
            text += row(QString::fromLatin1(spec.name), spec.summary);
    }
    text += commonRows();
    text += QChar(u'\n') + Tr::tr("Exit codes:") + QChar(u'\n');
    for (const ExitCodeRow &code : exitCodes())
        text += row(QString::number(code.code), exitCodeText(code));
    return text + QChar(u'\n') + Tr::tr("More about a verb: masclet-backup VERB --help") + QChar(u'\n');
}

} // namespace masclet
