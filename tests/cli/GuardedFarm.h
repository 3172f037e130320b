#pragma once

#include "tests/support/TempCluster.h"

namespace masclet::test
{

/// A server with the database "farm" and the role "guarded", whose password ("secret") it asks for on
/// 127.0.0.1.
inline Result<std::unique_ptr<TempCluster>> startGuardedFarm()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256")};
    MASCLET_TRY_ASSIGN(std::unique_ptr<TempCluster> cluster, TempCluster::start(options));
    MASCLET_TRY(cluster->createDatabase("farm"));
    MASCLET_TRY(cluster->psql("farm",
                              "CREATE TABLE animals AS SELECT generate_series(1, 321) AS id;"
                              "CREATE ROLE guarded LOGIN PASSWORD 'secret' IN ROLE pg_read_all_data;"));
    return cluster;
}

} // namespace masclet::test
