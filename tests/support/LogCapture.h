#pragma once

#include "core/base/Log.h"

#include <QList>
#include <QMutex>

namespace masclet::test
{

/// Keeps every entry, for tests that look at what a run wrote. Any thread.
class LogCapture final : public Log
{
public:
    struct Entry {
        LogLevel level;
        QString text;
    };
    void write(LogLevel level, const QString &text) override
    {
        const QMutexLocker lock(&m_mutex);
        m_entries.append({level, text});
    }
    QList<Entry> entries() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_entries;
    }
    bool contains(const QString &part) const
    {
        const QMutexLocker lock(&m_mutex);
        return std::any_of(m_entries.cbegin(), m_entries.cend(),
                           [&](const Entry &entry) { return entry.text.contains(part); });
    }

private:
    mutable QMutex m_mutex;
    QList<Entry> m_entries;
};

} // namespace masclet::test
