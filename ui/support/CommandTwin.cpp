#include "ui/support/CommandTwin.h"

#include "core/checks/PrintedCommands.h"
#include "ui/support/Icons.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPushButton>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandTwin)
};

} // namespace

QString commandTwin(const QString &verb, const Profile &profile, const QStringList &arguments)
{
    QStringList words{QStringLiteral("masclet-backup"), verb, QStringLiteral("--profile"),
                      shellWord(profile.reference.isEmpty() ? profile.name : profile.reference)};
    for (const QString &argument : arguments)
        words << shellWord(argument);
    return words.join(QChar(u' '));
}

QStringList optionArguments(const StoredProfile &stored)
{
    QStringList arguments;
    for (const Option &option : optionTable()) {
        if (option.section != "programs" && stored.given.contains(option.path()))
            arguments << option.flag() << optionText(option, option.get(stored.profile));
    }
    return arguments;
}

QStringList changedArguments(const StoredProfile &before, const StoredProfile &after)
{
    QStringList arguments;
    for (const Option &option : optionTable()) {
        const OptionValue value = option.get(after.profile);
        if (value != option.get(before.profile))
            arguments << option.flag() << optionText(option, value);
    }
    return arguments;
}

QPushButton *copyCommandButton(QWidget *parent, std::function<QString()> text)
{
    auto *const button =
        new QPushButton(icon(QStringLiteral("terminal"), Tone::Unknown), Tr::tr("Copy command"), parent);
    button->setObjectName(QStringLiteral("copyCommand"));
    button->setAutoDefault(false);
    button->setToolTip(Tr::tr("Copies the command line that does the same"));
    QObject::connect(button, &QPushButton::clicked, button,
                     [text = std::move(text)] { QGuiApplication::clipboard()->setText(text()); });
    return button;
}

} // namespace masclet
