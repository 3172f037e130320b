// secret set, secret test, secret remove: the password a run will find.
#include "app/cli/Commands.h"
#include "app/cli/MailSecret.h"
#include "app/cli/ScheduleText.h"
#include "app/cli/SecretKey.h"
#include "core/base/Text.h"
#include "core/service/Passwords.h"

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
    const QStringList names{nameOf(PasswordStore::PassFile), nameOf(PasswordStore::Keychain)};
    return {ArgumentSpec::Kind::Value,
            "store",
            QStringLiteral("passfile|keychain"),
            Tr::tr("passfile (the standard), which scheduled runs read, or keychain, that of your session"),
            ArgumentSpec::Required::No,
            names};
}

ArgumentSpec keySwitch()
{
    return {
        ArgumentSpec::Kind::Switch, "key", {}, Tr::tr("the secret key of encrypted backups instead"), {}, {}};
}

ArgumentSpec mailSwitch()
{
    return {
        ArgumentSpec::Kind::Switch, "mail", {}, Tr::tr("the password of the mail server instead"), {}, {}};
}

/// The stores we write to; the others belong to systemd or a container engine.
Result<PasswordStore> storeFrom(const CommandContext &context)
{
    const QString name = context.arguments().value("store");
    if (name.isEmpty())
        return PasswordStore::PassFile;
    if (const std::optional<PasswordStore> store = passwordStoreFromName(name))
        return *store;
    return fail(ErrorKind::Usage,
                Tr::tr("The store \"%1\" cannot be written by this program.").arg(oneLine(name, 60)),
                Tr::tr("Use --store passfile or --store keychain, or put the password there with its own "
                       "tools."));
}

/// How the store is named in documents: a pass file by its path.
QString documentName(PasswordStore store, const Profile &profile)
{
    return store == PasswordStore::PassFile ? passFileOf(profile).path() : nameOf(store);
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

/// With --dry-run only whether the store could be written.
Result<> keep(const CommandContext &context, PasswordStore store, const Profile &profile,
              const Secret &password)
{
    return context
        .runJob([&, sources = context.services().secrets](JobContext &job) -> Result<JobReport> {
            if (!context.dryRun())
                MASCLET_TRY(storePassword(store, profile, password, sources, job.stopToken()));
            else if (store == PasswordStore::Keychain)
                MASCLET_TRY(reachKeychain(sources, job.stopToken()));
            return JobReport{};
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
        return {
            "secret set",
            Tr::tr("keep the password where backups find it"),
            Tr::tr(
                "Asks for it without echo, or reads it from standard input, and proves it. With "
                "--key-file it puts the secret key of encrypted backups into the keychain, where "
                "restore tests of this session find it, with --mail the password of the mail server, which "
                "messages that you send find. A pass file holds it as it is: whoever can read "
                "that file knows the password. With --prove a backup is made as the scheduler would, "
                "and thrown away."),
            {storeArgument(),
             {ArgumentSpec::Kind::Switch,
              "prove",
              {},
              Tr::tr("afterwards make a backup as the scheduler would, with what it finds; nothing is kept"),
              {},
              {}},
             {ArgumentSpec::Kind::Value,
              "key-file",
              Tr::tr("FILE"),
              Tr::tr("the secret key in this file instead of a password"),
              {},
              {}},
             mailSwitch()},
            connectionOnly};
    }
    Result<int> run(CommandContext &context) const override;
};

/// A refused password is not stored; a server that cannot be reached does not keep anybody from storing one.
Result<int> SecretSetCommand::run(CommandContext &context) const
{
    if (context.arguments().has("mail"))
        return setMailPassword(context);
    if (context.arguments().has("key-file"))
        return setSecretKey(context);
    MASCLET_TRY_ASSIGN(const PasswordStore store, storeFrom(context));
    const bool proves = context.arguments().has("prove") && !context.dryRun();
    if (context.arguments().has("prove") && store == PasswordStore::Keychain)
        return fail(ErrorKind::Usage,
                    Tr::tr("No scheduler can open the keychain, so --prove cannot prove it."),
                    Tr::tr("Use --store passfile."));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(
        const Secret password,
        context.console().readSecret(Tr::tr("Password of %1: ").arg(oneLine(profile.connection.user, 100))));
    if (password.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("No password was given; nothing was stored."));

    MASCLET_TRY_ASSIGN(const std::optional<Error> unreached, context.runWork([&](JobContext &job) {
        return proveBeforeStoring(profile, password, job);
    }));
    MASCLET_TRY(keep(context, store, profile, password));
    context.say((context.dryRun() ? Tr::tr("Dry run: would be stored in %1") : Tr::tr("Stored in %1"))
                    .arg(titleOf(store, profile)));
    if (!unreached)
        context.say(Tr::tr("Proven: the server accepts it."));
    else
        context.note(Tr::tr("Warning: not proven, the server was not reached. %1").arg(unreached->message));
    context.say(consequenceOf({store}, context.services().who.name));
    const bool read = isRead(store, profile);
    if (!read)
        context.note(Tr::tr("Warning: %1").arg(notReadText(store, profile)));
    const QJsonObject answer = answerFor(profile, documentName(store, profile), !unreached);
    if (proves) {
        MASCLET_TRY_ASSIGN(const ScheduleRequest request, scheduleRequest(context));
        return proveAndSay(request, Proof::NoStore, answer, context);
    }
    context.answer(answer);
    return !unreached && read ? exitOk : exitWarnings;
}

class SecretTestCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"secret test",
                Tr::tr("find the password as a backup would, and connect"),
                {},
                {keySwitch(), mailSwitch()},
                {"connection", "encryption.identity", "programs.age"}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> SecretTestCommand::run(CommandContext &context) const
{
    if (context.arguments().has("mail"))
        return testMailPassword(context);
    if (context.arguments().has("key"))
        return testSecretKey(context);
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const auto find = [&profile, sources = context.services().secrets](JobContext &job) {
        return findSecret(profile, sources, job.stopToken());
    };
    MASCLET_TRY_ASSIGN(const FoundSecret found, context.runWork(find));
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
                {storeArgument(), keySwitch(), mailSwitch()},
                connectionOnly};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> SecretRemoveCommand::run(CommandContext &context) const
{
    if (context.arguments().has("mail"))
        return removeMailPassword(context);
    if (context.arguments().has("key"))
        return removeSecretKey(context);
    MASCLET_TRY_ASSIGN(const PasswordStore store, storeFrom(context));
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const auto work = [&profile, store, dry = context.dryRun(),
                       sources = context.services().secrets](JobContext &job) {
        return dry ? hasPassword(store, profile, sources, job.stopToken())
                   : removePassword(store, profile, sources, job.stopToken());
    };
    MASCLET_TRY_ASSIGN(const bool removed, context.runWork(work));
    const QString place = titleOf(store, profile);
    if (!removed)
        context.say(Tr::tr("There is no password for this profile in %1.").arg(place));
    else
        context.say(
            (context.dryRun() ? Tr::tr("Dry run: would be removed from %1") : Tr::tr("Removed from %1"))
                .arg(place));
    context.answer({{QStringLiteral("profile"), profile.name},
                    {QStringLiteral("store"), documentName(store, profile)},
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
