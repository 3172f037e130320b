// secret set, secret test, secret remove: the password a scheduled run will find.
#include "app/cli/Commands.h"
#include "core/base/Text.h"
#include "core/server/SecretSources.h"
#include "core/service/NewProfile.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SecretCommands)
};

const QList<QByteArray> connectionOnly = {"connection"};

ArgumentSpec storeArgument()
{
    return {ArgumentSpec::Kind::Value,  "store",
            QStringLiteral("passfile"), Tr::tr("which store; passfile is the one this program can write"),
            ArgumentSpec::Required::No, {QStringLiteral("passfile")}};
}

/// The stores we write to; the others belong to systemd, a container engine or the desktop.
Result<> checkStore(const CommandContext &context)
{
    const QString store = context.arguments().value("store");
    if (store.isEmpty() || store == QStringLiteral("passfile"))
        return {};
    return fail(ErrorKind::Usage,
                Tr::tr("The store \"%1\" cannot be written by this program.").arg(oneLine(store, 60)),
                Tr::tr("Use --store passfile, or put the password there with its own tools."));
}

/// Connects once; what a backup at night would get.
Result<> prove(const CommandContext &context, const Profile &profile, const Secret &password)
{
    return context
        .runJob([&](JobContext &job) -> Result<JobReport> {
            return provePassword(profile, password, job).map([] { return JobReport{}; });
        })
        .map([](const JobReport &) {});
}

QJsonObject answerFor(const Profile &profile, const QString &store, bool proven)
{
    return {{QStringLiteral("profile"), profile.name},
            {QStringLiteral("store"), store},
            {QStringLiteral("proven"), proven}};
}

class SecretSetCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"secret set",
                Tr::tr("keep the password where scheduled backups find it"),
                Tr::tr("Asks for it without echo, or reads it from standard input, and proves it."),
                {storeArgument()},
                connectionOnly};
    }
    Result<int> run(CommandContext &context) const override;
};

/// A refused password is not stored; a server that cannot be reached does not keep anybody from storing one.
Result<int> SecretSetCommand::run(CommandContext &context) const
{
    MASCLET_TRY(checkStore(context));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(
        const Secret password,
        context.console().readSecret(Tr::tr("Password of %1: ").arg(oneLine(profile.connection.user, 100))));
    if (password.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("No password was given; nothing was stored."));

    const Result<> proof = prove(context, profile, password);
    if (!proof && proof.error().kind != ErrorKind::Connection)
        return fail(proof.error());
    const PassFileStore store = passFileOf(profile);
    if (!context.dryRun())
        MASCLET_TRY(storePassword(profile, password));
    context.say((context.dryRun() ? Tr::tr("Dry run: would be stored in the pass file %1")
                                  : Tr::tr("Stored in the pass file %1"))
                    .arg(oneLine(store.path())));
    if (proof)
        context.say(Tr::tr("Proven: the server accepts it."));
    else
        context.note(
            Tr::tr("Warning: not proven, the server was not reached. %1").arg(proof.error().message));
    const QString used = profile.connection.secret;
    const bool read = used == QStringLiteral("auto") || used == QStringLiteral("passfile");
    if (!read)
        context.note(
            Tr::tr("Warning: the profile takes its password from \"%1\", not from the pass file.").arg(used));
    context.answer(answerFor(profile, store.path(), proof.has_value()));
    return proof && read ? exitOk : exitWarnings;
}

class SecretTestCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"secret test",
                Tr::tr("find the password as a scheduled backup would, and connect"),
                {},
                {},
                connectionOnly};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> SecretTestCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(const FoundSecret found, findSecret(profile, context.app().services().secrets));
    context.say(Tr::tr("Password from: %1").arg(found.store));
    if (auto proof = prove(context, profile, found.password); !proof)
        return fail(std::move(proof).error().during(Tr::tr("using the password from %1").arg(found.store)));
    context.say(Tr::tr("Proven: the server accepts it."));
    context.answer(answerFor(profile, found.store, true));
    return exitOk;
}

class SecretRemoveCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"secret remove",
                Tr::tr("take the password out of its store"),
                {},
                {storeArgument()},
                connectionOnly};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> SecretRemoveCommand::run(CommandContext &context) const
{
    MASCLET_TRY(checkStore(context));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const PassFileStore store = passFileOf(profile);
    const QString path = oneLine(store.path());
    bool removed = false;
    if (context.dryRun()) {
        MASCLET_TRY_ASSIGN(const std::optional<Secret> found, store.find(passFieldsOf(profile)));
        removed = found.has_value();
    } else {
        MASCLET_TRY_ASSIGN(removed, store.remove(passFieldsOf(profile)));
    }
    if (!removed)
        context.say(Tr::tr("The pass file %1 holds no password for this profile.").arg(path));
    else
        context.say((context.dryRun() ? Tr::tr("Dry run: would be removed from the pass file %1")
                                      : Tr::tr("Removed from the pass file %1"))
                        .arg(path));
    context.answer({{QStringLiteral("profile"), profile.name},
                    {QStringLiteral("store"), store.path()},
                    {QStringLiteral("removed"), removed}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeSecretSetCommand()
{
    return std::make_unique<SecretSetCommand>();
}

std::unique_ptr<Command> makeSecretTestCommand()
{
    return std::make_unique<SecretTestCommand>();
}

std::unique_ptr<Command> makeSecretRemoveCommand()
{
    return std::make_unique<SecretRemoveCommand>();
}

} // namespace masclet
