// catalog rebuild: the index of sets and runs anew from the repository's files.
#include "app/cli/Commands.h"
#include "core/catalog/Catalog.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CatalogCommand)
};

class CatalogRebuildCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"catalog rebuild", Tr::tr("make the history index anew from the repository"), {}, {}, {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> CatalogRebuildCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    const QString path = catalogPath(context.services().stateFolder);
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    if (context.dryRun()) {
        context.say(Tr::tr("Dry run: %1 would be made anew.").arg(path));
        context.answer({{QStringLiteral("catalog"), path}});
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(Catalog catalog, Catalog::open(path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const qint64 rows, catalog.rebuild(repository));
    if (!catalog.setAside().isEmpty())
        context.note(Tr::tr("Warning: the old file was damaged and is now %1.").arg(catalog.setAside()));
    context.say(Tr::tr("%1 was made anew: %n set(s) and run(s).", nullptr, int(rows)).arg(path));
    context.answer({{QStringLiteral("catalog"), path}, {QStringLiteral("rows"), rows}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeCatalogRebuildCommand()
{
    return std::make_unique<CatalogRebuildCommand>();
}

} // namespace masclet
