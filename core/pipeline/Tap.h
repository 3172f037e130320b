#pragma once

#include "core/base/Hash.h"
#include "core/pipeline/Stage.h"

namespace masclet
{

/// Looks at what passes: size and SHA-256.
class Tap final : public Stage
{
public:
    /// `next` must outlive the tap.
    explicit Tap(Stage &next);

    Result<> write(std::span<const std::byte> bytes) override;
    Result<> finish() override;

    qint64 size() const { return m_size; }
    /// Lower-case hexadecimal; valid after finish().
    const QByteArray &sha256() const { return m_sha256; }

private:
    Stage &m_next;
    Sha256 m_hash;
    qint64 m_size = 0;
    QByteArray m_sha256;
};

} // namespace masclet
