#include "core/pipeline/StoredFile.h"

#include "core/pipeline/Age.h"
#include "core/pipeline/FileSink.h"
#include "core/pipeline/Tap.h"

namespace masclet
{

namespace
{

class NoFile final : public Stage
{
public:
    Result<> write(std::span<const std::byte>) override { return {}; }
    Result<> finish() override { return {}; }
};

template <class Sink>
class PlainFile final : public StoredFile
{
public:
    explicit PlainFile(Sink sink)
        : m_sink(std::move(sink))
        , m_stored(m_sink)
    {
    }
    Stage &entry() override { return m_stored; }
    StoredFigures figures() const override { return {m_stored.size(), m_stored.sha256(), {}}; }

private:
    Sink m_sink;
    Tap m_stored;
};

template <class Sink>
class EncryptedFile final : public StoredFile
{
public:
    explicit EncryptedFile(Sink sink)
        : m_sink(std::move(sink))
        , m_stored(m_sink)
    {
    }
    Result<> start(const Encryption &encryption, std::stop_token stop)
    {
        MASCLET_TRY_ASSIGN(
            m_age, EncryptStage::start(encryption.program, encryption.recipients, m_stored, std::move(stop)));
        m_packed.emplace(*m_age);
        return {};
    }
    Stage &entry() override { return *m_packed; }
    StoredFigures figures() const override
    {
        return {m_stored.size(), m_stored.sha256(),
                StoredFigures::Packed{m_packed->size(), m_packed->sha256()}};
    }

private:
    Sink m_sink;
    Tap m_stored;
    std::unique_ptr<EncryptStage> m_age;
    std::optional<Tap> m_packed;
};

template <class Sink>
Result<std::unique_ptr<StoredFile>> fileOn(Sink sink, const Encryption &encryption, std::stop_token stop)
{
    if (encryption.recipients.isEmpty())
        return std::make_unique<PlainFile<Sink>>(std::move(sink));
    auto file = std::make_unique<EncryptedFile<Sink>>(std::move(sink));
    MASCLET_TRY(file->start(encryption, std::move(stop)));
    return file;
}

} // namespace

Result<std::unique_ptr<StoredFile>> StoredFile::create(const Directory &directory, const QByteArray &name,
                                                       const Encryption &encryption, std::stop_token stop)
{
    MASCLET_TRY_ASSIGN(FileSink sink, FileSink::create(directory, name));
    return fileOn(std::move(sink), encryption, std::move(stop));
}

Result<std::unique_ptr<StoredFile>> StoredFile::nowhere(const Encryption &encryption, std::stop_token stop)
{
    return fileOn(NoFile(), encryption, std::move(stop));
}

} // namespace masclet
