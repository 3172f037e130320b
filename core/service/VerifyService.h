#pragma once

#include "core/archive/ForeignDump.h"
#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/repository/RunRecord.h"
#include "core/service/ServiceEnvironment.h"

#include <chrono>
#include <optional>

namespace masclet
{

struct VerifyRequest {
    Profile profile;
    QStringList setIds; ///< in the order to verify
    QString trigger = QStringLiteral("manual");
    std::chrono::milliseconds wait{0};
};

struct VerifyReport {
    struct Item {
        QString setId;
        qint64 rawBytes = 0;
        qint64 rows = 0;
        QString problem;         ///< empty: good
        bool storedOnly = false; ///< encrypted, and no key here: not even the rows were read
    };
    RunRecord run;
    QList<Item> items;
    std::optional<Error> failure; ///< Verification when any set is damaged
};

/// Reads a dump that was made elsewhere whole: plain SQL, gzip or not, or what pg_restore reads (then behind
/// walls). No set and no run: it is only looked at. Verification with the reason, Storage, ClientTool,
/// Stopped. Blocking.
Result<ForeignDump> verifyForeignFile(const ServiceEnvironment &environment, const QString &path,
                                      JobContext &context);

/// Reads sets back whole and keeps what was found as evidence. Blocking; call it from a job.
class VerifyService
{
public:
    explicit VerifyService(const ServiceEnvironment &environment);

    /// Goes on to the next set when one is damaged; stops at everything else.
    Result<VerifyReport> verify(const VerifyRequest &request, JobContext &context) const;

private:
    const ServiceEnvironment &m_environment;
};

} // namespace masclet
