#include "core/service/NewProfile.h"

#include "core/base/Text.h"
#include "core/profile/EffectiveProfile.h"
#include "core/repository/Repository.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(NewProfile)
};

} // namespace

Result<> checkNewName(const ProfileStore &profiles, const QString &name)
{
    if (!isProfileName(name))
        return fail(ErrorKind::Usage,
                    Tr::tr("\"%1\" cannot be the name of a profile.").arg(oneLine(name, 100)),
                    Tr::tr("Use up to 48 of a-z, 0-9, _ and -, not ending in _ and eight digits."));
    MASCLET_TRY_ASSIGN(const QList<ProfileStore::Entry> entries, profiles.list());
    for (const ProfileStore::Entry &entry : entries) {
        if (entry.name == name)
            return fail(ErrorKind::Config,
                        Tr::tr("The profile \"%1\" exists already: %2").arg(name, entry.path),
                        Tr::tr("\"masclet-backup profile set --profile %1\" changes it.").arg(name));
    }
    return {};
}

Result<MadeRepository> makeRepository(const QString &path, const Clock &clock)
{
    Result<Repository> repository = Repository::open(path, clock);
    const bool isNew = !repository.has_value();
    if (isNew)
        repository = Repository::init(path, clock);
    if (!repository)
        return fail(std::move(repository).error());
    MadeRepository made{repository->id(), path, isNew, {}};
    MASCLET_TRY_ASSIGN(const RepositoryLock lock,
                       repository->lock({QStringLiteral("init"), {}, {}}, std::chrono::milliseconds(0), {}));
    MASCLET_TRY_ASSIGN(const Preflight flight, repository->preflight(lock, 0));
    made.warnings = flight.warnings;
    return made;
}

Result<MadeRepository> createProfile(const ServiceEnvironment &environment, const StoredProfile &stored)
{
    MASCLET_TRY(checkKinds(stored.profile.backup.kinds));
    MASCLET_TRY(checkTogether(stored.profile));
    MASCLET_TRY_ASSIGN(MadeRepository repository,
                       makeRepository(stored.profile.repository.path, environment.clock));
    MASCLET_TRY(environment.profiles.create(stored));
    return repository;
}

} // namespace masclet
