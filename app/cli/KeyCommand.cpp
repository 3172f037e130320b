// key create: the pair of keys that backups are encrypted to and opened with.
#include "app/cli/Commands.h"
#include "core/base/Text.h"
#include "core/service/KeyService.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KeyCommand)
};

class KeyCreateCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        using Kind = ArgumentSpec::Kind;
        return {
            "key create",
            Tr::tr("make a pair of keys for encrypted backups"),
            Tr::tr("The public key goes into the profile of the machine that makes backups, which then can "
                   "write them and not read them. The secret key belongs into a safe and onto the machine "
                   "that tests restores: a backup without its key is lost."),
            {{Kind::Positional,
              "file",
              Tr::tr("FILE"),
              Tr::tr("file for the secret key, which must not exist"),
              ArgumentSpec::Required::Yes,
              {}},
             {Kind::Switch,
              "print",
              {},
              Tr::tr("show the secret key as well, to print it for the safe"),
              {},
              {}}},
            {"programs.age"}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> KeyCreateCommand::run(CommandContext &context) const
{
    const QString path = QFileInfo(context.arguments().value("file")).absoluteFilePath();
    StoredProfile given; // a profile need not exist yet
    MASCLET_TRY(applyArguments(given, context.arguments().options));
    if (context.dryRun()) {
        context.say(Tr::tr("Dry run: %1 would be made.").arg(oneLine(path)));
        context.answer({{QStringLiteral("file"), path}});
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(const CreatedKey key, createKey(path, given.profile.programs.age, {}));
    context.say(Tr::tr("Secret key: %1").arg(oneLine(path)));
    context.say(Tr::tr("Public key: %1").arg(key.recipient));
    context.say(Tr::tr("Encrypt from now on: masclet-backup profile set --recipients %1").arg(key.recipient));
    context.say(
        Tr::tr("Prove the key: masclet-backup restore-test --latest --identity %1").arg(oneLine(path)));
    if (context.arguments().has("print"))
        context.say(QString::fromLatin1(key.secret.bytes().data(), qsizetype(key.secret.bytes().size())));
    context.answer({{QStringLiteral("file"), path}, {QStringLiteral("recipient"), key.recipient}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeKeyCreateCommand()
{
    return std::make_unique<KeyCreateCommand>();
}

} // namespace masclet
