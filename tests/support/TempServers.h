#pragma once

#include "tests/support/TempCluster.h"

#include <map>

namespace masclet::test
{

/// One server of each major that is asked for, started then and kept.
class TempServers
{
public:
    Result<const TempCluster *> ofMajor(int major)
    {
        std::unique_ptr<TempCluster> &server = m_servers[major];
        if (!server) {
            TempCluster::Options options;
            options.major = major;
            MASCLET_TRY_ASSIGN(server, TempCluster::start(options));
        }
        return server.get();
    }

private:
    std::map<int, std::unique_ptr<TempCluster>> m_servers;
};

} // namespace masclet::test
