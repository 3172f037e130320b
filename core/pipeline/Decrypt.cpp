#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/pipeline/Age.h"
#include "core/pipeline/PassingTool.h"
#include "core/process/ToolProcess.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Age)
};

using namespace std::chrono_literals;

tl::unexpected<Error> storedDiffers()
{
    return fail(ErrorKind::Verification,
                Tr::tr("The stored bytes of the encrypted file are not what its manifest says."),
                Tr::tr("Use another set."));
}

} // namespace

struct DecryptedBytes::Private {
    const int fd;
    const EncryptedExpectation expected;
    const QString program;
    const Secret identity;
    const std::stop_token stop;

    std::unique_ptr<ToolProcess> tool; // started by the thread that reads
    Sha256 hash;
    std::vector<std::byte> block;
    std::span<const std::byte> toFeed; // in block
    std::vector<std::byte> plainBlock;
    std::span<const std::byte> plain; // in plainBlock
    qint64 fed = 0;
    bool ended = false;
    bool finished = false;

    Private(int file, EncryptedExpectation wanted, QString path, Secret key, std::stop_token token)
        : fd(file)
        , expected(std::move(wanted))
        , program(std::move(path))
        , identity(std::move(key))
        , stop(std::move(token))
        , block(passingBlock)
        , plainBlock(passingBlock)
    {
    }

    Result<> start();
    Result<> refill();
    Result<bool> more();
    Result<> hashRest();
    tl::unexpected<Error> refused(const ToolOutcome &outcome);
};

Result<> DecryptedBytes::Private::start()
{
    if (tool)
        return {};
    ToolCommand command;
    command.program = program;
    command.environment = cleanEnvironment();
    command.arguments << "--decrypt";
    command.secretFile = ToolCommand::SecretFile{"--identity", identity};
    MASCLET_TRY_ASSIGN(tool, ToolProcess::start(command, ToolProcess::Output::Read, ToolProcess::Input::Fed));
    return {};
}

/// The next stored bytes, hashed as they go.
Result<> DecryptedBytes::Private::refill()
{
    const auto length = size_t(std::min<qint64>(passingBlock, expected.size - fed));
    const std::span<std::byte> part = std::span(block).first(length);
    MASCLET_TRY(readAt(fd, fed, part));
    hash.add(part);
    fed += qint64(length);
    toFeed = part;
    return {};
}

/// Waits for plain bytes; false at their end, when the program has said that all was well.
Result<bool> DecryptedBytes::Private::more()
{
    MASCLET_TRY(start());
    while (plain.empty() && !ended) {
        if (toFeed.empty() && fed < expected.size)
            MASCLET_TRY(refill());
        if (toFeed.empty())
            tool->closeInput();
        MASCLET_TRY_ASSIGN(const ToolProcess::Exchange moved,
                           tool->exchange(toFeed, plainBlock, stop, passingStallLimit));
        toFeed = toFeed.subspan(moved.put);
        plain = std::span<const std::byte>(plainBlock).first(moved.got);
        ended = moved.outputEnded;
    }
    if (!plain.empty())
        return true;
    if (!finished) {
        MASCLET_TRY_ASSIGN(const ToolOutcome outcome, tool->wait(stop, passingStallLimit));
        MASCLET_TRY(hashRest());
        if (auto killed = killedInItsWork(program, outcome))
            return fail(std::move(*killed));
        if (!outcome.good())
            return refused(outcome);
        finished = true;
    }
    return false;
}

/// age stops reading at the first bad byte; whether the file is to blame is told by all of it.
Result<> DecryptedBytes::Private::hashRest()
{
    while (fed < expected.size) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        MASCLET_TRY(refill());
    }
    return hash.hex() == expected.sha256 ? Result<>() : storedDiffers();
}

/// Age says that no key fits; when it was killed (where memory is short) it said nothing of the kind.
tl::unexpected<Error> DecryptedBytes::Private::refused(const ToolOutcome &outcome)
{
    if (outcome.signal != 0)
        return fail(
            ErrorKind::ClientTool,
            Tr::tr("age was ended by signal %1 while it decrypted.").arg(outcome.signal),
            Tr::tr("The file itself is as it was stored. Look whether the machine is short of memory, and "
                   "try again."),
            oneLine(outcome.errorOutput));
    return fail(ErrorKind::Credentials,
                Tr::tr("The key does not open the file, which itself is as it was stored."),
                Tr::tr("Give the secret key that belongs to one of the public keys in the manifest."),
                oneLine(outcome.errorOutput));
}

DecryptedBytes::DecryptedBytes(int fd, EncryptedExpectation expected, QString program, Secret identity,
                               std::stop_token stop)
    : d(std::make_unique<Private>(fd, std::move(expected), std::move(program), std::move(identity),
                                  std::move(stop)))
{
}

DecryptedBytes::~DecryptedBytes() = default;

Result<> DecryptedBytes::checkSize() const
{
    return checkFileSize(d->fd, d->expected.size);
}

Result<> DecryptedBytes::read(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        MASCLET_TRY_ASSIGN(const bool there, d->more());
        if (!there)
            return fail(ErrorKind::Verification, Tr::tr("What the encrypted file holds is cut."),
                        Tr::tr("Use another set."));
        const size_t count = std::min(bytes.size(), d->plain.size());
        std::copy_n(d->plain.begin(), count, bytes.begin());
        d->plain = d->plain.subspan(count);
        bytes = bytes.subspan(count);
    }
    return {};
}

Result<> DecryptedBytes::finish()
{
    MASCLET_TRY_ASSIGN(const bool there, d->more());
    if (there)
        return fail(ErrorKind::Verification, Tr::tr("The encrypted file holds more than its manifest says."),
                    Tr::tr("Use another set."));
    return {};
}

Result<> verifyStored(int fd, const EncryptedExpectation &expected,
                      const std::function<Result<>(qint64)> &progress)
{
    MASCLET_TRY(checkFileSize(fd, expected.size));
    std::vector<std::byte> block(passingBlock);
    Sha256 hash;
    for (qint64 done = 0; done < expected.size;) {
        const auto length = size_t(std::min<qint64>(passingBlock, expected.size - done));
        const std::span<std::byte> part = std::span(block).first(length);
        MASCLET_TRY(readAt(fd, done, part));
        hash.add(part);
        done += qint64(length);
        MASCLET_TRY(progress(qint64(length)));
    }
    return hash.hex() == expected.sha256 ? Result<>() : storedDiffers();
}

} // namespace masclet
