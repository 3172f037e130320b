#pragma once

#include "core/server/Keychain.h"

#include <QHash>

#include <mutex>

namespace masclet::test
{

/// A keychain in memory. `absent` and `broken` are what every call, or every call but reach(), then says.
class MemoryKeychain final : public Keychain
{
public:
    Result<> reach(const std::stop_token &) const override
    {
        const std::lock_guard lock(m_mutex);
        return absent ? Result<>(fail(*absent)) : Result<>();
    }
    Result<std::optional<Secret>> find(const QString &entry, const std::stop_token &) const override
    {
        const std::lock_guard lock(m_mutex);
        if (broken)
            return fail(*broken);
        return entries.contains(entry) ? std::optional(entries.value(entry)) : std::nullopt;
    }
    Result<> store(const QString &entry, const Secret &secret, const std::stop_token &) const override
    {
        const std::lock_guard lock(m_mutex);
        if (broken)
            return fail(*broken);
        entries.insert(entry, secret);
        return {};
    }
    Result<bool> remove(const QString &entry, const std::stop_token &) const override
    {
        const std::lock_guard lock(m_mutex);
        if (broken)
            return fail(*broken);
        return entries.remove(entry) > 0;
    }

    QByteArray textOf(const QString &entry) const
    {
        const std::lock_guard lock(m_mutex);
        const std::string_view bytes = entries.value(entry).bytes();
        return {bytes.data(), qsizetype(bytes.size())};
    }

    mutable QHash<QString, Secret> entries;
    std::optional<Error> absent;
    std::optional<Error> broken;

private:
    mutable std::mutex m_mutex;
};

} // namespace masclet::test
