#pragma once

#include "core/archive/StoredBytes.h"
#include "core/base/Secret.h"
#include "core/pipeline/Stage.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace masclet
{

class ToolProcess;

/// Encryption by the `age` program (age-encryption.org, format version 1): public keys write, only the secret
/// key reads. `program` is age's absolute path; age-keygen lies beside it.

/// A secret key and the public keys that belong to it.
struct Identity {
    Secret secret;
    QStringList recipients;

    /// Asks age-keygen for the public keys. Credentials when `secret` is no age identity or one with a
    /// passphrase, which nobody types at two in the morning.
    static Result<Identity> from(const Secret &secret, const QString &program, const std::stop_token &stop);
};

/// Encrypts what passes. Nothing of it is on a disk in plain text.
class EncryptStage final : public Stage
{
public:
    /// `next` must outlive the stage. ClientTool when there is no such program.
    static Result<std::unique_ptr<EncryptStage>> start(const QString &program, const QStringList &recipients,
                                                       Stage &next, std::stop_token stop);
    ~EncryptStage() override;

    Result<> write(std::span<const std::byte> bytes) override;
    Result<> finish() override;

private:
    EncryptStage(std::unique_ptr<ToolProcess> tool, Stage &next, std::stop_token stop);
    Result<bool> exchange(std::span<const std::byte> &bytes);

    std::unique_ptr<ToolProcess> m_tool;
    Stage &m_next;
    std::stop_token m_stop;
    std::vector<std::byte> m_buffer;
};

/// What an encrypted file must be, byte for byte; from the manifest.
struct EncryptedExpectation {
    qint64 size = 0;
    QByteArray sha256; ///< lower-case hexadecimal
};

/// Decrypts a file while it is read. age hands out what it has authenticated so far, so nothing may be
/// believed before finish() was good. A damaged file (Verification) and a key that does not open it
/// (Credentials) are different errors: the file's own hash decides. `fd` must stay open.
class DecryptedBytes final : public StoredBytes
{
public:
    DecryptedBytes(int fd, EncryptedExpectation expected, QString program, Secret identity,
                   std::stop_token stop);
    ~DecryptedBytes() override;

    Result<> checkSize() const override;
    Result<> read(std::span<std::byte> bytes) override;
    Result<> finish() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Reads an encrypted file to its end without a key: size and hash as stored.
Result<> verifyStored(int fd, const EncryptedExpectation &expected,
                      const std::function<Result<>(qint64)> &progress);

} // namespace masclet
