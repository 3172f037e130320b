#pragma once

#include "core/restore/Sandbox.h"
#include "tests/support/FakeClock.h"
#include "tests/support/LogCapture.h"
#include "tests/support/TempCluster.h"

#include <QDir>
#include <QTemporaryDir>

namespace masclet::test
{

/// A short folder for sandboxes and everything start() needs.
struct SandboxFixture {
    SandboxFixture()
        : base(QStringLiteral("/tmp/mt-XXXXXX"))
    {
        QFile::setPermissions(base.path(), QFile::Permissions(0x7755));
        options.toolsFolder = stockPrograms();
        options.baseFolder = base.path();
    }
    Result<std::unique_ptr<Sandbox>> start() { return Sandbox::start(options, context); }
    bool isEmpty() const
    {
        return QDir(base.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QTemporaryDir base;
    SandboxOptions options;
    FakeClock clock{QDateTime(QDate(2025, 2, 18), QTime(2, 0), Qt::UTC)};
    LogCapture log;
    std::stop_source stop;
    JobContext context{stop.get_token(), clock, log, {}};
};

} // namespace masclet::test
