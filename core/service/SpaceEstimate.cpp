#include "core/service/SpaceEstimate.h"

#include "core/service/FileKinds.h"

#include <algorithm>

namespace masclet
{

namespace
{
constexpr qint64 smallestEstimate = 16LL * 1024 * 1024;
} // namespace

std::optional<StoredSet> previousSet(const QList<StoredSet> &sets, const Profile &profile)
{
    const auto found = std::find_if(sets.begin(), sets.end(), [&](const StoredSet &set) {
        return set.readable && set.profileId == profile.id && set.state != SetState::Damaged;
    });
    return found == sets.end() ? std::nullopt : std::optional(*found);
}

qint64 estimateBytes(const std::optional<StoredSet> &previous, qint64 rawBytes)
{
    return std::max(smallestEstimate, previous ? previous->storedBytes * 3 / 2 : rawBytes);
}

Result<qint64> estimateSet(const Repository &repository, const Profile &profile, qint64 databaseBytes,
                           const Clock &clock, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    const std::optional<StoredSet> previous = previousSet(sets, profile);
    if (previous)
        return estimateBytes(previous, databaseBytes);
    MASCLET_TRY_ASSIGN(const KindsPlan kinds, planKinds(profile, repository.root(), clock, stop));
    return estimateBytes({}, databaseBytes + kinds.bytes);
}

} // namespace masclet
