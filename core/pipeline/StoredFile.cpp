#include "core/pipeline/StoredFile.h"

#include "core/pipeline/Age.h"
#include "core/pipeline/FileSink.h"
#include "core/pipeline/Tap.h"

namespace masclet
{

namespace
{

class PlainFile final : public StoredFile
{
public:
    explicit PlainFile(FileSink sink)
        : m_sink(std::move(sink))
        , m_stored(m_sink)
    {
    }
    Stage &entry() override { return m_stored; }
    StoredFigures figures() const override { return {m_stored.size(), m_stored.sha256(), {}}; }

private:
    FileSink m_sink;
    Tap m_stored;
};

class EncryptedFile final : public StoredFile
{
public:
    explicit EncryptedFile(FileSink sink)
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
    FileSink m_sink;
    Tap m_stored;
    std::unique_ptr<EncryptStage> m_age;
    std::optional<Tap> m_packed;
};

} // namespace

Result<std::unique_ptr<StoredFile>> StoredFile::create(const Directory &directory, const QByteArray &name,
                                                       const Encryption &encryption, std::stop_token stop)
{
    MASCLET_TRY_ASSIGN(FileSink sink, FileSink::create(directory, name));
    if (encryption.recipients.isEmpty())
        return std::make_unique<PlainFile>(std::move(sink));
    auto file = std::make_unique<EncryptedFile>(std::move(sink));
    MASCLET_TRY(file->start(encryption, std::move(stop)));
    return file;
}

} // namespace masclet
