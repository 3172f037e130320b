#pragma once

#include "ui/support/WorkRunner.h"

#include <QPointer>

#include <memory>
#include <semaphore>

namespace masclet::test
{

/// Takes every place for look-ups, so that what is asked next waits, and comes in the order it was asked.
/// Lets all go in the end.
class HeldLooks
{
public:
    explicit HeldLooks(WorkRunner &runner)
        : m_runner(runner)
    {
        for (int place = 0; place < WorkRunner::lookThreads; ++place)
            hold();
    }
    ~HeldLooks() { letAllGo(); }
    HeldLooks(const HeldLooks &) = delete;
    HeldLooks &operator=(const HeldLooks &) = delete;

    /// One more in the row: what is asked after it waits for another letOneGo().
    void hold()
    {
        ++m_held;
        m_runner.look(
            &m_runner,
            [gate = m_gate](JobContext &) -> Result<> {
                gate->acquire();
                return {};
            },
            [](const Result<> &) {});
    }
    void letOneGo()
    {
        --m_held;
        m_gate->release();
    }
    void letAllGo() { m_gate->release(std::exchange(m_held, 0)); }
    /// What was asked last, until it has ended and its answer was delivered.
    QPointer<Job> newest() const
    {
        return m_runner.findChildren<Job *>(QString(), Qt::FindDirectChildrenOnly).last();
    }

private:
    WorkRunner &m_runner;
    std::shared_ptr<std::counting_semaphore<64>> m_gate = std::make_shared<std::counting_semaphore<64>>(0);
    int m_held = 0;
};

} // namespace masclet::test
