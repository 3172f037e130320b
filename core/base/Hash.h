#pragma once

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

struct evp_md_ctx_st;

namespace masclet
{

/// SHA-256 through OpenSSL, which uses the CPU's instructions. One thread at a time.
class Sha256
{
public:
    Sha256();
    void add(std::span<const std::byte> bytes);
    void add(const QByteArray &bytes);
    /// Lower-case hexadecimal, 64 characters; the object is spent afterwards.
    QByteArray hex();

    static QByteArray hexOf(const QByteArray &bytes);

private:
    struct Free {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

/// `bytes` random bytes from OpenSSL as lower-case hexadecimal (run ids, scratch names, restrict keys).
QByteArray randomHex(int bytes);

/// Of a secret that is to be recognised again and must not be guessed: scrypt, some 16 MiB and 50 ms of work.
/// Lower-case hexadecimal, 64 characters.
QByteArray slowHash(std::string_view secret, const QByteArray &salt);

/// Gives back what OpenSSL keeps for the calling thread (random state, errors). For the end of work in a
/// thread of a pool: Qt does not join those, and one that ends while the program does frees it too late.
void releaseHashingThread();

} // namespace masclet
