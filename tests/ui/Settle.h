#pragma once

#include "core/job/Job.h"
#include "ui/support/WorkRunner.h"

#include <QtTest>

namespace masclet::test
{

/// Waits until everything that was asked for in the background has come back and been shown; false after a
/// minute. Answers of the catalog's own thread arrive within the last turns of the loop.
inline bool settle(const WorkRunner &runner)
{
    const auto idle = [&] {
        return runner.active().isEmpty() &&
               runner.findChildren<Job *>(QString(), Qt::FindDirectChildrenOnly).isEmpty();
    };
    for (int turn = 0; turn < 3; ++turn) {
        if (!QTest::qWaitFor(idle, 60'000))
            return false;
        QTest::qWait(120);
    }
    return idle();
}

} // namespace masclet::test
