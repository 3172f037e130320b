#include "core/base/Secret.h"

#include <openssl/crypto.h>

#include <string>

namespace masclet
{

Secret Secret::fromView(std::string_view bytes)
{
    Secret secret;
    auto wipe = [](const std::string *text) {
        OPENSSL_cleanse(const_cast<char *>(text->data()), text->capacity());
        delete text;
    };
    secret.m_bytes = std::shared_ptr<const std::string>(new std::string(bytes), wipe);
    return secret;
}

Secret Secret::take(QByteArray &bytes)
{
    Secret secret = fromView({bytes.constData(), size_t(bytes.size())});
    OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
    bytes.clear();
    return secret;
}

std::string_view Secret::bytes() const
{
    return m_bytes ? std::string_view(*m_bytes) : std::string_view();
}

} // namespace masclet
