#pragma once

#include "core/pipeline/Stage.h"

#include <QByteArray>

namespace masclet::test
{

/// Takes `limit` bytes, then fails like a full disk. Keeps what it took.
class FailingSink final : public Stage
{
public:
    explicit FailingSink(qint64 limit)
        : m_limit(limit)
    {
    }

    Result<> write(std::span<const std::byte> bytes) override
    {
        if (taken.size() + qint64(bytes.size()) > m_limit)
            return fail(ErrorKind::Storage, QStringLiteral("full"));
        taken.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        return {};
    }
    Result<> finish() override
    {
        finished = true;
        return {};
    }

    QByteArray taken;
    bool finished = false;

private:
    qint64 m_limit;
};

} // namespace masclet::test
