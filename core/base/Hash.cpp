#include "core/base/Hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace masclet
{

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
}

void Sha256::add(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
}

void Sha256::add(const QByteArray &bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.constData(), size_t(bytes.size()));
}

QByteArray Sha256::hex()
{
    QByteArray digest(32, '\0');
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    return digest.toHex();
}

QByteArray Sha256::hexOf(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

QByteArray randomHex(int bytes)
{
    QByteArray raw(bytes, '\0');
    // OpenSSL seeds itself from getrandom(2); a failure would mean a broken kernel, and weak ids are no
    // answer.
    if (RAND_bytes(reinterpret_cast<unsigned char *>(raw.data()), bytes) != 1)
        qFatal("no random bytes from the system");
    return raw.toHex();
}

QByteArray slowHash(std::string_view secret, const QByteArray &salt)
{
    constexpr uint64_t cost = 1 << 14; // N, r and p as RFC 7914 has them for interactive use
    constexpr uint64_t blocks = 8;
    constexpr uint64_t lanes = 1;
    constexpr uint64_t memory = 64 * 1024 * 1024;
    QByteArray digest(32, '\0');
    if (EVP_PBE_scrypt(secret.data() ? secret.data() : "", secret.size(),
                       reinterpret_cast<const unsigned char *>(salt.constData()), size_t(salt.size()), cost,
                       blocks, lanes, memory, reinterpret_cast<unsigned char *>(digest.data()),
                       size_t(digest.size())) != 1)
        qFatal("no scrypt in this OpenSSL");
    return digest.toHex();
}

void releaseHashingThread()
{
    OPENSSL_thread_stop();
}

} // namespace masclet
